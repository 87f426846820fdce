"""What an entry of a word table stands for: the forms written out, the ways to write them, and the shape of those that are too many.

An entry is a word or phrase. ``{a,b}`` is one of several (which may be empty), a trailing ``*`` any ending: ``send {me,us} the code{,s}``.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from verifier.contacts.chinese import simplified
from verifier.data import table
from verifier.messages.plain import normalise_word

_CHOICE = re.compile(r"\{([^{}]*)\}")
_PIECES = re.compile(r"([^{}]*)(?:\{([^{}]*)\})?")
_MOST_FORMS = 32
"""An entry that stands for more forms is read as a shape."""
_OFTEN_BARE = frozenset({"es", "pt", "fr"})
"""Languages that are often written without their marks in chats and text messages."""
_BARE_FROM = 5
"""Letters a word must have to be looked for without its marks: shorter ones turn into others ("más", "mas")."""
_PHRASE_FROM = 5
"""The same for Vietnamese, whose syllables are short: only phrases of several are looked for without their marks."""
_MARKS = str.maketrans("áàâãäçéèêëíìîïñóòôõöúùûü", "aaaaaceeeeiiiinooooouuuu")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_STRESSED_END = re.compile(r"[áéíóú](?!\w)")
"""A stress on the last letter tells forms of a verb apart ("envié", I sent; "envie", send): such words keep it."""
_LETTERS = "a-z0-9\u00c0-\u024f\u0400-\u052f\u1e00-\u1eff"
_EDGE = f"(?!(?<=[{_LETTERS}])[{_LETTERS}])"
"""No place inside a word."""
_SPACE = f"(?: |(?<![{_LETTERS}])|(?![{_LETTERS}]))"
"""A space, or nothing where a choice beside it is empty and no words would run together."""


def words_and_shapes(language: str) -> tuple[dict[str, dict[str, bool]], dict[str, list[str]]]:
    """A language's table: each word with its concepts (and whether any ending may follow it there), each concept with its shapes."""
    written = table(f"patterns.{language}")
    words: dict[str, dict[str, bool]] = {}
    shapes = {concept: [simplified(shape) for shape in listed] for concept, listed in written.get("shapes", {}).items()}
    for concept, listed in written["concepts"].items():
        for entry in normalise_word(listed).split(" | "):
            if "{" in entry and _forms(entry) > _MOST_FORMS:
                shapes.setdefault(concept, []).append(as_shape(entry.strip(), language))
                continue
            for form in written_out(entry.strip()):
                is_open = form.endswith("*")
                for word in _ways_to_write(form.rstrip("*"), language):
                    kinds = words.setdefault(word, {})
                    kinds[concept] = is_open or kinds.get(concept, False)
    return words, shapes


def written_out(entry: str) -> Iterator[str]:
    """All forms of an entry.

    >>> list(written_out("code{,s} {par,de} sms"))
    ['code par sms', 'code de sms', 'codes par sms', 'codes de sms']
    """
    if "{" not in entry:
        yield entry
        return
    pieces = _CHOICE.split(entry)  # literal, choice, literal, choice …
    for chosen in product(*(piece.split(",") if number % 2 else (piece,) for number, piece in enumerate(pieces))):
        yield " ".join("".join(chosen).split())


def as_shape(entry: str, language: str) -> str:
    """An entry as a regular expression for all its forms.

    >>> re.search(as_shape("{the,your} {recovery,seed} {words,phrase}", "en"), "send your seed phrase now")[0]
    'your seed phrase'
    """
    out: list[str] = []
    for literal, choice in _PIECES.findall(entry):
        out.append(_spelt(literal, language))
        if choice:
            parts = sorted(choice.split(","), key=len, reverse=True)
            out.append(f"(?:{'|'.join(_spelt(part, language) for part in parts)})")
    return _EDGE + "".join(out).replace("\\ ", _SPACE) + _EDGE


def _forms(entry: str) -> int:
    return math.prod(choice[1].count(",") + 1 for choice in _CHOICE.finditer(entry))


def _spelt(text: str, language: str) -> str:
    """Escaped; where a language is often written without its marks, each marked letter but a stressed last one may lack it."""
    if text.isascii() and "*" not in text:
        return re.escape(text)
    return "".join(_letter(char, language, _STRESSED_END.match(text, at) is not None) for at, char in enumerate(text))


def _letter(char: str, language: str, stressed: bool) -> str:
    if char == "*":
        return f"[{_LETTERS}]*"
    bare = char.translate(_UMLAUTS) if language == "de" else char.translate(_MARKS) if language in _OFTEN_BARE else char
    return re.escape(char) if bare == char or stressed else f"(?:{char}|{bare})"


def _ways_to_write(word: str, language: str) -> Iterator[str]:
    """A word as listed, and without its marks where people leave them out.

    >>> list(_ways_to_write("código", "es")), list(_ways_to_write("envié", "es"))
    (['código', 'codigo'], ['envié'])
    """
    yield word
    if word.isascii():
        return
    if language in _OFTEN_BARE and len(word) >= _BARE_FROM and not _STRESSED_END.search(word):
        bare = word.translate(_MARKS)
        if bare != word:
            yield bare
    if language == "de" and (plainer := word.translate(_UMLAUTS)) != word:
        yield plainer
    if language == "vi" and " " in word and len(word) >= _PHRASE_FROM and (plainer := _unmarked(word)) != word:
        yield plainer


def _unmarked(word: str) -> str:
    """A Vietnamese phrase without its tones and marks, as it is typed in haste.

    >>> _unmarked("đọc mã giúp em")
    'doc ma giup em'
    """
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("đ", "d")
