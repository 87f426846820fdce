"""Money is to be received, and for that a card, a PIN or a bank login is to be entered."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="card-to-receive",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.6,
    title=N_("Wants your card so that you get money"),
    detail=N_(
        "The text wants a card, a PIN or a bank login entered for money you are to receive, or to prove your age. Who pays you needs none of them."
    ),
    summary=N_("This text wants your card or PIN so that you receive money. Receiving needs neither: it is a payment."),
    advice=("do-not-pay", "password-was-told"),
    find=Together("cardtoget"),
    role="mentioned",
    catches=(
        example("To receive the money for your bike enter your card on the courier's page and they release it.", "a sale"),
        example("Just verify you're over 18 with a card, no charge.", "an age"),
    ),
    spares=(
        example("To pay, enter your card at the checkout.", "a shop"),
        example(
            "Nobody needs your card to pay you. Whoever says that to receive the money you must enter your card is a scammer.", "advice"
        ),
    ),
)
