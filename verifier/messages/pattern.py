"""What the message rules share: the parts of a `Case` they work on, and the two shapes most patterns have.

A *request* rule asks for an object to be handed over (`request_finding`). A *combination* rule looks for concepts that make
a pattern only together, in one sentence or near each other (`combination`), and takes the one that carries the meaning as
its key: that one must stand there as a request or plain statement, see `verifier.messages.stance`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.contacts.model import Handle, Message, Span, Url
from verifier.messages.lexicon import Hit
from verifier.messages.reading import Reading
from verifier.messages.requests import requests_for
from verifier.messages.stance import stance
from verifier.rules.record import Case, Finding

_REACH_LATIN, _REACH_HAN = 150, 60
"""How far apart the words of a combination may stand in one sentence, in characters."""
_ACTS = frozenset({"contactme", "pay", "click", "install", "give", "approve", "claimact", "act", "remote", "screen"})
MOST_SPANS = 4
"""How many passages one rule underlines."""


def reading_of(case: Case) -> Reading:
    """The message's reading. Only rules with ``kinds={"message"}`` call this."""
    assert isinstance(case.contact, Message)
    return case.contact.reading


def strange_contacts(case: Case) -> tuple[Span, ...]:
    """Places of the contacts in the message that are not official."""
    return tuple(inner.span for inner in case.inside if inner.verdict != "official")


def strange_links(case: Case) -> bool:
    """Whether the message holds a link that is not official, or what stands for one."""
    links = [inner for inner in case.inside if isinstance(inner.contact, Url) or (isinstance(inner.contact, Handle) and inner.contact.link)]
    if any(inner.verdict != "official" for inner in links):
        return True
    taken = [inner.span for inner in links]
    spans = [reading_of(case).span(hit) for hit in reading_of(case).all("link")]
    return any(not any(t.start < s.end and s.start < t.end for t in taken) for s in spans)


def request_finding(
    case: Case, *objects: str, typing: bool = True, weight: float | None = None, addressed: Sequence[str] = ()
) -> Finding | None:
    """A finding where the message asks for one of these objects. Acts in ``addressed`` count only where they say to whom."""
    reading = reading_of(case)
    if not reading.has(*objects):
        return None
    spans: list[Span] = []
    for asked in requests_for(reading, *objects, contacts=strange_contacts(case), typing=typing):
        act = reading.plain.text[asked.act.start : asked.act.end]
        low, high = min(asked.act.start, asked.obj.start) - 6, max(asked.act.end, asked.obj.end) + 24
        if act in addressed and not any(reading.between(c, low, high) for c in ("tome", "contact")):
            continue
        spans.append(reading.span(asked.act, asked.obj))
        if len(spans) >= MOST_SPANS:
            break
    if not spans:
        return None
    return Finding({}, weight=weight, brand=named_brand(case), spans=outermost(spans))


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


def combination(
    reading: Reading, key: str | Sequence[str], *others: str | Sequence[str], within: int = 0, cap: int = 40, told: bool = False
) -> Iterable[tuple[Hit, ...]]:
    """Places where a word of ``key`` stands, meant, with a word of each of ``others`` near it.

    "Near" is the same sentence, or ``within`` Chinese characters (twice as many others) to either side where given. Alternatives are given as tuples.
    ``told`` takes a report as well, for patterns that come as somebody's story.
    """
    han = reading.language[:2] in ("zh", "ja")
    within = within if han else 2 * within
    keys = (key,) if isinstance(key, str) else tuple(key)
    groups = [(other,) if isinstance(other, str) else tuple(other) for other in others]
    if not reading.has(*keys) or not all(reading.has(*names) for names in groups) or _is_notice(reading):
        return
    for hit in reading.all(*keys)[:cap]:
        low, high = reading.sentence(hit.start)
        if within:
            low, high = max(0, min(low, hit.start - within)), max(high, hit.end + within)
        reach = max(within, _REACH_HAN if han else _REACH_LATIN)
        low, high = max(low, hit.start - reach), min(high, hit.end + reach)
        found = [hit]
        for names in groups:
            near = [h for name in names if (h := _nearest(reading, name, low, high, hit))]
            if not near:
                break
            found.append(min(near, key=lambda h: abs(h.start - hit.start)))
        else:
            meant = ("request", "report") if told else ("request",)
            if stance(reading, hit) in meant and not any(_is_withheld(reading, h) for h in found[1:]):
                yield tuple(found)


def _is_notice(reading: Reading) -> bool:
    """Whether the text says that nothing is to be done, or is headed as advice and leads nowhere."""
    if reading.has("noaction") and not reading.has("safeacct", "paytarget"):
        return True
    head = reading.first("advicetitle", 0, 60)
    return head is not None and not reading.has("tome", "contact", "link")


def _is_withheld(reading: Reading, hit: Hit) -> bool:
    """Whether an act in a combination is one the text advises against or says of others."""
    return not _ACTS.isdisjoint(hit.concepts) and stance(reading, hit) in ("negation", "quotation")


def _nearest(reading: Reading, concept: str, low: int, high: int, key: Hit) -> Hit | None:
    if concept in key.concepts and concept in ("pay", "fee"):
        return key
    if concept == "cash" and (inside := reading.first(concept, key.start, key.end)):
        return inside
    after = reading.first(concept, key.end, high)
    before = reading.last(concept, low, key.start)
    if after and before:
        return after if after.start - key.end < key.start - before.end else before
    return after or before


def combination_finding(
    case: Case, found: Iterable[tuple[Hit, ...]], weight: float | None = None, speaks_of_fraud: bool = False
) -> Finding | None:
    """A finding for the first combinations found; none in a text that speaks of fraud and leads nowhere.

    A description of a scheme holds its words; what it lacks is a contact to follow. Requests (`request_finding`) do not pass here:
    advice excuses none of them; nor does a pattern whose bait itself ``speaks_of_fraud``.
    """
    reading = reading_of(case)
    if not speaks_of_fraud and not case.inside and reading.has("scamword"):
        return None
    spans: list[Span] = []
    for hits in found:
        spans.append(reading.span(*hits))
        if len(spans) >= MOST_SPANS:
            break
    if not spans:
        return None
    return Finding({}, weight=weight, brand=named_brand(case), spans=outermost(spans))
