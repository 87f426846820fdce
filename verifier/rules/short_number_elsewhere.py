"""A short number without its country: whose it would be in the countries where we know it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verifier.contacts.model import Phone
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Iterator[Finding]:
    """A note for each brand that has this number in one of the regions where it means something."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.match is not None or phone.region is not None:
        return
    for region in phone.regions:
        match = case.registry.look_up(msgspec.structs.replace(phone, region=region))
        if match is not None and match.contact is not None and match.contact.status == "active":
            yield Finding({"country": [region], "region": region}, brand=match.brand.id)


RULE = Rule(
    id="short-number-elsewhere",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.0,
    title=N_("Depends on the country"),
    detail=N_("In {country}, {contact} is listed for {brand}. In another country the same digits reach somebody else."),
    summary=N_("Short numbers reach somebody else in each country. In {country}, this one is listed for {brand}."),
    find=find,
    role="mentioned",
    catches=(
        example("18222", "Hong Kong's anti-scam line, but nobody says where"),
        example("95588", "a Chinese bank's, but nobody says where"),
    ),
    spares=(example("18222", "in its own region", region="HK"), example("400-820-0000", "not a short number", region="CN")),
)
