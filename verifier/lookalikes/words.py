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


class Reading(msgspec.Struct, frozen=True, gc=False):
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


def together(one: Reading, other: Reading) -> Reading:
    """Two pieces as one. (A function: an ``__add__`` of one's own takes CPython nearly twice the instructions.)"""
    if one is NOTHING:
        return other
    if other is NOTHING:
        return one
    return Reading(
        one.asks + other.asks,
        one.acts + other.acts,
        one.projects + other.projects,
        one.dress + other.dress,
        one.words + other.words,
        one.digits + other.digits,
        one.noise + other.noise,
        one.poses + other.poses,
    )


_LETTER_GAIN = 4
"""What a letter is worth that belongs to a word."""
_COSTS = {"ask": 2, "act": 2, "project": 2, "dress": 2, "word": 3, "": 0}
_NAMED = frozenset({"ask", "act", "project"})


class _Word(msgspec.Struct, frozen=True):
    """What is known of one word: its ``kind`` in a label, ``ask`` to ``dress`` or ``word``, "" for an ordinary name; whether
    dictionaries or people use it, too; and what it is worth in a piece (`_gain`)."""

    kind: str
    everyday: bool
    gain: int


def _gain(text: str, kind: str) -> int:
    """What a word is worth that is read in a text: digits belong to no word by themselves."""
    return _LETTER_GAIN * sum(not char.isdigit() for char in text) - _COSTS[kind]


def _known(word: str) -> _Word:
    kind = TRADE.get(word) or ("word" if word in COMMON else "")
    return _Word(kind, word in COMMON or word in ORDINARY, _gain(word, kind))


_WORDS = Automaton({word: _known(word) for word in (*COMMON, *TRADE, *ORDINARY) if 2 < len(word) <= LONGEST_WORD})
"""The words of three letters or more, found wherever they stand in a piece in one pass."""

_AS_LETTERS = str.maketrans("013457", "oleast")
_DISGUISED = 5
"""Words that ask for something are read through digits from this length on (``l0gin``, ``supp0rt``)."""


def _words_by_start(piece: str, plain: str) -> dict[int, list[tuple[int, int, str]]]:
    """Where words begin in a piece: the ends of each, nearest first, with its gain and kind. ``plain`` is the piece with digits read as
    letters."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for last, (length, word) in _WORDS.ends(piece):
        if word.kind:
            start = last + 1 - length
            known = last + 1, word.gain, word.kind
            if start in found:
                found[start].append(known)
            else:
                found[start] = [known]
    if plain != piece:
        for last, (length, word) in _WORDS.ends(plain):
            start, end = last + 1 - length, last + 1
            seen = piece[start:end]
            if word.kind == "ask" and length >= _DISGUISED and seen != plain[start:end] and seen not in TRADE:
                found.setdefault(start, []).append((end, _gain(seen, "ask"), "ask"))
                found[start].sort()
    return found


def _cut(piece: str) -> tuple[list[tuple[str, str]], str]:
    """A piece of a label cut where least is left over: its words, each with its kind, ``ask`` to ``word``, and what is left over.

    One dictionary word is better than two words of the trade, those are better than two dictionary words, and anything is
    better than single letters.
    """
    plain = piece if piece.isalpha() else piece.translate(_AS_LETTERS)
    words = _words_by_start(piece, plain)
    if not words:
        return [], piece
    gains = [0] * (len(piece) + 1)  # the most that can be had from each place on
    chosen: dict[int, tuple[int, int, str]] = {}
    best = 0
    for at in range(max(words), -1, -1):
        if at in words:
            for word in words[at]:
                gain = gains[word[0]] + word[1]
                if gain >= best:
                    best = gain
                    chosen[at] = word
        gains[at] = best
    parts = []
    left = ""
    done = 0
    for start in reversed(chosen):
        if start >= done:
            end, _, kind = chosen[start]
            parts.append((plain[start:end] if kind == "ask" else piece[start:end], kind))
            left += piece[done:start]
            done = end
    return parts, left + piece[done:]


_Counted = tuple[Reading, tuple[str, ...]]
"""What a piece consists of, and those of its words that name something of the trade."""


_FIELD = {"ask": 0, "act": 1, "project": 2, "dress": 3, "word": 4}
"""The place of a kind among the fields of a `Reading`."""


def _counted(words: list[tuple[str, str]], left: str) -> _Counted:
    counts = [0] * 8
    named = []
    for word, kind in words:
        counts[_FIELD[kind]] += 1
        if kind in _NAMED:
            named.append(word)
        if word in POSES:
            counts[7] += 1
    if left:
        counts[5] = digits = 0 if left.isalpha() else sum(map(str.isdigit, left))
        counts[6] = len(left) - digits
    return Reading(*counts), tuple(named)


_WHOLE = {word: _counted([(word, kind)], "") for word, kind in TRADE.items() if len(word) == 2 or (len(word) > 2 and word.isalpha())}
"""The words of the trade as they read alone: two letters are a word only where they are all there is."""
_ONE_WORD = _counted([("", "word")], "")


@lru_cache(maxsize=8192)
def _read(piece: str) -> _Counted:
    whole = _WHOLE.get(piece)
    if whole is not None:
        return whole
    if piece in COMMON and piece not in POSES:
        return _ONE_WORD
    return _counted(*_cut(piece))


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
