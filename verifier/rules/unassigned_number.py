"""A number in a range that is not in use: nobody can call from it, so whoever shows it has forged it, or it is mistyped."""

from __future__ import annotations

from verifier.contacts.model import Phone
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A possible length for its country, but no such range."""
    phone = case.contact
    if not isinstance(phone, Phone) or phone.type != "unassigned" or case.match is not None:
        return None
    incoming = case.direction == "incoming"
    return Finding({"country": [phone.region] if phone.region else []}, weight=0.35 if incoming else 0.2)


RULE = Rule(
    id="unassigned-number",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.35,
    title=N_("No such number is in use"),
    detail=N_(
        "As far as we know, numbers that begin like this are not in use. A call that shows one is likely forged; "
        "if somebody gave it to you, it may be mistyped."
    ),
    summary=N_("Numbers like this are not in use, as far as we know: it is mistyped, or a caller forged it."),
    find=find,
    role="mentioned",
    catches=(example("+86 128 1234 5678", "no Chinese mobile begins with 128"), example("+1 473 055 0123", "no exchange begins with 0")),
    spares=(example("+86 138 0013 8000", "in use"), example("+1 202 555 0143", "a range in use")),
)
