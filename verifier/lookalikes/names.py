"""What each brand can be imitated as: the keys under which a host or a path is compared with it.

A key is a name in plain lower-case ASCII without spaces and marks (``tokenpocket``). Keys come from the registry alone:
names, aliases, ``imitation_names`` and the labels of the domains a brand owns.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from verifier.contacts.hosts import read_host
from verifier.lookalikes.confusables import plain_letters
from verifier.lookalikes.words import COINED, COMMON, FAMOUS, GENERIC, ORDINARY, RARE, SELDOM, TRADE, as_words
from verifier.registry.model import Brand

NameKind = Literal["distinctive", "rare", "seldom", "ordinary", "famous", "generic", "short"]
"""``distinctive``: a coined name, a sign by itself. ``ordinary``: a dictionary word that is also a brand; ``seldom`` one that few
honest hosts hold, ``rare`` an odd one, ``famous`` one on everybody's lips. ``generic``: a word of the trade itself that is also a
brand (``base``, ``status``). ``short``: up to four letters, met by chance. All but the first decide nothing without company."""

MISSPELT_CATEGORIES = frozenset({"self-custody-wallet", "hardware-wallet", "exchange", "payment", "defi", "nft", "infrastructure", "bank"})
"""Whose names are looked for with errors in them. Authorities and platforms have names too near to ordinary words."""

SHORT = 4
LONG_ORDINARY = 6
"""An ordinary word is looked for misspelt only from this length on."""
LONG_FAMOUS = 9
LONG_BANK = 8
LONG_AUTHORITY = 8
"""Public bodies are named by ordinary words and abbreviations: only their long names say anything."""
LONGEST = 24
SHORTEST = 3


class Name(msgspec.Struct, frozen=True):
    """One key of one brand. ``domain`` is the real domain an answer names."""

    key: str
    brand: str
    domain: str
    kind: NameKind
    misspelt: bool = True
    """Whether it is looked for with errors in it too."""
    category: str = ""
    primary: bool = True
    """It is the brand's own name or a domain's label, not an alias."""
    targeted: bool = False
    """The registry lists it among the brand's ``imitation_names``."""
    suffixes: tuple[str, ...] = ()
    """What follows the key in the brand's own domains, without dots (``com`` for ``ledger.com``)."""
    inside_words: bool = True
    """Whether a longer word may hold the key (``revolut``, but not ``metamask``)."""


def compact(text: str) -> str:
    """``text`` as a key: plain letters and digits only.

    >>> compact("Trust Wallet"), compact("Gate.io")
    ('trustwallet', 'gateio')
    """
    return "".join(c for c in plain_letters(text) if c.isascii() and c.isalnum())


def owned_domains(brand: Brand) -> tuple[str, ...]:
    """The domains the brand owns outright, the one called like the brand first; where it owns none, its first page's host."""
    urls = [c for c in brand.contacts if c.kind == "url" and c.status == "active" and c.covers in ("domain", "host")]
    named = f"https://{compact(brand.name)}."
    urls.sort(key=lambda c: (c.covers != "domain", not c.value.startswith(named), c.proof == "listed", "website" not in c.purpose))
    owned = [c for c in urls if c.covers == "domain"] or urls[:1]
    return tuple(dict.fromkeys(read_host(c.value.split("://", 1)[-1].strip("/")).ascii for c in owned))


def names_of(brand: Brand) -> Iterator[Name]:
    """The brand's keys, each once; a key that only lengthens a distinctive one is left out."""
    domains = owned_domains(brand)
    if not domains:
        return
    found: dict[str, NameKind] = {}
    for text in brand.imitation_names:
        found.setdefault(compact(text), "distinctive")
    doubtful = {compact(text) for text in (*brand.ambiguous_aliases, *((brand.name,) if brand.ordinary_word else ())) if text.isalnum()}
    for text in _written_names(brand):
        key = compact(text)
        if key in doubtful and len(key) <= SHORT and key != compact(brand.name):
            continue
        found.setdefault(key, "ordinary" if key in doubtful else "distinctive")
    for domain in domains:
        host = read_host(domain)
        if host.ascii != host.registrable_domain or host.shared_platform:
            continue
        label = compact(host.labels[-1])
        if (label in TRADE and label not in found) or len(label) < SHORTEST:
            continue
        found.setdefault(label, "ordinary" if label in doubtful else "distinctive")
        famous = _kind(label, found[label]) == "famous" and brand.category == "platform"
        if not famous and _kind(label, found[label]) != "distinctive" and domain == domains[0] and len(compact(host.unicode)) > 5:
            found[compact(host.unicode)] = "distinctive"
    targeted = {compact(text) for text in brand.imitation_names}
    primary = {compact(text) for text in (brand.name, brand.id, *brand.imitation_names)}
    leading = primary | {compact(domains[0].split(".", 1)[0])}
    primary |= {compact(domain.split(".", 1)[0]) for domain in domains}
    kept = {key: _kind(key, kind) for key, kind in found.items() if _is_usable(key, brand)}
    for key, kind in kept.items():
        if not any(other != key and other in key and kept[other] == "distinctive" for other in kept):
            least = LONG_BANK if brand.category == "bank" else {"distinctive": 0, "famous": LONG_FAMOUS}.get(kind, LONG_ORDINARY)
            misspelt = key in leading and kind not in ("generic", "short") and len(key) >= least and brand.category in MISSPELT_CATEGORIES
            domain = next((d for d in domains if d.startswith(key + ".")), domains[0])
            yield Name(
                key,
                brand.id,
                domain,
                kind,
                misspelt,
                brand.category,
                key in primary,
                key in targeted,
                _suffixes(key, domains),
            )


def _written_names(brand: Brand) -> Iterator[str]:
    slug = () if brand.category in MISSPELT_CATEGORIES - {"bank"} else (brand.id.replace("-", " "),)
    for text in (brand.name, *slug, *(n for names in brand.names.values() for n in names), *brand.aliases):
        if len(text.split()) <= 3 and sum(c.isascii() and c.isalnum() for c in text) >= 0.8 * len(text.replace(" ", "")):
            yield text


def _suffixes(key: str, domains: tuple[str, ...]) -> tuple[str, ...]:
    compacted = [compact(domain) for domain in domains if domain.startswith(key + ".")]
    return tuple(dict.fromkeys(domain[len(key) :] for domain in compacted))


def _kind(key: str, kind: NameKind) -> NameKind:
    if key in TRADE or key in GENERIC or (len(key) <= SHORT and (key in COMMON or key in ORDINARY)):
        return "generic"
    if len(key) <= SHORT:
        return "distinctive" if key in COINED else "short"
    if key in RARE or key in SELDOM or key in FAMOUS:
        return "rare" if key in RARE else "seldom" if key in SELDOM else "famous"
    return "ordinary" if key in COMMON or key in ORDINARY else kind


def _is_usable(key: str, brand: Brand) -> bool:
    if not SHORTEST <= len(key) <= LONGEST or key.isdigit():
        return False
    if brand.category in ("authority", "telecom"):
        words = as_words(key) if brand.category == "telecom" else None
        return len(key) >= LONG_AUTHORITY and _kind(key, "distinctive") == "distinctive" and (words is None or len(words) > 2)
    return True
