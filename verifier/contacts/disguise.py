"""Undo disguise that changes how a text looks but not what a person reads, keeping every character's place.

Folding is done code point by code point (NFKC, so full-width, circled, mathematical and ligature forms become plain ones;
format and control characters vanish). That keeps an offset for each folded character, and keeps the cost linear: NFKC of
a whole hostile string re-orders long runs of combining marks in quadratic time. Letters of other scripts that merely
look alike are *not* folded here: who imitates whom is a finding, see `verifier.lookalikes`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec


class Folded(msgspec.Struct, frozen=True, gc=False):
    """A folded text and, for each of its characters, the index in the original it came from (plus one for the end)."""

    text: str
    origin: tuple[int, ...] | None
    """None where nothing moved: then every index is its own origin."""
    disguises: tuple[str, ...] = ()
    """What had to be undone: ``invisible``, ``styled`` (full-width, circled, mathematical …), ``bidi``."""

    def at(self, index: int) -> int:
        """The place in the original text of the folded character at ``index`` (its end for the length)."""
        return index if self.origin is None else self.origin[index]


_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEEP = frozenset("\n\t\r")
_VANISH_ALSO = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u2800\u3164\ufe0e\ufe0f\uffa0\u20e3")
"""Default-ignorable and blank characters outside category Cf (Unicode DerivedCoreProperties, plus the Braille and Hangul
blanks and the enclosing keycap)."""


_UNCOMMON = re.compile(
    "[^ -~\n\t\r\u00c0-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0400-\u045f\u0e01-\u0e32\u0e34-\u0e3a\u0e3f-\u0e5b"
    "\u1ea0-\u1ef9\u3001-\u3003\u3005-\u3011\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3\u2010\u2013\u2014\u2018\u2019\u201c\u201d]"
)
"""Every character outside these everyday ranges is looked at; those inside them fold to themselves."""


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> tuple[str, str]:
    """The plain form of one character and the name of the disguise it undoes ("" for none)."""
    if char in _KEEP:
        return char, ""
    if char in _BIDI:
        return "", "bidi"
    category = unicodedata.category(char)
    if category in ("Cf", "Cc") or char in _VANISH_ALSO or "\U000e0000" <= char <= "\U000e0fff":
        return "", "" if char in "\ufe0f\u20e3\ufe0e" else "invisible"
    if category == "Zs":
        return " ", ""
    plain = unicodedata.normalize("NFKC", char)
    if plain == char or len(plain) > 4:  # a whole phrase in one code point (U+FDFA) is no disguise, only a way to swell a text
        return char, ""
    return plain, "styled" if plain.isalnum() and plain.isascii() else ""


def is_plain(text: str) -> bool:
    """Whether every character is printable ASCII: it shows what it is, and `fold` leaves it alone."""
    return text.isascii() and text.isprintable()


def fold(text: str) -> Folded:
    """``text`` without its disguise.

    >>> fold("１３８\u200b００").text
    '13800'
    """
    if is_plain(text):
        return Folded(text, None)
    looks = {char: _fold_char(char) for char in set(_UNCOMMON.findall(text))}
    plain = {ord(char): as_plain for char, (as_plain, _) in looks.items() if as_plain != char}
    if not plain:
        return Folded(text, None)
    origin = None
    if any(len(as_plain) != 1 for as_plain in plain.values()):
        origin = (*(i for i, char in enumerate(text) for _ in plain.get(ord(char), char)), len(text))
    return Folded(text.translate(plain), origin, tuple(sorted({how for _, how in looks.values() if how})))
