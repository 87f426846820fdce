"""A number that costs the caller more than a call: no support line of a serious company is one without saying so."""

from __future__ import annotations

from verifier.contacts.model import Phone
from verifier.contacts.number_facts import marks_of
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """By libphonenumber's type, the plan's shape, or a prefix that is charged."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.match is not None:
        return None
    if phone.type != "premium-rate" and "premium" not in marks_of(phone):
        return None
    return Finding({"country": [phone.region] if phone.region else []})


RULE = Rule(
    id="premium-rate-number",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.3,
    title=N_("Calling costs extra"),
    detail=N_("Whoever calls {contact} pays by the minute or by the call, and part of the money goes to whoever runs the number."),
    summary=N_("Calling this number costs extra, and we do not know whose it is."),
    find=find,
    role="mentioned",
    catches=(
        example("09066364315", "a British 09 number", region="GB"),
        example("+1-900-555-0123", "North American pay-per-call"),
    ),
    spares=(
        example("400-820-0000", "a Chinese shared-cost number: the caller pays a local call", region="CN"),
        example("+86 138 0013 8000", "a plain mobile"),
    ),
)
