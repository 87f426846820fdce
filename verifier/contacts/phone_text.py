"""How numbers stand in a text: runs of digits and what separates them, and the extensions behind them.

Pure text, no numbering plans: `verifier.contacts.interpret` asks those. What only looks like a number is `number_decoys`'s business.
Everything is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec


class Piece(msgspec.Struct, frozen=True):
    """Digits that may be one number: their place in the text and how they are grouped."""

    start: int
    end: int
    plus: bool
    """Whether ``+`` stands before the first digit."""
    groups: tuple[str, ...]
    separators: tuple[str, ...]
    """What stands between the groups: one fewer than there are groups."""

    @property
    def digits(self) -> str:
        """All digits."""
        return "".join(self.groups)

    @property
    def shape(self) -> tuple[int, ...]:
        """The groups' lengths: ``(3, 4, 4)``."""
        return tuple(map(len, self.groups))


_RUN = re.compile(r"(?:\+[\W_ー丨]{0,6}+)?\d(?:[\W_ー丨]{0,8}+\d)*+")
_GROUP = re.compile(r"\d+")
_STRONG = re.compile(r"[,，;；、\\:：=#。!?！？\n|]|\.\s|(?<!-)/|\s/|\s{3,}|\+")
MOST_GROUPS = 400
"""So many groups of digits, with not a letter between, are looked at in one run."""
LONGEST = 20
"""More digits than any number has, access codes for short messages included."""


def runs(digits: str) -> Iterator[Piece]:
    """All maximal runs of digits and separators in a text of `verifier.contacts.numerals.as_digits`."""
    for match in _RUN.finditer(digits):
        yield _piece(digits, match.start(), match.end())


def _piece(text: str, start: int, end: int) -> Piece:
    plus = text[start] == "+"
    spans = [m.span() for m in _GROUP.finditer(text, start, end)]
    seps = tuple(text[a[1] : b[0]] for a, b in pairwise(spans))
    return Piece(start, end, plus, tuple(text[a:b] for a, b in spans), seps)


def without_trunk_zero(piece: Piece) -> Piece:
    """``+44 (0)20 …`` without the ``(0)`` that is dialled only at home."""
    if not piece.plus or len(piece.groups) < 3 or piece.groups[1] != "0":
        return piece
    if "(" not in piece.separators[0] or ")" not in piece.separators[1]:
        return piece
    groups = (piece.groups[0], *piece.groups[2:])
    return Piece(piece.start, piece.end, True, groups, (piece.separators[0], *piece.separators[2:]))


def split(text: str, piece: Piece) -> Iterator[tuple[bool, list[Piece]]]:
    """Ways to take a run apart where it may be several numbers: at strong signs (True), then also at spaces (False)."""
    if len(piece.groups) < 2:
        return
    if len(piece.groups) > MOST_GROUPS:
        spans = [m.span() for m in _GROUP.finditer(text, piece.start, piece.end)]
        piece = _piece(text, piece.start, spans[MOST_GROUPS - 1][1])
    seen = 1
    for cut in (_is_strong, _is_space):
        parts = _cut(text, piece, cut)
        if len(parts) > seen:
            seen = len(parts)
            yield cut is _is_strong, parts


def without_extension(text: str, piece: Piece) -> tuple[Piece, str] | None:
    """``021-61295599-801`` as the number and the extension behind its last dash; None where no dash and few digits end it."""
    if len(piece.groups) < 2 or len(piece.groups[-1]) > 5 or not _DASH.fullmatch(piece.separators[-1]):
        return None
    spans = [m.span() for m in _GROUP.finditer(text, piece.start, piece.end)]
    return _piece(text, piece.start, spans[-2][1]), piece.groups[-1]


_DASH = re.compile(r"\s?[-–—－]{1,2}\s?|\s?#\s?")


def _is_strong(separator: str) -> bool:
    return bool(_STRONG.search(separator))


def _is_space(separator: str) -> bool:
    return separator.isspace() or "(" in separator or _is_strong(separator)


def _cut(text: str, piece: Piece, cuts: Callable[[str], bool]) -> list[Piece]:
    spans = [m.span() for m in _GROUP.finditer(text, piece.start, piece.end)]
    parts: list[Piece] = []
    start = piece.start
    for i, separator in enumerate(piece.separators):
        if cuts(separator):
            parts.append(_piece(text, start, spans[i][1]))
            plus = separator.rfind("+")
            start = spans[i][1] + plus if plus >= 0 else spans[i + 1][0]
    parts.append(_piece(text, start, piece.end))
    return parts


_EXTENSION = re.compile(
    r"\s{0,3}(?:[,;(（]\s?)?(?:转|轉|分机号?|分機號?|內線|内线|;?ext(?:ension|n|\.)?=?|x|доб\.?|anexo|ramal)\s{0,2}[:：.]?\s{0,2}(\d{1,7})(?!\d)",
    re.IGNORECASE,
)


def extension_after(digits: str, end: int, *, short: bool = False) -> tuple[str, int]:
    """The extension that follows a number which ends at ``end``, and where it ends; ("", end) for none.

    Behind a ``short`` number a bare x is no sign of one (``1920x1080``).
    """
    match = _EXTENSION.match(digits, end) if end < len(digits) else None
    if match is None or (short and match[0].strip()[:1] in "xX"):
        return "", end
    return match[1], match.end()
