"""Wants gift cards bought and their codes sent."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="gift-card",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.7,
    title=N_("Wants gift card codes"),
    detail=N_(
        "The text wants gift cards bought and their codes told. Codes are cash without a trace: no authority, "
        "employer or shop is paid this way."
    ),
    summary=N_("This text wants gift card codes. Nobody honest is paid this way."),
    advice=(
        "do-not-pay",
        "gift-card-was-sent",
    ),
    find=FirstOf(
        Together("giftcard giftact give|tome|pay|accuse|urgent", within=50),
        Together("giftline", when="giftcard|cash|accuse|pay"),
    ),
    role="mentioned",
    catches=(
        example("Buy five gift cards, scratch them and send me the codes.", "cards and codes"),
        example("帮领导买5张京东卡,刮开把卡密拍给我。", "cards and codes"),
    ),
    spares=(
        example("No government agency will ever ask you to pay with gift cards.", "advice"),
        example("I bought you a gift card for the bookshop, it's in the envelope.", "a present"),
    ),
)
