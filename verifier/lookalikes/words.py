"""Words in labels: those of the trade, which make a brand's name suspicious, and ordinary ones, which make it innocent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from verifier.data import raw, table

LONGEST_WORD = 16


def _common() -> frozenset[str]:
    lines = raw("common_words.txt").decode("ascii").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _trade() -> dict[str, str]:
    data = table("trade_words")
    found = {word: "dress" for words in data["dress"].values() for word in words.split()}
    found.update({word: "project" for words in data["projects"].values() for word in words.split()})
    found.update({word: "act" for words in data["acts"].values() for word in words.split()})
    found.update({word: "ask" for words in data["asks"].values() for word in words.split()})
    return found


POSES = frozenset(word for words in table("trade_words")["poses"].values() for word in words.split())
COMMON = _common()
TRADE = _trade()
RARE = frozenset(table("ordinary_names")["rare"])
SELDOM = frozenset(table("ordinary_names")["seldom"])
FAMOUS = frozenset(table("ordinary_names")["famous"])
GENERIC = frozenset(table("ordinary_names")["generic"])
COINED = frozenset(table("ordinary_names")["coined"])
ORDINARY = frozenset(table("ordinary_names")["words"]) | RARE | SELDOM | FAMOUS
ABUSED_TLDS: dict[str, float] = {
    **dict.fromkeys(table("abused_tlds")["mild"], 0.5),
    **dict.fromkeys(table("abused_tlds")["worst"], 1.0),
}


def _reach() -> dict[str, int]:
    found: dict[str, int] = {}
    for words in (COMMON, TRADE, ORDINARY):
        for word in words:
            found[word[:3]] = max(found.get(word[:3], 0), min(len(word), LONGEST_WORD))
    return found


_REACH = _reach()


def reach(piece: str, start: int) -> int:
    """Where the longest word may end that begins in a piece at ``start``: what is longer is none.

    >>> reach("walletxqz", 6), reach("walletxqz", 0) >= 6
    (6, True)
    """
    return start + _REACH.get(piece[start : start + 3], 0)


def is_a_word(text: str) -> bool:
    """Whether a piece of lower-case text is a dictionary word, an ordinary name or a word of the trade.

    >>> is_a_word("tremor"), is_a_word("bitcoin"), is_a_word("trezro")
    (True, True, False)
    """
    return text in COMMON or text in TRADE or text in ORDINARY


class Reading(msgspec.Struct, frozen=True):
    """What a piece of a label consists of, counted: words of the trade (``asks``, ``acts``, ``projects``, ``dress``), other
    dictionary words, and characters that belong to none (``noise``)."""

    asks: int = 0
    acts: int = 0
    projects: int = 0
    dress: int = 0
    words: int = 0
    digits: int = 0
    noise: int = 0
    poses: int = 0
    """Those of ``dress`` with which an address poses as the service itself."""

    def __add__(self, other: Reading) -> Reading:
        """Both together."""
        if self is NOTHING or other is NOTHING:
            return other if self is NOTHING else self
        return Reading(
            self.asks + other.asks,
            self.acts + other.acts,
            self.projects + other.projects,
            self.dress + other.dress,
            self.words + other.words,
            self.digits + other.digits,
            self.noise + other.noise,
            self.poses + other.poses,
        )

    @property
    def is_plain(self) -> bool:
        """Whether the piece holds nothing but words of the trade and digits, or nothing at all."""
        return not self.words and not self.noise

    @property
    def is_number(self) -> bool:
        """Whether the piece holds nothing but digits."""
        return bool(self.digits) and not (self.asks or self.acts or self.projects or self.dress or self.words or self.noise)

    @property
    def is_trade(self) -> bool:
        """Whether the piece is made of words of the trade and digits alone."""
        return bool(self.asks or self.acts or self.projects or self.dress) and not self.words and not self.noise


NOTHING = Reading()


_AS_LETTERS = str.maketrans("013457", "oleast")
_DISGUISED = 5
"""Words that ask for something are read through digits from this length on (``l0gin``, ``supp0rt``)."""
_TRADE_COSTS, _WORD_COSTS, _LETTER_COSTS = 2, 3, 4


@lru_cache(maxsize=8192)
def _pieces(piece: str, glued: bool) -> tuple[tuple[str, str], ...]:
    """A piece of a label cut where least is left over: each part with its kind, ``ask`` to ``dress``, ``word``, ``digit`` or ``noise``.

    One dictionary word is better than two words of the trade, those are better than two dictionary words, and anything is
    better than single letters.
    """
    size = len(piece)
    plain = piece if piece.isalpha() else piece.translate(_AS_LETTERS)
    if plain is piece and size > 2 and (whole := _kind(piece, plain)):
        return ((piece, whole),)
    best: list[tuple[int, int, str]] = [(0, 0, "")] * (size + 1)
    for at in range(size - 1, -1, -1):
        digit = piece[at].isdigit()
        chosen = (best[at + 1][0] + (0 if digit else _LETTER_COSTS), at + 1, "digit" if digit else "noise")
        for end in range(at + 2, min(max(reach(piece, at), reach(plain, at)), size) + 1):
            kind = _kind(piece[at:end], plain[at:end])
            if kind and (end - at > 2 or (end - at == size and kind != "word" and (not glued or piece == "my"))):
                cost = best[end][0] + (_WORD_COSTS if kind == "word" else _TRADE_COSTS)
                if cost <= chosen[0]:
                    chosen = (cost, end, kind)
        best[at] = chosen
    parts = []
    at = 0
    while at < size:
        _, end, kind = best[at]
        parts.append((plain[at:end] if kind == "ask" else piece[at:end], kind))
        at = end
    return tuple(parts)


def _kind(word: str, plain: str) -> str:
    if kind := TRADE.get(word):
        return kind
    if word == plain:
        return "word" if word in COMMON else ""
    return "ask" if len(word) >= _DISGUISED and TRADE.get(plain) == "ask" else ""


@lru_cache(maxsize=8192)
def read_words(piece: str, glued: bool = False) -> Reading:
    """Count the words of a piece of lower-case text (no separators, at most a label long).

    ``glued`` says that the piece hangs on a name: then two letters are no word, but for ``my``. Linear in the piece.

    >>> read_words("loginhelp").asks, read_words("assetsupport").asks, read_words("buster").words, read_words("2fa9").digits
    (2, 1, 1, 2)
    """
    parts = _pieces(piece, glued)
    kinds = [kind for _, kind in parts]
    asks, acts, projects, dress, words, digits, noise = (
        kinds.count(kind) for kind in ("ask", "act", "project", "dress", "word", "digit", "noise")
    )
    return Reading(asks, acts, projects, dress, words, digits, noise, sum(word in POSES for word, _ in parts))


@lru_cache(maxsize=8192)
def as_words(piece: str) -> tuple[str, ...] | None:
    """The fewest words (dictionary, ordinary names, trade; three letters or more) that make up the whole piece, or None.

    >>> as_words("metabase"), as_words("openset"), as_words("metamsk")
    (('meta', 'base'), ('open', 'set'), None)
    """
    best: list[tuple[str, ...] | None] = [(), *[None] * len(piece)]
    for start in range(len(piece) - 2):
        before = best[start]
        if before is not None:
            for end in range(start + 3, min(reach(piece, start), len(piece)) + 1):
                now = best[end]
                if (now is None or len(before) + 1 < len(now)) and is_a_word(piece[start:end]):
                    best[end] = (*before, piece[start:end])
    return best[-1]


def trade_words_in(pieces: Iterable[str]) -> Iterator[str]:
    """The words of the trade (not those of dress) in pieces of text, in order.

    >>> list(trade_words_in(["loginhelp", "app"]))
    ['login', 'help']
    """
    for piece in pieces:
        yield from (word for word, kind in _pieces(piece, False) if kind in ("ask", "act", "project"))
