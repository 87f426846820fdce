"""Words in labels: those of the trade, which make a brand's name suspicious, and ordinary ones, which make it innocent."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from verifier.automaton import Automaton
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


class _Word(msgspec.Struct, frozen=True):
    """What is known of one word: its ``kind`` in a label, ``ask`` to ``dress`` or ``word``, "" for an ordinary name; and whether
    dictionaries or people use it, too."""

    kind: str
    everyday: bool


_WORDS = Automaton(
    {
        word: _Word(TRADE.get(word) or ("word" if word in COMMON else ""), word in COMMON or word in ORDINARY)
        for word in (*COMMON, *TRADE, *ORDINARY)
        if 2 < len(word) <= LONGEST_WORD
    }
)
"""The words of three letters or more, found wherever they stand in a piece in one pass."""

_AS_LETTERS = str.maketrans("013457", "oleast")
_DISGUISED = 5
"""Words that ask for something are read through digits from this length on (``l0gin``, ``supp0rt``)."""
_LETTER_COSTS = 4
_COSTS = {"ask": 2, "act": 2, "project": 2, "dress": 2, "word": 3}
_NAMED = frozenset({"ask", "act", "project"})


def _words_by_start(piece: str, plain: str) -> dict[int, list[tuple[int, str]]]:
    """Where words begin in a piece: the ends of each, nearest first, with its kind. ``plain`` is the piece with digits read as letters."""
    found: dict[int, list[tuple[int, str]]] = {}
    for last, (length, word) in _WORDS.ends(piece):
        if word.kind:
            found.setdefault(last + 1 - length, []).append((last + 1, word.kind))
    if plain != piece:
        for last, (length, word) in _WORDS.ends(plain):
            start, end = last + 1 - length, last + 1
            if word.kind == "ask" and length >= _DISGUISED and piece[start:end] != plain[start:end] and piece[start:end] not in TRADE:
                found.setdefault(start, []).append((end, "ask"))
                found[start].sort()
    return found


def _cut(piece: str) -> list[tuple[str, str]]:
    """A piece of a label cut where least is left over: each part with its kind, ``ask`` to ``dress``, ``word``, ``digit`` or ``noise``.

    One dictionary word is better than two words of the trade, those are better than two dictionary words, and anything is
    better than single letters. Two letters are a word only where they are all there is.
    """
    size = len(piece)
    if size == 2 or (size > 2 and piece.isalpha()):
        whole = TRADE.get(piece) or ("word" if size > 2 and piece in COMMON else "")
        if whole:
            return [(piece, whole)]
    plain = piece if piece.isalpha() else piece.translate(_AS_LETTERS)
    words = _words_by_start(piece, plain)
    costs = [0] * (size + 1)
    chosen: dict[int, tuple[int, str]] = {}
    for at in range(size - 1, -1, -1):
        cost = costs[at + 1] + (0 if piece[at].isdigit() else _LETTER_COSTS)
        if at in words:
            for word in words[at]:
                end, kind = word
                with_word = costs[end] + _COSTS[kind]
                if with_word <= cost:
                    cost = with_word
                    chosen[at] = word
        costs[at] = cost
    parts = []
    at = 0
    while at < size:
        if at in chosen:
            end, kind = chosen[at]
            parts.append((plain[at:end] if kind == "ask" else piece[at:end], kind))
            at = end
        else:
            char = piece[at]
            parts.append((char, "digit" if char.isdigit() else "noise"))
            at += 1
    return parts


@lru_cache(maxsize=8192)
def _read(piece: str) -> tuple[Reading, tuple[str, ...]]:
    """What a piece consists of, and those of its words that name something of the trade."""
    parts = _cut(piece)
    kinds = [kind for _, kind in parts]
    count = kinds.count
    reading = Reading(
        count("ask"),
        count("act"),
        count("project"),
        count("dress"),
        count("word"),
        count("digit"),
        count("noise"),
        len([word for word, _ in parts if word in POSES]),
    )
    return reading, tuple([word for word, kind in parts if kind in _NAMED])


def read_words(piece: str, glued: bool = False) -> Reading:
    """Count the words of a piece of lower-case text (no separators, at most a label long).

    ``glued`` says that the piece hangs on a name: then two letters are no word, but for ``my``. Linear in the piece.

    >>> read_words("loginhelp").asks, read_words("assetsupport").asks, read_words("buster").words, read_words("2fa9").digits
    (2, 1, 1, 2)
    """
    if glued and len(piece) == 2 and piece != "my":
        digits = piece[0].isdigit() + piece[1].isdigit()
        return Reading(digits=digits, noise=2 - digits)
    return _read(piece)[0]


@lru_cache(maxsize=8192)
def as_words(piece: str) -> tuple[str, ...] | None:
    """The fewest words (dictionary, ordinary names, trade; three letters or more) that make up the whole piece, or None.

    >>> as_words("metabase"), as_words("openset"), as_words("metamsk")
    (('meta', 'base'), ('open', 'set'), None)
    """
    best: list[tuple[str, ...] | None] = [(), *[None] * len(piece)]
    for last, (length, _) in _WORDS.ends(piece):
        before, now = best[last + 1 - length], best[last + 1]
        if before is not None and (now is None or len(before) + 1 < len(now)):
            best[last + 1] = (*before, piece[last + 1 - length : last + 1])
    return best[-1]


def everyday_words_in(text: str) -> list[tuple[int, int]]:
    """Where dictionary words and ordinary names of three letters or more stand in a text, inside each other too: (start, end) of each.

    >>> everyday_words_in("xmetal")
    [(1, 4), (1, 6)]
    """
    return [(last + 1 - length, last + 1) for last, (length, word) in _WORDS.ends(text) if word.everyday]


def held_by_longer_words(keys: Iterable[str]) -> set[str]:
    """Those of some keys that stand inside a longer dictionary word or ordinary name.

    >>> held_by_longer_words(["revolut", "metamask"])
    {'revolut'}
    """
    of_keys = Automaton({key: key for key in keys})
    found: set[str] = set()
    for word in COMMON | ORDINARY:
        found.update([key for _, (length, key) in of_keys.ends(word) if length < len(word)])
    return found


def trade_words(piece: str) -> tuple[str, ...]:
    """The words of the trade (not those of dress) in a piece of lower-case text, in order.

    >>> trade_words("loginhelp"), trade_words("app")
    (('login', 'help'), ())
    """
    return _read(piece)[1]
