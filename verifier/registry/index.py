"""The registry in memory: exact look-ups in dictionaries, brand names, and what a match means.

Built once from a `RegistryFile`, never changed afterwards, shared by all threads.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

import msgspec

from verifier.contacts.hosts import read_host
from verifier.contacts.model import App, Contact, Email, Handle, Phone, Url
from verifier.contacts.phone import read_phone
from verifier.contacts.platforms import lookup_name
from verifier.contacts.url import read_url
from verifier.data import table
from verifier.registry.model import (
    BRAND_CONTROLLED_SOURCES,
    Brand,
    Impostor,
    OfficialContact,
    Proof,
    Purpose,
    RegistryFile,
    Source,
    Statement,
)
from verifier.registry.names import Names
from verifier.registry.places import is_strangers_place, is_users_domain

_LEAVES_ITS_PATH = re.compile(r"%2f|%5c|%2e|\.\.", re.IGNORECASE)
"""Encoded slashes and dots by which a path can climb out of the one it starts with."""

_REPOSITORIES = "github.com"
"""Where an organisation's repositories are its own by the account they stand below."""

Through = Literal["contact", "profile", "app", "host", "domain", "path", "email-domain"]


class Match(msgspec.Struct, frozen=True):
    """A contact met in the registry: whose it is, which entry says so, and how it applies."""

    brand: Brand
    entry: OfficialContact | Impostor
    through: Through

    @property
    def impostor(self) -> Impostor | None:
        """The entry, if it is a known impostor."""
        return self.entry if isinstance(self.entry, Impostor) else None

    @property
    def contact(self) -> OfficialContact | None:
        """The entry, if it is a contact of the brand's own."""
        return self.entry if isinstance(self.entry, OfficialContact) else None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that carry the entry's proof, the latest first."""
        return proving_sources(self.brand, self.entry)

    @property
    def confirmed_at(self) -> date | None:
        """The date of the latest source that carries the proof; None where no source shows its date."""
        return self.sources[0].confirmed_at if self.sources else None


def _key(name: str) -> str:
    return name.casefold()


class Registry:
    """Look-ups over all brands. ``version`` and ``date`` name the state of the data."""

    def __init__(self, file: RegistryFile) -> None:
        self.version = file.version
        self.date = file.date
        self.brands: dict[str, Brand] = {brand.id: brand for brand in file.brands}
        self.names = Names(file.brands)
        self._hosts: dict[str, Match] = {}
        self._domains: dict[str, Match] = {}
        self._paths: dict[str, list[tuple[str, Match]]] = defaultdict(list)
        self._exact: dict[tuple[str, str], Match] = {}
        self._handle_names: dict[str, list[Match]] = defaultdict(list)
        self._review_days: dict[str, int] = table("review_ages")["days"]
        for brand in sorted(file.brands, key=lambda b: bool(b.parent)):  # what a family shares belongs to its head
            for contact in sorted(brand.contacts, key=lambda c: not is_vouched_for(c)):
                self._add(Match(brand, contact, "contact"))
        for brand in file.brands:
            for impostor in brand.impostors:
                self._add(Match(brand, impostor, "contact"), replace=True)
        for entries in self._paths.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._with_other_www = {_other_www(host): match for host, match in self._hosts.items()}
        hosts = (*self._hosts, *self._with_other_www, *self._domains, *self._paths, _REPOSITORIES)
        self._known = frozenset(read_host(host).registrable_domain for host in hosts)

    def _add(self, match: Match, replace: bool = False) -> None:
        entry = match.entry
        if entry.kind == "url":
            self._add_url(match, replace)
            return
        key = _exact_key(entry.kind, entry.value, entry.platform, entry.region)
        if replace:
            self._exact[key] = match
        else:
            self._exact.setdefault(key, match)
        if entry.kind == "handle" and match.contact and match.contact.status == "active":
            self._handle_names[_key(entry.value)].append(match)

    def _add_url(self, match: Match, replace: bool) -> None:
        url = read_url(match.entry.value)
        covers = match.contact.covers if match.contact else ("host" if url.path == "/" else "path")
        if covers == "domain":
            self._domains.setdefault(url.host.ascii, Match(match.brand, match.entry, "domain"))
        elif covers == "path":
            self._paths[url.host.ascii].append((url.path.rstrip("/"), Match(match.brand, match.entry, "path")))
        elif replace:
            self._hosts[url.host.ascii] = Match(match.brand, match.entry, "host")
        else:
            self._hosts.setdefault(url.host.ascii, Match(match.brand, match.entry, "host"))

    def look_up(self, contact: Contact) -> Match | None:
        """The registry's entry for a contact, the most specific one; None where there is none. Constant time."""
        if isinstance(contact, Url):
            return self._look_up_url(contact)
        match contact:
            case Handle():
                if not contact.platform:
                    return None
                return self._exact.get(("handle", f"{contact.platform}:{lookup_name(contact.platform, contact.name)}"))
            case Phone():
                return self._exact.get(("phone", contact.value if contact.e164 else f"{contact.region}:{contact.value}"))
            case Email():
                return self._exact.get(("email", contact.value)) or self._email_domain(contact)
        return None

    def _email_domain(self, contact: Email) -> Match | None:
        found = self._exact.get(("email-domain", contact.host.ascii))
        return Match(found.brand, found.entry, "email-domain") if found else None

    def _look_up_url(self, url: Url) -> Match | None:
        if url.app:
            found = self.app(url.app)
            return Match(found.brand, found.entry, "app") if found else None
        if url.profile and (found := self.look_up(url.profile)):
            return Match(found.brand, found.entry, "profile")
        if url.host.registrable_domain not in self._known:  # nothing below it is anybody's whom we know
            return None
        host = url.host.ascii
        if (below := self._paths.get(host)) and not _LEAVES_ITS_PATH.search(url.path):
            for prefix, found in below:
                if url.path == prefix or url.path.startswith(prefix + "/"):
                    return found
        if host == _REPOSITORIES and (repository := self._repository(url)):
            return repository
        if is_strangers_place(url):
            return None
        if found := self._hosts.get(host):
            return found
        if url.host.shared_platform or is_users_domain(url):
            return None
        if found := self._domains.get(host) or self._with_other_www.get(host):
            return found
        return self.owner_of(url.host.registrable_domain)

    def _repository(self, url: Url) -> Match | None:
        """The front page of a repository on GitHub, by the organisation that owns it.

        Nothing below it: issues and wikis are strangers' places, and a file at a commit may come from anybody's fork.
        """
        if url.path.strip("/").count("/") != 1:
            return None
        found = self._exact.get(("handle", f"github:{_key(url.path.strip('/').split('/')[0])}"))
        return Match(found.brand, found.entry, "path") if found else None

    def owner_of(self, registrable_domain: str) -> Match | None:
        """The entry of an owned domain."""
        return self._domains.get(registrable_domain)

    def app(self, app: App) -> Match | None:
        """The entry of a store's app."""
        return self._exact.get(_exact_key("app", app.id, app.platform, ""))

    def handles_named(self, name: str) -> tuple[Match, ...]:
        """Active official handles with this name, on any platform."""
        return tuple(self._handle_names.get(_key(name), ()))

    def same_family(self, one: str, other: str) -> bool:
        """Whether two brands are the same, or parts of one (OKX and OKX Wallet)."""
        return self._root(one) == self._root(other)

    def _root(self, brand_id: str) -> str:
        for _ in range(4):
            parent = self.brands[brand_id].parent
            if not parent:
                break
            brand_id = parent
        return brand_id

    def statement_date(self, brand: Brand, statement: Statement) -> date | None:
        """When the statement's latest source was written."""
        dates = [d for key in statement.sources if (d := brand.sources[key].confirmed_at)]
        return max(dates) if dates else None

    def is_stale(self, match: Match, today: date) -> bool:
        """Whether the entry's confirmation is older than the review age of its kind, or has no date at all."""
        confirmed = match.confirmed_at
        return confirmed is None or today - confirmed > timedelta(days=self._review_days[match.entry.kind])

    @cached_property
    def domains(self) -> dict[str, Match]:
        """Owned domains (ASCII) with their entries: what lookalikes are measured against."""
        return dict(self._domains)


def _other_www(host: str) -> str:
    """``www.host`` for ``host`` and the other way round: people and brands write both."""
    return host[4:] if host.startswith("www.") else f"www.{host}"


def _exact_key(kind: str, value: str, platform: str, region: str) -> tuple[str, str]:
    match kind:
        case "app":  # package names are case-sensitive, the ids of the other stores are written in one case
            return kind, f"{platform}:{value if platform == 'google-play' else _key(value)}"
        case "handle":
            return kind, f"{platform}:{lookup_name(platform, value)}"
        case "phone":
            if value.startswith("+"):
                return kind, read_phone(value).value
            return kind, f"{region}:{value}"
    return kind, value.lower()


def proving_sources(brand: Brand, entry: OfficialContact | Impostor | Statement) -> tuple[Source, ...]:
    """The sources that carry an entry, the latest first.

    For a brand-controlled contact those the brand controls: a third party's newer copy does not renew the brand's word.
    """
    found = [brand.sources[key] for key in entry.sources]
    if isinstance(entry, OfficialContact) and entry.proof == "brand-controlled":
        found = [source for source in found if source.kind in BRAND_CONTROLLED_SOURCES]
    elif isinstance(entry, OfficialContact) and entry.proof == "anchored":
        found = [source for source in found if source.kind == "curated-registry"]
    return tuple(sorted(found, key=lambda s: s.confirmed_at or date.min, reverse=True))


def statement_proof(brand: Brand, statement: Statement) -> Proof:
    """``brand-controlled`` where the brand's own source carries the statement, else ``listed``: then it decides no verdict."""
    kinds = {brand.sources[key].kind for key in statement.sources}
    return "brand-controlled" if kinds & BRAND_CONTROLLED_SOURCES else "listed"


def is_vouched_for(contact: OfficialContact) -> bool:
    """Whether an entry's status and proof make it official (its expiry, which needs a date, apart)."""
    return contact.status == "active" and (contact.proof == "brand-controlled" or (contact.proof == "anchored" and contact.kind != "phone"))


_PURPOSES = ("support", "help-centre", "report-fraud", "emergency", "complaints", "website", "download", "community", "news")
_KINDS = ("url", "phone", "email", "handle")


def official_channels(brand: Brand) -> tuple[OfficialContact, ...]:
    """The brand's channels a person can be led to: active, proved, useful.

    The best first: by purpose, then kind, then the latest confirmation. One account a platform comes before a second one
    anywhere, so that the first few show the ways there are rather than twelve groups on one platform.
    """
    usable = [c for c in brand.contacts if is_vouched_for(c) and c.kind in _KINDS and any(p in _PURPOSES for p in c.purpose)]
    usable.sort(key=lambda c: (_purpose_rank(c), _KINDS.index(c.kind), _age_rank(brand, c)))
    first: list[OfficialContact] = []
    more: list[OfficialContact] = []
    platforms: set[str] = set()
    for contact in usable:
        repeated = contact.kind == "handle" and contact.platform in platforms
        platforms.add(contact.platform)
        (more if repeated else first).append(contact)
    return (*first, *more)


def _purpose_rank(contact: OfficialContact) -> tuple[int, bool]:
    """The rank of its best purpose; what is meant for developers or business as well comes after what is for everybody."""
    return min(_PURPOSES.index(p) for p in contact.purpose if p in _PURPOSES), any(p not in _PURPOSES for p in contact.purpose)


def main_purpose(contact: OfficialContact) -> Purpose:
    """The purpose for which people would use the contact."""
    return min(contact.purpose, key=lambda p: _PURPOSES.index(p) if p in _PURPOSES else len(_PURPOSES))


def _age_rank(brand: Brand, contact: OfficialContact) -> int:
    confirmed = proving_sources(brand, contact)[0].confirmed_at
    return -confirmed.toordinal() if confirmed else 0
