"""Read the registry file and refuse it, naming the entry and the field, unless every promise of its format holds.

The loader checks what must hold for a verdict to be right (proof levels, canonical values, sources that exist); what is
merely doubtful is the business of `verifier.registry.lint`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from verifier.contacts.email import read_email
from verifier.contacts.handle import PLATFORMS
from verifier.contacts.phone import REGIONS, read_phone
from verifier.contacts.url import read_url
from verifier.data import raw
from verifier.errors import CheckError
from verifier.registry.model import BRAND_CONTROLLED_SOURCES, Brand, OfficialContact, Proof, RegistryFile

APP_PLATFORMS = frozenset({"google-play", "app-store", "chrome-web-store", "firefox-addons", "edge-addons", "microsoft-store", "eip6963"})
_ORDER: tuple[Proof, ...] = ("listed", "anchored", "brand-controlled")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class RegistryError(ValueError):
    """A registry file that must not be used; the message lists each fault with its entry and field."""


def load_registry(data: bytes | None = None) -> RegistryFile:
    """Decode and check a registry file (the shipped one by default). Raises `RegistryError`."""
    try:
        file = msgspec.json.decode(raw("official_contacts.json") if data is None else data, type=RegistryFile)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise RegistryError(f"official_contacts.json: {error}") from error
    faults = list(_faults(file))
    if faults:
        raise RegistryError("official_contacts.json:\n  " + "\n  ".join(faults))
    return file


def reachable_proof(contact: OfficialContact, brand: Brand) -> Proof:
    """The strongest proof the contact's sources can carry (DESIGN, "Proof")."""
    sources = [brand.sources[key] for key in contact.sources if key in brand.sources]
    if any(source.kind in BRAND_CONTROLLED_SOURCES for source in sources):
        return "brand-controlled"
    registries = {source.address.split("/blob/")[0] for source in sources if source.kind == "curated-registry"}
    primary = contact.kind == "app" or (contact.kind == "url" and contact.covers == "domain")
    return "anchored" if primary and len(registries) >= 2 else "listed"


def _faults(file: RegistryFile) -> Iterator[str]:
    seen: set[str] = set()
    ids = {brand.id for brand in file.brands}
    for brand in file.brands:
        if brand.parent and brand.parent not in ids - {brand.id}:
            yield f"{brand.id}: parent: there is no other brand {brand.parent!r}"
        if not _ID.fullmatch(brand.id):
            yield f"{brand.id}: id: wants lower-case words joined by hyphens"
        if brand.id in seen:
            yield f"{brand.id}: id: stands twice"
        seen.add(brand.id)
        for key, source in brand.sources.items():
            if not source.address.startswith(("https://", "http://")):
                yield f"{brand.id}: sources.{key}.address: wants a web address"
            if source.confirmed_at and source.confirmed_at > source.read_at:
                yield f"{brand.id}: sources.{key}.confirmed_at: later than read_at"
        for contact in brand.contacts:
            for field, fault in _contact_faults(contact, brand):
                yield f"{brand.id}: {contact.kind} {contact.value}: {field}: {fault}"
        for statement in brand.statements:
            if statement.kind == "channels-are-exhaustive" and not statement.kinds:
                yield f"{brand.id}: statement {statement.kind}: kinds: names no kind of contact"
            if statement.scope and "en" not in statement.scope:
                yield f"{brand.id}: statement {statement.kind}: scope: wants English among its languages"
            yield from _source_faults(brand, f"statement {statement.kind}", statement.sources)
        for impostor in brand.impostors:
            yield from _source_faults(brand, f"impostor {impostor.value}", impostor.sources)


def _source_faults(brand: Brand, what: str, keys: tuple[str, ...]) -> Iterator[str]:
    if not keys:
        yield f"{brand.id}: {what}: sources: there is none"
    for key in keys:
        if key not in brand.sources:
            yield f"{brand.id}: {what}: sources: {key!r} is not among the brand's sources"


def _contact_faults(contact: OfficialContact, brand: Brand) -> Iterator[tuple[str, str]]:
    if not contact.sources:
        yield "sources", "there is none"
    for key in contact.sources:
        if key not in brand.sources:
            yield "sources", f"{key!r} is not among the brand's sources"
    if _ORDER.index(contact.proof) > _ORDER.index(reachable_proof(contact, brand)):
        yield "proof", f"{contact.proof} is claimed, the sources reach {reachable_proof(contact, brand)}"
    if not contact.purpose:
        yield "purpose", "there is none"
    if contact.status != "active" and not contact.history:
        yield "history", f"{contact.status} wants a date and a reason"
    if (contact.kind == "url") is (contact.covers is None):
        yield "covers", "goes with urls, and each url has it"
    yield from _value_faults(contact)


def _value_faults(contact: OfficialContact) -> Iterator[tuple[str, str]]:
    value = contact.value
    try:
        match contact.kind:
            case "url":
                url = read_url(value)
                if url.scheme != "https" or url.userinfo or url.port:
                    yield "value", "wants https, the default port and no user information"
                if url.host.ascii != url.host.unicode or value != value.strip():
                    yield "value", "write the host in ASCII"
                if contact.covers == "domain" and (url.host.ascii != url.host.registrable_domain or url.host.shared_platform):
                    yield "covers", "domain wants a bare registrable domain of the brand's own"
                if contact.covers == "path" and url.path == "/":
                    yield "covers", "path wants a path"
                if contact.covers in ("domain", "host") and url.path != "/":
                    yield "value", f"covers {contact.covers} has no path"
            case "phone":
                if value.startswith("+"):
                    if read_phone(value).value != value:
                        yield "value", "is not canonical E.164"
                elif not (value.isascii() and value.isdigit() and 3 <= len(value) <= 12):
                    yield "value", "is neither E.164 nor the 3 to 12 digits of a short or service number"
                elif contact.region not in REGIONS:
                    yield "region", "a short or service number wants the region where it works"
            case "handle":
                if contact.platform not in PLATFORMS:
                    yield "platform", f"{contact.platform!r} is not in the table of platforms"
                if value.startswith("@") and contact.platform not in ("line", "medium"):  # there the sign is part of the name
                    yield "value", "is written without @"
            case "email":
                if read_email(value).value != value.lower():
                    yield "value", "is no plain address"
            case "email-domain":
                if value != value.lower() or "@" in value:
                    yield "value", "wants a lower-case host"
            case "app":
                if contact.platform not in APP_PLATFORMS:
                    yield "platform", f"{contact.platform!r} is no app store we know"
    except CheckError as error:
        yield "value", str(error)
