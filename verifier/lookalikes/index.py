"""All brands' keys in the forms that find them quickly: cost does not grow with the number of brands.

* one Aho-Corasick automaton over all keys in rough shape: exact names, look-alike characters, hyphens and split names;
* in the same automaton *seeds*, pieces of long keys: a key with an error still contains one of its pieces unharmed, so
  a piece's occurrence is where a distorted name may stand, however it is glued to other words;
* a deletion index (SymSpell) for keys too short for seeds, and the ends of long keys for two errors that leave no piece unharmed,
  both asked with whole words only;
* the owned domains, exactly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from verifier.automaton import Automaton, Beginnings
from verifier.lookalikes.confusables import one_shape
from verifier.lookalikes.names import Name, names_of, owned_domains
from verifier.lookalikes.near import deletions
from verifier.lookalikes.words import held_by_longer_words
from verifier.registry.index import Registry

SHORTEST_TYPO = 5
"""Keys from this length on are looked for with an error in them."""
SHORTEST_SEEDED = 8
SHORTEST_TWO_ERRORS = 10
LONG = 13
"""Keys from this length on are found by any four letters in a row."""
PIECE = 4
MOST_SHARED = 6
"""A piece shared by more keys than this finds nothing in particular and is dropped."""


PAGES = {"github": "github.io", "gitlab": "gitlab.io"}
"""Platforms on which an account's name is the name of its pages' host, and nobody else's."""


class Seed(msgspec.Struct, frozen=True):
    """A piece of a key: where in the key it begins, and how many errors the key may have around it."""

    name: Name
    rough: str
    offset: int
    size: int
    errors: int
    before: str
    """The key's two letters before the piece, as far as there are any."""
    after: str


class Entry(msgspec.Struct, frozen=True):
    """What one string of the automaton stands for."""

    names: tuple[Name, ...] = ()
    seeds: tuple[Seed, ...] = ()


def errors_allowed(key: str) -> int:
    """How many errors a key of this length may have and still be recognised: one in five letters, three at most."""
    return 3 if len(key) >= LONG else 2 if len(key) >= SHORTEST_TWO_ERRORS else 1


def seeds_of(name: Name) -> Iterable[tuple[str, Seed]]:
    """Pieces of four letters: two of a key of eight or nine, three of up to twelve, of longer ones every four in a row."""
    rough = one_shape(name.key)
    size = len(rough)
    errors = errors_allowed(name.key)
    count = size - 3 if size >= LONG else 3 if size >= 10 else 2
    for start in sorted({round(i * (size - PIECE) / (count - 1)) for i in range(count)}):
        yield rough[start : start + PIECE], _seed(name, rough, start, PIECE, errors)


def _seed(name: Name, rough: str, offset: int, size: int, errors: int) -> Seed:
    end = offset + size
    return Seed(name, rough, offset, size, errors, rough[max(0, offset - 2) : offset], rough[end : end + 2])


class Index:
    """The keys of all brands of a registry, ready to be looked for."""

    def __init__(self, registry: Registry) -> None:
        self.domains: dict[str, str] = {}
        exact: dict[str, list[Name]] = defaultdict(list)
        seeds: dict[str, list[Seed]] = defaultdict(list)
        typos: dict[str, list[tuple[Name, str]]] = defaultdict(list)
        self.names: list[Name] = []
        self.pages: dict[str, str] = {}
        """Hosts that a code platform gives to a brand's account alone: ``name.github.io``."""
        for brand in registry.brands.values():
            for domain in owned_domains(brand):
                self.domains.setdefault(domain, brand.id)
            for contact in brand.contacts:
                if contact.kind == "handle" and contact.status == "active" and contact.platform in PAGES:
                    self.pages[f"{contact.value.lower()}.{PAGES[contact.platform]}"] = brand.id
        self.endings = frozenset(domain.rsplit(".", 1)[-1] for domain in self.domains)
        """The last labels of these domains."""
        names = [name for brand in registry.brands.values() for name in names_of(brand)]
        inside = held_by_longer_words({name.key for name in names})
        for name in names:
            self._add(msgspec.structs.replace(name, inside_words=name.key in inside), exact, seeds, typos)
        for _ in range(3):
            for piece in [piece for piece, found in seeds.items() if len(found) > MOST_SHARED]:
                for seed in seeds.pop(piece):
                    longer = _lengthened(seed)
                    seeds[longer.rough[longer.offset : longer.offset + longer.size]].append(longer)
        words: dict[str, Entry] = {}
        for rough in exact.keys() | seeds.keys():
            kept = seeds.get(rough, [])
            entry = Entry(tuple(sorted(exact.get(rough, ()), key=owner_first)), tuple(kept) if len(kept) <= MOST_SHARED else ())
            if entry.names or entry.seeds:
                words[rough] = entry
        self.automaton = Automaton(words)
        self._typos = {word: tuple(found) for word, found in typos.items()}
        keys = {rough for rows in self._typos.values() for _, rough in rows}
        lengths = [len(rough) for rough in keys]
        self.typo_lengths = (min(lengths, default=0) - 1, max(lengths, default=0) + 1)
        self._alike = _by_ends(self.names)
        self._heads = Beginnings(keys)
        self._tails = Beginnings([rough[::-1] for rough in keys])

    def misspelt(self, rough: str) -> set[tuple[Name, str]]:
        """The keys that may be one error away from a word in rough shape, or two and begin and end like it, each with its own shape.

        One error harms two letters at most, where neighbours are swapped: all before them begin a key, and all behind them end it.
        """
        size = len(rough)
        found = set(self._alike.get(rough[:2] + rough[-2:], ())) if size > SHORTEST_TWO_ERRORS - 3 else set()
        first = max(0, size - 2 - self._tails.shared(rough[::-1]))
        places = range(first, min(size, self._heads.shared(rough) + 1))
        if not places:
            return found
        typos = self._typos
        found.update(typos.get(rough, ()))
        for at in places:
            if hit := typos.get(rough[:at] + rough[at + 1 :]):
                found.update(hit)
        return found

    def _add(
        self, name: Name, exact: dict[str, list[Name]], seeds: dict[str, list[Seed]], typos: dict[str, list[tuple[Name, str]]]
    ) -> None:
        self.names.append(name)
        rough = one_shape(name.key)
        exact[rough].append(name)
        if not name.misspelt or len(rough) < SHORTEST_TYPO:
            return
        for word in deletions(rough):
            typos[word].append((name, rough))
        if len(rough) >= SHORTEST_SEEDED:
            for piece, seed in seeds_of(name):
                seeds[piece].append(seed)


def _by_ends(names: Iterable[Name]) -> dict[str, list[tuple[Name, str]]]:
    """Long keys by their first and last two letters: two errors inside one may harm every piece of it."""
    found: dict[str, list[tuple[Name, str]]] = defaultdict(list)
    for name in names:
        rough = one_shape(name.key)
        if name.misspelt and len(rough) >= SHORTEST_TWO_ERRORS:
            found[rough[:2] + rough[-2:]].append((name, rough))
    return dict(found)


def _lengthened(seed: Seed) -> Seed:
    """A piece that too many keys share, with up to two more letters of its own key: at its front, or behind where it is the front."""
    more = min(2, seed.offset) if seed.offset else 2
    return _seed(seed.name, seed.rough, seed.offset - more if seed.offset else 0, seed.size + more, seed.errors)


def owner_first(name: Name) -> tuple[bool, int]:
    """Of several brands with one key, the one whose domain is that key, else the shorter id."""
    return not name.domain.startswith(name.key), len(name.brand)
