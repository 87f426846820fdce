"""Numbers spelled on the telephone's keypad (``1-800-FLOWERS``), where that is customary."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from verifier.contacts.interpret import assumed
from verifier.contacts.model import Phone
from verifier.contacts.numbering import calling_code, national
from verifier.contacts.numerals import KEYPAD
from verifier.data import table


class Spelled(msgspec.Struct, frozen=True):
    """A spelled number and its place in the text."""

    phone: Phone
    start: int
    end: int


_NANP = re.compile(
    r"(?<![\w.])(?:\+?1[\s.\-]{0,3})?\(?(8(?:00|33|44|55|66|77|88)|900)\)?(?:[\s.\-]{1,3}|(?=[A-Z]{5}))"
    r"(?=[0-9.\- ]{0,6}[A-Za-z])((?:[A-Z0-9](?:[.\- ]?[A-Z0-9]){6,14}|[A-Za-z0-9](?:[.\-]?[A-Za-z0-9]){6,14}))(?![\w])"
)
_SPELLED = re.compile(r"\d(?:[ .)\-]{1,3}[A-Za-z0-9.\- ]{0,6}[A-Za-z]{2}|[A-Z]{5})")
_PREFIXES: dict[str, dict[str, list[int]]] = {k: v for k, v in table("phone_shapes")["spelled_prefixes"].items() if k != "//"}
_ELSEWHERE = {
    region: re.compile(rf"(?<![\w.])({'|'.join(prefixes)})[\s\-]?([A-Z0-9]{{4,10}})(?!\w)") for region, prefixes in _PREFIXES.items()
}


def spelled_numbers(text: str, region: str | None, strict: bool = False) -> list[Spelled]:
    """Numbers spelled on the keypad: North American 8xx numbers at home or behind a 1; free and shared-cost numbers of other
    countries where they are advertised so, at home.

    ``strict``, for numbers in the middle of a text, wants capitals in one piece.
    """
    if not _SPELLED.search(text):
        return []
    if region in _ELSEWHERE:
        return list(_spelled_in(text, region))
    found: list[Spelled] = []
    for match in _NANP.finditer(text):
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


def _spelled_in(text: str, region: str) -> Iterator[Spelled]:
    for match in _ELSEWHERE[region].finditer(text):
        for length in _PREFIXES[region][match[1]]:
            if len(match[2]) >= length and (phone := _keyed(match[1] + match[2][:length], region, match[2])):
                yield Spelled(phone, match.start(), match.end())
                break


def _keyed(spelled: str, region: str, word: str) -> Phone | None:
    letters = {c for c in word.upper() if c.isalpha()}
    if len(letters) < 2 or "XX" in word.upper():
        return None
    return national(spelled.translate(KEYPAD), region)
