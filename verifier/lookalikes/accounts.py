"""Account names that imitate a brand's: look-alike letters, a slip of one letter, moved dots, words of help beside the name.

Names of accounts are short and free to take, and honest communities carry brands' names: so what is found here is a suspicion at
most, and a brand's name with honest words beside it (``solana_news``) is nothing at all. Look-ups are by dictionary: their cost
does not grow with the number of brands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from verifier.contacts.model import Handle
from verifier.contacts.platforms import is_other_form
from verifier.lookalikes.account_words import (
    RANK,
    SEPARATORS,
    SHORTEST_SLIP_WITH_WORDS,
    Way,
    boundaries,
    compact,
    help_beside,
    look,
    read_words,
    trade_ends,
)
from verifier.lookalikes.names import names_of
from verifier.lookalikes.near import distance
from verifier.lookalikes.words import is_a_word
from verifier.registry.index import Registry
from verifier.registry.model import Brand

STRENGTH: dict[Way, float] = {
    "letters": 0.65,
    "letters-and-words": 0.65,
    "slip-and-words": 0.6,
    "help": 0.55,
    "slip": 0.5,
    "official": 0.5,
    "lure": 0.5,
    "separators": 0.45,
    "digits": 0.42,
    "neutral": 0.2,
}
"""How sure it is that a resemblance is meant. None reaches what makes `dangerous` alone: an account's name is no proof."""

SHORTEST_SLIP = 7
"""Names shorter than this are one letter away from too many others."""
LONGEST = 64
_SHORT = 5


class AccountLookalike(msgspec.Struct, frozen=True):
    """An account name that resembles ``like``, a name of ``brand``; ``word`` is what was added to it."""

    brand: str
    like: str
    way: Way
    strength: float
    word: str = ""


class _Name(msgspec.Struct, frozen=True):
    """A name one may imitate. ``distinctive``: coined, so that meeting it is no chance."""

    brand: str
    written: str
    distinctive: bool
    coincidental: bool = False
    """A word of the trade or of everyday that is met beside other words by chance (``base``, ``safe``)."""


_DIGITS = re.compile(r"\d")
_EDGE = re.compile(r"__|\.\.|^[._]|[._]$")


def bare_name(handle: Handle) -> str:
    """The account's name without what its platform puts around it: ``u/``, ``@``, ``#1234``, a server."""
    name = handle.name.lstrip("@").removeprefix("u/").removeprefix("in/").removeprefix("org/").partition("#")[0].partition("@")[0]
    return name.removesuffix(".bsky.social").removesuffix(".com") if handle.platform == "bluesky" else name


class Accounts:
    """The names of all brands and their accounts, indexed; `of` says whom an account name resembles."""

    def __init__(self, registry: Registry) -> None:
        self._names: dict[str, list[_Name]] = defaultdict(list)
        self._looks: dict[str, list[_Name]] = defaultdict(list)
        self._halves: dict[tuple[str, bool], set[str]] = defaultdict(set)
        for brand in registry.brands.values():
            for name in _names(brand):
                self._add(name)
        self._longest = max(map(len, self._names), default=0)
        self._starts = {key[:2] for key in self._names}
        self._look_starts = {key[:2] for key in self._looks}

    def _add(self, name: _Name) -> None:
        key = compact(name.written)
        if any(known.brand == name.brand for known in self._names.get(key, ())):
            return
        self._names[key].append(name)
        self._looks[look(key)].append(name)
        if name.distinctive and len(key) >= SHORTEST_SLIP_WITH_WORDS:
            half = len(key) // 2
            self._halves[key[:half], False].add(key)
            self._halves[key[half:], True].add(key)

    def named(self, name: str) -> tuple[tuple[str, bool], ...]:
        """The brands with exactly this name (dots and case aside), and whether it is distinctive."""
        return tuple((n.brand, n.distinctive) for n in self._names.get(compact(name), ()))

    def of(self, handle: Handle) -> tuple[AccountLookalike, ...]:
        """Whom the account's name resembles, strongest first, one entry for each brand. Names that *are* a brand's are none."""
        name = bare_name(handle)
        if (
            not 4 <= len(name) <= LONGEST
            or "/" in name
            or (is_other_form(handle.platform, handle.name) and handle.platform not in _NAMED_FORMS)
        ):
            return ()
        if handle.platform == "discord" and _is_code(name):
            return ()
        best: dict[str, AccountLookalike] = {}
        for found in self._all(name):
            if found.brand not in best or best[found.brand].strength < found.strength:
                best[found.brand] = found
        return tuple(sorted(best.values(), key=lambda f: -f.strength))

    def _all(self, name: str) -> Iterator[AccountLookalike]:
        key = compact(name)
        if key in self._names and not name.isascii() and key.isascii():
            yield from (_found(real, "letters") for real in self._names[key])
            return
        if key in self._names:
            if _EDGE.search(name):
                for real in self._names[key]:
                    if real.distinctive and compact(real.written) == key and real.written.casefold() != name.casefold():
                        yield _found(real, "separators")
            return
        seen = look(SEPARATORS.sub("", name.lower()))
        for real in self._looks.get(seen, ()):
            if real.distinctive or not name.isascii() or set(_DIGITS.findall(key)) - set(real.written):
                yield _found(real, "letters")
        yield from self._with_words(name, key)
        yield from self._slips(key, "slip", "")

    def _with_words(self, name: str, key: str) -> Iterator[AccountLookalike]:
        """A brand's name with nothing beside it but words we know, or with a word of help right beside it."""
        starts = boundaries(name)
        looks = look(key) if len(look(key)) == len(key) else ""
        for start in range(len(key) - 1):
            if key[start : start + 2] not in self._starts and looks[start : start + 2] not in self._look_starts:
                continue
            for end in range(start + 2, min(len(key), start + self._longest) + 1):
                piece = key[start:end]
                real = self._names.get(piece, ())
                hidden = self._looks.get(looks[start:end], ()) if looks and not real and end - start >= _SHORT else ()
                if (real or hidden) and end - start < len(key):
                    yield from self._beside(key, start, end, real, hidden, apart=start in starts and end in starts)
        for cut, (way, word) in trade_ends(key):
            if way in ("help", "official"):
                yield from self._slips(cut, "slip-and-words", word)

    @staticmethod
    def _beside(
        key: str, start: int, end: int, real: Iterable[_Name], hidden: Iterable[_Name], *, apart: bool
    ) -> Iterator[AccountLookalike]:
        """What the words before and behind ``key[start:end]`` make of it."""
        before, behind = read_words(key[:start]), read_words(key[end:])
        length = end - start
        if before is None or behind is None:
            word = help_beside(key, start, end)
            if word and length > _SHORT:
                yield from (_found(one, "help", word) for one in real if one.distinctive)
            return
        way, word = max(before, behind, key=lambda b: RANK[b[0]])
        for one in hidden:
            if way in ("help", "official", "lure") and one.distinctive:
                yield _found(one, "letters-and-words", word)
        for one in real:
            likely = way == "help" and (apart or (not one.coincidental and length >= 3 and word not in _CHANCE))
            if (apart or length >= _SHORT or not key.isascii()) if one.distinctive else likely:
                yield _found(one, way, word)

    def _slips(self, key: str, way: Way, word: str) -> Iterator[AccountLookalike]:
        shortest = SHORTEST_SLIP_WITH_WORDS if word else SHORTEST_SLIP
        if not shortest - 1 <= len(key) <= LONGEST:
            return
        seen: set[str] = set()
        for length in (len(key) - 1, len(key), len(key) + 1):
            half = length // 2
            seen |= self._halves.get((key[:half], False), set()) | self._halves.get((key[len(key) - (length - half) :], True), set())
        for real in sorted(seen, key=lambda r: (len(r), r)):
            if len(real) >= shortest and real != key and abs(len(real) - len(key)) <= 1 and _is_slip(real, key):
                for one in self._names[real]:
                    yield _found(one, way, word)


_NAMED_FORMS = frozenset({"discord", "reddit", "linkedin", "line"})
_CHANCE = frozenset({"mod", "kf", "care", "desk"})
"""Words of help that end other words: beside a short or ordinary name they count only where a boundary shows."""


def _found(real: _Name, way: Way, word: str = "") -> AccountLookalike:
    return AccountLookalike(real.brand, real.written, way, STRENGTH[way], word)


def _names(brand: Brand) -> Iterator[_Name]:
    """The names a brand goes by, then those of its accounts that are words and no codes."""
    known = {name.key: name for name in names_of(brand)}
    coined = {key: name.kind in ("distinctive", "rare") for key, name in known.items()}
    for key, name in known.items():
        yield _Name(brand.id, brand.name if compact(brand.name) == key else key, coined[key], name.kind == "generic")
    for contact in brand.contacts:
        if contact.kind != "handle" or contact.status != "active" or contact.platform in ("github", "gitlab"):
            continue
        key = compact(contact.value)
        if is_other_form(contact.platform, contact.value) or sum(c.isalpha() for c in key) < 4 or _is_code(contact.value):
            continue
        yield _Name(brand.id, contact.value, coined.get(key, _is_coined(key, coined)))
    for text in (*(n for names in brand.names.values() for n in names), *brand.aliases):
        key = compact(text)
        if not key.isascii() and 2 <= len(key) <= 12:
            yield _Name(brand.id, text, True)


def _is_coined(key: str, coined: dict[str, bool]) -> bool:
    return any(c in key for c, distinctive in coined.items() if distinctive) and not is_a_word(key)


def _is_code(name: str) -> bool:
    """Whether a name is a random invitation code: capitals and digits in the middle, no shape of a word."""
    humps = sum(1 for a, b in pairwise(name) if a.islower() and b.isupper()) + sum(c.isdigit() for c in name)
    return len(name) >= 6 and humps >= 3 and "_" not in name and not re.fullmatch(r"[A-Za-z]+\d{1,4}", name)


def _is_slip(real: str, key: str) -> bool:
    """Whether ``key`` is ``real`` with one letter wrong, missing, doubled or swapped, and not another name for that."""
    if distance(real, key, 1) != 1:
        return False
    if real.isdigit() or key.rstrip("0123456789") == real.rstrip("0123456789"):
        return False
    if key.startswith(real):
        return key[-1] in ("l", "i", key[-2])
    if key.endswith(real):
        return key[0] in ("l", "i", key[1])
    if real.startswith(key) or real.endswith(key):
        return len(real) >= SHORTEST_SLIP + 1 and real[-1:] != "s"
    return not is_a_word(key)
