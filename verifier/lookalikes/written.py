"""A host's labels (or a path) as one reads them: letters made plain, separators taken out, every place kept."""

from __future__ import annotations

import re

from verifier.lookalikes.confusables import plain_letters, shapes

LONGEST = 253
"""Characters that are read: the longest host name (RFC 1035). Of longer text the beginning counts."""

_SIGNS = {code: "-" for code in range(128) if not chr(code).isalnum() and chr(code) != "."}
_OTHER = re.compile(r"[^0-9a-z.]")


class Written:
    """``compact`` holds the letters and digits alone; indexes below are into it.

    ``rough`` is the same length with every shape folded (see `rough_shape`); ``tokens`` are its pieces between separators,
    ``starts`` the places where they begin, ``dots`` those of them that follow a dot.
    """

    __slots__ = ("_places", "compact", "dots", "plain", "rough", "starts", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text = text[:LONGEST]
        self._places: list[int] | None = None
        if text.isascii():
            self.plain = plain = text.lower()
            cut = plain.translate(_SIGNS)
        else:
            pieces: list[str] = []
            self._places = []
            for at, char in enumerate(text):
                like = plain_letters(char)
                pieces.append(like)
                self._places.extend([at] * len(like))
            self.plain = plain = "".join(pieces)
            cut = _OTHER.sub("-", plain)
        tokens: list[tuple[int, int]] = []
        starts: set[int] = set()
        dots: set[int] = set()
        parts: list[str] = []
        size = 0
        for label in cut.split("."):
            if size:
                dots.add(size)
            for part in label.split("-"):
                if part:
                    parts.append(part)
                    starts.add(size)
                    end = size + len(part)
                    tokens.append((size, end))
                    size = end
        dots.discard(size)
        self.tokens, self.starts, self.dots = tokens, starts, dots
        self.compact = "".join(parts)
        self.rough = self.compact.translate(shapes())

    @property
    def origin(self) -> list[int]:
        """For each character of ``compact`` its place in ``text``."""
        places = [at for at, char in enumerate(self.plain) if char.isascii() and char.isalnum()]
        return places if self._places is None else [self._places[at] for at in places]

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

    def crosses_dot(self, start: int, end: int) -> bool:
        """Whether ``start:end`` lies in more than one label."""
        return bool(self.dots) and any(start < dot < end for dot in self.dots)

    def tokens_without(self, start: int, end: int) -> list[tuple[int, int]]:
        """The tokens of the label around ``start:end``, without what stands there."""
        left, right = self.label_of(start)
        pieces = []
        for s, e in self.tokens:
            if left <= s < right:
                if s < start:
                    pieces.append((s, min(e, start)))
                if e > end:
                    pieces.append((max(s, end), e))
        return pieces

    def written(self, start: int, end: int) -> str:
        """What stands in the text between two places of ``compact``, as it stands there."""
        if self._places is None and (len(self.tokens) == 1 or not any(start < s < end for s, _ in self.tokens)):
            return self.compact[start:end]
        origin = self.origin
        return self.text[origin[start] : origin[end - 1] + 1]
