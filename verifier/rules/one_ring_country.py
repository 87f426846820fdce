"""A country whose numbers are known for «one ring»: they ring once, and calling back is expensive."""

from __future__ import annotations

from verifier.contacts.model import Phone
from verifier.contacts.number_facts import marks_of
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Heavier for a call that came in; silent where the caller's own region is that country."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.match is not None or phone.region is None or "one-ring" not in marks_of(phone):
        return None
    return Finding({"country": [phone.region]}, weight=0.3 if case.direction == "incoming" else 0.2)


RULE = Rule(
    id="one-ring-country",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.3,
    title=N_("Expensive to call back"),
    detail=N_(
        "This is a number in {country}. Numbers there are used for calls that ring once, so that you call back and pay a lot. "
        "If you know nobody there, do not call back."
    ),
    summary=N_("A number in {country}, where calling back is often a costly trap. We do not know whose it is."),
    find=find,
    role="mentioned",
    catches=(
        example("+1 876 555 0123", "Jamaica, written like a number in the United States"),
        example("+232 76 123456", "Sierra Leone", direction="incoming"),
    ),
    spares=(example("+1 202 555 0143", "Washington"), example("+44 20 7946 0958", "London")),
)
