"""What only looks like a telephone number: dates, amounts, cards, placeholders, and digits whose neighbours say what they are.

The words are data (``verifier/data/phone_shapes.json``). Pure text, linear in its length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from verifier.contacts.phone_text import Piece
from verifier.data import table

_WORDS = table("phone_shapes")
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
    return _is_date(piece.groups, shape, seps) or (any(":" in s for s in seps) and max(shape) <= 2)


def _is_date(groups: tuple[str, ...], shape: tuple[int, ...], seps: tuple[str, ...]) -> bool:
    """``2025-11-22``, ``22.11.2025`` or ``11/22/2025``, with or without a time behind it."""
    if len(shape) < 3 or seps[0] != seps[1] or max(shape[3:], default=0) > 3 or sorted(shape[:3])[1] > 2:
        return False
    a, b, c = groups[:3]
    if shape[0] == 4:
        return _is_day(a, b, c)
    return shape[2] == 4 and (_is_day(c, b, a) or _is_day(c, a, b))


def _is_counting(groups: tuple[str, ...]) -> bool:
    """``123456``; ``1, 2, 3, 4, 5, 6``, a list's numbers or those of its pages."""
    if len(groups) == 1:
        return 6 <= len(groups[0]) <= 7 and (groups[0] in "01234567890" or groups[0] in "09876543210")
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


def _alternatives(key: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_WORDS[key]["words"], key=len, reverse=True))


_LABELS: dict[str, list[str]] = defaultdict(list)
"""What names another number, by its last letter."""
for _key in ("latin_labels_of_other_numbers", "chinese_labels_of_other_numbers"):
    for _label in _WORDS[_key]["words"]:
        _LABELS[_label[-1].lower()].append(_label.lower())
_BEHIND_LABEL = re.compile(r"(?:[\W_]{0,3}(?:numbers?|num|nr|no|code|id|is|[是为為]))?[\W_]{0,6}$")
_SIGNS = re.compile(r"[\W_]{0,6}$")
_PHONE_WORD = re.compile(
    rf"(?<![a-z])(?:{_alternatives('latin_phone_words')})(?![a-z])|{_alternatives('chinese_phone_words')}", re.IGNORECASE
)
_UNIT = re.compile(rf"\s*(?:(?:{_alternatives('units_after')})(?![a-z])|[%％‰℃€£$¥￥₽₫₩฿₹])", re.IGNORECASE)
_CURRENCY = re.compile(r"[$¥￥€£₩₹฿₽₫]\s?$|(?:rmb|usd|hkd|ntd?|cny|eur|gbp)\s?\$?$", re.IGNORECASE)
_WITH_WORD = re.compile(rf"(?:{_alternatives('latin_phone_words')})\s*$", re.IGNORECASE)
_STUCK_BEFORE = re.compile(r"[A-Za-z0-9_@&=%]\Z|\.[A-Za-z]{2,10}/\S*\Z")
_STUCK_AFTER = re.compile(r"[A-Za-z_@=]")
_STUCK_AFTER_SHORT = re.compile(r"-?[A-Za-z_@=]")


def labelled_as_other(before: str) -> bool:
    """Whether the words before digits say that they are no telephone number (an order, a QQ number, a code)."""
    if not before:
        return False
    text = before.lower()
    for between in (_SIGNS, _BEHIND_LABEL):
        match = between.search(text)
        end = match.start() if match else 0
        for label in _LABELS.get(text[end - 1 : end], ()):
            start = end - len(label)
            if text.startswith(label, max(start, 0)) and not (label.isascii() and start > 0 and "a" <= text[start - 1] <= "z"):
                return not _PHONE_WORD.search(before, 0, start)
    return False


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
