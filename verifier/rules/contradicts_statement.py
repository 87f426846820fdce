"""The brand's own word speaks against this contact: it has no phone support, or its list of channels is closed."""

from __future__ import annotations

from verifier.errors import N_
from verifier.registry.model import Statement
from verifier.rules.record import Case, Finding, Rule, example


def statement_against(case: Case) -> Statement | None:
    """The claimed brand's statement that excludes a contact of this kind, the outright ones first; None where it made none."""
    if case.claimed is None or case.match is not None:
        return None
    kind = case.contact.kind
    brand = case.registry.brands[case.claimed]
    found = [
        s
        for s in brand.statements
        if (s.kind == "no-phone-support" and kind == "phone")
        or (s.kind == "no-email-support" and kind == "email")
        or (s.kind == "channels-are-exhaustive" and kind in s.kinds)
    ]
    return min(found, key=lambda s: s.basis != "said") if found else None


def find(case: Case) -> Finding | None:
    """Said outright: dangerous. Implied by a closed list: suspicious, and dangerous together with any other sign."""
    statement = statement_against(case)
    if statement is None or case.claimed is None:
        return None
    brand = case.registry.brands[case.claimed]
    facts = {
        "statement": statement.kind,
        "basis": statement.basis,
        "said": N_("It says so outright.") if statement.basis == "said" else N_("It publishes a complete list of its channels, and none of this kind is in it."),
        "source": brand.sources[statement.sources[0]].address,
        "confirmed_at": case.registry.statement_date(brand, statement) or N_("an unknown date"),
    }
    return Finding(facts, weight=0.9 if statement.basis == "said" else 0.6, brand=case.claimed)


RULE = Rule(
    id="contradicts-statement",
    kinds=frozenset({"phone", "handle", "email"}),
    group="claim",
    weight=0.9,
    title=N_("{brand} has no such contact"),
    detail=N_("{brand}'s own word speaks against this contact. {said} Source: {source}, of {confirmed_at}."),
    summary=N_("This is not {brand}'s: {brand} has no contact of this kind."),
    find=find,
    role="claimed",
    catches=(),
    spares=(
        example("400-820-0000", "nobody claims anything", region="CN"),
        example("400-820-0000", "a claim on a brand that made no statement about numbers", claimed_brand="TP钱包", region="CN"),
    ),
)
