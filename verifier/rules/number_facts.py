"""What an unknown number is and where it belongs: no sign of anything, but what one wants to know before calling."""

from __future__ import annotations

from verifier.contacts.model import Phone
from verifier.contacts.number_facts import TYPE_WORDS
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A note on country and type, for numbers the registry does not know."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.match is not None or phone.region is None:
        return None
    kind = TYPE_WORDS.get(phone.type, TYPE_WORDS["unknown"])
    return Finding({"country": [phone.region], "number_type": kind, "type": phone.type})


RULE = Rule(
    id="number-facts",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.0,
    title=N_("What this number is"),
    detail=N_("{country}: {number_type}."),
    find=find,
    role="mentioned",
    catches=(example("+86 138 0013 8000", "a Chinese mobile"), example("+1 876 555 0123", "a number in Jamaica")),
    spares=(
        example("18222", "in the registry: there is more to say", region="HK"),
        example("18222", "without a region it belongs to no country"),
    ),
)
