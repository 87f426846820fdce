"""How numbers stand in a text: runs of digits and what separates them, the words around them, and what only looks like one.

Pure text, no numbering plans: `verifier.contacts.phone` asks those. Everything is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec

from verifier.data import table

_WORDS = table("phone_shapes")


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
"""A run of more groups of digits than this, with not a letter between, is a table and no list of numbers."""
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
    if not 2 <= len(piece.groups) <= MOST_GROUPS:
        return
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


# --- what only looks like a number -------------------------------------------------------------------------------------

_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])?(?:[0-5]\d){0,2}")


def is_decoy(piece: Piece) -> bool:
    """Whether digits are grouped like a date, a time, an address, an amount or a payment card rather than like a number."""
    shape, seps = piece.shape, piece.separators
    if piece.plus:
        return False
    if is_card(piece.digits, shape) or _is_amount(shape, seps) or _is_address(piece.groups, seps) or _is_counting(piece.groups):
        return True
    if len(shape) == 2 and seps[0].strip() == ":" and shape[1] < 10:
        return True
    if len(shape) == 2 and seps[0] in (".", "．") and len(piece.digits) < 7:
        return True
    if len(shape) >= 3 and shape[0] == 4 and shape[1] <= 2 and shape[2] <= 2 and _is_day(piece.groups[0], piece.groups[1], piece.groups[2]):
        return len(set(seps[:2])) == 1
    if len(shape) == 3 and shape[2] == 4 and shape[0] <= 2 and shape[1] <= 2 and len(set(seps)) == 1:
        return _is_day(piece.groups[2], piece.groups[1], piece.groups[0]) or _is_day(piece.groups[2], piece.groups[0], piece.groups[1])
    return any(":" in s for s in seps) and max(shape) <= 2


def _is_counting(groups: tuple[str, ...]) -> bool:
    """``1, 2, 3, 4, 5, 6``: a list's numbers, or those of its pages."""
    return len(groups) >= 6 and all(len(b) <= 2 and int(b) == int(a) + 1 for a, b in pairwise(groups))


def _is_day(year: str, month: str, day: str) -> bool:
    return 1900 <= int(year) <= 2100 and 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def is_solid_date(digits: str) -> bool:
    """Whether digits in one piece are a date, with or without a time: ``20231105``, ``202311051230``."""
    return bool(_DATE.fullmatch(digits)) and len(digits) in (8, 12, 14)


def is_card(digits: str, shape: tuple[int, ...] = ()) -> bool:
    """Whether digits are a payment card's: 13 to 19 of them with a sound Luhn check digit (ISO/IEC 7812-1), or four by four."""
    if shape in ((4, 4, 4, 4), (4, 4, 4, 4, 3), (4, 6, 5)):
        return True
    if len(shape) > 1 or not 14 <= len(digits) <= 19 or digits.startswith("00"):
        return False
    total = 0
    for i, char in enumerate(reversed(digits)):
        value = int(char) * (1 + i % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_amount(shape: tuple[int, ...], seps: tuple[str, ...]) -> bool:
    """``1,234,567`` and ``1,234.56``."""
    if len(shape) < 2 or seps[0] != "," or not set(seps[:-1]) <= {","} or seps[-1] not in ",.":
        return False
    return shape[0] <= 3 and set(shape[1:-1]) <= {3} and shape[-1] <= 3


def _is_address(groups: tuple[str, ...], seps: tuple[str, ...]) -> bool:
    """IPv4 addresses and version numbers: three dots or more and no group above 255, or short groups only."""
    return 4 <= len(groups) <= 6 and set(seps[:3]) == {"."} and all(len(g) <= 3 and int(g) <= 255 for g in groups[:4])


# --- the words around --------------------------------------------------------------------------------------------------


def _alternatives(key: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_WORDS[key]["words"], key=len, reverse=True))


_NOT_A_PHONE = re.compile(
    rf"(?:(?<![a-z])(?:{_alternatives('latin_labels_of_other_numbers')})|{_alternatives('chinese_labels_of_other_numbers')})"
    r"(?:\s?(?:numbers?|num|nr|code|id))?[\W_是为為isnNo]{0,6}$",
    re.IGNORECASE,
)
_PHONE_WORD = re.compile(
    rf"(?<![a-z])(?:{_alternatives('latin_phone_words')})(?![a-z])|{_alternatives('chinese_phone_words')}", re.IGNORECASE
)
_UNIT = re.compile(rf"\s*(?:(?:{_alternatives('units_after')})(?![a-z])|[%％‰℃])", re.IGNORECASE)
_CURRENCY = re.compile(r"[$¥￥€£₩₹฿₽₫]\s?$|(?:rmb|usd|hkd|ntd?|cny|eur|gbp)\s?\$?$", re.IGNORECASE)
_WITH_WORD = re.compile(rf"(?:{_alternatives('latin_phone_words')})\s*$", re.IGNORECASE)
_EXTENSION = re.compile(
    r"\s{0,3}(?:[,;(（]\s?)?(?:转|轉|分机号?|分機號?|內線|内线|;?ext(?:ension|n|\.)?=?|x|доб\.?|anexo|ramal)\s{0,2}[:：.]?\s{0,2}(\d{1,7})(?!\d)",
    re.IGNORECASE,
)
_STUCK_BEFORE = re.compile(r"[A-Za-z0-9_@&=%]\Z|\.[A-Za-z]{2,10}/\S*\Z")
_STUCK_AFTER = re.compile(r"[A-Za-z_@=]")
_STUCK_AFTER_SHORT = re.compile(r"-?[A-Za-z_@=]")


def extension_after(digits: str, end: int) -> tuple[str, int]:
    """The extension that follows a number which ends at ``end``, and where it ends; ("", end) for none."""
    match = _EXTENSION.match(digits, end) if end < len(digits) else None
    return (match[1], match.end()) if match else ("", end)


def labelled_as_other(before: str) -> bool:
    """Whether the words before digits say that they are no telephone number (an order, a QQ number, a code)."""
    match = _NOT_A_PHONE.search(before) if before else None
    return match is not None and not _PHONE_WORD.search(before, 0, match.start())


def is_amount_by_context(before: str, after: str) -> bool:
    """Whether a currency stands before, or a unit after: ``¥13800``, ``13800 USDT``."""
    return bool((before and _CURRENCY.search(before)) or (after and _UNIT.match(after)))


def speaks_of_phones(before: str, after: str) -> bool:
    """Whether the words around digits are those around telephone numbers."""
    return bool(_PHONE_WORD.search(before) or _PHONE_WORD.search(after))


def is_stuck(before: str, after: str, *, short: bool = False) -> bool:
    """Whether digits are part of a longer word, an address or a hash; ``short`` digits also of one that a dash ties to them."""
    if before and _STUCK_BEFORE.search(before) and not _WITH_WORD.search(before):
        return True
    return bool((_STUCK_AFTER_SHORT if short else _STUCK_AFTER).match(after)) and not _PHONE_WORD.match(after)


# --- placeholders ------------------------------------------------------------------------------------------------------

_OPEN = "xXхХ×✕✖╳*#●○•□■nN?"
_PLACEHOLDER = re.compile(
    rf"(?:[\d+][\d\s()+.\-–—]{{0,12}})?(?<![A-Za-z])(?:[{_OPEN}]{{3,}}|[xXхХ×]{{2,}})(?![A-WYZa-wyz])[\d\s()\-–—{_OPEN}]{{0,40}}"
)
_OPEN_SIGN = re.compile(rf"[{_OPEN}]{{2}}")
_PLACES = re.compile(rf"[{_OPEN}\d]")


def is_placeholder(text: str) -> bool:
    """Whether a number stands there with some of its digits left out: ``400-XXX-XXXX``, ``138****8000``."""
    for match in _PLACEHOLDER.finditer(text) if _OPEN_SIGN.search(text) else ():
        found = match[0].strip()
        if len(_PLACES.findall(found)) >= 6 and ("-" in found or " " in found or len(found) >= 7 or any(c.isdigit() for c in found)):
            return True
    return False
