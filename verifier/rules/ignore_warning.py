"""Wants a warning of the phone, the bank or the wallet clicked away."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="ignore-warning",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.5,
    title=N_("Wants a warning ignored"),
    detail=N_(
        "The text wants you to click away a warning of your phone, your bank or your wallet. Whoever means well has no need of that."
    ),
    summary=N_("This text wants you to ignore a warning. Stop and heed the warning."),
    advice=("talk-to-somebody",),
    find=Together("ignorewarn install|app|pay|approve|remote|safeacct|money", within=60, of_fraud=True, when="!wallettalk"),
    role="mentioned",
    catches=(
        example("If your bank warns you about fraud, choose continue and transfer the money all the same.", "a bank's warning"),
        example("安装时点无视风险继续安装,装好App再登录。", "a phone's warning"),
    ),
    spares=(
        example("Never ignore the warning of your bank before you transfer money.", "advice"),
        example("You can ignore the warning light until the next service.", "a car"),
        example("安装软件时不要忽略风险提示。", "advice"),
    ),
)
