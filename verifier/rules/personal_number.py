"""A personal or satellite number: it looks like a mobile of one country and rings anywhere, at a price."""

from __future__ import annotations

from verifier.contacts.model import Phone
from verifier.contacts.number_facts import marks_of
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example

_MARKS = frozenset({"follow-me", "satellite", "international-network"})


def find(case: Case) -> Finding | None:
    """By libphonenumber's type, or by prefix for British 070, satellite and international networks."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.match is not None:
        return None
    marks = marks_of(phone) & _MARKS
    return Finding({"marks": sorted(marks)}) if marks or phone.type == "personal-number" else None


RULE = Rule(
    id="personal-number",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.3,
    title=N_("Rings anywhere in the world"),
    detail=N_("{contact} is not tied to a place: calls are passed on to wherever its owner wants, and the caller pays more for it."),
    summary=N_("This number can ring anywhere and costs more than it seems. We do not know whose it is."),
    find=find,
    role="mentioned",
    catches=(example("07012345678", "British 070 looks like a mobile", region="GB"), example("+881 6 31 512 345", "a satellite telephone")),
    spares=(example("07400 123456", "a British mobile", region="GB"), example("+86 138 0013 8000", "a Chinese mobile")),
)
