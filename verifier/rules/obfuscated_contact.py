"""A contact written around filters: spelled dots, styled digits, invisible characters, decoration."""

from __future__ import annotations

import re

from verifier.contacts.model import Message
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example

_DECORATED = re.compile(r"[║♥❤★☆◆●✦〖〗〔〕]|\(\(|\)\)|\{\{|\}\}|<<|>>")


def find(case: Case) -> Finding | None:
    """Disguises that the readers had to undo, or decoration right around the contact. Weak: some people like ornaments."""
    assert isinstance(case.contact, Message)
    text = case.contact.text
    spans = []
    for inner in case.inside:
        how = set(inner.contact.disguises if not isinstance(inner.contact, Message) else ()) - {"hxxp"}
        around = text[max(0, inner.span.start - 4) : inner.span.start] + text[inner.span.end : inner.span.end + 4]
        if how or _DECORATED.search(around):
            spans.append(inner.span)
    return Finding({}, spans=tuple(spans[:8])) if spans else None


RULE = Rule(
    id="obfuscated-contact",
    kinds=frozenset({"message"}),
    group="writing",
    weight=0.25,
    title=N_("A contact in disguise"),
    detail=N_("A number, address or account in the text is written so that filters do not see it. Honest senders have no reason for that."),
    find=find,
    catches=(example("Call our desk ((║+1 (202) 555-0193║)) now", "decoration"), example("Go to metamask-help[.]com", "a spelled dot")),
    spares=(example("Call us on +1 202 555 0193.", "plainly written"),),
)
