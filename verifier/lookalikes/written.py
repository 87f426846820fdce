"""A host's labels (or a path) as one reads them: letters made plain, separators taken out, every place kept."""

from __future__ import annotations

from verifier.lookalikes.confusables import plain_letters, shapes

LONGEST = 253
"""Characters that are read: the longest host name (RFC 1035). Of longer text the beginning counts."""

_SIGNS = bytes(code if code in b"0123456789abcdefghijklmnopqrstuvwxyz." else ord("-") for code in range(256))
"""Letters, digits and dots as they are, every other byte as a hyphen."""
_SHAPES = shapes()


class Written:
    """``compact`` holds the letters and digits alone; indexes below are into it.

    ``rough`` is the same length with every shape folded (see `rough_shape`); ``tokens`` are its pieces between separators,
    ``labels`` those between dots; ``is_ascii`` says that no letter of ``text`` had to be made plain.
    """

    __slots__ = ("_origin", "_places", "_starts", "compact", "is_ascii", "labels", "plain", "rough", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text = text[:LONGEST]
        self.is_ascii = text.isascii()
        self._places: list[int] | None = None
        self._starts: set[int] | None = None
        self._origin: list[int] | None = None
        if self.is_ascii:
            self.plain = plain = text.lower()
        else:
            pieces: list[str] = []
            self._places = []
            for at, char in enumerate(text):
                like = char.lower() if char.isascii() else plain_letters(char)
                pieces.append(like)
                self._places.extend([at] * len(like))
            self.plain = plain = "".join(pieces)
        tokens: list[tuple[int, int]] = []
        labels: list[tuple[int, int]] = []
        parts: list[bytes] = []
        size = 0
        for label in plain.encode("utf-8", "replace").translate(_SIGNS).split(b"."):
            begin = size
            for part in label.split(b"-"):
                if part:
                    parts.append(part)
                    end = size + len(part)
                    tokens.append((size, end))
                    size = end
            if size > begin:
                labels.append((begin, size))
        self.tokens, self.labels = tokens, labels
        letters = b"".join(parts)
        self.compact = letters.decode()
        self.rough = letters.translate(_SHAPES).decode()

    @property
    def starts(self) -> set[int]:
        """The places where tokens begin."""
        if self._starts is None:
            self._starts = {start for start, _ in self.tokens}
        return self._starts

    @property
    def origin(self) -> list[int]:
        """For each character of ``compact`` its place in ``text``."""
        if self._origin is None:
            places = [at for at, char in enumerate(self.plain) if char.isascii() and char.isalnum()]
            self._origin = places if self._places is None else [self._places[at] for at in places]
        return self._origin

    def label_of(self, start: int) -> tuple[int, int]:
        """The bounds in ``compact`` of the label (between dots) that holds ``start``."""
        for label in self.labels:
            if start < label[1]:
                return label
        return 0, len(self.compact)

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
        return len(self.labels) > 1 and self.label_of(start)[1] < end

    def is_split(self, start: int, end: int) -> bool:
        """Whether ``start:end`` lies in more than one token."""
        for _, last in self.tokens:
            if start < last:
                return last < end
        return False

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
        if self.is_ascii and not self.is_split(start, end):
            return self.compact[start:end]
        origin = self.origin
        return self.text[origin[start] : origin[end - 1] + 1]
