"""The shapes that message rules have, as records: a rule's ``find`` is one of them, or a function that uses them.

`Together`   words that make a pattern only together: one of each concept in one sentence, or near each other;
`Asks`       a request for something to be handed over (`verifier.messages.requests`);
`FirstOf`    several of these, of which the first that finds something decides.

All take a condition on the whole text, ``when`` (see `verifier.messages.signs`), and an own ``weight`` where the find is weaker than
the rule. A shape whose concepts are not all in the text costs nothing. Passages count only as they are meant: `verifier.messages.stance`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from verifier.contacts.model import Message, Span
from verifier.messages.lexicon import Hit
from verifier.messages.reading import Reading
from verifier.messages.requests import requests_for
from verifier.messages.signs import holds, terms
from verifier.messages.stance import stance
from verifier.rules.record import Case, Finding

_REACH_LATIN, _REACH_HAN = 150, 60
"""How far apart the words of a combination may stand in one sentence, in characters."""
_ACTS = frozenset({"contactme", "pay", "click", "install", "give", "approve", "claimact", "act", "remote", "screen"})
_MAY_OVERLAP = frozenset({"cash", "authority", "iam", "pay", "order", "install", "channel"})
"""Concepts whose words may stand inside the key or run on from it: "the police's protection account", "the moderator, that is me"."""
_OVERLAP = 8
"""How far they may run on, in characters."""
_MOST_KEYS = 40
"""At how many places a combination is looked for."""
MOST_SPANS = 4
"""How many passages one rule underlines."""


@dataclass(frozen=True)
class Together:
    """Concepts that mean something together: ``Together("loan loanhook fee|pay", within=50)``.

    The first term is the key, the one that carries the meaning: it must stand there as a request or plain statement. A word of each other
    term must stand near it: in the same sentence, or ``within`` Chinese characters (twice as many others) to either side where given.
    """

    words: str
    within: int = 0
    when: str = ""
    told: bool = False
    """Takes a report as well, for patterns that come as somebody's story."""
    of_fraud: bool = False
    """The bait itself speaks of fraud; otherwise a text that does, and leads nowhere, describes a scheme and is spared."""
    only_if: Callable[[Reading, tuple[Hit, ...]], bool] | None = None
    """A last look at the words found, in the order of ``words``."""
    weight: float | None = None

    @cached_property
    def keys(self) -> frozenset[str]:
        """The names of its first term: where none of them stands in a text, nothing is to be looked for."""
        return frozenset(terms(self.words)[0][0])

    def __call__(self, case: Case) -> Finding | None:
        """A finding for the first places where the words stand together."""
        if not self._is_possible(case):
            return None
        reading = reading_of(case)
        found = (hits for hits in self.places(reading) if self.only_if is None or self.only_if(reading, hits))
        spans = [reading.span(*hits) for hits in islice(found, MOST_SPANS)]
        return Finding({}, weight=self.weight, brand=named_brand(case), spans=outermost(spans)) if spans else None

    def _is_possible(self, case: Case) -> bool:
        signs = case.signs
        if signs.isdisjoint(self.keys) or not holds(self.words, signs) or not holds(self.when, signs) or "a-notice" in signs:
            return False
        return self.of_fraud or "any-contact" in signs or "scamword" not in signs

    def places(self, reading: Reading) -> Iterator[tuple[Hit, ...]]:
        """Where the words stand together, meant: the key, and the nearest word of each other term."""
        (keys, _), *others = terms(self.words)
        among = [[name for name in names if name in reading.by_concept] for names, _ in others]
        han = reading.language[:2] in ("zh", "ja")
        within = self.within if han else 2 * self.within
        reach = max(within, _REACH_HAN if han else _REACH_LATIN)
        meant = ("request", "report") if self.told else ("request",)
        for hit in reading.all(*keys)[:_MOST_KEYS]:
            low, high = reading.sentence(hit.start)
            if within:
                low, high = min(low, hit.start - within), max(high, hit.end + within)
            low, high = max(low, hit.start - reach, 0), min(high, hit.end + reach)
            found = [hit]
            for names in among:
                near = [h for name in names if (h := _nearest(reading, name, low, high, hit))]
                if len(near) > 1:
                    near.sort(key=lambda h: abs(h.start - hit.start))
                word = next((h for h in near if not _is_withheld(reading, h)), None)
                if word is None:
                    break
                found.append(word)
            else:
                if stance(reading, hit) in meant:
                    yield tuple(found)


@dataclass(frozen=True)
class Asks:
    """A request for one of these objects: ``Asks("seed")``, ``Asks("code|codeish", typing=False)``."""

    objects: str
    typing: bool = True
    """Typing it somewhere that is not the reader's own app counts as well as telling it to somebody."""
    when: str = ""
    addressed: frozenset[str] = frozenset()
    """Acts (as words) that count only where the text says to whom."""
    weight: float | None = None

    @cached_property
    def keys(self) -> frozenset[str]:
        """The names of its objects."""
        return frozenset(terms(self.objects)[0][0])

    def __call__(self, case: Case) -> Finding | None:
        """A finding for the first requests."""
        if case.signs.isdisjoint(self.keys) or not holds(self.when, case.signs):
            return None
        reading = reading_of(case)
        spans: list[Span] = []
        for asked in requests_for(reading, *sorted(self.keys), contacts=strange_contacts(case), typing=self.typing):
            if self.addressed and reading.plain.text[asked.act.start : asked.act.end] in self.addressed:
                low, high = min(asked.act.start, asked.obj.start) - 6, max(asked.act.end, asked.obj.end) + 24
                if not (reading.between("tome", low, high) or reading.between("contact", low, high)):
                    continue
            spans.append(reading.span(asked.act, asked.obj))
            if len(spans) >= MOST_SPANS:
                break
        return Finding({}, weight=self.weight, brand=named_brand(case), spans=outermost(spans)) if spans else None


class FirstOf:
    """Several ways to the same finding: the first that finds something decides, so the heaviest stands first."""

    def __init__(self, *ways: Callable[[Case], Finding | None], when: str = "") -> None:
        self.ways = ways
        self.when = when

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all its ways; empty where one of them is a function, which may look at anything."""
        ways: list[frozenset[str]] = [getattr(way, "keys", frozenset()) for way in self.ways]
        return frozenset().union(*ways) if all(ways) else frozenset()

    def __call__(self, case: Case) -> Finding | None:
        """The first way's finding."""
        if self.keys and case.signs.isdisjoint(self.keys):
            return None
        if holds(self.when, case.signs):
            for way in self.ways:
                if found := way(case):
                    return found
        return None


def reading_of(case: Case) -> Reading:
    """The message's reading. Only rules with ``kinds={"message"}`` call this."""
    assert isinstance(case.contact, Message)
    return case.contact.reading


def strange_contacts(case: Case) -> tuple[Span, ...]:
    """Places of the contacts in the message that are not official."""
    return tuple(inner.span for inner in case.inside if inner.verdict != "official")


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The passages that lie in no other one, each once."""
    ordered = sorted(set(spans), key=lambda s: (s.start, -s.end))
    kept: list[Span] = []
    for span in ordered:
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


def named_brand(case: Case) -> str | None:
    """The one brand the message names, so that the answer shows its real channels; None where it claims one (see verdict)."""
    if case.claimed:
        return None
    assert isinstance(case.contact, Message)
    named = {next(iter(n.brands)) for n in case.contact.named(case.registry) if len(n.brands) == 1}
    return named.pop() if len(named) == 1 else None


def _is_withheld(reading: Reading, hit: Hit) -> bool:
    """Whether a word of a combination is quoted, or an act in it is one the text advises against."""
    meant = stance(reading, hit) if reading.quoted(hit.start) or not _ACTS.isdisjoint(hit.concepts) else "request"
    return meant == "quotation" or (meant == "negation" and not _ACTS.isdisjoint(hit.concepts))


def _nearest(reading: Reading, concept: str, low: int, high: int, key: Hit) -> Hit | None:
    if concept in key.concepts and concept in ("pay", "fee"):
        return key
    if concept in _MAY_OVERLAP and (inside := reading.first(concept, key.start, key.end + _OVERLAP)):
        return inside
    after = reading.first(concept, key.end, high)
    before = reading.last(concept, low, key.end if concept in ("iam", "install") else key.start)
    if after and before:
        return after if after.start - key.end < key.start - before.end else before
    return after or before
