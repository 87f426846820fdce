"""Promises a sure or fixed gain."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="guaranteed-return",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.6,
    title=N_("Promises a sure gain"),
    detail=N_("The text promises profit without risk. No honest investment does: the money goes to whoever promises."),
    summary=N_("This text promises a gain without risk. Nobody honest can."),
    advice=(
        "do-not-pay",
        "money-was-sent",
    ),
    find=FirstOf(
        Together("guarantee returns", within=24),
        Together("gainline", when="returns|money|walletword|contactme|channel|gainhook"),
    ),
    role="mentioned",
    catches=(
        example("Invest $500, receive $5,000 in a day, no risk.", "a sure gain"),
        example("老师带单,稳赚不赔,日收益3%,亏损包赔。", "a sure gain"),
    ),
    spares=(
        example("Guaranteed high returns with no risk do not exist.", "advice"),
        example("This kettle comes with a two-year guarantee.", "another guarantee"),
        example("理财非存款,产品有风险,投资须谨慎。", "a bank's notice"),
    ),
)
