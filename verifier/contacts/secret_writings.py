"""Recovery phrases without their words' spaces, and without their words: glued together, or as places in the word list.

Seldom met in an honest text, so each is looked for only where its outward shape stands: letters in a row as long as twelve words,
forty-eight digits or more (SeedQR), twelve to twenty-four numbers below 2 049.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from verifier.contacts.bip39 import SIZES, is_phrase, list_words, word_key
from verifier.data import table

_SHORTEST_GLUED, _SHORTEST_COMPOSED, _LONGEST_GLUED = 36, 24, 280
"""Letters of a glued phrase: twelve words of three at least, of two in composed Korean; twenty-four words of eleven."""
_WORD_SIZES = range(3, 12)
_MOST_RUNS, _MOST_READINGS = 8, 8
"""So many runs of letters are read in one text, and so many readings of each beginning are followed."""

_DIGIT = re.compile(r"\d")
_SEED_QR = re.compile(r"(?<!\d)(?:\d{48}|\d{60}|\d{72}|\d{84}|\d{96})(?!\d)")
"""SeedQR, the standard form: four digits a word, counted from zero (github.com/SeedSigner/seedsigner, docs/seed_qr/README.md)."""
_NUMBERS = re.compile(r"(?<!\d)\d{1,4}(?:[\s,;|/-]{1,3}\d{1,4}(?!\d))++")
_CUE_BEFORE = 80
"""How far before numbers the words stand that explain them, in characters."""


def has_glued_phrase(words: Sequence[str]) -> bool:
    """Whether one of ``words``, runs of letters in lower case, is a whole phrase written without spaces."""
    if len(max(words, key=len, default="")) < _SHORTEST_COMPOSED:
        return False
    long = [word for word in words if len(word) >= (_SHORTEST_GLUED if word.isascii() else _SHORTEST_COMPOSED)]
    return any(_is_glued(word_key(word)) for word in long[:_MOST_RUNS] if len(word) <= _LONGEST_GLUED)


def _is_glued(letters: str) -> bool:
    """Whether letters are the words of a phrase in a row, in one of the ways they can be taken apart."""
    known = list_words()
    languages = {number for size in _WORD_SIZES for number, _ in known.get(letters[:size], ())}
    return any(is_phrase(places) for number in languages for places in _readings(letters, number))


def _readings(letters: str, number: int) -> list[tuple[int, ...]]:
    """The ways to read letters as words of one list, as their places there."""
    known = list_words()
    readings: list[list[tuple[int, ...]]] = [[()], *([] for _ in letters)]
    for start, before in enumerate(readings):
        for size in _WORD_SIZES if before else ():
            place = dict(known.get(letters[start : start + size], ())).get(number)
            if place is not None and start + size <= len(letters):
                there = readings[start + size]
                there.extend([(*places, place) for places in before if len(places) < SIZES[-1]][: _MOST_READINGS - len(there)])
    return readings[-1]


def has_indices(text: str) -> bool:
    """Whether ``text`` holds a phrase as its words' places in the list: as a SeedQR's digits, or as numbers where it speaks of a phrase."""
    if len(_DIGIT.findall(text)) < 2 * SIZES[0]:
        return False
    for match in _SEED_QR.finditer(text):
        digits = match[0]
        if _is_counted([int(digits[at : at + 4]) for at in range(0, len(digits), 4)]):
            return True
    for match in _NUMBERS.finditer(text):
        if match.end() - match.start() >= 2 * SIZES[0]:
            numbers = re.findall(r"\d+", match[0])
            if len(numbers) in SIZES and _cue().search(text, max(0, match.start() - _CUE_BEFORE), match.start()):
                counted = [int(number) for number in numbers]
                if _is_counted(counted) or _is_counted([number - 1 for number in counted]):
                    return True
    return False


def _is_counted(places: Sequence[int]) -> bool:
    return all(0 <= place < 2048 for place in places) and is_phrase(places)


@cache
def _cue() -> re.Pattern[str]:
    return re.compile("|".join(table("secret_words")["phrase_cues"]), re.IGNORECASE)
