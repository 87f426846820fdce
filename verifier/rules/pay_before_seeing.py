"""Goods or a flat that cannot be seen are to be paid first, in a way that cannot be taken back."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="pay-before-seeing",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.42,
    title=N_("To be paid before it can be seen"),
    detail=N_(
        "The text wants money for a flat, an animal or goods that nobody can see yet, or in a way without protection. Often they do not exist."
    ),
    summary=N_("This text wants money for something you cannot see yet. Look at it first and pay in a protected way."),
    advice=("do-not-pay", "money-was-sent"),
    find=Together("unseen"),
    role="mentioned",
    catches=(
        example("I am abroad and cannot show the flat. Send the deposit and the keys come by courier.", "a flat"),
        example("Tickets still here, PayPal friends and family only, others are asking.", "no protection"),
    ),
    spares=(
        example("The landlord wants the first month and a deposit when we sign at the agency on Tuesday.", "a contract"),
        example("Never pay a seller who wants friends and family only.", "advice"),
    ),
)
