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
    Reason,
    RegistryState,
    SpanView,
    UrlContact,
)
from verifier.contacts.handle import PLATFORMS, make_handle
from verifier.contacts.model import Contact, Email, Handle, Message, Phone, Url
from verifier.explain.advice import ADVICE
from verifier.explain.catalogue import LANGUAGES, negotiate, translate
from verifier.explain.summary import LOWERED, general_summary
from verifier.explain.words import brand_name, fill, fill_all, join
from verifier.registry.index import main_purpose, official_channels, proving_sources
from verifier.registry.model import Brand, OfficialContact
from verifier.rules.record import Case
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
    summary: str = "",
) -> Answer:
    """The answer to a case, in ``lang``. ``summary`` is a template that replaces the one the reasons would give."""
    registry, contact = case.world.registry, case.contact
    brand = registry.brands[conclusion.brand] if conclusion.brand else None
    ways = channels(brand) if brand else ()
    common = _common_facts(case, brand, lang)
    template = summary or (LOWERED if contact.kind == "message" and _is_lowered(conclusion) else "")
    sentence = fill(template, common, lang) if template else ""
    reasons: list[Reason] = []
    speaks = not sentence  # whether the next reason says the whole in a sentence, if it has one
    for finding in conclusion.findings:
        rule, facts = finding.rule, {**common, **finding.facts}
        if finding.brand and (brand is None or finding.brand != brand.id):
            facts["brand"] = brand_name(registry.brands[finding.brand], lang)
        title, detail, whole = fill_all((rule.title, rule.detail, rule.summary if speaks else ""), facts, lang)
        reasons.append(Reason(rule.id, finding.weight or 0.0, title, detail, finding.facts))
        if speaks:
            sentence, speaks = whole, not (whole or finding.weight)
    return Answer(  # in the contract's order: names would be matched again for every answer
        conclusion.verdict,
        conclusion.risk,
        contact.kind,
        contact_view(contact),
        BrandRef(brand.id, common["brand"], conclusion.role or "mentioned") if brand else None,
        ClaimView(case.claim.status, case.claim.brand, case.claim.candidates) if case.claim else None,
        conclusion.stale,
        sentence or _summary_without_reason(conclusion, contact, common, contacts, lang),
        tuple(reasons),
        _advice(case, conclusion, common, lang, bool(summary), bool(ways)),
        ways,
        contacts,
        _spans(conclusion) if contact.kind == "message" else (),
        pending,
        RegistryState(registry.version, registry.date),
        lang,
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


def _spans(conclusion: Conclusion) -> tuple[SpanView, ...]:
    return tuple([SpanView(s.start, s.end, f.rule.id) for f in conclusion.findings for s in f.spans])


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
        "contact": contact.display if contact.kind != "message" else "",
    }
    if claim and claim.candidates:
        facts["candidates"] = join([brand_name(case.registry.brands[id], lang) for id in claim.candidates], lang)
    if claim and claim.brand:
        facts["claimed"] = brand_name(case.registry.brands[claim.brand], lang)
    if contact.kind == "email":
        facts["host"] = contact.host.unicode
    elif contact.kind == "handle":
        facts["name"] = contact.name
        facts["platform"] = PLATFORMS[contact.platform].label if contact.platform in PLATFORMS else contact.platform
    return facts


def _is_lowered(conclusion: Conclusion) -> bool:
    """Whether rules found something in a message that does not decide, because its wording does not bear it out."""
    return conclusion.verdict == "unknown" and any(finding.is_lowered for finding in conclusion.findings)


def _summary_without_reason(
    conclusion: Conclusion, contact: Contact, common: dict[str, Any], contacts: tuple[Answer, ...], lang: str
) -> str:
    """The verdict in a sentence where no reason has one: that of the contact inside which decides, or the general one."""
    for inner in contacts:
        if inner.verdict == conclusion.verdict and inner.verdict in ("dangerous", "suspicious"):
            return inner.summary
    return fill(general_summary(conclusion.verdict, contact.kind), common, lang)


def _advice(case: Case, conclusion: Conclusion, common: dict[str, Any], lang: str, named: bool, has_channels: bool) -> tuple[Advice, ...]:
    ids = (_advice_for_name(conclusion, has_channels),) if named else tuple(_advice_ids(case, conclusion, has_channels))
    ready = _ready_advice(ids, common["brand"], lang)
    if ready is not None:
        return ready
    facts = common
    if case.match and case.match.confirmed_at:
        facts = {**common, "confirmed_at": case.match.confirmed_at}
    return _filled(ids, facts, lang)


@lru_cache(maxsize=8192)
def _ready_advice(ids: tuple[str, ...], brand: str, lang: str) -> tuple[Advice, ...] | None:
    """Advice that names at most the brand: the same whatever the contact is. None where one names more of the case."""
    if any("{" in ADVICE[id].replace("{brand}", "") for id in ids):
        return None
    return _filled(ids, {"brand": brand}, lang)


def _filled(ids: tuple[str, ...], facts: dict[str, Any], lang: str) -> tuple[Advice, ...]:
    return tuple(Advice(id, fill(ADVICE[id], facts, lang)) for id in dict.fromkeys(ids))


def _advice_for_name(conclusion: Conclusion, has_channels: bool) -> str:
    """For a brand's bare name there is nothing to distrust yet: only whom it means and where to go."""
    return "which-brand" if conclusion.brand is None else _WAY[has_channels]


_WAY = {True: "use-official-channel", False: "find-channel-yourself"}
"""How to reach the brand, if there is one: through the channels the answer shows, if it shows any, else as the reader always did."""


_KEEP_AWAY = {"url": "do-not-open", "phone": "do-not-call"}


def _advice_ids(case: Case, conclusion: Conclusion, has_channels: bool) -> list[str]:
    contact, claim, verdict = case.contact, case.claim, conclusion.verdict
    ids: list[str] = []
    for finding in conclusion.findings:
        ids.extend(finding.advice or finding.rule.advice)
    if verdict == "official":
        if contact.kind == "handle":
            ids.append("open-from-here")
        if conclusion.stale and case.match and case.match.confirmed_at:
            ids.append("confirm-if-old")
        return ids
    if verdict != "unknown":
        ids.append(_KEEP_AWAY.get(contact.kind, "do-not-reply"))
    if claim is not None and claim.status != "known":
        ids.append("which-brand" if claim.status == "ambiguous" else "brand-not-known")
    if contact.kind == "phone" and (contact.region_assumed or contact.regions):
        ids.append("give-region")
    elif contact.kind == "handle" and not contact.platform:
        ids.append("give-platform")
    ids.append(_WAY[has_channels])
    if verdict == "unknown":
        ids.append("not-confirmed" if conclusion.role == "owner" else "unknown-is-not-safe")
    return ids
