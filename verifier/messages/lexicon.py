"""The word tables of the message patterns in one automaton: every word of every concept is found in one pass.

A concept ("seed", "give", "neg" …) is a name for many words of many languages; patterns speak of concepts only, so that
a language is added by adding a table. A match must stand at word boundaries where its script writes words apart. Words of
the concept "none" swallow what stands inside them or runs into them: "发现" is not "发", "not a bot" denies nothing.

Entries are written short: ``send {me,us} the code{,s}`` stands for four.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from verifier.automaton import Automaton
from verifier.contacts.chinese import simplified
from verifier.data import table
from verifier.messages.plain import normalise_word
from verifier.screening import Screen

LANGUAGES: tuple[str, ...] = ("en", "zh", "ja", "ko", "es", "pt", "ru", "vi", "id", "th", "fr", "de")
"""Languages with a table of their own (``verifier/data/patterns.<language>.json``)."""


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A word of a concept at a place of the matching text."""

    start: int
    end: int
    concepts: tuple[str, ...]


class _Entry(msgspec.Struct, frozen=True):
    number: int
    concepts: tuple[tuple[str, str, bool], ...]
    """Language, concept, and whether any ending may follow."""
    guards_start: bool
    """No word character may stand before it."""
    guards_end: bool
    """No word character may stand after it, but where any ending may follow."""


class _WordChars(dict[str, bool]):
    """Whether a character belongs to a script that writes words apart: letters and digits outside Han, kana, Hangul and Thai."""

    def __missing__(self, char: str) -> bool:
        self[char] = found = char.isalnum() and not ("\u0e00" <= char <= "\u0e7f" or "\u3040" <= char <= "\ud7ff")
        return found


_WORD_CHAR = _WordChars()


_CHOICE = re.compile(r"\{([^{}]*)\}")
_OFTEN_BARE = frozenset({"es", "pt", "fr"})
"""Languages that are often written without their marks in chats and text messages."""
_BARE_FROM = 5
"""Letters a word must have to be looked for without its marks: shorter ones turn into others ("más", "mas")."""
_MARKS = str.maketrans("áàâãäçéèêëíìîïñóòôõöúùûü", "aaaaaceeeeiiiinooooouuuu")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_STRESSED_END = re.compile(r"[áéíóú](?!\w)")
"""A stress on the last letter tells forms of a verb apart ("envié", I sent; "envie", send): such words keep it."""


def written_out(entry: str) -> Iterator[str]:
    """All that an entry of a table stands for: one of each ``{a,b}``, which may be empty.

    >>> list(written_out("code{,s} {par,de} sms"))
    ['code par sms', 'code de sms', 'codes par sms', 'codes de sms']
    """
    choice = _CHOICE.search(entry)
    if choice is None:
        yield " ".join(entry.split())
        return
    for part in choice[1].split(","):
        yield from written_out(entry[: choice.start()] + part + entry[choice.end() :])


def _ways_to_write(word: str, language: str) -> Iterator[str]:
    """A word as listed, and without its marks where people leave them out.

    >>> list(_ways_to_write("código", "es")), list(_ways_to_write("envié", "es"))
    (['código', 'codigo'], ['envié'])
    """
    yield word
    if language in _OFTEN_BARE and len(word) >= _BARE_FROM and not word.isascii() and not _STRESSED_END.search(word):
        bare = word.translate(_MARKS)
        if bare != word:
            yield bare
    if language == "de" and (plainer := word.translate(_UMLAUTS)) != word:
        yield plainer


@cache
def _entries() -> dict[str, _Entry]:
    words: dict[str, dict[tuple[str, str, bool], None]] = defaultdict(dict)
    for language in LANGUAGES:
        for concept, listed in table(f"patterns.{language}")["concepts"].items():
            for written in (way for entry in listed.split(" | ") for way in written_out(entry)):
                word = normalise_word(written)
                for way in _ways_to_write(word.rstrip("*"), language):
                    words[way][language, concept, word.endswith("*")] = None
    return {
        word: _Entry(number, tuple(kinds), _WORD_CHAR[word[0]], _WORD_CHAR[word[-1]]) for number, (word, kinds) in enumerate(words.items())
    }


@cache
def _own_words(language: str) -> frozenset[str]:
    """Words of a language that look like English ones ("con", "no", "not"): in its texts the English table is not asked about them."""
    listed = table(f"patterns.{language}").get("false_friends", "") if language in LANGUAGES else ""
    return frozenset((*table("function_words")["words"].get(language, "").split(), *filter(None, listed.split(" | "))))


@lru_cache(maxsize=64)
def _concepts(languages: frozenset[str]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The concepts of each entry in these languages, by its number: all of them, and those to which any ending may be added."""
    others = languages - {"en"}
    own = frozenset[str]().union(*map(_own_words, others))
    return tuple(
        (
            tuple(dict.fromkeys(concept for language, concept, _ in entry.concepts if language in read)),
            tuple(dict.fromkeys(concept for language, concept, is_open in entry.concepts if is_open and language in read)),
        )
        for word, entry in _entries().items()
        for read in (others if word in own else languages,)
    )


@cache
def _shapes() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(language, concept, pattern) of the shapes in the tables; their repetitions are bounded, so matching is linear."""
    return tuple(
        (language, concept, re.compile(simplified("|".join(shapes))))
        for language in LANGUAGES
        for concept, shapes in table(f"patterns.{language}").get("shapes", {}).items()
    )


@cache
def _screen() -> Screen:
    return Screen([pattern.pattern for _, _, pattern in _shapes()])


@cache
def known_words() -> frozenset[str]:
    """Every single Latin word of the tables, four letters at least: what a disguised token may turn out to be."""
    return frozenset(
        part for word in _entries() if word.isascii() for part in word.replace("-", " ").split() if len(part) >= 3 and part.isalpha()
    )


@cache
def _automaton() -> Automaton[_Entry]:
    return Automaton(_entries())


def hits(text: str, languages: frozenset[str]) -> list[Hit]:
    """All words of the tables of ``languages`` in a text in matching form, in order, swallowed ones left out. Linear."""
    chosen = _concepts(languages)
    is_word = _WORD_CHAR
    found: list[tuple[int, int, tuple[str, ...]]] = []
    length = len(text)
    for last, (size, entry) in _automaton().ends(text):
        concepts, stems = chosen[entry.number]
        start, end = last + 1 - size, last + 1
        if not concepts or (entry.guards_start and start and is_word[text[start - 1]]):
            continue
        if entry.guards_end and end < length and is_word[text[end]]:
            concepts = stems
        if concepts:
            found.append((start, -end, concepts))
    for number in _screen().may_match(text):
        language, concept, pattern = _shapes()[number]
        if language in languages:
            found.extend((m.start(), -m.end(), (concept,)) for m in pattern.finditer(text))
    found.sort()
    return _unswallowed(found)


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
