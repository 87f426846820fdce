"""A Chinese mobile of a virtual operator (170, 171, 162, 165, 167): ordinary people have them, and so do many swindlers."""

from __future__ import annotations

from verifier.contacts.model import Phone
from verifier.contacts.number_facts import marks_of
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A weak sign, by prefix."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.match is not None or "virtual-operator" not in marks_of(phone):
        return None
    return Finding({"prefix": phone.value[3:6]})


RULE = Rule(
    id="virtual-operator-number",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.15,
    title=N_("A mobile of a virtual operator"),
    detail=N_("Numbers that begin with {prefix} belong to resellers of mobile services. No company's service line has one."),
    find=find,
    role="mentioned",
    catches=(example("17012345678", "170 is for resale", region="CN"), example("+86 167 1234 5678", "so is 167")),
    spares=(
        example("13800138000", "a network's own prefix", region="CN"),
        example("19212345678", "192 is a network of its own (China Broadnet)", region="CN"),
    ),
)
