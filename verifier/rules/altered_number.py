"""An official number with something added that its owner does not publish: an extension, a country or area code, other last digits."""

from __future__ import annotations

from verifier.contacts.model import Phone
from verifier.contacts.number_facts import addition_to
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A note: whose the number is stays true, where the call ends is not known."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.match is None or case.match.contact is None:
        return None
    added = addition_to(phone)
    return Finding({"added": added}, brand=case.match.brand.id) if added else None


RULE = Rule(
    id="altered-number",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.0,
    title=N_("Not the plain number"),
    detail=N_("{contact} is listed for {brand}, but here it comes with {added}, which {brand} does not publish. Dial the number alone."),
    summary=N_("The number is {brand}'s, but not with {added}: we cannot say where that leads."),
    advice=("use-official-channel",),
    needs="entry",
    find=find,
    role="owner",
    catches=(
        example("+852 3718 1818 ext. 5", "an extension nobody publishes"),
        example("010-95588", "the bank publishes the number without an area code", region="CN"),
        example("+86 110", "abroad, these digits do not reach the Chinese police"),
    ),
    spares=(
        example("+852 3718 1818", "as published"),
        example("95588", "as published", region="CN"),
        example("110", "inside the country", region="CN"),
    ),
)
