"""Too much was paid, and the rest is to be sent back: the first payment is false or will be called back."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="overpayment",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.5,
    title=N_("Too much paid, the rest to be returned"),
    detail=N_(
        "The text says that more was paid than is due, or sends a check, and wants the rest sent on. The payment is false and will be taken back; "
        "what you send is gone."
    ),
    summary=N_("This text wants money back that was never paid. Wait until your bank confirms it for good."),
    advice=("do-not-pay", "money-was-sent"),
    find=Together("payback|mulepass overpaid", within=70),
    role="mentioned",
    catches=(
        example("I'm sending a check for more than the price, please forward the rest to my movers.", "a check"),
        example("The refund was entered as $4,000 instead of $400, send the difference back or I lose my job.", "a refund"),
    ),
    spares=(
        example("You sent me 60 for dinner, it was only 46 each, sending the 14 back now.", "friends"),
        example("A check for more than the price is a known trick: never forward the rest.", "advice"),
    ),
)
