"""Account names that imitate a brand's: look-alike letters, a slip of one letter, moved dots, words of help beside the name.

Names of accounts are short and free to take, and honest communities carry brands' names: so what is found here is a suspicion at
most, and a brand's name with honest words beside it (``solana_news``) is nothing at all. A name is read twice, as it is spelt and
as it is drawn; look-ups are by dictionary: their cost does not grow with the number of brands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from verifier.automaton import Automaton
from verifier.contacts.model import Handle
from verifier.contacts.platforms import is_other_form
from verifier.lookalikes.account_names import AccountName, account_names, is_code
from verifier.lookalikes.account_words import (
    DRAWN_WORDS,
    WORDS,
    Company,
    Spelled,
    compact,
    cores,
    drawn,
    help_in,
    spelled,
)
from verifier.lookalikes.confusables import rough_shape
from verifier.lookalikes.near import distance
from verifier.lookalikes.words import is_a_word
from verifier.registry.index import Registry

Way = Literal["letters", "letters-and-words", "slip", "slip-and-words", "separators", "help", "official", "lure", "digits", "neutral"]
"""How a name imitates another; from ``help`` on, what the words beside it say."""

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
SHORTEST_SLIP_WITH_WORDS = 6
"""With a word of help beside it, a name of this length is enough to be looked for misspelt."""
LONGEST = 64
LAST_NAMES = 16
"""So many accounts' resemblances are kept: several rules ask about one account in a row."""
_SHORT = 5
_MOST_PARTS = 4
"""Of how many parts of an account's name a brand's name may consist."""


class AccountLookalike(msgspec.Struct, frozen=True):
    """An account name that resembles ``like``, a name of ``brand``; ``word`` is what was added to it."""

    brand: str
    like: str
    way: Way
    strength: float
    word: str = ""


_DIGITS = re.compile(r"\d")
_EDGE = re.compile(r"__|\.\.|^[._]|[._]$")


def bare_name(handle: Handle) -> str:
    """The account's name without what its platform puts around it: ``u/``, ``@``, ``#1234``, a server."""
    name = handle.name.lstrip("@").removeprefix("u/").removeprefix("in/").removeprefix("org/").partition("#")[0].partition("@")[0]
    return name.removesuffix(".bsky.social").removesuffix(".com") if handle.platform == "bluesky" else name


class Accounts:
    """The names of all brands and their accounts, indexed; `of` says whom an account name resembles."""

    def __init__(self, registry: Registry) -> None:
        self._names: dict[str, list[AccountName]] = defaultdict(list)
        self._shapes: dict[str, list[AccountName]] = defaultdict(list)
        self._halves: dict[tuple[str, bool], set[str]] = defaultdict(set)
        for brand in registry.brands.values():
            for name in account_names(brand):
                self._add(name)
        self._longest = max(map(len, self._names), default=0)
        halves = (half for half, _ in self._halves)
        self._pieces = Automaton(dict.fromkeys((*self._names, *halves)))
        self._drawn_pieces = Automaton(dict.fromkeys(self._shapes))
        self._of_last_names = lru_cache(maxsize=LAST_NAMES)(self.of_name)

    def _add(self, name: AccountName) -> None:
        key = name.key
        if any(known.brand == name.brand for known in self._names.get(key, ())):
            return
        self._names[key].append(name)
        self._shapes[rough_shape(key)].append(name)
        if name.distinctive and len(key) >= SHORTEST_SLIP_WITH_WORDS:
            half = len(key) // 2
            self._halves[key[:half], False].add(key)
            self._halves[key[half:], True].add(key)

    def named(self, name: str) -> tuple[tuple[str, bool], ...]:
        """The brands with exactly this name (dots and case aside), and whether it is distinctive."""
        return tuple((n.brand, n.distinctive) for n in self._names.get(compact(name), ()))

    def says_help(self, name: str) -> bool:
        """Whether a name is a brand's with a word of help beside it, be it the brand's own account (``MetaMaskSupport``)."""
        key = compact(name)
        return any(way == "help" and key[start:end] in self._names for (start, end), (way, _) in cores(key, key).items())

    def of(self, handle: Handle) -> tuple[AccountLookalike, ...]:
        """Whom the account's name resembles, strongest first, one entry for each brand. Names that *are* a brand's are none."""
        if is_other_form(handle.platform, handle.name) and handle.platform not in _NAMED_FORMS:
            return ()
        name = bare_name(handle)
        if "/" in name or (handle.platform == "discord" and is_code(name)):
            return ()
        return self._of_last_names(name)

    def of_name(self, name: str) -> tuple[AccountLookalike, ...]:
        """The same for a name that somebody chose elsewhere: the part before ``@`` of an address, a sender's shown name."""
        if not 3 <= len(name) <= LONGEST or (len(name) < 4 and name.isascii() and name.isalpha()):
            return ()
        best: dict[str, AccountLookalike] = {}
        for found in self._all(name):
            if found.brand not in best or best[found.brand].strength < found.strength:
                best[found.brand] = found
        return tuple(sorted(best.values(), key=lambda f: -f.strength))

    def _all(self, name: str) -> Iterator[AccountLookalike]:
        read = spelled(name)
        if same := self._names.get(read.key):
            yield from self._same(name, read, same)
            return
        if self._pieces.holds(read.key):  # most names have nothing of any brand's
            yield from self._as_spelt(read)
        yield from self._as_drawn(read)

    def _same(self, name: str, read: Spelled, same: list[AccountName]) -> Iterator[AccountLookalike]:
        """A brand's whole name, with letters of another script or with signs that the brand's own has not."""
        for real in same:
            if read.odd:
                yield _found(real, "letters")
            elif _EDGE.search(name) and real.written.casefold() != name.casefold() and (real.distinctive or self.says_help(name)):
                yield _found(real, "separators")

    def _as_spelt(self, read: Spelled) -> Iterator[AccountLookalike]:
        """A brand's name, or one that is a slip away, with nothing beside it but words we know; or with help right beside it."""
        key = read.key
        company = cores(key, key)
        named = [
            found
            for (start, end), (kind, word) in company.items()
            for real in self._names.get(key[start:end], ())
            for found in self._beside(real, kind, word, read, start, end)
        ]
        yield from named
        for (start, end), (kind, word) in company.items():
            if not named and kind != "community":
                yield from self._slips(read, start, end, kind, word)
        for at, behind, word in help_in(key):
            for start, end in self._next_to(at, behind, key):
                for real in self._names.get(key[start:end], ()):
                    apart = not key.isascii() or {at, behind, start, end} <= read.starts
                    if (real.distinctive and end - start > _SHORT) or (apart and not real.coincidental):
                        yield _found(real, "help", word)
            if not key.isascii() or {at, behind} <= read.starts:
                yield from (_found(real, "help", word) for real in self._set_apart(read) if real.distinctive)

    def _as_drawn(self, read: Spelled) -> Iterator[AccountLookalike]:
        """A name that only looks like a brand's, or a brand's beside a word of help that only looks like one."""
        key = read.key
        text, origin = drawn(key)
        if not self._drawn_pieces.holds(text):
            return
        shown = "".join(key[origin[i]] for i in range(len(text)))
        for (start, end), (kind, word) in cores(text, shown, DRAWN_WORDS).items():
            piece = key[origin[start] : origin[end]]
            for real in self._shapes.get(text[start:end], ()):
                if real.key == piece:
                    yield from self._beside(real, kind, word, read, origin[start], origin[end])
                elif way := _drawn_way(real, piece, kind, whole=len(piece) == len(key)):
                    yield _found(real, way, word)
        for at, behind, word in help_in(text, DRAWN_WORDS):
            for start, end in self._next_to(at, behind, text):
                for real in self._shapes.get(text[start:end], ()):
                    if real.distinctive and end - start > _SHORT:
                        same = real.key == key[origin[start] : origin[end]]
                        yield _found(real, "help" if same else "letters-and-words", word)

    def _next_to(self, at: int, behind: int, text: str) -> Iterator[tuple[int, int]]:
        """Where a name may stand that ends where a word begins, or begins where it ends."""
        for size in range(3 if text.isascii() else 2, self._longest + 1):
            if at - size >= 0:
                yield at - size, at
            if behind + size <= len(text):
                yield behind, behind + size

    def _set_apart(self, read: Spelled) -> Iterator[AccountName]:
        """The names that signs, capitals or digits set apart from what is beside them."""
        places = sorted(read.starts)
        for i, start in enumerate(places):
            for end in places[i + 1 : i + 1 + _MOST_PARTS]:
                yield from self._names.get(read.key[start:end], ())

    @staticmethod
    def _beside(real: AccountName, kind: Company, word: str, read: Spelled, start: int, end: int) -> Iterator[AccountLookalike]:
        """What words of a kind beside a brand's very name make of it."""
        apart, length = start in read.starts and end in read.starts, end - start
        if length == len(read.key):
            return
        if real.distinctive:
            meant = apart or length >= _SHORT or not real.key.isascii()
        else:
            meant = kind == "help" and (apart or (not real.coincidental and length >= 3 and word not in _CHANCE))
        if not meant:
            return
        if any(start <= at < end for at in read.odd):
            yield _found(real, "letters-and-words" if kind in _SPEAKING else "letters", word)
        else:
            yield _found(real, "neutral" if kind == "community" else kind, word)

    def _slips(self, read: Spelled, start: int, end: int, kind: Company, word: str) -> Iterator[AccountLookalike]:
        """The brands whose name ``key[start:end]`` is but for one letter."""
        piece = read.key[start:end]
        speaking = kind in _SPEAKING
        shortest = SHORTEST_SLIP_WITH_WORDS if speaking else SHORTEST_SLIP
        if not shortest - 1 <= len(piece) <= LONGEST:
            return
        near: set[str] = set()
        for length in (len(piece) - 1, len(piece), len(piece) + 1):
            half = length // 2
            for alike in (self._halves.get((piece[:half], False)), self._halves.get((piece[len(piece) - (length - half) :], True))):
                if alike:
                    near |= alike
        for real in sorted(near, key=lambda r: (len(r), r)):
            if len(real) >= shortest and _is_slip(real, piece) and not _is_whole_word(read, start, real):
                for one in self._names[real]:
                    yield _found(one, "slip-and-words" if speaking else "slip", word)


_NAMED_FORMS = frozenset({"discord", "reddit", "linkedin", "line"})
_SPEAKING: frozenset[Company] = frozenset({"help", "official", "lure"})
"""Company that says who speaks, helps or gives."""
_CHANCE = frozenset({"mod", "kf", "sup", "supp", "care", "desk"})
"""Words of help that end other words: beside a short or ordinary name they count only where a boundary shows."""


def _found(real: AccountName, way: Way, word: str = "") -> AccountLookalike:
    return AccountLookalike(real.brand, real.written, way, STRENGTH[way], word)


def _drawn_way(real: AccountName, piece: str, kind: Company, *, whole: bool) -> Way | None:
    """How a piece of a name that has a brand's shape, but is spelt otherwise, imitates it; None where it is met by chance."""
    telling = len(piece) != len(real.key) or bool(set(_DIGITS.findall(piece)) - set(real.key))
    long = len(real.key) >= _SHORT
    if is_a_word(piece) or (real.coincidental and not telling):
        return None
    if kind == "help" or (kind in _SPEAKING and long):
        return "letters-and-words" if long or telling else None
    if (real.distinctive or telling or whole) and (long or (whole and len(real.key) >= _SHORT - 1 and telling)):
        return "letters"
    return None


def _is_slip(real: str, key: str) -> bool:
    """Whether ``key`` is ``real`` with one letter wrong, missing, doubled or swapped, and not another name for that."""
    if distance(real, key, 1) != 1:
        return False
    if real.isdigit() or key.rstrip("0123456789") == real.rstrip("0123456789"):
        return False
    if key.startswith(real):
        return key[-1] in ("l", "i", "s", key[-2])
    if key.endswith(real):
        return key[0] in ("l", "i", key[1])
    if real.startswith(key) or real.endswith(key):
        return len(real) >= SHORTEST_SLIP + 1 and real[-1:] != "s"
    return not is_a_word(key)


def _is_whole_word(read: Spelled, start: int, real: str) -> bool:
    """Whether the letter that differs from ``real`` stands in a part of the name that is a word of its own (``ethers-fan``)."""
    piece = read.key[start:]
    at = start + next((i for i, (a, b) in enumerate(zip(piece, real, strict=False)) if a != b), len(real) - 1)
    begin = max(place for place in read.starts if place <= at)
    end = min((place for place in read.starts if place > at), default=len(read.key))
    part = read.key[begin:end]
    return start < begin and len(part) >= 3 and (part in WORDS or is_a_word(part))
