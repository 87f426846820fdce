"""Asks for a fee, tax or deposit before a larger sum is released."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="advance-fee",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.65,
    title=N_("Wants a payment before it pays"),
    detail=N_("The text wants a fee, tax or deposit before it releases a larger sum. Nothing is ever released; the fees repeat."),
    summary=N_("This text wants money before it releases money. Pay nothing."),
    advice=(
        "do-not-pay",
        "money-was-sent",
    ),
    find=FirstOf(
        Together("feeline", when="fee|pay|release|money"),
        Together("fee pay release first", within=30),
        Together("heir release contactme|fee|callto", within=60),
        Together("scamfee release pay|ask|urgent", within=50, when="you"),
        Together("scamfee pay delivery|prize", within=50),
    ),
    role="mentioned",
    catches=(
        example("Pay a 10% clearance fee to release your withdrawal.", "a fee first"),
        example("提现需先缴纳20%个税和解冻金。", "a tax first"),
    ),
    spares=(
        example("要求先交保证金才能提现的都是诈骗。", "advice"),
        example("Your council tax bill is due on 1 April.", "a bill"),
    ),
)
