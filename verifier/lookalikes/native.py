"""Names in scripts of their own: ``tp钱包下载.com`` holds a brand's Chinese name, which no Latin key finds.

Only hosts with letters beyond ASCII are read here; the other modules see what is left of them in Latin letters.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from verifier.automaton import Automaton
from verifier.contacts.model import Host
from verifier.data import table
from verifier.lookalikes.confusables import plain_letters
from verifier.lookalikes.names import owned_domains
from verifier.lookalikes.search import Occurrence
from verifier.lookalikes.words import NOTHING, Reading, read_words, together
from verifier.lookalikes.written import Written
from verifier.registry.model import Brand
from verifier.registry.names import name_key

LEAST = 2
"""A name has at least so many letters beyond ASCII."""
BY_CHANCE = 3
"""Shorter names are also met across the seam of two words, so everything beside them must be known words."""
SPOKEN_OF = frozenset({"platform", "authority", "telecom"})
"""Whose names honest pages carry: only words that ask for something make them a sign."""


class NativeName(msgspec.Struct, frozen=True):
    """A brand's name as `name_key` writes it. ``doubtful`` names mean other things too."""

    key: str
    brand: str
    domain: str
    spoken_of: bool
    doubtful: bool


class NativeSign(msgspec.Struct, frozen=True):
    """A name found in a label: what stands beside it and how sure the resemblance is."""

    name: NativeName
    label: str
    beside: Reading
    words: tuple[str, ...]
    strength: float


@cache
def _words() -> re.Pattern[str]:
    found = {name_key(word): kind for kind in ("dress", "asks") for words in table("native_words")[kind].values() for word in words}
    groups = (
        "|".join(map(re.escape, sorted((w for w, k in found.items() if k == kind), key=len, reverse=True))) for kind in ("asks", "dress")
    )
    return re.compile("(?P<asks>{})|(?P<dress>{})".format(*groups))


@lru_cache(maxsize=4096)
def read_native(text: str) -> tuple[Reading, tuple[str, ...]]:
    """What a piece of a label (as `name_key` writes it) says in its own script and in Latin letters; and its words that ask.

    >>> reading, words = read_native("下载app中")
    >>> reading.asks, reading.dress, reading.noise, words
    (1, 1, 1, ('下载',))
    """
    found = NOTHING
    asked: list[str] = []
    rest: list[str] = []
    at = 0
    for match in _words().finditer(text):
        rest.append(text[at : match.start()])
        at = match.end()
        asks = match.lastgroup == "asks"
        found = together(found, Reading(asks=int(asks), dress=int(not asks)))
        if asks:
            asked.append(match[0])
    rest.append(text[at:])
    for piece in rest:
        for part in re.findall(r"[0-9a-z]+|[^0-9a-z]+", piece):
            found = together(found, read_words(part) if part.isascii() else Reading(noise=len(part)))
    return found, tuple(asked)


def _rest_of_label(text: Written, found: Occurrence) -> str:
    """The label that an occurrence stands in, without its Latin letters."""
    at = text.origin[found.start]
    before, after = text.text[:at].rsplit(".", 1)[-1], text.text[at:].split(".", 1)[0]
    return "".join(char for char in name_key(before + after) if char.isalpha() and not plain_letters(char).isascii())


def beside_in_native(text: Written, found: Occurrence) -> Reading:
    """What stands in another script in the label of a name in Latin letters: ``binance官网``."""
    return read_native(_rest_of_label(text, found))[0]


def native_words(text: Written, found: Occurrence) -> tuple[str, ...]:
    """Those of these words that ask for something."""
    return () if text.is_ascii else read_native(_rest_of_label(text, found))[1]


class NativeNames:
    """The names of all brands that are not written in Latin letters."""

    def __init__(self, brands: tuple[Brand, ...]) -> None:
        names: dict[str, NativeName] = {}
        for brand in brands:
            domains = owned_domains(brand)
            if not domains:
                continue
            certain = (brand.name, *(name for names in brand.names.values() for name in names), *brand.aliases)
            for text, doubtful in (*((name, False) for name in certain), *((name, True) for name in brand.ambiguous_aliases)):
                key = name_key(text)
                if sum(not char.isascii() for char in key) >= LEAST and (key not in names or names[key].doubtful):
                    names[key] = NativeName(key, brand.id, domains[0], brand.category in SPOKEN_OF, doubtful)
        self._automaton = Automaton(names)

    def of(self, host: Host) -> NativeSign | None:
        """The strongest sign in a host's labels, if there is one."""
        best: NativeSign | None = None
        for label in host.labels:
            if label.isascii():
                continue
            key = name_key(label)
            for start, end, name in self._automaton.find(key):
                left, asked = read_native(key[:start])
                right, also = read_native(key[end:])
                beside = together(left, right)
                value = _strength(name, beside, whole=start == 0 and end == len(key))
                if value and (best is None or (value, len(name.key)) > (best.strength, len(best.name.key))):
                    best = NativeSign(name, label, beside, asked + also, value)
        return best


def _strength(name: NativeName, beside: Reading, whole: bool) -> float:
    if not beside.is_plain and (len(name.key) < BY_CHANCE or name.doubtful or name.spoken_of):
        return 0.0
    if name.doubtful or name.spoken_of:
        return 0.5 if beside.asks else 0.0
    if beside.asks:
        return 0.85 if beside.is_plain else 0.6
    return 0.62 if whole or beside.is_plain else 0.45
