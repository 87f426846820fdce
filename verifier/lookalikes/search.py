"""Where in a text a brand's name stands, and in what disguise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from verifier.lookalikes.confusables import pairs, shapes
from verifier.lookalikes.index import Index, Seed
from verifier.lookalikes.names import Name
from verifier.lookalikes.near import deletions, distance
from verifier.lookalikes.words import TRADE, is_a_word
from verifier.lookalikes.written import Written

How = Literal["exact", "letters", "shapes", "typo"]
"""``letters``: with letters of other scripts or marked ones; ``shapes``: with ASCII that looks alike; ``typo``: with errors."""

MOST_CHECKED = 48
"""Possible places of a distorted name that are looked at, so that hostile text costs no more than honest one."""


class Occurrence(NamedTuple):
    """A name at ``start:end`` of the compact text; ``errors`` is its edit distance."""

    name: Name
    start: int
    end: int
    how: How
    errors: int = 0


def occurrences(text: Written, index: Index) -> list[Occurrence]:
    """Every occurrence of every key, exact ones and distorted ones."""
    found: list[Occurrence] = []
    places: dict[tuple[str, int], tuple[Seed, int]] = {}
    for start, end, entry in index.automaton.find(text.rough):
        for name in entry.names:
            found.append(Occurrence(name, start, end, _how(text, name, start, end)))
        for seed in entry.seeds:
            if len(places) < MOST_CHECKED:
                places.setdefault((seed.name.key, start - seed.offset), (seed, start))
    found.extend(_with_pairs(text, index))
    covered = {(o.name.key, o.name.brand) for o in found}
    for seed, start in places.values():
        if (seed.name.key, seed.name.brand) not in covered and (near := _around(text, seed, start)):
            found.append(near)
    found.extend(o for o in _misspelt_words(text, index) if (o.name.key, o.name.brand) not in covered)
    return found


def _how(text: Written, name: Name, start: int, end: int) -> How:
    if text.text.isascii():
        return "exact" if text.compact[start:end] == name.key else "shapes"
    if not text.written(start, end).isascii():
        return "letters"
    return "exact" if text.compact[start:end] == name.key else "shapes"


def _with_pairs(text: Written, index: Index) -> Iterator[Occurrence]:
    """Names in which two letters are drawn as one (``rn`` for ``m``)."""
    for pair, letter in pairs():
        if pair not in text.compact:
            continue
        pieces: list[str] = []
        places: list[int] = []
        at, size = 0, len(text.compact)
        while at < size:
            if text.compact.startswith(pair, at):
                pieces.append(letter)
                places.append(at)
                at += 2
            else:
                pieces.append(text.compact[at])
                places.append(at)
                at += 1
        places.append(size)
        for start, end, entry in index.automaton.find("".join(pieces).translate(shapes())):
            first, last = places[start], places[end]
            if last - first > end - start:
                yield from (Occurrence(name, first, last, "shapes") for name in entry.names if len(name.key) > 4)


def _around(text: Written, seed: Seed, start: int) -> Occurrence | None:
    """The distorted key around a piece of it, if there is one: the nearest window, whole words preferred."""
    key, rough, most = seed.rough, text.rough, seed.errors
    size = len(key)
    begin = start - seed.offset
    best: tuple[int, int, int, int] | None = None
    firsts = (start,) if seed.offset == 0 else range(max(0, begin - most), begin + most + 1)
    for first in firsts:
        for length in range(size - most, size + most + 1):
            last = first + length
            if last > len(rough) or first < 0 or is_a_word(text.compact[first:last]):
                continue
            errors = distance(rough[first:last], key, most)
            if errors > most:
                continue
            loose = (first not in text.starts) + (last not in text.starts and last != len(rough))
            rank = (errors, loose, abs(length - size), first)
            if best is None or rank < best:
                best = rank
                window = (first, last)
    if best is None or best[0] == 0:
        return None
    how: How = "letters" if not text.text.isascii() and not text.written(*window).isascii() else "typo"
    return Occurrence(seed.name, *window, how, best[0])


def _windows(text: Written, least: int, most: int) -> Iterator[tuple[int, int]]:
    """The whole words of a text: tokens, neighbours joined, and tokens without the trade words and digits at their ends."""
    tokens = text.tokens
    for at, (start, end) in enumerate(tokens[:24]):
        if least <= end - start <= most:
            yield start, end
        if at + 1 < len(tokens) and least <= tokens[at + 1][1] - start <= most:
            yield start, tokens[at + 1][1]
        first, last = _stripped(text.compact, start, end)
        if (first, last) != (start, end):
            for window in ((first, last), (first, end), (start, last)):
                if least <= window[1] - window[0] <= most and window != (start, end):
                    yield window


def _stripped(compact: str, start: int, end: int) -> tuple[int, int]:
    """The token without up to two trade words and the digits at either end."""
    for _ in range(3):
        before = start, end
        while start < end and compact[start].isdigit():
            start += 1
        while end > start and compact[end - 1].isdigit():
            end -= 1
        for length in range(min(12, end - start - 3), 2, -1):
            if compact[start : start + length] in TRADE:
                start += length
                break
        for length in range(min(12, end - start - 3), 2, -1):
            if compact[end - length : end] in TRADE:
                end -= length
                break
        if (start, end) == before:
            break
    return start, end


def _misspelt_words(text: Written, index: Index) -> Iterator[Occurrence]:
    """Whole words one error away from a key."""
    seen: set[tuple[int, int]] = set()
    for start, end in _windows(text, *index.typo_lengths):
        if (start, end) in seen:
            continue
        seen.add((start, end))
        if is_a_word(text.compact[start:end]):
            continue
        window = text.rough[start:end]
        for word in deletions(window):
            for name, key in index.typos.get(word, ()):
                if key != window and distance(window, key, 1) == 1:
                    plain = text.text.isascii() or text.written(start, end).isascii()
                    yield Occurrence(name, start, end, "typo" if plain else "letters", 1)
