"""What stands in the registry file: brands, their contacts, statements, impostors and the sources of each.

These structs *are* the file format: the loader decodes into them, the JSON Schema in ``verifier/data`` is generated
from them, and a field that is not here is refused. Everything is frozen; nothing here does I/O.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

import msgspec

SourceKind = Literal["official-page", "official-repository", "authority-page", "curated-registry", "third-party"]
"""Who wrote the source. ``official-page``: a page of a domain the brand owns. ``official-repository``: a commit on the
default branch of the brand's own organisation. ``authority-page``: a page of an authority about itself or of a regulator
about a body it supervises. ``curated-registry``: a named public registry with reviewed entries. ``third-party``: anyone else."""

BRAND_CONTROLLED_SOURCES: frozenset[str] = frozenset({"official-page", "official-repository", "authority-page"})

Proof = Literal["brand-controlled", "anchored", "listed"]
"""How well a contact is proved, strongest first. Only the first two are ever ``official``; a phone only on the first."""

Status = Literal["active", "disputed", "superseded", "revoked"]

ContactKind = Literal["url", "phone", "handle", "email", "email-domain", "app"]
CONTACT_KINDS: tuple[str, ...] = get_args(ContactKind)

Coverage = Literal["domain", "host", "path"]
"""What a url entry owns. ``domain``: the registrable domain and its subdomains. ``host``: exactly this host (the only
coverage allowed on a shared platform). ``path``: this host below this path."""

Purpose = Literal[
    "website",
    "support",
    "help-centre",
    "ticket-replies",
    "complaints",
    "security",
    "report-fraud",
    "emergency",
    "press",
    "business",
    "developers",
    "community",
    "news",
    "download",
    "app",
    "tool",
    "status",
    "assets",
    "recruiting",
    "legal",
    "privacy",
]

Category = Literal[
    "self-custody-wallet",
    "hardware-wallet",
    "exchange",
    "payment",
    "defi",
    "nft",
    "infrastructure",
    "bank",
    "telecom",
    "platform",
    "authority",
]

StatementKind = Literal[
    "no-phone-support",
    "no-chat-app-support",
    "no-email-support",
    "channels-are-exhaustive",
    "never-asks-for-seed-phrase",
    "never-asks-for-private-key",
    "never-asks-for-password",
    "never-asks-for-code",
    "never-asks-for-remote-access",
    "never-asks-for-transfer",
    "never-asks-for-payment",
    "never-contacts-first",
    "contacts-first",
]

Basis = Literal["said", "implied"]
"""``said``: the brand says it outright. ``implied``: it follows from the brand's own closed list of channels."""


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen record of the registry file; unknown fields are an error."""


class Source(Struct, frozen=True, kw_only=True):
    """Where a fact was read.

    ``address`` is an https URL a program can open (for a repository file its permanent link with the commit).
    ``confirmed_at`` is the source's own date (its commit, the date the page prints), absent where it shows none;
    ``read_at`` is the day it was read for the registry.
    """

    address: str
    kind: SourceKind
    confirmed_at: date | None = None
    read_at: date
    note: str = ""


class Change(Struct, frozen=True, kw_only=True):
    """One step in the life of an entry: since ``date`` its status is ``status``, because of ``reason``."""

    date: date
    status: Status
    reason: str


class Service(Struct, frozen=True, kw_only=True):
    """What a source says about using the channel; each field only where a source says so.

    ``languages``: BCP 47 tags. ``hours``: schema.org opening-hours text such as ``Mo-Fr 09:00-18:00``, or ``24/7``.
    ``timezone``: IANA name. ``response_hours``: the usual time to a first answer, in hours. ``tracking`` and
    ``escalation``: one sentence by language tag.
    """

    languages: tuple[str, ...] = ()
    hours: str = ""
    timezone: str = ""
    response_hours: int | None = None
    tracking: dict[str, str] = {}
    escalation: dict[str, str] = {}


class OfficialContact(Struct, frozen=True, kw_only=True):
    """A contact the brand itself publishes, with its proof.

    ``value`` by kind: url ``https://host/path``; phone E.164, or the bare digits of a short or service number (then
    ``region`` is required); handle the name as the brand writes it, with ``platform``; email the address;
    email-domain the host; app the store's id, with ``platform``.
    """

    kind: ContactKind
    value: str
    platform: str = ""
    region: str = ""
    covers: Coverage | None = None
    purpose: tuple[Purpose, ...]
    service: Service | None = None
    proof: Proof
    sources: tuple[str, ...]
    status: Status = "active"
    successor: str = ""
    expires: date | None = None
    note: str = ""
    history: tuple[Change, ...] = ()


class Statement(Struct, frozen=True, kw_only=True):
    """What the brand says it does or never does.

    ``kinds`` is the scope for ``channels-are-exhaustive`` (which kinds of contact the closed list speaks for);
    ``scope`` narrows the statement in words where its source does ("about e-mail only"), by language tag, English always among them.
    """

    kind: StatementKind
    basis: Basis
    kinds: tuple[ContactKind, ...] = ()
    scope: dict[str, str] = {}
    sources: tuple[str, ...]
    history: tuple[Change, ...] = ()


class Impostor(Struct, frozen=True, kw_only=True):
    """A contact known to imitate the brand. ``named_by``: whether the brand itself says so, or somebody else."""

    kind: Literal["url", "phone", "handle", "email", "app"]
    value: str
    platform: str = ""
    region: str = ""
    named_by: Literal["brand", "third-party"]
    sources: tuple[str, ...]
    note: str = ""


class Brand(Struct, frozen=True, kw_only=True):
    """Who owns official contacts.

    ``names``: by language tag, the first of each being shown. ``aliases``: other unmistakable spellings.
    ``ambiguous_aliases``: words that name the brand *and* other things: they ask instead of deciding.
    ``ordinary_word``: the name is a dictionary word ("ledger", "phantom"), so a lookalike needs more evidence.
    ``parent``: the brand this one is a product or a part of; a claim on either is met by a contact of both.
    ``imitation_names``: spellings a lookalike is measured against, where the names do not already give them.
    """

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = {}
    aliases: tuple[str, ...] = ()
    ambiguous_aliases: tuple[str, ...] = ()
    category: Category
    parent: str = ""
    regions: tuple[str, ...] = ()
    ordinary_word: bool = False
    imitation_names: tuple[str, ...] = ()
    sources: dict[str, Source]
    contacts: tuple[OfficialContact, ...]
    statements: tuple[Statement, ...] = ()
    impostors: tuple[Impostor, ...] = ()
    note: str = ""
    history: tuple[Change, ...] = ()


class RegistryFile(Struct, frozen=True, kw_only=True):
    """The whole of ``official_contacts.json``. ``version`` is a date with a counter, ``2026.11.22.1``."""

    schema: str = msgspec.field(name="$schema", default="")
    version: str
    date: date
    brands: tuple[Brand, ...]
