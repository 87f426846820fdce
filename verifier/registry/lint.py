"""What must be looked at before a change of the registry is merged: the gate in ``make test``.

The loader refuses what would make a verdict wrong; the linter finds what would make the data untrustworthy. Pure: the
same file and day give the same problems.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from verifier.contacts.hosts import read_host
from verifier.contacts.url import read_url
from verifier.data import table
from verifier.lookalikes.confusables import skeleton
from verifier.registry.index import Match, Registry
from verifier.registry.model import Brand, OfficialContact, RegistryFile, Source
from verifier.registry.names import name_key

Severity = Literal["error", "warning", "note"]


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing to mend (``error``: the gate stays shut), to think about (``warning``) or to know (``note``)."""

    severity: Severity
    brand: str
    where: str
    problem: str


def lint(file: RegistryFile, today: date) -> list[Problem]:
    """All problems of a file that the loader accepts, errors first."""
    registry = Registry(file)
    found: list[Problem] = []
    for brand in file.brands:
        found.extend(_duplicates(brand))
        found.extend(_sources(brand, registry))
        found.extend(_mail(brand))
        found.extend(_life(brand, registry, today))
    found.extend(_shared_contacts(file, registry))
    found.extend(_aliases(file, registry))
    found.extend(_similar_domains(file, registry))
    return sorted(found, key=lambda p: (("error", "warning", "note").index(p.severity), p.brand, p.where))


def _name(contact: OfficialContact) -> str:
    return " ".join(filter(None, (contact.kind, contact.platform or contact.region, contact.value)))


def _key(contact: OfficialContact) -> tuple[str, ...]:
    return contact.kind, contact.platform, "" if contact.value.startswith("+") else contact.region, contact.value.casefold()


def _duplicates(brand: Brand) -> Iterator[Problem]:
    seen: set[tuple[str, ...]] = set()
    for contact in brand.contacts:
        key = (*_key(contact), contact.covers or "")
        if key in seen:
            yield Problem("error", brand.id, _name(contact), "stands twice")
        seen.add(key)
    used = {source for entries in (brand.contacts, brand.statements, brand.impostors) for entry in entries for source in entry.sources}
    for unused in brand.sources.keys() - used:
        yield Problem("error", brand.id, f"source {unused}", "nothing rests on it")


def owned_hosts(brand: Brand) -> tuple[set[str], set[str]]:
    """The registrable domains and the exact hosts that are the brand's own (whatever their status: a page stays its author's)."""
    domains = {read_url(c.value).host.ascii for c in brand.contacts if c.kind == "url" and c.covers == "domain"}
    hosts = {read_url(c.value).host.ascii for c in brand.contacts if c.kind == "url"}
    return domains, hosts


_REPOSITORY = re.compile(r"https://(?:github|gitlab)\.com/([^/]+)/[^/]+/(?:-/)?(?:blob|tree|commit)/[0-9a-f]{7,40}")


def _sources(brand: Brand, registry: Registry) -> Iterator[Problem]:
    domains, hosts = owned_hosts(_with_family(brand, registry))
    organisations = {
        c.value.casefold() for c in _with_family(brand, registry).contacts if c.kind == "handle" and c.platform in ("github", "gitlab")
    }
    for key, source in brand.sources.items():
        where = f"source {key}"
        if source.kind == "official-repository":
            match = _REPOSITORY.match(source.address)
            if not match:
                yield Problem("error", brand.id, where, "a repository is proof by its commit: write the permanent link")
            elif match[1].casefold() not in organisations:
                yield Problem("error", brand.id, where, f"the organisation {match[1]} is not among the brand's own accounts")
        elif source.kind == "official-page":
            host = read_host(read_url(source.address).host.ascii)
            if host.ascii not in hosts and host.registrable_domain not in domains:
                yield Problem("error", brand.id, where, f"{host.ascii} is not the brand's own, so its page proves nothing")
        elif source.kind == "authority-page" and not _is_authority(source, registry):
            yield Problem("error", brand.id, where, "neither a government's host nor that of a registered authority")
        if source.confirmed_at is None and source.kind != "third-party":
            yield Problem("note", brand.id, where, "prints no date: what rests on it alone is always shown as not recently confirmed")


def _with_family(brand: Brand, registry: Registry) -> Brand:
    """The brand with its parents' contacts: a parent's page speaks for its parts."""
    contacts = list(brand.contacts)
    for other in registry.brands.values():
        if other.id != brand.id and registry.same_family(brand.id, other.id):
            contacts.extend(other.contacts)
    return msgspec.structs.replace(brand, contacts=tuple(contacts))


def _is_authority(source: Source, registry: Registry) -> bool:
    host = read_url(source.address).host
    suffixes = table("authority_hosts")
    if source.address.startswith(tuple(suffixes["repositories"])):
        return True
    if host.ascii in suffixes["hosts"] or host.registrable_domain in suffixes["hosts"]:
        return True
    if any(f".{host.ascii}".endswith(f".{suffix}") for suffix in suffixes["suffixes"]):
        return True
    owner = registry.domains.get(host.registrable_domain)
    return owner is not None and owner.brand.category == "authority"


def _mail(brand: Brand) -> Iterator[Problem]:
    domains, hosts = owned_hosts(brand)
    mail = {c.value for c in brand.contacts if c.kind == "email-domain"}
    free = frozenset(table("free_mail")["domains"])
    for contact in brand.contacts:
        if contact.kind not in ("email", "email-domain") or contact.status != "active":
            continue
        host = read_host(contact.value.rpartition("@")[2])
        if host.ascii in free or host.registrable_domain in free:
            if contact.kind == "email-domain":
                yield Problem("error", brand.id, _name(contact), "a free-mail domain is nobody's")
            elif contact.proof != "listed":
                yield Problem("warning", brand.id, _name(contact), "a free-mail address as an official contact")
        elif host.registrable_domain not in domains and host.ascii not in hosts | mail and contact.proof != "listed":
            yield Problem("warning", brand.id, _name(contact), f"the brand does not own {host.ascii}")


def _life(brand: Brand, registry: Registry, today: date) -> Iterator[Problem]:
    for contact in brand.contacts:
        where = _name(contact)
        if contact.expires and contact.expires < today:
            yield Problem("warning", brand.id, where, f"expired on {contact.expires}: it is no longer official")
        if contact.status == "superseded" and not contact.successor:
            yield Problem("note", brand.id, where, "superseded without a successor")
        if contact.history and contact.history[-1].status != contact.status:
            yield Problem("error", brand.id, where, f"its history ends with {contact.history[-1].status}, its status is {contact.status}")
        if contact.kind == "phone" and contact.proof == "anchored":
            yield Problem("error", brand.id, where, "a telephone number is never proved by registries alone")
        match = Match(brand, contact, "contact")
        if contact.status == "active" and contact.proof != "listed" and registry.is_stale(match, today):
            yield Problem("note", brand.id, where, f"review is due: last confirmed {match.confirmed_at or 'at an unknown date'}")


def _shared_contacts(file: RegistryFile, registry: Registry) -> Iterator[Problem]:
    owners: dict[tuple[str, ...], list[Brand]] = defaultdict(list)
    for brand in file.brands:
        for contact in brand.contacts:
            if contact.status == "active":
                owners[_key(contact)].append(brand)
    for key, brands in owners.items():
        for brand in brands[1:]:
            if brand.id == brands[0].id:
                continue
            family = registry.same_family(brand.id, brands[0].id)
            yield Problem("note" if family else "error", brand.id, " ".join(filter(None, key)), f"also stands under {brands[0].id}")
        for brand in file.brands:
            for impostor in brand.impostors:
                if (
                    impostor.kind,
                    impostor.platform,
                    "" if impostor.value.startswith("+") else impostor.region,
                    impostor.value.casefold(),
                ) == key:
                    yield Problem("error", brand.id, impostor.value, f"an impostor here, official under {brands[0].id}")


def _aliases(file: RegistryFile, registry: Registry) -> Iterator[Problem]:
    owners: dict[str, set[str]] = defaultdict(set)
    for brand in file.brands:
        for name in {brand.name, brand.id, *(n for names in brand.names.values() for n in names), *brand.aliases} - set(
            brand.ambiguous_aliases
        ):
            owners[name_key(name)].add(brand.id)
    doubtful = registry.names.all_doubtful()
    for key, ids in owners.items():
        first = min(ids)
        if len(ids) > 1 and key not in doubtful and not all(registry.same_family(first, other) for other in ids):
            yield Problem("error", first, f"alias {key}", f"names several brands: {', '.join(sorted(ids))}; make it ambiguous")
        if len(key) < 3 and key.isascii() and key not in doubtful:
            yield Problem("warning", first, f"alias {key}", "is too short to be unmistakable")


def _similar_domains(file: RegistryFile, registry: Registry) -> Iterator[Problem]:
    """Lookalikes between registered domains: two brands a person could mistake for each other, or an impostor that slipped in."""
    skeletons: dict[str, tuple[str, str]] = {}
    for domain, match in sorted(registry.domains.items()):
        key = skeleton(domain)
        other = skeletons.setdefault(key, (domain, match.brand.id))
        if other[1] != match.brand.id and not registry.same_family(other[1], match.brand.id):
            yield Problem("error", match.brand.id, domain, f"reads like {other[0]} of {other[1]}")
