"""A loan for anybody, after a payment."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="loan-fee",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.6,
    title=N_("A loan that costs first"),
    detail=N_("The text offers a loan and wants a deposit, a verification payment or a fee before it is paid out. There is no loan."),
    summary=N_("This text wants a payment before it pays out a loan. There is no loan."),
    advice=(
        "do-not-pay",
        "money-was-sent",
    ),
    find=FirstOf(
        Together("loan loanhook fee|pay", within=50, when="fee"),
        Together("loan loanhook pay", within=50, weight=0.35),
    ),
    role="mentioned",
    catches=(
        example("Instant loan, everyone approved: deposit the first instalment as insurance before release.", "a deposit first"),
        example("无视征信秒下款,放款前先打验资款3000元。", "a deposit first"),
    ),
    spares=(
        example("央行公布新一期LPR,房贷利率随之下降。", "news"),
        example("Great news, the loan for the house was approved by the bank today!", "news at home"),
    ),
)
