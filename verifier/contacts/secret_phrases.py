"""Recovery phrases in a text: BIP-39 in ten languages, known by their own checksum.

Words of one list in a row are a run; a run is judged as a whole, so that a published vector is not taken for a secret
because a part of it holds by chance (one window of twelve words in sixteen does). Numbering, markup and words like "and"
stand between the words of a list without ending a run, numbered words are also read in the order of their numbers, and
the unique first four letters, as steel plates carry them, stand for the word (BIP-39: "the first four letters").
"""

from __future__ import annotations

import hashlib
import itertools
import re
import unicodedata
from functools import cache

from verifier.data import raw, table
from verifier.lookalikes.confusables import plain_letters

_SIZES = (12, 15, 18, 21, 24)
"""How many words a recovery phrase has (BIP-39)."""
_MASKS = {size: (1 << 11 * size) - 1 for size in _SIZES}
_ALL_WORDS = _MASKS[24]
_SPAN = 23
"""So many words after a window's end, no published phrase can overlap it any more."""
_LONGEST_WORD = 32
"""In code points, decomposed: longer letter runs are no word of any list."""
_PREFIX = 4
_DISTINCT = 0.75
"""The share of different words in a phrase: of words drawn from 2 048, fewer differ once in 100 000 times; in prose and code, often."""

_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u3099\u309a])+")
_LATIN_MARKS = re.compile(r"[\u0300-\u036f]")
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

_Places = tuple[tuple[int, int], ...]
"""The lists a word is in, by number, each with its place there."""


def has_phrase(text: str) -> bool:
    """Whether ``text``, folded, holds a recovery phrase that is not a published test vector. Linear in the text."""
    if "<" in text or "&" in text:
        text = _MARKUP.sub(" ", text)
    return _has_run(text) or _has_numbered(text) or any(_is_han_phrase(match[1]) for match in _HAN_PHRASE.finditer(text))


# --- words -------------------------------------------------------------------------------------------------------------


@cache
def _plain_char(char: str) -> str:
    return unicodedata.normalize("NFKD", char)


def _word_key(word: str) -> str:
    """A word as it is compared: decomposed, lower case, Latin accents dropped (BIP-39 lists do not differ by them alone)."""
    if word.isascii():
        return word.lower()
    return _LATIN_MARKS.sub("", "".join(map(_plain_char, word.lower())))


@cache
def list_words() -> dict[str, _Places]:
    """Every word of the ten lists, and every first four letters that stand for one word of a Latin list alone."""
    found: dict[str, dict[int, int]] = {}
    for number, language in enumerate(table("bip39")["languages"]):
        keys = [_word_key(word) for word in raw(f"bip39/{language}.txt").decode("utf-8").split()]
        for place, key in enumerate(keys):
            found.setdefault(key, {})[number] = place
        starts: dict[str, list[int]] = {}
        for place, key in enumerate(keys):
            if key.isascii() and len(key) > _PREFIX:
                starts.setdefault(key[:_PREFIX], []).append(place)
        for start, places in starts.items():
            if len(places) == 1:
                found.setdefault(start, {}).setdefault(number, places[0])
    return {key: tuple(places.items()) for key, places in found.items()}


@cache
def _fillers() -> frozenset[str]:
    """Words that stand between the words of a phrase without belonging to it."""
    return frozenset(table("secret_words")["fillers"]) - list_words().keys()


def _places(word: str) -> _Places | None:
    """Where a written word is in the lists; a word of Latin letters with look-alikes of other scripts is the one it shows."""
    if len(word) > _LONGEST_WORD:
        return None
    found = list_words().get(_word_key(word))
    if found is None and not word.isascii() and any(map(str.isascii, word)):
        return list_words().get(plain_letters(word))
    return found


@cache
def _known() -> frozenset[bytes]:
    """Entropies that everybody knows."""
    vectors = table("known_secrets")
    entropies = {bytes.fromhex(entropy) for entropy in vectors["entropies"]}
    for phrase in vectors["phrases"]:
        value = 0
        for word in phrase.split():
            value = value << 11 | dict(list_words()[word])[0]
        entropies.add((value >> 4).to_bytes(16, "big"))
    return frozenset(entropies)


# --- checksums ---------------------------------------------------------------------------------------------------------


def _judge(value: int, size: int) -> bool | None:
    """Whether ``size`` words, eleven bits each, are a phrase to keep secret.

    None for a published one: a test vector, one word over and over, an excerpt of the list itself.
    """
    check = size // 3
    entropy = (value >> check).to_bytes(4 * check, "big")
    if hashlib.sha256(entropy).digest()[0] >> (8 - check) != value & ((1 << check) - 1):
        return False
    places = [value >> 11 * i & 2047 for i in range(size)]
    if entropy in _known() or len(set(entropy)) == 1 or len(set(places)) == 1 or all(a - b == 1 for a, b in itertools.pairwise(places)):
        return None
    return len(set(places)) >= _DISTINCT * size


class _Run:
    """Words of one list in a row, and the windows in it that hold and overlap no published phrase (so far)."""

    __slots__ = ("length", "public_to", "secret", "value")

    def __init__(self) -> None:
        self.value = self.length = self.public_to = 0
        self.secret: list[tuple[int, int]] = []

    def add(self, place: int) -> bool:
        """The next word, by its place in the list; whether a phrase is certain whatever follows."""
        self.value = (self.value << 11 | place) & _ALL_WORDS
        self.length += 1
        for size in _SIZES:
            if size > self.length:
                break
            start = self.length - size
            judged = _judge(self.value & _MASKS[size], size)
            if judged is None:
                self.public_to = self.length
                self.secret = [window for window in self.secret if window[1] <= start]
            elif judged and start >= self.public_to:
                self.secret.append((start, self.length))
        return bool(self.secret) and self.length - self.secret[0][1] >= _SPAN


def _has_run(text: str) -> bool:
    fillers = _fillers()
    runs: dict[int, _Run] = {}
    for match in _WORD.finditer(text):
        places = _places(match[0])
        if places is None:
            if runs and match[0].lower() not in fillers:
                if any(run.secret for run in runs.values()):
                    return True
                runs = {}
            continue
        following: dict[int, _Run] = {}
        for number, place in places:
            run = following[number] = runs.pop(number) if number in runs else _Run()
            if run.add(place):
                return True
        if any(run.secret for run in runs.values()):
            return True
        runs = following
    return any(run.secret for run in runs.values())


# --- numbers, and Chinese without spaces ----------------------------------------------------------------------------------


def _has_numbered(text: str) -> bool:
    """Whether numbered words are a phrase in the order of their numbers: two columns read across, a label before each."""
    group: dict[int, _Places] = {}
    for match in _NUMBERED.finditer(text):
        number = int(match[1])
        places = _places(match[2])
        if places is None or not 1 <= number <= _SIZES[-1]:
            continue
        if number in group:
            if _is_phrase(group):
                return True
            group = {}
        group[number] = places
    return _is_phrase(group)


def _is_phrase(group: dict[int, _Places]) -> bool:
    count = next(n for n in itertools.count() if n + 1 not in group)
    size = max((size for size in _SIZES if size <= count), default=0)
    words = [dict(group[number]) for number in range(1, size + 1)]
    return bool(words) and any(_holds(words, number) for number in words[0])


def _holds(words: list[dict[int, int]], number: int) -> bool:
    """Whether the words, all of them in list ``number``, are a phrase to keep secret."""
    value = 0
    for places in words:
        if number not in places:
            return False
        value = value << 11 | places[number]
    return _judge(value, len(words)) is True


def _is_han_phrase(written: str) -> bool:
    """A run of Han characters after a cue: a phrase written without spaces."""
    words = [dict(list_words().get(char, ())) for char in written]
    return len(words) in _SIZES and any(_holds(words, number) for number in words[0])
