"""A short service number with a country code, as the number of a call that came in: such numbers do not call from abroad."""

from __future__ import annotations

from verifier.contacts.model import Phone
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Only for incoming calls: a number dialled from abroad may be written with the country code before it."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.direction != "incoming" or "country-code" not in phone.disguises:
        return None
    return Finding({"country": [phone.region] if phone.region else []}, brand=case.match.brand.id if case.match else None)


RULE = Rule(
    id="service-number-from-abroad",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.35,
    title=N_("A forged caller number"),
    detail=N_(
        "{contact} is a short number of {country}. A real call from it shows only those digits. With “+” or a country code "
        "before it, the call comes from abroad and the number is forged."
    ),
    summary=N_("This caller's number is forged: a real short number never shows with a country code. Hang up."),
    advice=("hang-up-and-call-back",),
    find=find,
    role="mentioned",
    catches=(example("+86 95588", "a bank's number, as a call from abroad shows it", direction="incoming"),),
    spares=(
        example("+86 95588", "dialled from abroad", direction="outgoing"),
        example("95588", "a call inside the country", region="CN", direction="incoming"),
    ),
)
