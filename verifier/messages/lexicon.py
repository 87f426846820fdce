"""The word tables of the message patterns: every word of every concept is found in one automaton pass for each language read.

A concept ("seed", "give", "neg" …) is a name for many words of many languages; patterns speak of concepts only, so that
a language is added by adding a table (`verifier.messages.entries` says what stands there). A match must stand at word boundaries where
its script writes words apart. Words of the concept "none" swallow what stands inside them or runs into them: "发现" is not "发",
"not a bot" denies nothing.
"""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from verifier.automaton import Automaton
from verifier.data import table
from verifier.messages.entries import words_and_shapes
from verifier.screening import Screen, Shape

LANGUAGES: tuple[str, ...] = ("en", "zh", "ja", "ko", "es", "pt", "ru", "vi", "id", "th", "fr", "de")
"""Languages with a table of their own (``verifier/data/patterns.<language>.json``)."""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A word of a concept at a place of the matching text."""

    start: int
    end: int
    concepts: tuple[str, ...]


class _Word(msgspec.Struct, frozen=True, gc=False):
    word: str
    concepts: tuple[str, ...]
    stems: tuple[str, ...]
    """The concepts of which it may have any ending."""
    guards_start: bool
    """No word character may stand before it."""
    guards_end: bool
    """No word character may stand after it, but for the stems."""


class _WordChars(dict[str, bool]):
    """Whether a character belongs to a script that writes words apart: letters and digits outside Han, kana, Hangul and Thai."""

    def __missing__(self, char: str) -> bool:
        self[char] = found = char.isalnum() and not ("\u0e00" <= char <= "\u0e7f" or "\u3040" <= char <= "\ud7ff")
        return found


_WORD_CHAR = _WordChars()


class Lexicon:
    """One language's table, ready to be looked for in texts."""

    def __init__(self, language: str) -> None:
        words, shapes = words_and_shapes(language)
        self._words = Automaton(
            {
                word: _Word(
                    word,
                    tuple(kinds),
                    tuple(concept for concept, is_open in kinds.items() if is_open),
                    _WORD_CHAR[word[0]],
                    _WORD_CHAR[word[-1]],
                )
                for word, kinds in words.items()
                if word
            }
        )
        self._shapes = [((concept,), "|".join(listed)) for concept, listed in shapes.items()]
        self._screen = Screen([shape for _, shape in self._shapes])
        self._compiled: dict[int, Shape] = {}
        self.known = frozenset(part for word in words if word.isascii() for part in _parts(word))
        """Every single Latin word, three letters at least: what a disguised token may turn out to be."""
        own = (
            *table("function_words")["words"].get(language, "").split(),
            *table(f"patterns.{language}").get("false_friends", "").split(" | "),
        )
        self.own = frozenset(filter(None, own)) if language != "en" else frozenset()
        """Words that look like English ones ("con", "no", "not"): in this language's texts the English table is not asked about them."""

    def find(self, text: str, foreign: frozenset[str] = frozenset()) -> list[tuple[int, int, tuple[str, ...]]]:
        """Places of its words (but the ``foreign`` ones) and shapes, as (start, end as a negative number, concepts)."""
        is_word = _WORD_CHAR
        length = len(text)
        found: list[tuple[int, int, tuple[str, ...]]] = []
        for last, (size, word) in self._words.ends(text):
            end = last + 1
            start = end - size
            if word.guards_start and start and is_word[text[start - 1]]:
                continue
            concepts = word.stems if word.guards_end and end < length and is_word[text[end]] else word.concepts
            if concepts and not (foreign and word.word in foreign):
                found.append((start, -end, concepts))
        for number in self._screen.may_match(text):
            concepts, shape = self._shapes[number]
            compiled = self._compiled.get(number) or self._compiled.setdefault(number, Shape(shape))
            found.extend((start, -end, concepts) for start, end in compiled.find(text))
        return found


def _parts(word: str) -> list[str]:
    return [part for part in word.replace("-", " ").split() if len(part) >= 3 and part.isalpha()]


@cache
def lexicon(language: str) -> Lexicon:
    """A language's lexicon, built when it is first asked for."""
    return Lexicon(language)


def load_all() -> None:
    """Build every language's lexicon now, for those who must not wait for it later."""
    for language in LANGUAGES:
        lexicon(language)


@lru_cache(maxsize=64)
def known_words(languages: frozenset[str] = frozenset(LANGUAGES)) -> frozenset[str]:
    """Every single Latin word of the tables of ``languages``: what a disguised token may turn out to be."""
    return frozenset().union(*(lexicon(language).known for language in languages if language in LANGUAGES))


def hits(text: str, languages: frozenset[str]) -> list[Hit]:
    """All words of the tables of ``languages`` in a text in matching form, in order, swallowed ones left out. Linear."""
    read = [lexicon(language) for language in LANGUAGES if language in languages]
    own = frozenset[str]().union(*(language.own for language in read))
    found = [hit for language in read for hit in language.find(text, own if language is lexicon("en") else frozenset())]
    found.sort()
    return _unswallowed(_merged(found) if len(read) > 1 else found)


def _merged(found: list[tuple[int, int, tuple[str, ...]]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Words that two languages share stand once, with the concepts of both."""
    kept: list[tuple[int, int, tuple[str, ...]]] = []
    place = (-1, -1)
    for start, end, concepts in found:
        if place == (start, end):
            kept[-1] = (start, end, tuple(dict.fromkeys((*kept[-1][2], *concepts))))
        else:
            kept.append((start, end, concepts))
            place = (start, end)
    return kept


def _unswallowed(found: list[tuple[int, int, tuple[str, ...]]]) -> list[Hit]:
    """The words, given by start and end (negative, so that the longest stands first), without those that "none" covers."""
    covers = [(start, -end) for start, end, concepts in found if "none" in concepts]
    if not covers:
        return [Hit(start, -end, concepts) for start, end, concepts in found]
    kept: list[Hit] = []
    at = reach = 0
    current = (-1, -1)
    for start, negative, concepts in found:
        end = -negative
        while at < len(covers) and covers[at][0] <= start:
            if covers[at][1] > reach:
                current, reach = covers[at], covers[at][1]
            at += 1
        inside = (start, end) != current and (current[0] < start < reach or (current[0] == start and end <= reach))
        runs_into = at < len(covers) and covers[at][0] < end < covers[at][1]
        if not inside and not runs_into:
            kept.append(Hit(start, end, concepts))
    return kept
