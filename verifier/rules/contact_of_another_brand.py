"""An official contact, but of another brand than the one it is said to be."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """The claim names one brand, the registry another."""
    match = case.match
    if match is None or match.contact is None or not case.claimed or case.registry.same_family(case.claimed, match.brand.id):
        return None
    return Finding({"claimed_id": case.claimed}, brand=match.brand.id)


RULE = Rule(
    id="contact-of-another-brand",
    kinds=frozenset({"url", "phone", "handle", "email"}),
    group="claim",
    weight=0.5,
    title=N_("Belongs to somebody else"),
    detail=N_("It is said to be {claimed}'s, but it is {brand}'s. Whoever told you so is mistaken, or means to mislead you."),
    summary=N_("This belongs to {brand}, not to {claimed}."),
    needs="claim",
    find=find,
    role="owner",
    catches=(example("https://tokenpocket.pro", "TokenPocket's own, claimed as an authority's", claimed_brand="hk-adcc"),),
    spares=(
        example("https://tokenpocket.pro", "claim and owner agree", claimed_brand="TP钱包"),
        example("https://tokenpocket.pro", "nothing is claimed"),
    ),
)
