"""Wants the reader to receive money on his account and to pass it on."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="money-mule",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.55,
    title=N_("Wants to use your account"),
    detail=N_(
        "The text wants you to receive strangers' money and to pass it on for a share. The money is stolen; whoever lends the account is liable for it."
    ),
    summary=N_("This text wants to pass money through your account. It is money laundering, and you would be liable."),
    advice=("do-not-pay", "talk-to-somebody"),
    find=FirstOf(
        Together("muleget mulepass mulekeep", within=110),
        Together("muleline", when="mulekeep|mulepass|money|cash"),
    ),
    role="mentioned",
    catches=(
        example("You receive our clients' transfers on your account, keep 8% and forward the rest in crypto.", "a share for an account"),
        example("Tu reçois les virements sur ton compte, tu gardes 300 et tu me rends le reste en liquide.", "a share for an account"),
    ),
    spares=(
        example(
            "Whoever receives transfers for others, keeps a share and forwards the rest is a money mule and commits a crime.", "advice"
        ),
        example("I'll send the rent to your account, keep my half of the deposit.", "flatmates"),
    ),
)
