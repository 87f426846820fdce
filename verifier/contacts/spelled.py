"""Numbers spelled on the telephone's keypad (``1-800-FLOWERS``), where that is customary."""

from __future__ import annotations

import re

import msgspec

from verifier.contacts.interpret import assumed
from verifier.contacts.model import Phone
from verifier.contacts.numbering import calling_code, national
from verifier.contacts.numerals import KEYPAD


class Spelled(msgspec.Struct, frozen=True):
    """A spelled number and its place in the text."""

    phone: Phone
    start: int
    end: int


_VANITY = re.compile(
    r"(?<![\w.])(?:\+?1[\s.\-]{0,3})?\(?(8(?:00|33|44|55|66|77|88)|900)\)?[\s.\-]{1,3}"
    r"(?=[0-9.\- ]{0,6}[A-Za-z])((?:[A-Z0-9](?:[.\- ]?[A-Z0-9]){6,14}|[A-Za-z0-9](?:[.\-]?[A-Za-z0-9]){6,14}))(?![\w])"
)
_SPELLED = re.compile(r"\d[ .)\-]{1,3}[A-Za-z0-9.\- ]{0,6}[A-Za-z]{2}")
_VANITY_AU = re.compile(r"(?<![\w.])(1[38]00)[\s\-]?([A-Z0-9]{6,10})(?!\w)|(?<![\w.])(13)[\s\-]?([A-Z]{4})(?!\w)")


def spelled_numbers(text: str, region: str | None, strict: bool = False) -> list[Spelled]:
    """Numbers spelled on the keypad: North American 8xx numbers at home or behind a 1, Australian 13, 1300 and 1800 in AU.

    ``strict``, for numbers in the middle of a text, wants capitals in one piece.
    """
    found: list[Spelled] = []
    if not _SPELLED.search(text):
        return found
    if region == "AU":
        for match in _VANITY_AU.finditer(text):
            word = match[2] or match[4]
            length = 6 if match[2] else 4
            phone = _keyed((match[1] or match[3]) + word.upper()[:length], "AU", word)
            if phone:
                found.append(Spelled(phone, match.start(), match.end()))
        return found
    for match in _VANITY.finditer(text):
        word = re.sub(r"[.\- ]", "", match[2])
        if sum(c.isalpha() for c in word) < 3 or (strict and (" " in match[2] or not word.isupper())) or re.search(r"\d[xX]\d+$", word):
            continue
        home = region is not None and calling_code(region) == 1
        if not home and not match[0].lstrip("+(").startswith("1"):
            continue
        phone = _keyed(match[1] + word.upper()[:7], "US", word)
        if phone:
            found.append(Spelled(phone if home or match[0].startswith("+") else assumed(phone), match.start(), match.end()))
    return found


def _keyed(spelled: str, region: str, word: str) -> Phone | None:
    letters = {c for c in word.upper() if c.isalpha()}
    if len(letters) < 2 or "XX" in word.upper():
        return None
    return national(spelled.translate(KEYPAD), region)
