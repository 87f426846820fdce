"""A longer number that ends with a brand's well-known short number: endings can be chosen."""

from __future__ import annotations

from verifier.contacts.model import Phone
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A weak sign; somewhat stronger for a call that came in."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.match is not None:
        return None
    ending = case.world.endings.of(phone)
    if ending is None:
        return None
    weight = 0.3 if case.direction == "incoming" or case.claimed == ending.brand else 0.2
    return Finding({"ending": ending.number, "country": [ending.region]}, weight=weight, brand=ending.brand)


RULE = Rule(
    id="ends-like-official-number",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.3,
    title=N_("Only ends like {brand}'s number"),
    detail=N_(
        "{brand}'s number in {country} is {ending} alone. This is a longer number that ends with it, and anybody can choose an ending."
    ),
    summary=N_("This number only ends like {brand}'s {ending}: it is another number."),
    find=find,
    catches=(
        example("17000095588", "a mobile that ends like a bank's line", region="CN"),
        example("+1 202 559 5588", "a foreign number with such an ending", direction="incoming"),
    ),
    spares=(
        example("95588", "the bank's own", region="CN"),
        example("106980095533", "senders of short messages end like this by custom", region="CN"),
        example("400-889-5599", "companies choose their own numbers like this", region="CN"),
        example("13800138000", "no such ending", region="CN"),
    ),
)
