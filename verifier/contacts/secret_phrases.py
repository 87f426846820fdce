"""Recovery phrases in a text: BIP-39 in ten languages, known by their own checksum. Rarer writings: `secret_writings`.

Words of one list in a row are a run; a run is judged as a whole, so that a published vector is not taken for a secret
because a part of it holds by chance (one window of twelve words in sixteen does). Numbering, markup and words like "and"
stand between the words of a list without ending a run, numbered words are also read in the order of their numbers, and
the unique first four letters, as steel plates carry them, stand for the word (BIP-39: "the first four letters").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Sequence
from functools import cache

from verifier.contacts.bip39 import MASKS, SIZES, Places, are_phrase, joined, judge, list_words, places_of, word_key
from verifier.contacts.secret_writings import has_glued_phrase, has_indices
from verifier.data import table

_ALL_WORDS = MASKS[SIZES[-1]]
_SPAN = 23
"""So many words after a window's end, no published phrase can overlap it any more."""

_WORD = re.compile(r"(?:[^\W\d_]++|[\u0300-\u036f\u3099\u309a]++)+")
_ASCII_WORD = re.compile(r"[a-z]+")
_MARKUP = re.compile(
    r"<(?:li|ol|ul|br|p|a|u|div|span|mark|font|h\d|t[drh]|table|tbody|b|i|em|strong|code|pre)\s{0,3}/?>"
    r"|<[a-z]\w{0,15}\s[^<>=]{0,40}=[^<>]{0,400}>|</[a-z]\w{0,15}>|&nbsp;|&#160;",
    re.IGNORECASE,
)
"""Tags with their attributes, whose names are words of a list."""
_NUMBERED = re.compile(
    r"(?<![\d.])(\d{1,2})(?!\d)\s{0,3}(?:(?:st|nd|rd|th|er)(?![^\W\d_])|[.ºª°]|[个個号號]|番目?|번째?)?\s{0,3}"
    r"(?:(?:words?|palabra|mot|parola|palavra|slovo)(?![^\W\d_])|[词詞字]|単語|단어)?"
    r"[\s.)\]|>:：=、，,\"'“”‘’–—-]{0,8}((?:(?!第)[^\W\d_]|[\u0300-\u036f\u3099\u309a])+)",
    re.IGNORECASE,
)
"""A number with what may stand between it and its word: "1. odor", "word1: odor", "第1个odor", "2nd word = atom"."""
_HAN_PHRASE = re.compile(
    r"(?:助记词|助記詞|註記詞|注记词|助憶詞|恢复词|恢復詞|种子词|mnemonic|phrase|seed)\s{0,3}[:：=]\s{0,3}([\u4e00-\u9fff]{12,24})(?![\u4e00-\u9fff])",
    re.IGNORECASE,
)
_HAN_ROW = re.compile(r"[:：=]\s{0,3}[\u4e00-\u9fff]{12}")
"""The end of it, asked for first: most texts hold none."""
_DIGIT = re.compile(r"\d")
_FEWEST_DIGITS = 15
"""In the numbers from one to twelve."""


def has_phrase(text: str) -> bool:
    """Whether ``text``, folded, holds a recovery phrase that is not a published test vector. Linear in the text."""
    if "<" in text or "&" in text:
        text = _MARKUP.sub(" ", text)
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(text.lower())
    if len(words) >= SIZES[0] and (_has_run(words) or _has_reversed_words(words) or _has_numbered(text)):
        return True
    if not text.isascii() and _HAN_ROW.search(text) and any(_is_han_phrase(match[1]) for match in _HAN_PHRASE.finditer(text)):
        return True
    return has_glued_phrase(words) or has_indices(text)


@cache
def _fillers() -> frozenset[str]:
    """Words that stand between the words of a phrase without belonging to it."""
    return frozenset(table("secret_words")["fillers"]) - list_words().keys()


# --- words in a row ----------------------------------------------------------------------------------------------------


class _Run:
    """Words of one list in a row, and the windows in it that hold and overlap no published phrase (so far)."""

    __slots__ = ("judged", "length", "public_to", "secret", "value")

    def __init__(self, judged: dict[tuple[int, int], bool | None]) -> None:
        self.judged = judged
        """Windows met before: a text may repeat a few words a thousand times."""
        self.value = self.length = self.public_to = 0
        self.secret: list[tuple[int, int]] = []

    def add(self, place: int) -> bool:
        """The next word, by its place in the list; whether a phrase is certain whatever follows."""
        self.value = (self.value << 11 | place) & _ALL_WORDS
        self.length += 1
        for size in SIZES:
            if size > self.length:
                break
            start = self.length - size
            window = self.value & MASKS[size], size
            if window not in self.judged:
                self.judged[window] = judge(*window)
            judged = self.judged[window]
            if judged is None:
                self.public_to = self.length
                self.secret = [window for window in self.secret if window[1] <= start]
            elif judged and start >= self.public_to:
                self.secret.append((start, self.length))
        return bool(self.secret) and self.length - self.secret[0][1] >= _SPAN

    def holds(self) -> bool:
        """Whether the run, now that it is over, holds a phrase: in its order, or the whole of it from its last word to its first."""
        if self.secret:
            return True
        size = self.length
        return size in SIZES and not self.public_to and judge(joined(self.value >> 11 * i & 2047 for i in range(size)), size) is True


def _has_run(words: Sequence[str]) -> bool:
    known = {word: places for word in set(words) if (places := places_of(word))}  # a text may repeat one word a thousand times
    fillers = _fillers()
    if _most_in_a_row(words, known, fillers) < SIZES[0]:
        return False
    runs: dict[int, _Run] = {}
    judged: dict[tuple[int, int], bool | None] = {}
    for word in words:
        places = known.get(word)
        if places is None:
            if runs and word not in fillers:
                if any(run.holds() for run in runs.values()):
                    return True
                runs = {}
            continue
        following: dict[int, _Run] = {}
        for number, place in places:
            run = following[number] = runs.pop(number) if number in runs else _Run(judged)
            if run.add(place):
                return True
        if runs and any(run.holds() for run in runs.values()):
            return True
        runs = following
    return any(run.holds() for run in runs.values())


def _most_in_a_row(words: Sequence[str], known: Container[str], fillers: Container[str]) -> int:
    """How many words of lists stand in a row, whichever lists they are of."""
    most = row = 0
    for word in words:
        if word in known:
            row += 1
        elif word not in fillers:
            most = max(most, row)
            row = 0
    return max(most, row)


def _has_reversed_words(words: Sequence[str]) -> bool:
    """Whether words spelled from their last letter to their first are a phrase."""
    known = list_words()
    turned = {word for word in set(words) if word_key(word[::-1]) in known}
    return bool(turned) and sum(word in turned for word in words) >= SIZES[0] and _has_run([word[::-1] for word in words])


# --- numbers, and Chinese without spaces ----------------------------------------------------------------------------------


def _has_numbered(text: str) -> bool:
    """Whether numbered words are a phrase in the order of their numbers: two columns read across, a label before each."""
    if (text.isascii() and str(SIZES[0]) not in text) or len(_DIGIT.findall(text)) < _FEWEST_DIGITS:
        return False
    group: dict[int, Places] = {}
    for match in _NUMBERED.finditer(text):
        number = int(match[1])
        places = places_of(match[2].lower())
        if places is None or not 1 <= number <= SIZES[-1]:
            continue
        if number in group:
            if _is_phrase(group):
                return True
            group = {}
        group[number] = places
    return _is_phrase(group)


def _is_phrase(group: dict[int, Places]) -> bool:
    count = next(n for n in itertools.count() if n + 1 not in group)
    size = max((size for size in SIZES if size <= count), default=0)
    return are_phrase([dict(group[number]) for number in range(1, size + 1)])


def _is_han_phrase(written: str) -> bool:
    """A run of Han characters after a cue: a phrase written without spaces."""
    return are_phrase([dict(list_words().get(char, ())) for char in written])
