"""Digits in all the clothes they are written in: scripts of the world, circles, Chinese and financial numerals, letters.

Everything here keeps the length of the text, so that a place in the result is a place in what came in.
"""

from __future__ import annotations

import re
import unicodedata

CHINESE: dict[str, str] = {
    char: digit
    for digit, chars in {
        "0": "〇零○洞",
        "1": "一壹弌幺",
        "2": "二贰貳弍弐两兩",
        "3": "三叁參参叄弎",
        "4": "四肆",
        "5": "五伍",
        "6": "六陆陸",
        "7": "七柒拐",
        "8": "八捌",
        "9": "九玖勾",
    }.items()
    for char in chars
}
"""Chinese numerals as digits: the everyday and the financial ones (Unihan kPrimaryNumeric, kAccountingNumeric), and the
spoken 幺 洞 两 拐 勾 of people who read numbers out."""

_TALLY = dict(zip("〡〢〣〤〥〦〧〨〩", "123456789", strict=True))
_LETTERS = str.maketrans("OoОоΟοՕօlIiіІSsBВвZzЗзЧчбЬ", "00000000111115588822334466")
_LOOK = "OoОоΟοՕօlIiіІSsBВвZzЗзЧчбЬ"
_ALPHABET = "A-Za-z\u0370-\u058f"
_TOKEN = re.compile(rf"(?<![0-9{_ALPHABET}])(?=[{_LOOK}]*+[0-9])[0-9{_LOOK}]++(?![{_ALPHABET}])")
_NAMES = {
    "zero": "0",
    "oh": "0",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
}
_ANY_NAME = f"(?ai:{'|'.join(_NAMES)})"
"""In either case of ASCII: to an expression that ignores case "sıx" is "SIX" too."""
_NAME = re.compile(_ANY_NAME)
_SPOKEN = re.compile(rf"(?<![A-Za-z\d])(?:{_ANY_NAME}|\d++)(?:[\s,.()\-]{{0,4}}+(?:{_ANY_NAME}|\d++))++")
_GLUED = re.compile(rf"\d{_ANY_NAME}|{_ANY_NAME}\d")
_FEWEST_SPOKEN = 7
"""Fewer digits than this are no telephone number that anybody spells out."""
_OH_GROUP = re.compile(r"(?<=\d[-. ·])[OoОоΟο]{1,4}(?=[-. ·]\d)")
_DIGIT = re.compile(r"\d")
_ANY_LETTER = re.compile(rf"[{_LOOK}e]")
_CHINESE = "".join(CHINESE)
_HAS_CHINESE = re.compile(f"[{_CHINESE}]")
_SOUNDS_LIKE_ONE = re.compile(rf"[么腰妖](?:(?<=[{_CHINESE}].)|(?<![什怎那这這多要甚].)(?=[ \-]?[{_CHINESE}]))")
"""What people write for 幺, the one of those who read numbers out, beside other numerals."""
FILLER = "\x1f"
"""What stands for the rest of a digit's name in the result (folded text holds no control characters)."""
BREAK = "ㄊ"
"""What stands for a line's end in the result: a letter no number contains."""


class _Digits(dict[int, str]):
    """A translation table that learns: digits of any script to ASCII, all else to itself."""

    def __init__(self, numerals: dict[str, str]) -> None:
        super().__init__({ord(c): d for c, d in {**numerals, **_TALLY}.items()})
        self[ord("\n")] = self[ord("\r")] = BREAK

    def __missing__(self, code: int) -> str:
        char = chr(code)
        digit = unicodedata.digit(char, None) if code > 127 else None
        if len(self) < 4096:
            self[code] = char if digit is None else str(digit)
        return char if digit is None else str(digit)


_WITH_CHINESE = _Digits(CHINESE)
_DASHES = _Digits(dict.fromkeys("一丨", "-"))


def as_digits(text: str, chinese: bool = True) -> str:
    """``text`` with everything that reads as a digit written as one; the length stays.

    Letters that look like digits count only in a word of nothing but digits and such letters, with one digit at least.
    Without ``chinese``, Chinese numerals stay letters, but 一 and 丨 between digits are the dashes they are drawn as.

    >>> as_digits("壹叁捌 OO13 8OO")
    '138 0013 800'
    """
    plain = text
    if chinese and not text.isascii():
        plain = _SOUNDS_LIKE_ONE.sub("幺", plain)
    if not text.isascii() or "\n" in text or "\r" in text:
        plain = plain.translate(_WITH_CHINESE if chinese else _DASHES)
    if not _ANY_LETTER.search(plain):
        return plain
    if any(map(plain.lower().__contains__, _NAMES)):
        plain = _SPOKEN.sub(_spelled, plain)
    if not _DIGIT.search(plain):
        return plain
    return _OH_GROUP.sub(lambda m: "0" * len(m[0]), _TOKEN.sub(lambda m: m[0].translate(_LETTERS), plain))


def _spelled(match: re.Match[str]) -> str:
    """``one eight five`` with the digits at the words' ends and `FILLER` before them, the length as before; a word or two beside
    digits (``818 204 7731 one day``) stay words, unless they are glued to them (``eight18``)."""
    names = len(_NAME.findall(match[0]))
    digits = names + sum(c.isdigit() for c in match[0])
    if digits < _FEWEST_SPOKEN or (names < 3 and not _GLUED.search(match[0])):
        return match[0]
    return _NAME.sub(lambda name: _NAMES[name[0].lower()].rjust(len(name[0]), FILLER), match[0])


def has_chinese_numerals(text: str) -> bool:
    """Whether reading Chinese numerals as digits, or not, makes a difference."""
    return not text.isascii() and bool(_HAS_CHINESE.search(text))


KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
"""Letters of a telephone's keypad (ITU-T E.161)."""
