"""Wants a wallet or trading app installed from elsewhere than the store or the brand's own page."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="fake-app",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.65,
    title=N_("An app from elsewhere"),
    detail=N_(
        "The text wants you to install an app from a file, a test programme or a certificate. Altered wallets send "
        "their recovery words to the thief."
    ),
    summary=N_("This text wants an app installed from outside the store. Altered apps steal wallets."),
    advice=(
        "install-from-source",
        "app-was-installed",
    ),
    find=FirstOf(
        Together("appline"),
        Together("app install appwhy|link|contact", within=60, when="strange-link"),
        Together("app install appwhy", within=60),
        when="!wallettalk",
    ),
    role="mentioned",
    catches=(
        example("The store version is outdated, download this APK that support sent you.", "a file instead of the store"),
        example("旧版钱包已停用,请用客服发的安装包更新。", 'a file from "support"'),
    ),
    spares=(
        example("不要安装别人发来的安装包。", "advice"),
        example("Download our app from the App Store.", "the store"),
    ),
)
