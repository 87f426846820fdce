"""Codes that a telephone or its network carries out when they are dialled: ``**21*number#``, ``#31#number``, ``*100#``.

They are no numbers, though one may stand inside. 3GPP TS 22.030 section 6.5.2 gives their form (``*``, ``**``, ``#``, ``##``,
``*#``, a service code, supplementary information, ``#``), its annex B and TS 22.082 the service codes of call forwarding;
North American and Chinese fixed and CDMA networks forward by ``*72``, ``*90`` and the like with the number behind.
Swindlers have people dial such codes so that calls, and the codes read out in calls, reach them.
"""

from __future__ import annotations

import re

from verifier.contacts.model import Phone

DIAL_CODE = "dial-code"
"""The type of a `Phone` that is such a code; ``value`` is the code without spaces, and it belongs to no region."""

_STAR, _HASH = r"(?:[*∗⁎✱]|%2[aA])", r"(?:#|%23)"
_PLUS_DIGITS = r"(?:\+|%2[bB])?\s?\d[\d\s().\-]{0,24}"
_FORWARDING = "21|61|62|67|002|004"
_SETTING = f"{_FORWARDING}|03|04|042|05|052|33|330|331|332|333|35|351|353"
_ALWAYS = re.compile(
    rf"(?<![\w*#/&=?%])(?:"
    rf"{_STAR}{{1,2}}\s?\d{{2,8}}(?:\s?{_STAR}{{1,2}}\s?(?:{_PLUS_DIGITS})?){{0,4}}\s?{_HASH}(?:\s?\+?\d[\d\s\-]{{2,20}}\d)?"
    rf"|{_STAR}{{1,2}}\s?(?:{_SETTING})\s?{_STAR}{{1,2}}\s?{_PLUS_DIGITS}"
    rf"|{_STAR}\d{{3}}{_STAR}\s?\+?\d{{10,14}}(?!\d)"
    rf"|{_STAR}(?:68|71|72|90|92)\s?[,\-]?\s?\+?\d[\d\s().\-]{{5,20}}\d"
    rf"|(?:{_HASH}{{1,2}}|{_STAR}{_HASH})\s?(?:{_SETTING}|06|30|31|43|76|77)\s?{_HASH}(?:\s?\+?\d[\d\s\-]{{2,20}}\d)?"
    rf"|{_STAR}{_HASH}\s?\d{{2,8}}\s?{_HASH}"
    rf"|{_STAR}31{_HASH}?\s?\+?\d[\d\s\-]{{5,20}}\d"
    r")"
)
_ALONE = re.compile(rf"(?:{_STAR}|{_HASH}){{1,3}}\+?\d(?:[\d\s()+.\-]|{_STAR}|{_HASH}){{0,60}}")
_BOLD = re.compile(r"(\*{1,2})[^*#]{7,}\1")
_SIGNS = re.compile(r"[\s().\-,]")
_MOVES = re.compile(
    rf"\*{{1,2}}(?:(?:{_SETTING})(?:[*#]|$)|(?:68|71|72|90|92)\+?\d{{5,}}$)|\*{{1,2}}(?!31)\d{{2,8}}\*(?:\d{{1,8}}\*)?\+?\d{{7,}}"
)


def _code(text: str) -> Phone:
    plain = text.strip()
    for written, sign in (("%2a", "*"), ("%23", "#"), ("%2b", "+")):
        plain = re.sub(written, sign, plain, flags=re.IGNORECASE)
    plain = re.sub("[∗⁎✱]", "*", _SIGNS.sub("", plain))
    return Phone(plain, plain, None, None, False, DIAL_CODE)


def find_dial_codes(folded_text: str) -> list[tuple[Phone, int, int]]:
    """Every code in a text, with its place; only forms that are nothing else (no hashtags, no list signs). Linear."""
    if "*" not in folded_text and "#" not in folded_text and "%2" not in folded_text and not re.search("[∗⁎✱]", folded_text):
        return []
    found = []
    for match in _ALWAYS.finditer(folded_text):
        written = match[0].rstrip(" .-(")
        found.append((_code(written), match.start(), match.start() + len(written)))
    return found


def read_dial_code(plain: str) -> Phone | None:
    """The code that a text is, or None.

    A sign right before digits (``*110``, ``#95588``) makes them a code too; stars on both sides are bold type.
    """
    plain = plain.strip()
    if len(plain) > 120:
        return None
    if _ALWAYS.fullmatch(plain):
        return _code(plain)
    if not _ALONE.fullmatch(plain) or _BOLD.fullmatch(plain):
        return None
    return _code(plain)


def changes_settings(code: str) -> bool:
    """Whether a code (``value`` of such a `Phone`) forwards or bars calls, changes a password, or carries a number to somewhere.

    >>> changes_settings("**21*+15550100#"), changes_settings("##21#"), changes_settings("*100#")
    (True, False, False)
    """
    return bool(_MOVES.match(code))
