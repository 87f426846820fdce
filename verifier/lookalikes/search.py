"""Where in a text a brand's name stands, and in what disguise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

import msgspec

from verifier.lookalikes.confusables import one_shape, pairs
from verifier.lookalikes.index import Index, Seed, errors_allowed
from verifier.lookalikes.names import Name
from verifier.lookalikes.near import distance
from verifier.lookalikes.words import TRADE, is_a_word
from verifier.lookalikes.written import Written

How = Literal["exact", "letters", "characters", "typo"]
"""``letters``: with letters of other scripts or marked ones; ``characters``: with ASCII that looks alike; ``typo``: with errors."""

MOST_CHECKED = 24
"""Possible places of a distorted name that are looked at, so that hostile text costs no more than honest one."""
SHORTEST_WINDOW = 5
"""Shorter words are too near to everything."""
SHORTEST_STRIPPED, LONGEST_STRIPPED = 3, 12
"""Words of the trade of these lengths are taken off a token."""
LEFT_OVER = 3
"""So many letters of a token remain."""
_PAIRS = pairs()
_NEAREST_FIRST = (0, -1, 1, -2, 2, -3, 3)


def _trade_by(end: slice) -> dict[str, tuple[str, ...]]:
    """The words of the trade that are taken off a token, longest first, by their first or last three letters."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for word in sorted(TRADE, key=len, reverse=True):
        if SHORTEST_STRIPPED <= len(word) <= LONGEST_STRIPPED:
            found[word[end]] += (word,)
    return dict(found)


_TRADE_BY_START = _trade_by(slice(3))
_TRADE_BY_END = _trade_by(slice(-3, None))


class Occurrence(msgspec.Struct, frozen=True, gc=False):
    """A name at ``start:end`` of the compact text; ``errors`` is its edit distance."""

    name: Name
    start: int
    end: int
    how: How
    errors: int = 0


def occurrences(text: Written, index: Index) -> list[Occurrence]:
    """Every occurrence of every key as it is or in look-alike characters; distorted ones only where no coined name stands whole."""
    found: list[Occurrence] = []
    pieces: list[tuple[int, tuple[Seed, ...]]] = []
    coined = False
    compact, plain = text.compact, text.is_ascii
    for last, (length, entry) in index.automaton.ends(text.rough):
        end = last + 1
        start = end - length
        if entry.names:
            disguised = not plain and not text.written(start, end).isascii()
            for name in entry.names:
                how: How = "letters" if disguised else "exact" if compact.startswith(name.key, start) else "characters"
                found.append(Occurrence(name, start, end, how))
                if not coined and name.kind == "distinctive" and length > 5 and _stands_whole(text, start, end):
                    coined = True
        if entry.seeds:
            pieces.append((start, entry.seeds))
    for pair, letter in _PAIRS:
        if pair in compact:
            found.extend(_with_pair(text, index, pair, letter))
    if coined:
        return [o for o in found if o.name.kind not in ("short", "generic")] if len(found) > 1 else found
    places: dict[tuple[str, int], tuple[Seed, int]] = {}
    for start, seeds in pieces:
        for seed in seeds:
            if len(places) < MOST_CHECKED and _goes_on(text.rough, seed, start):
                places.setdefault((seed.rough, start - seed.offset), (seed, start))
    distorted = [near for seed, start in places.values() if (near := _around(text, seed, start))]
    distorted.extend(_misspelt_words(text, index))
    if not distorted:
        return found
    met = {(near.name.brand, near.name.key, near.start, near.end): near for near in distorted}
    return [*found, *met.values()]


def _stands_whole(text: Written, start: int, end: int) -> bool:
    """Whether a name keeps to one token, or begins and ends with tokens of one label: ``coin-base(s)``, not ``on-[line-me]temask``."""
    if not text.is_split(start, end):
        return True
    first, last = text.token_around(start, end)
    return first == start and text.compact[end:last] in ("", "s") and not text.crosses_dot(start, end)


def _goes_on(rough: str, seed: Seed, start: int) -> bool:
    """Whether one more letter of the key stands beside its piece, or near by: a cheap look before the edit distance."""
    if follows := seed.after:
        after = rough[start + seed.size : start + seed.size + 2]
        if follows[0] in after or follows[-1] in after:
            return True
    if leads := seed.before:
        before = rough[max(0, start - 2) : start]
        return leads[0] in before or leads[-1] in before
    return False


def _with_pair(text: Written, index: Index, pair: str, letter: str) -> Iterator[Occurrence]:
    """Names in which two letters are drawn as one (``rn`` for ``m``)."""
    pieces = text.compact.split(pair)
    drawn = one_shape(letter.join(pieces))
    hits = [(last + 1 - length, last + 1, entry.names) for last, (length, entry) in index.automaton.ends(drawn) if entry.names]
    if not hits:
        return
    places: list[int] = []
    at = 0
    for piece in pieces:
        places.extend(range(at, at + len(piece) + 1))
        at += len(piece) + len(pair)
    for start, end, names in hits:
        first, last = places[start], places[end]
        if last - first > end - start:
            yield from (Occurrence(name, first, last, "characters") for name in names if len(name.key) > 4)


def _around(text: Written, seed: Seed, start: int) -> Occurrence | None:
    """The distorted key around a piece of it, if there is one: the nearest window, whole words preferred.

    Where a piece stands at the key's beginning or end, that end is fixed; else both ends are found one after the other.
    """
    key, rough, most = seed.rough, text.rough, seed.errors
    piece_end = start + seed.size
    widest = rough[max(0, start - seed.offset - most) : start - seed.offset + len(key) + most]
    enough = len(widest) - len(key) + 2 * most
    if enough < most or distance(widest, key, enough) > enough:  # then no window in it is near enough either
        return None
    first = start if seed.offset == 0 else _best_end(rough, key[: seed.offset], start, -1, text, most)
    if first < 0:
        return None
    rest = key[seed.offset + seed.size :]
    last = piece_end if not rest else _best_end(rough, rest, piece_end, 1, text, most)
    if last < 0:
        return None
    errors = distance(rough[first:last], key, most)
    if not 0 < errors <= most or is_a_word(text.compact[first:last]):
        return None
    plain = text.is_ascii or text.written(first, last).isascii()
    return Occurrence(seed.name, first, last, "typo" if plain else "letters", errors)


def _best_end(rough: str, part: str, at: int, direction: int, text: Written, most: int) -> int:
    """Where the part of a key before (-1) or after (1) ``at`` begins or ends, if it has at most ``most`` errors, else -1."""
    size = len(part)
    if rough.startswith(part, at) if direction > 0 else rough.endswith(part, 0, at):
        return at + direction * size
    best: tuple[int, bool, int, int] | None = None
    starts = text.starts
    for more in _NEAREST_FIRST[: 2 * most + 1]:
        if best and abs(more) > best[0]:
            break  # so many letters more or less are as many errors
        end = at + direction * (size + more)
        if size + more < 0 or not 0 <= end <= len(rough):
            continue
        errors = distance(rough[at:end] if direction > 0 else rough[end:at], part, most)
        if errors <= most:
            rank = (errors, end not in starts and end != len(rough), abs(more), end)
            if best is None or rank < best:
                best = rank
    return best[3] if best else -1


def _windows(text: Written, least: int, most: int) -> dict[tuple[int, int], None]:
    """The whole words of a text, each once: tokens, neighbours joined, and tokens without the trade words and digits at their ends."""
    compact, tokens = text.compact, text.tokens
    windows: list[tuple[int, int]] = []
    for at, token in enumerate(tokens[:24]):
        windows.append(token)
        start, end = token
        if at + 1 < len(tokens):
            windows.append((start, tokens[at + 1][1]))
        word = compact[start:end]
        if len(word) < least + SHORTEST_STRIPPED and word.isalpha():
            continue  # a word less would leave too little
        for stripped in _stripped(word, start):
            windows += stripped, (stripped[0], end), (start, stripped[1])
    return {window: None for window in windows if least <= window[1] - window[0] <= most}


def _stripped(token: str, start: int) -> Iterator[tuple[int, int]]:
    """Where a token that begins at ``start`` begins and ends without a trade word and the digits at either end, without two, and three."""
    for _ in range(3):
        size = len(token)
        if not token.isalpha():
            token = token.lstrip("0123456789")
            start += size - len(token)
            token = token.rstrip("0123456789")
        words = _TRADE_BY_START.get(token[:3])
        if words and (front := token[:-LEFT_OVER]).startswith(words):
            cut = next(len(word) for word in words if front.startswith(word))
            start += cut
            token = token[cut:]
        words = _TRADE_BY_END.get(token[-3:])
        if words and (back := token[LEFT_OVER:]).endswith(words):
            token = token[: -next(len(word) for word in words if back.endswith(word))]
        if len(token) == size:
            break
        yield start, start + len(token)


def _misspelt_words(text: Written, index: Index) -> Iterator[Occurrence]:
    """Whole words one error away from a key, or two from a long one."""
    least, most = index.typo_lengths
    for start, end in _windows(text, max(least, SHORTEST_WINDOW), most):
        rough = text.rough[start:end]
        near = index.misspelt(rough)
        if not near or is_a_word(text.compact[start:end]):
            continue
        for name, key in near:
            most = min(2, errors_allowed(key))
            if 0 < (errors := distance(rough, key, most)) <= most:
                plain = text.is_ascii or text.written(start, end).isascii()
                yield Occurrence(name, start, end, "typo" if plain else "letters", errors)
