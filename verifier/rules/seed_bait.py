"""Gives away a phrase "with money in it": whoever sends the fee loses it."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="seed-bait",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.75,
    title=N_("A wallet given away as bait"),
    detail=N_(
        "The text gives away the words or key of a wallet with money in it. The wallet belongs to another key: the "
        "fee you send in is taken at once, and what you see cannot be moved."
    ),
    summary=N_("This text offers a stranger's wallet as bait. What you send in to pay the fee is taken."),
    advice=("posted-phrase-is-bait",),
    find=FirstOf(
        Together("baitkey baitwhy", within=90),
        Together("baitline", when="walletword|money|baitwhy"),
    ),
    role="mentioned",
    catches=(
        example("I can't withdraw my 2000 USDT; here is my seed phrase, send TRX for gas and keep half.", "the bait"),
        example("助记词给你,钱包有2000U,帮我转出来分一半。", "the bait"),
    ),
    spares=(
        example("陌生人发来助记词让你帮忙转币?这是多签骗局。", "advice"),
        example("I lost the paper with my seed phrase.", "a loss"),
    ),
)
