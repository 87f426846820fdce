"""The word tables of the message patterns in one automaton: every word of every concept is found in one pass.

A concept ("seed", "give", "neg" …) is a name for many words of many languages; patterns speak of concepts only, so that
a language is added by adding a table. A match must stand at word boundaries where its script writes words apart. Words of
the concept "none" swallow what stands inside them or runs into them: "发现" is not "发", "not a bot" denies nothing.

Entries are written short: ``send {me,us} the code{,s}`` stands for four.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

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
    word: str
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


_MOST_FORMS = 32
"""An entry that stands for more forms is read as a shape."""
_WORD = "a-z0-9\u00c0-\u024f\u0400-\u052f\u1e00-\u1eff"
_EDGE = f"(?!(?<=[{_WORD}])[{_WORD}])"
"""No place inside a word."""


def written_out(entry: str) -> Iterator[str]:
    """All that an entry of a table stands for: one of each ``{a,b}``, which may be empty.

    >>> list(written_out("code{,s} {par,de} sms"))
    ['code par sms', 'code de sms', 'codes par sms', 'codes de sms']
    """
    if "{" not in entry:
        yield entry
        return
    pieces = _CHOICE.split(entry)  # literal, choice, literal, choice …
    for chosen in product(*(piece.split(",") if number % 2 else (piece,) for number, piece in enumerate(pieces))):
        yield " ".join("".join(chosen).split())


def _forms(entry: str) -> int:
    """How many forms an entry stands for."""
    return math.prod(choice[1].count(",") + 1 for choice in _CHOICE.finditer(entry))


def _as_shape(entry: str, language: str) -> str:
    """An entry as a regular expression for all its forms.

    >>> re.search(_as_shape("{the,your} {recovery,seed} {words,phrase}", "en"), "send your seed phrase now")[0]
    'your seed phrase'
    """
    out: list[str] = []
    for literal, choice in re.findall(r"([^{}]*)(?:\{([^{}]*)\})?", entry):
        if out and literal[:1] == " " and out[-1].endswith("|)") and (len(out) < 2 or out[-2].endswith(" ")):
            literal = literal[1:]  # beside a choice that is empty one of the two spaces goes, too
            out[-1] = out[-1][:-2].replace("|", " |") + " |)"
        out.append(_spelt(literal, language))
        if choice:
            parts = sorted(choice.split(","), key=len, reverse=True)
            out.append(f"(?:{'|'.join(_spelt(part, language) for part in parts)})")
    return _EDGE + "".join(out) + _EDGE


def _spelt(text: str, language: str) -> str:
    """Escaped; where a language is often written without its marks, each marked letter but a stressed last one may lack it."""
    return "".join(_letter(char, language, _STRESSED_END.match(text, at) is not None) for at, char in enumerate(text))


def _letter(char: str, language: str, stressed: bool) -> str:
    if char == "*":
        return f"[{_WORD}]*"
    bare = char.translate(_UMLAUTS) if language == "de" else char.translate(_MARKS) if language in _OFTEN_BARE else char
    return re.escape(char) if bare == char or stressed else f"(?:{char}|{bare})"


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
def _listed() -> tuple[tuple[str, str, str], ...]:
    """(language, concept, entry in matching form) of all tables."""
    return tuple(
        (language, concept, entry.strip())
        for language in LANGUAGES
        for concept, listed in table(f"patterns.{language}")["concepts"].items()
        for entry in normalise_word(listed).split(" | ")
    )


@cache
def _entries() -> dict[str, _Entry]:
    words: dict[str, dict[tuple[str, str, bool], None]] = defaultdict(dict)
    for language, concept, entry in _listed():
        if "{" not in entry or _forms(entry) <= _MOST_FORMS:
            for word in written_out(entry):
                for way in _ways_to_write(word.rstrip("*"), language):
                    words[way][language, concept, word.endswith("*")] = None
    return {word: _Entry(word, tuple(kinds), _WORD_CHAR[word[0]], _WORD_CHAR[word[-1]]) for word, kinds in words.items()}


@cache
def _own_words(language: str) -> frozenset[str]:
    """Words of a language that look like English ones ("con", "no", "not"): in its texts the English table is not asked about them."""
    listed = table(f"patterns.{language}").get("false_friends", "") if language in LANGUAGES else ""
    return frozenset((*table("function_words")["words"].get(language, "").split(), *filter(None, listed.split(" | "))))


class _Concepts(dict[str, tuple[tuple[str, ...], tuple[str, ...]]]):
    """The concepts of each word in some languages: all of them, and those to which any ending may be added. Filled as words are met."""

    def __init__(self, languages: frozenset[str]) -> None:
        super().__init__()
        self._languages = languages
        self._others = languages - {"en"}
        self._own = frozenset[str]().union(*map(_own_words, self._others))

    def __missing__(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        read = self._others if word in self._own else self._languages
        kinds = [(concept, is_open) for language, concept, is_open in _entries()[word].concepts if language in read]
        self[word] = found = (
            tuple(dict.fromkeys(concept for concept, _ in kinds)),
            tuple(dict.fromkeys(concept for concept, is_open in kinds if is_open)),
        )
        return found


@lru_cache(maxsize=64)
def _concepts(languages: frozenset[str]) -> _Concepts:
    return _Concepts(languages)


@cache
def _shapes() -> tuple[tuple[str, str, str], ...]:
    """(language, concept, pattern) of the shapes in the tables; their repetitions are bounded, so matching is linear."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for language in LANGUAGES:
        for concept, shapes in table(f"patterns.{language}").get("shapes", {}).items():
            found[language, concept] += map(simplified, shapes)
    for language, concept, entry in _listed():
        if "{" in entry and _forms(entry) > _MOST_FORMS:
            found[language, concept].append(_as_shape(entry, language))
    return tuple((language, concept, "|".join(shapes)) for (language, concept), shapes in found.items())


@cache
def _screen() -> Screen:
    return Screen([pattern for _, _, pattern in _shapes()])


@cache
def _shape(number: int) -> re.Pattern[str]:
    """One shape, compiled when a text first seems to hold it."""
    return re.compile(_shapes()[number][2])


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
        concepts, stems = chosen[entry.word]
        start, end = last + 1 - size, last + 1
        if not concepts or (entry.guards_start and start and is_word[text[start - 1]]):
            continue
        if entry.guards_end and end < length and is_word[text[end]]:
            concepts = stems
        if concepts:
            found.append((start, -end, concepts))
    for number in _screen().may_match(text):
        language, concept, _ = _shapes()[number]
        if language in languages:
            found.extend((m.start(), -m.end(), (concept,)) for m in _shape(number).finditer(text))
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
