"""A host's labels (or a path) as one reads them: letters made plain, separators taken out, every place kept."""

from __future__ import annotations

import re

from verifier.lookalikes.confusables import plain_letters, shapes

LONGEST = 253
"""Characters that are read: the longest host name (RFC 1035). Of longer text the beginning counts."""

_SEPARATORS = re.compile(r"([^0-9a-z]+)")


class Written:
    """``compact`` holds the letters and digits alone; indexes below are into it.

    ``rough`` is the same length with every shape folded (see `rough_shape`); ``starts`` are the places where a token
    begins; ``dots`` those of them that follow a dot; ``origin[i]`` is the place in ``text`` of character ``i``.
    """

    __slots__ = ("compact", "dots", "origin", "plain", "rough", "starts", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text = text[:LONGEST]
        if text.isascii():
            plain = text.lower()
            places: list[int] | None = None
        else:
            pieces: list[str] = []
            places = []
            for at, char in enumerate(text):
                like = plain_letters(char)
                pieces.append(like)
                places.extend([at] * len(like))
            plain = "".join(pieces)
        self.plain = plain
        self.dots = {0}
        tokens: list[tuple[int, int]] = []
        parts: list[str] = []
        origin: list[int] = []
        at = size = 0
        for part in _SEPARATORS.split(plain):
            if not part:
                continue
            if not part.isalnum() or not part.isascii():
                if "." in part:
                    self.dots.add(size)
            else:
                parts.append(part)
                tokens.append((size, size + len(part)))
                origin.extend(range(at, at + len(part)))
                size += len(part)
            at += len(part)
        self.tokens = tokens
        self.starts = {start for start, _ in tokens}
        self.dots -= {0, size}
        self.compact = "".join(parts)
        self.rough = self.compact.translate(shapes())
        self.origin = origin if places is None else [places[i] for i in origin]

    def label_of(self, start: int) -> tuple[int, int]:
        """The bounds in ``compact`` of the label (between dots) that holds ``start``."""
        left, right = 0, len(self.compact)
        for dot in self.dots:
            if left < dot <= start:
                left = dot
            elif start < dot < right:
                right = dot
        return left, right

    def token_around(self, start: int, end: int) -> tuple[int, int]:
        """Where the token that holds ``start`` begins and the one that holds ``end - 1`` ends."""
        first, last = 0, len(self.compact)
        for s, e in self.tokens:
            if s <= start:
                first = s
            if e >= end:
                last = e
                break
        return first, last

    def tokens_without(self, start: int, end: int) -> list[tuple[int, int]]:
        """The tokens of the label around ``start:end``, without what stands there."""
        left, right = self.label_of(start)
        pieces = []
        for s, e in self.tokens:
            if left <= s < right:
                pieces += [(s, min(e, start)), (max(s, end), e)]
        return [(s, e) for s, e in pieces if e > s]

    def written(self, start: int, end: int) -> str:
        """What stands in the text between two places of ``compact``, as it stands there."""
        return self.text[self.origin[start] : self.origin[end - 1] + 1]
