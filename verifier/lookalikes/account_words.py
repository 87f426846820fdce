"""Account names taken apart: what stands in them beside a brand's name, and what they look like.

The words are data (``verifier/data/account_words.json``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

import msgspec

from verifier.data import table
from verifier.lookalikes.confusables import one_shape, pairs, plain_letters, rough_shape
from verifier.lookalikes.words import is_a_word

Company = Literal["help", "official", "lure", "community", "digits", "neutral"]
"""What the words beside a name say, the strongest of them."""
RANK: dict[Company, int] = {"neutral": 0, "digits": 1, "community": 2, "lure": 3, "official": 4, "help": 5}
"""Which class of words says most. Those who call themselves fans or users may carry a number as well."""

SEPARATORS = re.compile(r"[._\-~·•\s]+")


def compact(name: str) -> str:
    """A name without the signs that separate its parts, in plain lower case.

    >>> compact("Token_Pocket.TP")
    'tokenpockettp'
    """
    return SEPARATORS.sub("", plain_letters(name, cased=True))


_TABLE = table("account_words")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG_ENOUGH = 7
"""From this length on a word of help is known misspelt; shorter words have too many neighbours."""


def _misspelt(word: str) -> Iterator[str]:
    """A word with one letter left out, put in, exchanged or swapped with its neighbour, the first letter apart."""
    for i in range(1, len(word) + 1):
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :]
        for letter in _LETTERS:
            yield word[:i] + letter + word[i:]
            yield word[:i] + letter + word[i + 1 :]


def _classes() -> dict[str, tuple[Company, str]]:
    found: dict[str, tuple[Company, str]] = {}
    for word in _TABLE["says_help"]:
        if len(word) >= _LONG_ENOUGH and word.isascii():
            found.update({near: ("help", word) for near in _misspelt(word) if not is_a_word(near)})
    kinds: dict[str, Company] = {
        "region": "neutral", "neutral": "neutral", "community": "community", "lure": "lure",
        "official": "official", "help": "help", "says_help": "help",
    }  # fmt: skip
    for key, kind in kinds.items():
        found.update({compact(word): (kind, word) for word in _TABLE[key]})
    return found


SAYS_HELP = frozenset(_TABLE["says_help"])
"""Words of help that say it by themselves; the others (desk, unlock, security) are parts of honest names."""
Known = tuple[Company, str]
"""A word's class, and how it is spelt."""


def _says_help(known: Known) -> bool:
    return known[0] == "help" and known[1] in SAYS_HELP


class Vocabulary:
    """Words beside names. Which lengths are worth a look is known by a word's first or last two letters."""

    def __init__(self, words: Mapping[str, Known]) -> None:
        self._words = words
        self._from: dict[str, list[int]] = {}
        self._to: dict[str, list[int]] = {}
        self._help: dict[str, list[int]] = {}
        for word in words:
            for lengths, letters in ((self._from, word[:2]), (self._to, word[-2:])):
                if len(word) not in lengths.setdefault(letters, []):
                    lengths[letters].append(len(word))
        for word in sorted((word for word, known in words.items() if _says_help(known)), key=len, reverse=True):
            if len(word) not in self._help.setdefault(word[:2], []):
                self._help[word[:2]].append(len(word))

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def from_(self, text: str, start: int, end: int) -> Iterator[tuple[int, Known]]:
        """Words that begin at ``start`` and end by ``end``: where they end, and what they are."""
        for size in self._from.get(text[start : start + 2], ()):
            if start + size <= end and (of := self._words.get(text[start : start + size])):
                yield start + size, of

    def help_from(self, text: str, start: int) -> tuple[int, str] | None:
        """The longest word that begins at ``start`` and says help by itself: where it ends, and how it is spelt."""
        for size in self._help.get(text[start : start + 2], ()):
            of = self._words.get(text[start : start + size])
            if of and start + size <= len(text) and _says_help(of):
                return start + size, of[1]
        return None

    def to(self, text: str, start: int, end: int) -> Iterator[tuple[int, Known]]:
        """Words that end at ``end`` and begin no earlier than ``start``: where they begin, and what they are."""
        for size in self._to.get(text[end - 2 : end], ()) if end - start > 1 else ():
            if end - size >= start and (of := self._words.get(text[end - size : end])):
                yield end - size, of


_SPELT = _classes()
WORDS = Vocabulary(_SPELT)
"""Every word we know."""
DRAWN_WORDS = Vocabulary({rough_shape(word): of for word, of in sorted(_SPELT.items(), key=lambda known: RANK[known[1][0]])})
"""The same by their rough shape: ``he1p``, ``custorner``."""
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])|(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])")  # fmt: skip
MOST_CORES = 48
"""In how many ways a name is taken apart; nobody's has so many."""


class Spelled(msgspec.Struct, frozen=True):
    """A name as one reads it. Indexes are into ``key``."""

    key: str
    """`compact`."""
    starts: frozenset[int]
    """Where its parts begin and end, by signs, capitals and digits."""
    odd: frozenset[int]
    """Letters of other scripts that pass for plain ones."""


def spelled(name: str) -> Spelled:
    """Read a name."""
    starts, at = {0}, 0
    odd: set[int] = set()
    for part in SEPARATORS.split(name):
        for piece in _HUMP.split(part):
            for char in piece if not piece.isascii() else ():
                like = compact(char)
                odd.update(range(at, at + len(like)) if like.isascii() and not char.isascii() else ())
                at += len(like)
            at += len(piece) if piece.isascii() else 0
            starts.add(at)
    return Spelled(compact(name), frozenset(starts), frozenset(odd))


def drawn(key: str) -> tuple[str, list[int]]:
    """A name's rough shape (``rn`` drawn as ``m``, digits as letters, one letter for ``l i 1``) and each place's origin in ``key``.

    >>> drawn("rnetarnask")[0] == rough_shape("metamask"), drawn("rna")[1]
    (True, [0, 2, 3])
    """
    origin = list(range(len(key) + 1))
    for pair, letter in pairs():
        while (at := key.find(pair)) >= 0:
            key = key[:at] + letter + key[at + 2 :]
            del origin[at + 1]
    return one_shape(key), origin


def cores(text: str, shown: str, words: Vocabulary = WORDS) -> dict[tuple[int, int], Known]:
    """What is left of a name when words we know are taken off its ends, in every way, and what those words say.

    ``shown`` is the text as written, where ``text`` is its shape: digits are seen there.

    >>> cores("tokenpocketsupport24", "tokenpocketsupport24")[0, 11]
    ('help', 'support')
    """
    whole = (0, len(text))
    found: dict[tuple[int, int], Known] = {whole: ("neutral", "")}
    todo = [whole]
    while todo and len(found) < MOST_CORES:
        place = todo.pop()
        said = found[place]
        for inner, of in _peeled(text, shown, *place, words):
            best = of if RANK[of[0]] > RANK[said[0]] else said
            if inner not in found or RANK[best[0]] > RANK[found[inner][0]]:
                found[inner] = best
                todo.append(inner)
    return found


def _peeled(text: str, shown: str, start: int, end: int, words: Vocabulary) -> Iterator[tuple[tuple[int, int], Known]]:
    for behind, of in words.from_(text, start, end):
        yield (behind, end), of
    for before, of in words.to(text, start, end):
        yield (start, before), of
    behind = len(shown[start:end].rstrip("0123456789")) + start
    if behind < end:
        yield (start, behind), ("digits" if end - behind <= 4 else "neutral", shown[behind:end])
    before = end - len(shown[start:end].lstrip("0123456789"))
    if before > start:
        yield (before, end), ("digits" if before - start <= 4 else "neutral", shown[start:before])


def help_in(text: str, words: Vocabulary = WORDS) -> Iterator[tuple[int, int, str]]:
    """Where a word stands that says help by itself, and that word; of several that begin at one place the longest."""
    for at in range(len(text) - 1):
        if here := words.help_from(text, at):
            yield at, *here


@lru_cache(maxsize=1024)
def only_words(name: str) -> str:
    """The word of help in a name that consists of words of help and other words we know alone; "" for any other name.

    >>> only_words("Customer_Support24"), only_words("TokenPocket_Help"), only_words("crypto_news")
    ('customer', '', '')
    """
    key = compact(name)
    if len(key) < 5 and key.isascii():
        return ""
    nothing_else = any(start == end and kind == "help" for (start, end), (kind, _) in cores(key, key).items())
    return next((word for _, _, word in help_in(key)), "") if nothing_else else ""
