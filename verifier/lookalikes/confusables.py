"""Letters that pass for others: the skeletons of UTS #39, and where in a text the disguise is.

A *skeleton* is what a text looks like: two texts with one skeleton are hard to tell apart. Ours follows UTS #39 with the
consortium's own table (``verifier/data/confusables.json``), with two differences that suit names people read in passing:
marks above, below and through letters are dropped (``ķ`` reads as ``k``), and letters which the standard pairs with
another letter but readers take for the Latin one (Cyrillic ``к``) are folded too. All functions are linear in the text.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache

import msgspec

from verifier.data import table


class Letter(msgspec.Struct, frozen=True):
    """One disguised letter: its place in the text (code points), what stands there, its script, what it passes for."""

    at: int
    seen: str
    script: str
    like: str


@cache
def _prototypes() -> dict[str, str]:
    """Every character of the table with the lower-case ASCII it reads as."""
    data = table("confusables")
    found: dict[str, str] = {}
    for part in ("by_eye", "variants", "prototypes"):
        for prototype, characters in data[part].items():
            found.update(dict.fromkeys(characters, prototype.lower()))
    return found


@cache
def _ascii_lower() -> dict[int, str]:
    """The ASCII part of the table on lower-case text: ``0`` and ``1`` become letters, ``m`` its two halves."""
    return {ord(char): prototype for char, prototype in _prototypes().items() if char in "01m|"}


@lru_cache(maxsize=16384)
def _look(char: str) -> str:
    """What one character looks like: lower-case ASCII where it resembles that, else its own bare, case-folded form."""
    found = _prototypes().get(char)
    if found is not None:
        return found
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_prototypes().get(c, c) for c in plain if not unicodedata.combining(c) and unicodedata.category(c) not in ("Cf", "Mn"))


def skeleton(text: str, *, cased: bool = False) -> str:
    """What ``text`` looks like, in lower case.

    ``cased`` reads the letters as they are written, so that a capital I passes for a small L; without it the text is taken
    in lower case first, as host names are.

    >>> skeleton("tоkenpocket") == skeleton("tokenpocket")
    True
    >>> skeleton("BlTGET") == skeleton("bitget"), skeleton("Bltget", cased=True) == skeleton("BItget", cased=True)
    (False, True)
    """
    if text.isascii():
        if cased:
            text = text.replace("I", "l")
        return text.lower().translate(_ascii_lower())
    seen = "".join(map(_look, text if cased else text.lower()))
    return seen.translate(_ascii_lower())


def plain_letters(text: str, *, cased: bool = False) -> str:
    """``text`` in lower case with letters of other scripts and marked letters replaced by the ASCII letter they read as.

    Unlike `skeleton` it leaves ASCII as it is, so the result is the name a reader sees. ``cased`` reads capitals as they are
    drawn (Greek ``Ν`` as n); without it the text is taken in lower case first, as host names are.

    >>> plain_letters("tоkenpócket"), plain_letters("ΚRΑΚΕΝ", cased=True)
    ('tokenpocket', 'kraken')
    """
    if text.isascii():
        return text.lower()
    return "".join(c.lower() if c.isascii() else _look(c) for c in (text if cased else text.lower()))


def disguised_letters(text: str) -> tuple[Letter, ...]:
    """The letters of ``text`` that are not ASCII and read as ASCII, with their places.

    >>> disguised_letters("tоkenpocket")
    (Letter(at=1, seen='о', script='Cyrillic', like='o'),)
    """
    if text.isascii():
        return ()
    found = []
    for at, char in enumerate(text):
        if not char.isascii() and (like := _look(char.lower())) and like.isascii():
            found.append(Letter(at, char, script_of(char), like))
    return tuple(found)


@cache
def _script_ranges() -> tuple[list[int], list[tuple[int, str]]]:
    ranges = sorted((first, last, name) for name, rows in table("scripts")["scripts"].items() for first, last in rows)
    return [first for first, _, _ in ranges], [(last, name) for _, last, name in ranges]


@lru_cache(maxsize=16384)
def script_of(char: str) -> str:
    """The Unicode script of a character (``Latin``, ``Cyrillic``, ``Han`` …); ``Common`` for digits, marks and signs.

    >>> script_of("о"), script_of("中"), script_of("7")
    ('Cyrillic', 'Han', 'Common')
    """
    starts, rows = _script_ranges()
    at = bisect_right(starts, ord(char)) - 1
    if at >= 0 and ord(char) <= rows[at][0]:
        return rows[at][1]
    return "Common"


def scripts(text: str) -> frozenset[str]:
    """The scripts a text is written in, without ``Common``.

    >>> sorted(scripts("tоken7"))
    ['Cyrillic', 'Latin']
    """
    return frozenset(script for char in set(text) if (script := script_of(char)) != "Common")


_TOGETHER = (
    frozenset({"Latin", "Han", "Hiragana", "Katakana"}),
    frozenset({"Latin", "Han", "Bopomofo"}),
    frozenset({"Latin", "Han", "Hangul"}),
)
"""Scripts that belong together in one name: UTS #39, section 5.2, restriction level "Highly Restrictive"."""


def is_mixed_script(text: str) -> bool:
    """Whether a label mixes scripts that no writing system mixes (UTS #39 below "Highly Restrictive").

    >>> is_mixed_script("tоken"), is_mixed_script("TP钱包")
    (True, False)
    """
    if text.isascii():
        return False
    found = scripts(text)
    return len(found) > 1 and not any(found <= together for together in _TOGETHER)


@cache
def shapes() -> bytes:
    """Each byte, or for an ASCII character the one that stands for all of its shape (for ``bytes.translate``)."""
    data = table("letter_shapes")
    single = bytearray(range(256))
    for digit, letter in data["digits"].items():
        single[ord(digit)] = ord(letter)
    for shape in data["one_shape"]:
        for char in shape:
            single[ord(char)] = ord(shape[0])
    return bytes(single)


def one_shape(text: str) -> str:
    """Lower-case text with ASCII characters that resemble each other made one, at the same places. As bytes it takes a tenth of the time.

    >>> one_shape("c0inbase") == one_shape("coinbase")
    True
    """
    return text.encode("utf-8", "surrogatepass").translate(shapes()).decode("utf-8", "surrogatepass")


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """Two letters that are read as one, with that one."""
    return tuple(table("letter_shapes")["pairs"].items())


def rough_shape(text: str) -> str:
    """The coarsest reading: `plain_letters`, then digits as letters and ASCII shapes that resemble each other made one.

    For comparing two names; the result itself is no word. ``l i 1`` become one letter, so do ``o 0``, ``g q 9``, ``s 5``;
    ``rn`` becomes ``m``, ``vv`` ``w``.

    >>> rough_shape("c0lnbase") == rough_shape("coinbase"), rough_shape("myethervvallet") == rough_shape("myetherwallet")
    (True, True)
    """
    text = plain_letters(text)
    for pair, letter in pairs():
        if pair in text:
            text = text.replace(pair, letter)
    return one_shape(text)
