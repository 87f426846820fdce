"""The brand's own word speaks against this contact: it has no phone support, or its list of channels is closed."""

from __future__ import annotations

from verifier.contacts.model import Contact, Handle, Phone
from verifier.errors import N_
from verifier.registry.index import statement_proof
from verifier.registry.model import Statement
from verifier.rules.record import Case, Finding, Rule, example

CHAT_APPS = frozenset({"telegram", "whatsapp", "wechat", "qq", "line", "kakaotalk", "signal", "discord"})
"""Platforms on which "support" writes to people privately."""


def statement_against(case: Case) -> Statement | None:
    """The claimed brand's statement that excludes a contact of this kind, the outright ones first; None where it made none."""
    if case.claimed is None or case.match is not None or may_be_theirs(case):
        return None
    brand = case.registry.brands[case.claimed]
    found = [s for s in brand.statements if statement_proof(brand, s) == "brand-controlled" and _speaks_against(s, case.contact)]
    return min(found, key=lambda s: s.basis != "said") if found else None


def may_be_theirs(case: Case) -> bool:
    """Whether a short number without a region is one of the claimed brand's in some region: then only the region is missing."""
    contact = case.contact
    if not isinstance(contact, Phone) or contact.region or contact.e164 or case.claimed is None:
        return False
    return any(c.kind == "phone" and c.value == contact.value for c in case.registry.brands[case.claimed].contacts)


def _speaks_against(statement: Statement, contact: Contact) -> bool:
    match statement.kind:
        case "no-phone-support":
            return contact.kind == "phone"
        case "no-email-support":
            return contact.kind == "email"
        case "no-chat-app-support":
            return isinstance(contact, Handle) and contact.platform in CHAT_APPS
        case "channels-are-exhaustive":
            return contact.kind in statement.kinds
    return False


IMPLIED = 0.6
"""What a closed list implies, or what is said of support alone: an account may still be the brand's for other purposes."""


def find(case: Case) -> Finding | None:
    """Said outright: dangerous. Implied by a closed list: suspicious, and dangerous together with any other sign."""
    statement = statement_against(case)
    if statement is None or case.claimed is None:
        return None
    brand = case.registry.brands[case.claimed]
    facts = {
        "statement": statement.kind,
        "basis": statement.basis,
        "said": N_("It says so outright.")
        if statement.basis == "said"
        else N_("It publishes a complete list of its channels, and none of this kind is in it."),
        "source": brand.sources[statement.sources[0]].address,
        "confirmed_at": case.registry.statement_date(brand, statement) or N_("an unknown date"),
    }
    return Finding(facts, weight=0.9 if statement.basis == "said" and case.contact.kind != "handle" else IMPLIED, brand=case.claimed)


RULE = Rule(
    id="contradicts-statement",
    kinds=frozenset({"phone", "handle", "email"}),
    group="claim",
    weight=0.9,
    title=N_("{brand} has no such contact"),
    detail=N_("{brand}'s own word speaks against this contact. {said} Source: {source}, of {confirmed_at}."),
    summary=N_("This is not {brand}'s: {brand} has no contact of this kind."),
    needs="claim",
    find=find,
    role="claimed",
    catches=(
        example("+1 818 555 0142", "Trezor says outright that nobody of it talks to people by telephone", claimed_brand="trezor"),
        example("@metamask_helpdesk_agent", "MetaMask gives no support in chat apps", claimed_brand="metamask", platform="telegram"),
    ),
    spares=(
        example("400-820-0000", "nobody claims anything", region="CN"),
        example("400-820-0000", "a claim on a brand that made no statement about numbers", claimed_brand="TP钱包", region="CN"),
    ),
)
