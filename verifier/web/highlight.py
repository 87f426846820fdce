"""A message cut at the borders of what was found in it, for underlining. Offsets are those of the answer: code points."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from verifier.answer import Answer


class Segment(msgspec.Struct, frozen=True):
    """A piece of the text: ``contact`` is the number (from 1) of the contact it belongs to, 0 for none; ``rules`` matched here."""

    text: str
    contact: int = 0
    verdict: str = ""
    rules: tuple[str, ...] = ()
    numbered: bool = True
    """Whether the contact's number is shown here: after its last piece."""

    @property
    def marked(self) -> bool:
        """Whether there is anything to show about this piece."""
        return bool(self.contact or self.rules)


def segments(text: str, answer: Answer) -> tuple[Segment, ...]:
    """The whole text in order. Joined, the pieces are the text again."""
    contacts = [(c.span.start, c.span.end, number, c.verdict) for number, c in enumerate(answer.contacts, 1) if c.span]
    borders = {0, len(text)}
    for start, end in [(c[0], c[1]) for c in contacts] + [(s.start, s.end) for s in answer.spans]:
        borders |= {min(max(start, 0), len(text)), min(max(end, 0), len(text))}
    ordered = sorted(borders)
    covering = _sweep([(c[0], c[1], i) for i, c in enumerate(contacts)], ordered)
    matching = _sweep([(s.start, s.end, i) for i, s in enumerate(answer.spans)], ordered)
    found: list[Segment] = []
    for start, end in pairwise(ordered):
        inside = covering.get(start, ())
        number, verdict = (contacts[inside[0]][2], contacts[inside[0]][3]) if inside else (0, "")
        rules = tuple(dict.fromkeys(answer.spans[i].rule for i in matching.get(start, ())))
        if number and found and found[-1].contact == number:
            found[-1] = msgspec.structs.replace(found[-1], numbered=False)
        found.append(Segment(text[start:end], number, verdict, rules))
    return tuple(found)


def _sweep(spans: list[tuple[int, int, int]], borders: list[int]) -> dict[int, tuple[int, ...]]:
    """For each border, the spans that cover the piece that begins there: one pass over both, in order."""
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for start, end, id in spans:
        if start < end:
            starts.setdefault(start, []).append(id)
            ends.setdefault(end, []).append(id)
    open_now: dict[int, None] = {}
    found: dict[int, tuple[int, ...]] = {}
    for border in borders:
        for id in ends.get(border, ()):
            open_now.pop(id, None)
        for id in starts.get(border, ()):
            open_now[id] = None
        found[border] = tuple(open_now)
    return found
