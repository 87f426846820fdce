"""The registry knows this contact as the brand's own, with proof."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A note on the entry, its source and its date; whether it makes the verdict is `verifier.verdict`'s business."""
    match = case.match
    if match is None or match.contact is None or match.contact.status != "active" or match.contact.proof == "listed":
        return None
    source = match.sources[0]
    return Finding(
        {
            "source": source.address,
            "proof": match.contact.proof,
            "through": match.through,
            "proved": N_("The company itself publishes it.")
            if match.contact.proof == "brand-controlled"
            else N_("Independent public registries agree that it is the company's own."),
            "confirmed_at": match.confirmed_at or N_("an unknown date"),
        },
        brand=match.brand.id,
    )


RULE = Rule(
    id="official-contact",
    kinds=frozenset({"url", "phone", "handle", "email"}),
    group="registry",
    weight=0.0,
    title=N_("In the registry of official contacts"),
    detail=N_("This belongs to {brand}. {proved} Source: {source}, of {confirmed_at}."),
    needs="entry",
    find=find,
    role="owner",
    catches=(
        example("https://help.tokenpocket.pro/cn/", "a host under a domain the brand owns"),
        example("18222", "a short number in its own region", region="HK"),
    ),
    spares=(
        example("https://docs.google.com/forms/d/e/x/viewform", "strangers publish there: the domain's owner vouches for nothing"),
        example("18222", "the same digits elsewhere are somebody else's", region="CA"),
    ),
)
