"""Measure a host, what stands before ``@`` and a page's path against every brand's names and domains."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal

import msgspec

from verifier.contacts.model import Contact, Email, Host, Url
from verifier.data import table
from verifier.lookalikes.company import Company, company
from verifier.lookalikes.confusables import disguised_letters
from verifier.lookalikes.index import Index, owner_first
from verifier.lookalikes.native import NativeNames, native_words
from verifier.lookalikes.near import slip
from verifier.lookalikes.search import Occurrence, occurrences
from verifier.lookalikes.weigh import strength
from verifier.lookalikes.words import NOTHING, read_words, trade_words
from verifier.lookalikes.written import Written
from verifier.registry.index import Registry

Technique = Literal[
    "embedded-domain", "userinfo", "confusable", "characters", "typo", "split", "combosquat", "tld-swap",
    "shared-hosting", "subdomain", "in-domain", "path",
]  # fmt: skip
"""How a host imitates: one rule stands for each."""

SIGN = 0.4
"""Weaker resemblances are chance and are not reported."""
DRAWN = {"rn": "m", "vv": "w"}
"""The pairs that are most often taken for one letter."""
KNOWN_HOSTS = 4096
"""So many hosts' resemblances are kept: a link that makes its rounds is asked about often."""
MOST = 3
"""An answer names at most so many brands."""

_BUILDERS = frozenset(table("page_builders")["hosts"])
_DELIVERY = frozenset(table("page_builders")["delivery"])


class Lookalike(msgspec.Struct, frozen=True, gc=False):
    """One resemblance: ``technique`` says how, ``brand`` whom, ``facts`` where and what (for the explanation).

    ``domain`` is the real domain; ``strength`` (0 to 1) how sure it is that the resemblance is meant: rules take it as their
    finding's weight.
    """

    technique: Technique
    brand: str
    domain: str
    strength: float
    facts: dict[str, Any] = {}


class Lookalikes:
    """Indexes over all brands' names and domains; `of` answers for one contact. Built once, shared by all threads."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._index = Index(registry)
        self._native = NativeNames(tuple(registry.brands.values()))
        self._of_known_host = lru_cache(maxsize=KNOWN_HOSTS)(self._of_host)

    def of(self, contact: Contact) -> tuple[Lookalike, ...]:
        """All resemblances of a url or an e-mail's host, strongest first; at most one a brand and technique."""
        if not isinstance(contact, (Url, Email)):
            return ()
        found = self._of_known_host(contact.host)
        if isinstance(contact, Url):
            if contact.userinfo:
                found = (*found, *self._of_userinfo(contact))
            if contact.path != "/" and not found and contact.host.ascii.removeprefix("www.") in _BUILDERS:
                found = tuple(self._of_path(contact))
        return tuple(sorted(found, key=lambda lookalike: -lookalike.strength)[:MOST]) if len(found) > 1 else found

    def forget(self) -> None:
        """Drop the resemblances that are kept of hosts asked about before."""
        self._of_known_host.cache_clear()

    @property
    def domains(self) -> frozenset[str]:
        """The domains that brands own, in ASCII: no host below them is measured."""
        return frozenset(self._index.domains)

    def named_in(self, text: str) -> Lookalike | None:
        """The brand whose domain or unmistakable name stands in a short text (a display name, the local part of an address)."""
        read = Written(text.lower())
        for brand, domain in self._domains_in(read):
            return Lookalike("embedded-domain", brand, domain, 0.95)
        for found in occurrences(read, self._index):
            start, end = read.token_around(found.start, found.end)
            whole = read_words(read.compact[start : found.start]).is_plain and read_words(read.compact[found.end : end]).is_plain
            if found.name.kind in ("distinctive", "rare") and found.how != "typo" and len(found.name.key) > 4 and whole:
                return Lookalike("in-domain", found.name.brand, found.name.domain, 0.6)
        return None

    def _of_host(self, host: Host) -> tuple[Lookalike, ...]:
        if host.is_ip or host.shared_platform in _DELIVERY or (host.registrable_domain in self._index.domains and not host.shared_platform):
            return ()
        found = self._embedded(host) if host.ascii.count(".") > 1 else []
        text = Written(host.left)
        but = {found[0].brand} if found else set()
        if host.shared_platform and (owner := self._index.pages.get(host.registrable_domain)):
            but.add(owner)
        best = self._strongest(text, host, but)
        for value, occurrence, around in best:
            if len(best) == 1 or not any(_inside(occurrence, value, other) for other in best):
                found.append(self._lookalike(text, host, value, occurrence, around))
        if not found and not text.is_ascii:
            found = self._of_native(host)
        return tuple(found or self._drawn_and_misspelt(text, host))

    def _of_native(self, host: Host) -> list[Lookalike]:
        """A brand's name in a script of its own: ``tp钱包下载.com``."""
        sign = self._native.of(host)
        if sign is None:
            return []
        name, whole = sign.name, sign.beside == NOTHING
        facts: dict[str, Any] = {"domain": name.domain, "owner": _owner(host), "seen": sign.label if whole else name.key}
        technique: Technique = "tld-swap" if whole and not host.shared_platform else "in-domain"
        if sign.beside.asks:
            technique = "combosquat"
            facts["words"] = list(sign.words)[:4]
        elif host.shared_platform:
            technique = "shared-hosting"
        if host.shared_platform:
            facts["platform"] = host.shared_platform
        return [Lookalike(technique, name.brand, name.domain, sign.strength, facts)]

    def _strongest(self, text: Written, host: Host, but: set[str]) -> list[tuple[float, Occurrence, Company]]:
        """The strongest sign of each brand in a text, leaving out the brands in ``but``; of brands with one name one only."""
        best: dict[str, tuple[float, Occurrence, Company]] = {}
        around: Company | None = None
        place: tuple[object, ...] = ()
        for occurrence in occurrences(text, self._index):
            brand = occurrence.name.brand
            if brand in but:
                continue
            here = occurrence.start, occurrence.end, occurrence.how, occurrence.name.suffixes
            if around is None or here != place:  # several brands may have one name
                around, place = company(text, host, occurrence), here
            value = strength(occurrence, around, text)
            if value >= SIGN and (brand not in best or best[brand][0] < value):
                best[brand] = (value, occurrence, around)
        if len(best) < 2:
            return list(best.values())
        found = [best[brand] for brand in sorted(best)]  # in one order in every run: names of equal strength are told by id
        found.sort(key=lambda sign: (-sign[0], owner_first(sign[1].name)))
        return list({(sign[1].name.key, sign[1].start): sign for sign in reversed(found)}.values())[::-1]

    def _drawn_and_misspelt(self, text: Written, host: Host) -> list[Lookalike]:
        """Names with two letters drawn as one *and* errors besides: ``rnyetherwallel``. Read once more with the pairs undone."""
        if not [pair for pair in DRAWN if pair in text.compact]:
            return []
        plain = text.plain
        for pair, letter in DRAWN.items():
            plain = plain.replace(pair, letter)
        drawn = Written(plain)
        found = []
        for value, occurrence, _ in self._strongest(drawn, host, set()):
            token = next(i for i, (_, last) in enumerate(drawn.tokens) if occurrence.start < last)
            seen = text.written(*text.tokens[min(token, len(text.tokens) - 1)])
            name = occurrence.name
            if name.kind == "distinctive" and not any(pair in name.key for pair in DRAWN):
                facts = {"domain": name.domain, "owner": _owner(host), "seen": seen, "meant": name.key}
                found.append(Lookalike("characters", name.brand, name.domain, round(min(value, 0.8), 2), facts))
        return found

    def _embedded(self, host: Host) -> list[Lookalike]:
        """Owned domains that stand whole inside another's host, left of its public suffix."""
        labels = host.ascii.split(".")
        last = len(labels) - (host.public_suffix.count(".") + 1 if host.public_suffix else 0)
        if self._index.endings.isdisjoint(labels[1:last]):
            return []  # no owned domain can end here
        for at in range(last - 1):
            for size in (2, 3):
                domain = ".".join(labels[at : at + size])
                if at + size <= last and domain in self._index.domains:
                    facts = {"domain": domain, "owner": _owner(host), "seen": domain}
                    return [Lookalike("embedded-domain", self._index.domains[domain], domain, 0.95, facts)]
        return []

    def _lookalike(self, text: Written, host: Host, value: float, found: Occurrence, around: Company) -> Lookalike:
        technique = _technique(text, found, around)
        seen = text.written(found.start, found.end)
        facts: dict[str, Any] = {"domain": found.name.domain, "owner": _owner(host), "seen": seen}
        if technique == "confusable":
            first = text.origin[found.start]
            facts["letters"] = [
                {"at": first + letter.at, "seen": letter.seen, "script": letter.script, "like": letter.like}
                for letter in disguised_letters(seen)
            ]
        elif technique == "typo":
            facts["meant"] = found.name.key
            facts["slip"] = slip(text.compact[found.start : found.end], found.name.key) if found.errors == 1 else "several"
        elif technique == "characters":
            facts["meant"] = found.name.key
        elif technique == "combosquat":
            words = [word for s, e in text.tokens_without(found.start, found.end) for word in trade_words(text.compact[s:e])]
            facts["words"] = [*words, *native_words(text, found)][:4]
        if host.shared_platform:
            facts["platform"] = host.shared_platform
        if technique == "embedded-domain":
            value = max(value, 0.9)
        return Lookalike(technique, found.name.brand, found.name.domain, round(min(value, 0.97), 2), facts)

    def _of_userinfo(self, url: Url) -> list[Lookalike]:
        """A name or a domain before ``@``: the browser goes to what follows it."""
        shown = url.userinfo.split(":", 1)[0].split("/", 1)[0]
        text = Written(shown.lower())
        owner = _owner(url.host)
        for brand, domain in self._domains_in(text):
            return [Lookalike("userinfo", brand, domain, 0.95, {"domain": domain, "owner": owner, "seen": shown[:80]})]
        for found in occurrences(text, self._index):
            if found.name.kind in ("distinctive", "rare") and len(found.name.key) > 5:
                facts = {"domain": found.name.domain, "owner": owner, "seen": shown[:80]}
                return [Lookalike("userinfo", found.name.brand, found.name.domain, 0.9, facts)]
        return []

    def _domains_in(self, text: Written) -> list[tuple[str, str]]:
        labels = [label for word in re.split(r"[^0-9a-z.\-]+", text.plain) for label in word.strip(".").split(".")][:128]
        for at in range(len(labels) - 1):
            for size in (2, 3):
                domain = ".".join(labels[at : at + size])
                if domain in self._index.domains:
                    return [(self._index.domains[domain], domain)]
        return []

    def _of_path(self, url: Url) -> list[Lookalike]:
        """A brand's name in the path of a place where anybody builds pages."""
        text = Written(url.path.lower())
        best: tuple[float, Occurrence] | None = None
        for found in occurrences(text, self._index):
            if found.name.kind == "distinctive" and len(found.name.key) > 5:
                value = strength(found, company(text, url.host, found), text)
                if value >= SIGN and (best is None or value > best[0]):
                    best = value, found
        if best is None:
            return []
        value, found = best
        facts = {"domain": found.name.domain, "owner": _owner(url.host), "seen": text.written(found.start, found.end)}
        return [Lookalike("path", found.name.brand, found.name.domain, min(value, 0.7), facts)]


def _technique(text: Written, found: Occurrence, around: Company) -> Technique:
    if found.how == "letters":
        return "confusable"
    if found.how == "characters":
        return "characters"
    if found.how == "typo":
        return "typo"
    if around.domain_follows:
        return "embedded-domain"
    if around.split:
        return "split"
    if around.label.asks or around.label.acts or around.label.projects:
        return "combosquat"
    if around.platform:
        return "shared-hosting"
    if not around.registered:
        return "subdomain"
    return "tld-swap" if around.whole_label else "in-domain"


def _inside(found: Occurrence, value: float, other: tuple[float, Occurrence, Company]) -> bool:
    """Whether a find is only part of a longer and stronger one (``meta`` in ``metamask``)."""
    strong, longer, _ = other
    return (
        longer is not found
        and longer.start <= found.start
        and found.end <= longer.end
        and (longer.end - longer.start > found.end - found.start)
        and strong >= value
    )


def _owner(host: Host) -> str:
    """Who really answers: the registrable domain as people read it, or the address."""
    if host.unicode == host.ascii or not host.registrable_domain:
        return host.registrable_domain or host.unicode
    count = host.registrable_domain.count(".") + 1
    return ".".join(host.unicode.split(".")[-count:])
