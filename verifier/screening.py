"""Which of many regular expressions can match a text at all, in one pass: the only importer of re2.

Python's engine tries one pattern after the other at every place, which costs hundreds of times what re2 needs to look for all of them
at once. But re2 has no lookaround, and its classes are ASCII. So each pattern is *relaxed* into one that matches wherever the original
does, and perhaps elsewhere; the few that pass are then tried by the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import re2

_LOOKAROUND = re.compile(r"\(\?<?[!=]")
_OUTSIDE = {"w": r"[\pL\pN\pM_]", "d": r"\p{Nd}", "s": r"[\s\pZ\x{b}\x{1c}-\x{1f}\x{85}]", "W": r"[^\pL\pN_]", "S": r"[^\s]", "b": ""}
_INSIDE = {"w": r"\pL\pN\pM_", "d": r"\p{Nd}", "s": r"\s\pZ\x{b}\x{1c}-\x{1f}\x{85}"}
_MEMORY = 64 << 20
"""For the automaton that grows as texts are read, in bytes; when it is full it starts anew."""
_MEMORY_OF_ONE = 2 << 20
"""The same for one pattern's own."""
_MOST_MISSES = 24
"""After so many places that only look like a match the original goes on alone."""


def relaxed(pattern: str) -> str:
    r"""A pattern in re2's syntax that matches wherever this one does. Raises `ValueError` for what cannot be relaxed.

    >>> relaxed(r"\bpay (?!back)[^\d]")
    'pay [^\\p{Nd}]'
    """
    while found := _LOOKAROUND.search(pattern):
        pattern = pattern[: found.start()] + pattern[_closing(pattern, found.start()) :]
    out: list[str] = []
    in_class = False
    at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            letter = pattern[at + 1]
            table = _INSIDE if in_class else _OUTSIDE
            if letter == "u":
                out.append(f"\\x{{{pattern[at + 2 : at + 6]}}}")
                at += 6
                continue
            if letter not in table and letter.isalnum() and letter not in "nrt":
                raise ValueError(f"\\{letter} in {pattern}")
            out.append(table.get(letter, "\\" + letter))
            at += 2
            continue
        if char == "(" and pattern.startswith("(?P=", at):
            raise ValueError(f"a reference in {pattern}")
        in_class = (char == "[" or in_class) and not (char == "]" and in_class)
        out.append(r"(?:$|\n)" if char == "$" and not in_class else char)
        at += 1
    return "".join(out)


def _closing(pattern: str, at: int) -> int:
    """The place after the bracket that closes the one at ``at``."""
    depth = 0
    in_class = escaped = False
    for i in range(at, len(pattern)):
        char = pattern[i]
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        else:
            depth += (char == "(") - (char == ")")
            if depth == 0:
                return i + 1
    raise ValueError(f"a bracket is open in {pattern}")


def _options(memory: int) -> re2.Options:
    options = re2.Options()
    options.max_mem = memory
    options.log_errors = False
    return options


class Screen:
    """Patterns of which a text may hold some. Frozen once built, safe to share between threads. Linear, whatever the text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._set = re2.Set.SearchSet(_options(_MEMORY))
        for pattern in patterns:
            self._set.Add(relaxed(pattern))
        self._set.Compile()

    def may_match(self, text: str) -> list[int]:
        """The numbers of the patterns that may match somewhere in the text, in order; all others match nowhere.

        >>> Screen(["abc", r"\\bx(?!y)"]).may_match("x y z")
        [1]
        """
        return sorted(self._set.Match(text.encode("utf-8", "replace")) or ())


class Shape:
    """One regular expression, tried only at the places where its relaxed form matches: it finds what ``re.finditer`` does, sooner.

    For patterns that match no empty text. Frozen once built, safe to share between threads.
    """

    def __init__(self, pattern: str) -> None:
        self._exact = re.compile(pattern)
        self._relaxed = re2.compile(relaxed(pattern).encode(), _options(_MEMORY_OF_ONE))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        r"""Where it matches, as (start, end).

        >>> list(Shape(r"\bp[äa]y(?! back)").find("pay back, päy, pay"))
        [(10, 13), (15, 18)]
        """
        data = text.encode("utf-8", "replace")
        at = byte = misses = 0
        while misses < _MOST_MISSES:
            found = self._relaxed.search(data, byte)
            if found is None:
                return
            at += len(data[byte : found.start()].decode())
            match = self._exact.match(text, at)
            end = match.end() if match else at + 1
            if match:
                yield at, end
            else:
                misses += 1
            byte = found.start() + len(text[at:end].encode("utf-8", "replace"))
            at = end
        yield from (match.span() for match in self._exact.finditer(text, at))
