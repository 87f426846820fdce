"""A link that shows one address and opens another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from verifier.contacts.model import Handle, Message, Span, Url
from verifier.errors import N_
from verifier.rules.record import Answered, Case, Finding, Rule, example

_MARKDOWN = re.compile(r"[^\n\]\[]{0,3}\]\(\s{0,2}<?")
_AFTER_TARGET = re.compile(r"""["']?[^<>\n]{0,300}>\s{0,4}(?:<[^<>\n]{0,80}>\s{0,4}){0,4}""")
_BEFORE_TARGET = re.compile(r"""<a\s[^<>]{0,200}href\s{0,2}=\s{0,2}["']?$""", re.IGNORECASE)
_OTHERS = 0.45


def find(case: Case) -> Iterator[Finding]:
    """The address in the words of a link and its target, in Markdown and HTML, where they belong to different owners."""
    assert isinstance(case.contact, Message)
    for shown, target in _links(case.contact.text, case.inside):
        if target.verdict == "official" or _same_owner(shown, target):
            continue
        assert isinstance(shown.contact, Url)
        official = shown.verdict == "official"
        yield Finding(
            {"shown": shown.contact.host.unicode, "target": target.contact.display},
            weight=None if official else _OTHERS,
            brand=shown.brand if official else None,
            spans=(Span(min(shown.span.start, target.span.start), max(shown.span.end, target.span.end)),),
        )
        return


def _links(text: str, inside: tuple[Answered, ...]) -> Iterator[tuple[Answered, Answered]]:
    """Pairs of the address shown and the address opened."""
    for one, next_ in pairwise(inside):
        between = text[one.span.end : next_.span.start]
        if _MARKDOWN.fullmatch(between):
            shown, target = one, next_
        elif _AFTER_TARGET.fullmatch(between) and _BEFORE_TARGET.search(text[max(0, one.span.start - 240) : one.span.start]):
            shown, target = next_, one
        else:
            continue
        if isinstance(shown.contact, Url) and isinstance(target.contact, Url | Handle):
            yield shown, target


def _same_owner(shown: Answered, target: Answered) -> bool:
    assert isinstance(shown.contact, Url)
    if shown.brand is not None and shown.brand == target.brand and target.verdict == "official":
        return True
    if not isinstance(target.contact, Url):
        return True
    ours, theirs = shown.contact.host, target.contact.host
    return (ours.registrable_domain or ours.ascii) == (theirs.registrable_domain or theirs.ascii)


RULE = Rule(
    id="shown-address-differs",
    kinds=frozenset({"message"}),
    group="imitation",
    weight=0.85,
    title=N_("The link opens another address than it shows"),
    detail=N_("The link shows {shown}, but it opens {target}. What you read is not where you would go."),
    summary=N_("A link in this text shows one address and opens another. Do not open it."),
    advice=("reach-support-yourself",),
    find=find,
    role="imitated",
    catches=(
        example("Log in again: [https://coinbase.com](https://account-desk.example.net/login)", "a Markdown link"),
        example('<a href="https://account-desk.example.net">https://www.coinbase.com</a>', "a link in HTML"),
    ),
    spares=(
        example("[https://www.coinbase.com](https://www.coinbase.com/help)", "the same site"),
        example("[the help pages](https://account-desk.example.net/help)", "words, no address"),
        example("https://coinbase.com and https://account-desk.example.net", "two addresses side by side"),
    ),
)
