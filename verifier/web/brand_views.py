"""What the API and the brand pages show of a brand: all of its entry, with what follows from it worked out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec

from verifier.answer import RegistryState
from verifier.explain import channel, fill
from verifier.explain.words import brand_name
from verifier.registry.index import Match, Registry, is_vouched_for, statement_proof
from verifier.registry.model import (
    Basis,
    Brand,
    Category,
    Change,
    ContactKind,
    Coverage,
    Impostor,
    OfficialContact,
    Proof,
    Service,
    Source,
    Statement,
    Status,
)
from verifier.web.words import STATEMENTS


class BrandSummary(msgspec.Struct, frozen=True):
    """A brand in the list. ``name`` is the one its readers in the answer's language know; ``last_confirmed`` its latest dated source."""

    id: str
    name: str
    names: dict[str, tuple[str, ...]]
    aliases: tuple[str, ...]
    category: Category
    regions: tuple[str, ...]
    contacts: int
    last_confirmed: date | None


class BrandList(msgspec.Struct, frozen=True):
    """Brands in the order of their ids; ``total`` counts all that fit the filters."""

    total: int
    offset: int
    brands: tuple[BrandSummary, ...]
    registry: RegistryState
    lang: str


class SourceView(msgspec.Struct, frozen=True):
    """Where a fact was read. ``confirmed_at`` is the source's own date, null where it shows none."""

    address: str
    kind: str
    confirmed_at: date | None
    read_at: date
    note: str


class ContactView(msgspec.Struct, frozen=True):
    """One contact of a brand. ``official``: a check may answer ``official`` for it now. ``sources``: keys of the brand's sources."""

    kind: ContactKind
    value: str
    display: str
    link: str | None
    platform: str | None
    region: str | None
    covers: Coverage | None
    purpose: tuple[str, ...]
    proof: Proof
    official: bool
    status: Status
    confirmed_at: date | None
    stale: bool
    sources: tuple[str, ...]
    successor: str | None
    expires: date | None
    service: Service | None
    note: str
    history: tuple[Change, ...]


class StatementView(msgspec.Struct, frozen=True):
    """What a brand says it does or never does. ``basis``: ``said`` outright, or ``implied`` by its closed list of channels.

    ``proof``: ``listed`` where only somebody else's copy says it; such a statement decides no verdict.
    """

    kind: str
    text: str
    basis: Basis
    proof: Proof
    kinds: tuple[ContactKind, ...]
    scope: str
    confirmed_at: date | None
    sources: tuple[str, ...]
    history: tuple[Change, ...]


class ImpostorView(msgspec.Struct, frozen=True):
    """A contact known to imitate the brand. ``named_by``: ``brand`` where the brand itself warns of it, else ``third-party``."""

    kind: str
    value: str
    platform: str | None
    region: str | None
    named_by: str
    sources: tuple[str, ...]
    note: str


class BrandDetail(msgspec.Struct, frozen=True):
    """All of a brand's entry."""

    id: str
    name: str
    names: dict[str, tuple[str, ...]]
    aliases: tuple[str, ...]
    ambiguous_aliases: tuple[str, ...]
    category: Category
    regions: tuple[str, ...]
    last_confirmed: date | None
    contacts: tuple[ContactView, ...]
    statements: tuple[StatementView, ...]
    impostors: tuple[ImpostorView, ...]
    sources: dict[str, SourceView]
    note: str
    history: tuple[Change, ...]
    registry: RegistryState
    lang: str


def state_of(registry: Registry) -> RegistryState:
    """The registry's version and date."""
    return RegistryState(registry.version, registry.date)


def last_confirmed(brand: Brand) -> date | None:
    """The date of the brand's latest dated source."""
    return max((s.confirmed_at for s in brand.sources.values() if s.confirmed_at), default=None)


def summary(brand: Brand, lang: str) -> BrandSummary:
    """A brand's line in the list."""
    return BrandSummary(
        id=brand.id,
        name=brand_name(brand, lang),
        names=brand.names,
        aliases=brand.aliases,
        category=brand.category,
        regions=brand.regions,
        contacts=len(brand.contacts),
        last_confirmed=last_confirmed(brand),
    )


def detail(brand: Brand, registry: Registry, lang: str, today: date | None = None) -> BrandDetail:
    """All there is about a brand, in ``lang`` where there are words."""
    today = today or datetime.now(UTC).date()
    return BrandDetail(
        id=brand.id,
        name=brand_name(brand, lang),
        names=brand.names,
        aliases=brand.aliases,
        ambiguous_aliases=brand.ambiguous_aliases,
        category=brand.category,
        regions=brand.regions,
        last_confirmed=last_confirmed(brand),
        contacts=tuple(_contact(c, brand, registry, today) for c in sorted(brand.contacts, key=_order)),
        statements=tuple(_statement(s, brand, registry, lang) for s in brand.statements),
        impostors=tuple(_impostor(i) for i in brand.impostors),
        sources={key: _source(s) for key, s in brand.sources.items()},
        note=brand.note,
        history=brand.history,
        registry=state_of(registry),
        lang=lang,
    )


_KINDS = ("url", "phone", "email", "handle", "email-domain", "app")
_PURPOSES = ("support", "help-centre", "report-fraud", "emergency", "complaints", "website", "download", "app")
_STATUSES = ("active", "superseded", "disputed", "revoked")


def _order(contact: OfficialContact) -> tuple[int, int, int]:
    purpose = min((_PURPOSES.index(p) for p in contact.purpose if p in _PURPOSES), default=len(_PURPOSES))
    return _STATUSES.index(contact.status), purpose, _KINDS.index(contact.kind)


def _contact(contact: OfficialContact, brand: Brand, registry: Registry, today: date) -> ContactView:
    seen = channel(brand, contact)
    match = Match(brand, contact, "contact")
    in_time = contact.expires is None or contact.expires >= today
    return ContactView(
        kind=contact.kind,
        value=contact.value,
        display=seen.display,
        link=seen.link,
        platform=contact.platform or None,
        region=contact.region or None,
        covers=contact.covers,
        purpose=contact.purpose,
        proof=contact.proof,
        official=is_vouched_for(contact) and in_time,
        status=contact.status,
        confirmed_at=match.confirmed_at,
        stale=registry.is_stale(match, today),
        sources=contact.sources,
        successor=contact.successor or None,
        expires=contact.expires,
        service=contact.service,
        note=contact.note,
        history=contact.history,
    )


def _statement(statement: Statement, brand: Brand, registry: Registry, lang: str) -> StatementView:
    return StatementView(
        kind=statement.kind,
        text=fill(STATEMENTS[statement.kind], {"brand": brand_name(brand, lang)}, lang),
        basis=statement.basis,
        proof=statement_proof(brand, statement),
        kinds=statement.kinds,
        scope=statement.scope.get(lang) or statement.scope.get("en", ""),
        confirmed_at=registry.statement_date(brand, statement),
        sources=statement.sources,
        history=statement.history,
    )


def _impostor(impostor: Impostor) -> ImpostorView:
    return ImpostorView(
        kind=impostor.kind,
        value=impostor.value,
        platform=impostor.platform or None,
        region=impostor.region or None,
        named_by=impostor.named_by,
        sources=impostor.sources,
        note=impostor.note,
    )


def _source(source: Source) -> SourceView:
    return SourceView(source.address, source.kind, source.confirmed_at, source.read_at, source.note)
