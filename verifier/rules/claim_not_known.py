"""An official contact, said to be of somebody whom the registry does not know, or not of those the name could mean."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A note: it keeps the contact from being called official, without accusing anybody."""
    match = case.match
    if match is None or match.contact is None or not case.claim_is_open:
        return None
    return Finding({"status": case.claim.status if case.claim else ""}, brand=match.brand.id)


RULE = Rule(
    id="claim-not-known",
    kinds=frozenset({"url", "phone", "handle", "email"}),
    group="claim",
    weight=0.0,
    title=N_("We do not know whom this is said to be"),
    detail=N_("This is {brand}'s contact. The name you gave is not that of {brand}, and we have no entry for it."),
    summary=N_("This belongs to {brand}. We do not know the company it is said to be."),
    needs="claim",
    find=find,
    role="owner",
    catches=(example("https://help.tokenpocket.pro/cn/", "a name the registry does not know", claimed_brand="Acme Unheard Of"),),
    spares=(
        example("https://help.tokenpocket.pro/cn/", "one of those the name can mean", claimed_brand="TP"),
        example("https://help.tokenpocket.pro/cn/", "the owner's own name", claimed_brand="TokenPocket"),
    ),
)
