"""A mail address with the name of somebody else before it: ``"Binance Support" <a@coinbase.com>``."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Keeps an official address from being called official while it is shown as another brand's."""
    if case.match is None or case.match.contact is None or not case.shown_as_other:
        return None
    return Finding({"shown": case.shown_as_other}, brand=case.match.brand.id)


RULE = Rule(
    id="another-name-shown",
    kinds=frozenset({"email"}),
    group="sender",
    weight=0.5,
    title=N_("Another name is shown"),
    detail=N_("The address is {brand}'s, but the name before it is “{shown}”. One of the two misleads."),
    summary=N_("The name shown is not {brand}'s, though the address is. Do not trust what you see."),
    find=find,
    role="owner",
    catches=(
        example('"Binance Support" <help@coinbase.com>', "one brand's name on another's address"),
        example('"support@binance.com" <help@coinbase.com>', "one address shown before another"),
    ),
    spares=(
        example('"Coinbase Support" <help@coinbase.com>', "the owner's own name"),
        example("help@coinbase.com", "no name"),
        example('"Jane Doe" <help@coinbase.com>', "a person's name"),
    ),
)
