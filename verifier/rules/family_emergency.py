"""A relative with a new number who needs money."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="family-emergency",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.5,
    title=N_("A relative with a new number"),
    detail=N_(
        "Somebody writes as a relative or superior from a new number and needs money. Call the number you know before you do anything."
    ),
    summary=N_("This text speaks as somebody you know from a new number and wants money. Call the old number first."),
    advice=(
        "call-known-number",
        "do-not-pay",
    ),
    find=FirstOf(
        Together("familyline pay|money|familywhy|accuse|fee", within=70),
        Together("family familywhy pay|money", within=110),
        Together("family familywhy tome", within=110, when="contact|channel|contactme|urgent|secret|fee|code"),
    ),
    role="mentioned",
    catches=(
        example("Hi mum, I dropped my phone, this is my new number. Can you pay a bill for me?", "a new number"),
        example("妈,我手机坏了,老师要交3800培训费,先转给这个账户。", "a borrowed phone"),
    ),
    spares=(
        example("If you get a text from mum on a new number asking for money, call her old number first.", "advice"),
        example("妈妈,老师说明天要交班费50块,记得给我。", "a child"),
    ),
)
