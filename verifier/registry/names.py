"""Brand names: which brand does a text name, and which of its words could mean several?"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

import msgspec

from verifier.contacts.chinese import simplified
from verifier.registry.model import Brand


class Claim(msgspec.Struct, frozen=True):
    """Whom a contact is said to belong to. ``candidates`` are brand ids where the name fits several."""

    status: Literal["known", "unknown", "ambiguous"]
    brand: str | None = None
    candidates: tuple[str, ...] = ()


_LONGEST = 120
"""Nobody's name has more characters; a message has."""


def name_key(text: str) -> str:
    """The form in which names are compared: compatibility-folded, case-folded, simplified, without spaces and joining marks."""
    folded = unicodedata.normalize("NFKC", text[:200]).casefold()
    if not folded.isascii():
        folded = simplified(folded)
    return "".join(c for c in folded if c.isalnum() or c in "#+")


class Names:
    """Every id, name and alias of every brand, by its `name_key`."""

    def __init__(self, brands: Iterable[Brand]) -> None:
        certain: dict[str, set[str]] = defaultdict(set)
        doubtful: dict[str, set[str]] = defaultdict(set)
        self._ids: set[str] = set()
        for brand in brands:
            self._ids.add(brand.id)
            for name in (brand.name, *(n for names in brand.names.values() for n in names), *brand.aliases):
                certain[name_key(name)].add(brand.id)
            for name in brand.ambiguous_aliases:
                doubtful[name_key(name)].add(brand.id)
            certain[name_key(brand.id)].add(brand.id)
        for key, ids in doubtful.items():
            sure = certain.get(key, set())
            if sure - ids:  # unmistakable for one brand, loosely used for another: the first owns the name
                certain[key] = sure - ids
        self._doubtful = {key: frozenset(ids) for key, ids in doubtful.items() if key and not certain.get(key, set()) - ids}
        self._certain = {key: frozenset(ids) for key, ids in certain.items() if key and key not in self._doubtful}

    def resolve(self, text: str) -> Claim:
        """Which brand the whole text names. An exact id always wins; nobody or several is an answer, not an error."""
        if text in self._ids:
            return Claim("known", text)
        if len(text) > _LONGEST:
            return Claim("unknown")
        key = name_key(text)
        ids = self._certain.get(key)
        if ids and len(ids) == 1:
            return Claim("known", next(iter(ids)))
        ids = ids or self._doubtful.get(key)
        if ids:
            return Claim("ambiguous", None, tuple(sorted(ids)))
        return Claim("unknown")

    def all_certain(self) -> dict[str, frozenset[str]]:
        """Unmistakable name keys and the brands they name."""
        return self._certain

    def all_doubtful(self) -> dict[str, frozenset[str]]:
        """Name keys that mean other things too."""
        return self._doubtful
