"""Verdicts in words: conclusions become the contract's `Answer` in the reader's language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from verifier.answer import (
    Advice,
    Answer,
    BrandRef,
    Channel,
    ClaimView,
    EmailContact,
    HandleContact,
    MessageContact,
    PhoneContact,
    Place,
    Reason,
    RegistryState,
    SpanView,
    UrlContact,
)
from verifier.contacts.handle import PLATFORMS, make_handle
from verifier.contacts.model import Contact, Email, Handle, Message, Phone, Span, Url
from verifier.explain.advice import ADVICE
from verifier.explain.catalogue import LANGUAGES, negotiate, translate
from verifier.explain.summary import LOWERED, general_summary
from verifier.explain.words import brand_name, fill, join
from verifier.registry.index import Registry, main_purpose, official_channels, proving_sources
from verifier.registry.model import Brand, OfficialContact
from verifier.rules.record import Case, Finding
from verifier.verdict import Conclusion

__all__ = ["LANGUAGES", "explain", "fill", "negotiate", "translate"]

MOST_CHANNELS = 8
"""How many real channels an answer lists; the brand's page has them all."""


def explain(
    case: Case,
    conclusion: Conclusion,
    lang: str,
    *,
    contacts: tuple[Answer, ...] = (),
    pending: tuple[str, ...] = (),
    span: Span | None = None,
    summary: str = "",
) -> Answer:
    """The answer to a case, in ``lang``. ``summary`` is a template that replaces the one the reasons would give."""
    registry, contact = case.registry, case.contact
    brand = registry.brands[conclusion.brand] if conclusion.brand else None
    common = _common_facts(case, brand, lang)
    reasons = [(finding, _facts(finding, common, brand, registry, lang)) for finding in conclusion.findings]
    return Answer(
        verdict=conclusion.verdict,
        risk=conclusion.risk,
        kind=contact.kind,
        contact=contact_view(contact),
        brand=BrandRef(brand.id, common["brand"], conclusion.role or "mentioned") if brand else None,
        claim=ClaimView(case.claim.status, case.claim.brand, case.claim.candidates) if case.claim else None,
        stale=conclusion.stale,
        summary=fill(summary, common, lang) if summary else _summary(case, conclusion, reasons, common, contacts, lang),
        reasons=tuple([_reason(finding, facts, lang) for finding, facts in reasons]),
        advice=_advice(case, conclusion, common, lang, bool(summary)),
        official_contacts=channels(brand) if brand else (),
        contacts=contacts,
        spans=tuple([SpanView(s.start, s.end, f.rule.id) for f in conclusion.findings for s in f.spans])
        if contact.kind == "message"
        else (),
        pending=pending,
        registry=RegistryState(registry.version, registry.date),
        lang=lang,
        span=Place(span.start, span.end) if span else None,
    )


def contact_view(contact: Contact) -> Any:
    """The contract's form of a contact."""
    match contact:
        case Url():
            host = contact.host
            return UrlContact(
                contact.value, contact.display, contact.scheme, host.ascii, host.unicode, host.registrable_domain, host.public_suffix
            )
        case Phone():
            return PhoneContact(
                contact.value,
                contact.display,
                contact.e164,
                contact.region,
                contact.region_assumed,
                contact.type,
                contact.extension,
                contact.regions,
            )
        case Handle():
            return HandleContact(contact.value, contact.display, contact.platform or None, contact.name, contact.link or None)
        case Email():
            return EmailContact(contact.value, contact.display, contact.local, contact.host.ascii, contact.host.registrable_domain)
        case Message():
            return MessageContact(None, contact.language)


_CHANNELS: dict[int, tuple[Brand, tuple[Channel, ...]]] = {}
"""By identity of the brand, which is kept beside them: an identity alone may be another brand's once the first is gone."""


def channels(brand: Brand) -> tuple[Channel, ...]:
    """The brand's real channels, best first."""
    found = _CHANNELS.get(id(brand))
    if found is None:
        found = _CHANNELS[id(brand)] = brand, tuple(channel(brand, c) for c in official_channels(brand)[:MOST_CHANNELS])
    return found[1]


def channel(brand: Brand, contact: OfficialContact) -> Channel:
    """One registry contact in the contract's form."""
    sources = proving_sources(brand, contact)
    link: str | None = contact.value if contact.kind == "url" else None
    if contact.kind == "handle" and contact.platform in PLATFORMS:
        link = make_handle(contact.platform, contact.value).link or None
    elif contact.kind == "phone":
        link = f"tel:{contact.value}"
    elif contact.kind == "email":
        link = f"mailto:{contact.value}"
    return Channel(
        kind=contact.kind,
        value=contact.value,
        purpose=main_purpose(contact),
        proof=contact.proof,
        confirmed_at=sources[0].confirmed_at,
        source=sources[0].address,
        platform=contact.platform or None,
        region=contact.region or None,
        display=f"{PLATFORMS[contact.platform].label} @{contact.value}"
        if contact.kind == "handle" and contact.platform in PLATFORMS
        else contact.value,
        link=link,
    )


def _common_facts(case: Case, brand: Brand | None, lang: str) -> dict[str, Any]:
    """Facts every template may use."""
    contact, claim = case.contact, case.claim
    facts: dict[str, Any] = {
        "brand": brand_name(brand, lang) if brand else "",
        "contact": contact.display if not isinstance(contact, Message) else "",
    }
    if claim and claim.candidates:
        facts["candidates"] = join([brand_name(case.registry.brands[id], lang) for id in claim.candidates], lang)
    if claim and claim.brand:
        facts["claimed"] = brand_name(case.registry.brands[claim.brand], lang)
    if isinstance(contact, (Url, Email)):
        host = contact.host
        facts["host"] = host.unicode
        facts["registrable"] = host.registrable_domain or host.ascii
    elif isinstance(contact, Handle):
        facts["name"] = contact.name
        facts["platform"] = PLATFORMS[contact.platform].label if contact.platform in PLATFORMS else contact.platform
    return facts


def _facts(finding: Finding, common: dict[str, Any], about: Brand | None, registry: Registry, lang: str) -> dict[str, Any]:
    """The finding's own facts and the common ones; its brand where that is not the one the answer is about."""
    facts = {**common, **finding.facts}
    if finding.brand and (about is None or finding.brand != about.id):
        facts["brand"] = brand_name(registry.brands[finding.brand], lang)
    return facts


def _reason(finding: Finding, facts: dict[str, Any], lang: str) -> Reason:
    rule = finding.rule
    return Reason(rule.id, finding.weight or 0.0, fill(rule.title, facts, lang), fill(rule.detail, facts, lang), finding.facts)


def _summary(
    case: Case,
    conclusion: Conclusion,
    reasons: list[tuple[Finding, dict[str, Any]]],
    common: dict[str, Any],
    contacts: tuple[Answer, ...],
    lang: str,
) -> str:
    if conclusion.verdict == "unknown" and case.contact.kind == "message" and any(finding.is_lowered for finding in conclusion.findings):
        return fill(LOWERED, common, lang)
    for finding, facts in reasons:
        if finding.rule.summary:
            return fill(finding.rule.summary, facts, lang)
        if finding.weight:
            break
    for inner in contacts:
        if inner.verdict == conclusion.verdict and inner.verdict in ("dangerous", "suspicious"):
            return inner.summary
    return fill(general_summary(conclusion.verdict, case.contact.kind), common, lang)


def _advice(case: Case, conclusion: Conclusion, common: dict[str, Any], lang: str, named: bool) -> tuple[Advice, ...]:
    ids = dict.fromkeys([_advice_for_name(case, conclusion)] if named else _advice_ids(case, conclusion))
    facts = common
    if case.match and case.match.confirmed_at:
        facts = {**common, "confirmed_at": case.match.confirmed_at}
    brand = common["brand"]
    return tuple([_ready_advice(id, brand, lang) or Advice(id, fill(ADVICE[id], facts, lang)) for id in ids])


@lru_cache(maxsize=8192)
def _ready_advice(id: str, brand: str, lang: str) -> Advice | None:
    """An advice that names at most the brand: the same whatever the contact is. None for one that names more of the case."""
    template = ADVICE[id]
    return None if "{" in template.replace("{brand}", "") else Advice(id, fill(template, {"brand": brand}, lang))


def _advice_for_name(case: Case, conclusion: Conclusion) -> str:
    """For a brand's bare name there is nothing to distrust yet: only whom it means and where to go."""
    return "which-brand" if conclusion.brand is None else _way_to(case, conclusion)


def _way_to(case: Case, conclusion: Conclusion) -> str:
    """How to reach the brand, if there is one: through the channels the answer shows, else as the reader always did."""
    known = conclusion.brand and channels(case.registry.brands[conclusion.brand])
    return "use-official-channel" if known else "find-channel-yourself"


_KEEP_AWAY = {"url": "do-not-open", "phone": "do-not-call"}


def _advice_ids(case: Case, conclusion: Conclusion) -> list[str]:
    contact, claim, verdict = case.contact, case.claim, conclusion.verdict
    ids: list[str] = []
    for finding in conclusion.findings:
        ids.extend(finding.rule.advice)
    if verdict == "official":
        if isinstance(contact, Handle):
            ids.append("open-from-here")
        if conclusion.stale and case.match and case.match.confirmed_at:
            ids.append("confirm-if-old")
        return ids
    if verdict != "unknown":
        ids.append(_KEEP_AWAY.get(contact.kind, "do-not-reply"))
    if claim and claim.status == "ambiguous":
        ids.append("which-brand")
    elif claim and claim.status == "unknown":
        ids.append("brand-not-known")
    if isinstance(contact, Phone) and (contact.region_assumed or contact.regions):
        ids.append("give-region")
    elif isinstance(contact, Handle) and not contact.platform:
        ids.append("give-platform")
    ids.append(_way_to(case, conclusion))
    if verdict == "unknown":
        ids.append("not-confirmed" if conclusion.role == "owner" else "unknown-is-not-safe")
    return ids
