"""What is in a message, as one set of names, and the conditions that rules put on it.

The signs of a message are the concepts of its words (`verifier.messages.lexicon`) and a few facts, told apart by their hyphen:

| fact | it holds where |
|---|---|
| ``strange-contact`` | a contact in the message is not official |
| ``strange-link`` | a link in it is not official, or something stands for a link |
| ``strange-phone`` | a number in it is not official |
| ``any-contact`` | there is a contact in it, official or not |
| ``in-english`` | English is its main language |
| ``a-notice`` | it says that nothing is to be done, or is headed as advice and leads nowhere |
| ``long-number`` | seven digits or more stand in it, or three groups of them |

A condition is a line of such names: all must be there. ``a|b`` asks for one of them, ``!a`` for its absence:
``"pay|give tome !report"``; ``!a|b`` says that where a is, b must be.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from verifier.contacts.model import Handle, Message, Phone, Url
from verifier.messages.reading import Reading

if TYPE_CHECKING:
    from verifier.rules.record import Case

FACTS = frozenset({"strange-contact", "strange-link", "strange-phone", "any-contact", "in-english", "a-notice", "long-number"})
"""The signs that are no concepts."""
_LONG_NUMBER = re.compile(r"\d{7}|\d{3}[ -]\d{3}[ -]\d{3,4}")
_HEAD = 60
"""Where a title stands, in characters."""


@lru_cache(maxsize=1024)
def terms(condition: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """A condition's terms, each as the names of which one must be there, or one of which must be absent.

    >>> terms("pay|give !report")
    ((('pay', 'give'), ()), ((), ('report',)))
    """
    found = [term.split("|") for term in condition.split()]
    return tuple((tuple(n for n in names if n[0] != "!"), tuple(n[1:] for n in names if n[0] == "!")) for names in found)


def holds(condition: str, signs: frozenset[str]) -> bool:
    """Whether a condition holds among these signs; the empty one always does.

    >>> holds("pay|give !report", frozenset({"give", "tome"}))
    True
    """
    for present, absent in terms(condition):  # noqa: SIM110 - a loop takes half the time, and every rule asks for every message
        if signs.isdisjoint(present) and signs.issuperset(absent):
            return False
    return True


def signs_of(case: Case) -> frozenset[str]:
    """The signs of a message. Rules reach them through `Case.signs`, which asks once."""
    assert isinstance(case.contact, Message)
    reading = case.contact.reading
    strange = [inner for inner in case.inside if inner.verdict != "official"]
    facts = {
        "strange-contact": bool(strange),
        "strange-link": _has_strange_link(case, reading),
        "strange-phone": any(isinstance(inner.contact, Phone) for inner in strange),
        "any-contact": bool(case.inside),
        "in-english": reading.language == "en",
        "a-notice": _is_notice(reading),
        "long-number": _LONG_NUMBER.search(reading.plain.text) is not None,
    }
    return frozenset(reading.by_concept).union(name for name, there in facts.items() if there)


def _has_strange_link(case: Case, reading: Reading) -> bool:
    links = [inner for inner in case.inside if isinstance(inner.contact, Url) or (isinstance(inner.contact, Handle) and inner.contact.link)]
    if any(inner.verdict != "official" for inner in links):
        return True
    taken = [inner.span for inner in links]
    spans = [reading.span(hit) for hit in reading.all("link")]
    return any(not any(t.start < s.end and s.start < t.end for t in taken) for s in spans)


def _is_notice(reading: Reading) -> bool:
    """Whether the text says that nothing is to be done, or is headed as advice and leads nowhere."""
    if reading.has("noaction") and not reading.has("safeacct", "paytarget"):
        return True
    head = reading.first("advicetitle", 0, _HEAD)
    return head is not None and not reading.has("tome", "contact", "link")
