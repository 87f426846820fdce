"""The form of a message in which words are looked for: disguise undone, one case, one script, with every place kept.

On top of `verifier.contacts.disguise.fold` this undoes what is done to *words*: ``Supp0rt``, ``Num-ber``, ``s e e d``,
``助.记.词``, Cyrillic letters inside Latin words, a line break inside a phrase. A word is only repaired where the repaired
form is one the word tables know, so that ordinary writing stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Container

import msgspec

from verifier.contacts.chinese import simplified
from verifier.contacts.disguise import fold
from verifier.contacts.model import Span


class Plain(msgspec.Struct, frozen=True):
    """``text`` in matching form; ``origin[i]`` is the place in the original of its character ``i`` (one more for the end)."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The passage of the original that ``text[start:end]`` came from."""
        if end <= start:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1

    def place(self, span: Span) -> tuple[int, int]:
        """Where in ``text`` a passage of the original stands: the other way round than `span`."""
        return bisect_left(self.origin, span.start), bisect_left(self.origin, span.end)


_LOOKS_LATIN = str.maketrans("аеорсухіјѕһԁɡӏмтвнкαορνικτɑıցոսօ", "aeopcyxijshdglmtbhkaopviktaignuo")
"""Letters of other scripts that read as Latin ones (a part of UTS #39 confusables, lower case)."""
_LEET = str.maketrans("0134578@$!|€", "oieastbasi" + "le")
_APART = str.maketrans(dict.fromkeys(" .-_*·"))
"""What letters are written apart with."""
_JOINED = str.maketrans(dict.fromkeys("-.*·_"))
_HAN = "\u3400-\u9fff"
_SPACED_HAN = re.compile(f"(?<=[{_HAN}])[ \\-_.·•*|/\\\\~^+=#&❤♥★☆◆●✦✨🔥➕️]{{1,4}}(?=[{_HAN}])")
_SINGLE_LATIN = re.compile(r"(?<![^\W_])[a-z0-9@$](?:[ .\-_*·]{1,2}[a-z0-9@$](?![^\W_])){2,30}")
_TOKEN = re.compile(r"[^\W_][\w@$!|'’*\-.·]{1,60}[^\W]")
_MARKED = re.compile("[a-z\u00e0-\u01b0][\u0300-\u0323]{1,2}")
"""A letter and its marks as characters of their own (Vietnamese as some systems write it)."""
_SOFT_BREAK = re.compile(r"(?<=[^\W\d_,])\n(?=[a-z])")
_PUNCTUATION = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "，": ",",
        "：": ":",
        "；": ";",
        "？": "?",
        "！": "!",
        "（": "(",
        "）": ")",
        "\r": "\n",
        "\t": " ",
        "～": "~",
        "—": "-",
        "–": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
    }
)
_PUNCTUATED = re.compile(f"[{''.join(map(chr, _PUNCTUATION))}]")


def normalise_word(text: str) -> str:
    """A word of a table in matching form."""
    return simplified(unicodedata.normalize("NFKC", text).lower()).translate(_PUNCTUATION)


def plain(text: str, known: Container[str]) -> Plain:
    """``text`` in matching form. ``known`` holds the words a disguised token may turn out to be. Linear."""
    folded = fold(text)
    now = folded.text
    low = now.lower()
    if len(low) != len(now):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in now)
    now = low.translate(_PUNCTUATION) if _PUNCTUATED.search(low) else low
    if not now.isascii():
        now = simplified(now)
    edits: list[tuple[int, int, str]] = []
    if not now.isascii():
        edits += _spaced_han(now)
        edits += [(m.start(), m.end(), one) for m in _MARKED.finditer(now) if len(one := unicodedata.normalize("NFC", m[0])) == 1]
    edits += [(m.start(), m.end(), " ") for m in _SOFT_BREAK.finditer(now)] if "\n" in now else []
    edits += _odd_tokens(now, known)
    origin = folded.origin or tuple(range(len(text) + 1))
    if not edits:
        return Plain(now, origin)
    return _apply(now, origin, sorted(edits))


def _apply(text: str, origin: tuple[int, ...], edits: list[tuple[int, int, str]]) -> Plain:
    out: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, new in edits:
        if start < at:
            continue
        out.append(text[at:start])
        places.extend(origin[at:start])
        out.append(new)
        if new:
            places += [origin[min(start + i, end - 1)] for i in range(len(new) - 1)]
            places.append(origin[end - 1])
        at = end
    out.append(text[at:])
    places.extend(origin[at:])
    return Plain("".join(out), tuple(places))


def _spaced_han(text: str) -> list[tuple[int, int, str]]:
    """Decoration between Han characters: always where it is no punctuation, a space only between single characters."""
    found: list[tuple[int, int, str]] = []
    for match in _SPACED_HAN.finditer(text):
        start, end = match.span()
        if match[0].isspace():
            before = start < 2 or not _is_han(text[start - 2])
            after = end + 1 >= len(text) or not _is_han(text[end + 1])
            if not (before and after):
                continue
        found.append((start, end, ""))
    return found


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _odd_tokens(text: str, known: Container[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for match in _SINGLE_LATIN.finditer(text):
        letters = match[0].translate(_APART).translate(_LEET)
        if spaced := _respace(letters, known):
            found.append((match.start(), match.end(), spaced))
    repairs: dict[str, str] = {}  # a text may repeat one token a thousand times
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token.isascii() and token.isalpha():
            continue
        if token not in repairs:
            repairs[token] = _repair(token, known)
        if repairs[token] != token:
            found.append((match.start(), match.end(), repairs[token]))
    return found


def _respace(letters: str, known: Container[str]) -> str:
    """Letters that were written apart, put into known words; "" where they are not made of such words."""
    words: list[str] = []
    at = 0
    while at < len(letters):
        for end in range(min(len(letters), at + 16), at + 1, -1):
            if letters[at:end] in known:
                words.append(letters[at:end])
                at = end
                break
        else:
            return ""
    return " ".join(words)


def _repair(token: str, known: Container[str]) -> str:
    if not token.isascii():
        latin = token.translate(_LOOKS_LATIN)
        if not latin.translate(_JOINED).isascii():
            return token
        if latin.isascii() and any("a" <= c <= "z" for c in token):
            token = latin
    if token in known or ("." in token and "/" in token):
        return token
    bare = token.translate(_JOINED)
    if len(bare) >= 4:
        if bare in known and bare != token:
            return bare
        straight = bare.translate(_LEET)
        if straight != bare and not bare[:-1].isdigit():  # "100k" is an amount
            for candidate in (straight, bare.replace("1", "l").translate(_LEET)):
                if candidate in known:
                    return candidate
    return token
