"""Wants the matter kept from family, bank or police."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import combination, combination_finding, reading_of
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Secrecy together with money or an authority; weak by itself."""
    reading = reading_of(case)
    found = combination(reading, "secret", ("money", "pay", "authority", "bankstaff", "release", "accuse"), within=90)
    return combination_finding(case, found, weight=None if reading.has("bankstaff", "authority") else 0.3)


RULE = Rule(
    id="secrecy",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("Wants you to keep it secret"),
    detail=N_("The text wants you to tell nobody, or to mislead the bank. Secrecy serves only whoever takes the money."),
    advice=("talk-to-somebody",),
    find=find,
    role="mentioned",
    catches=(
        example("Withdraw the cash and don't mention this to the branch staff, tell the bank it is for repairs.", "misleading the bank"),
        example("案件保密,不得告诉家人,否则冻结你的银行卡。", "a case kept secret"),
    ),
    spares=(
        example("Don't tell anyone, but we're throwing Sam a surprise party.", "a party"),
        example("Keep your seed phrase secret.", "advice"),
    ),
)
