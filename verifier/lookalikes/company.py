"""What stands around a name in a host: the words beside it, its boundaries, and under whose domain it is."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from verifier.contacts.model import Host
from verifier.lookalikes.guards import is_reserved_ending
from verifier.lookalikes.native import beside_in_native
from verifier.lookalikes.search import Occurrence
from verifier.lookalikes.words import ABUSED_TLDS, NOTHING, Reading, read_words
from verifier.lookalikes.written import Written


class Company(msgspec.Struct, frozen=True):
    """The surroundings of an occurrence.

    ``left`` and ``right`` are the rest of the name's own token, ``glued`` both of them, ``near`` the other tokens of its label,
    ``label`` all these, ``far`` the other labels (and a TLD that asks for something). An *edge* is a separator or the label's end;
    a side is *free* where there is an edge, or nothing but words of the trade and digits in between.
    """

    left: Reading
    right: Reading
    left_edge: bool
    right_edge: bool
    left_free: bool
    right_free: bool
    glued: Reading
    near: Reading
    label: Reading
    far: Reading
    split: bool
    across_labels: bool
    whole_label: bool
    registered: bool
    """The name stands in the registered label, not in a subdomain."""
    platform: bool
    abused_tld: float
    """0, or 0.5 or 1 for an ending often or mostly abused."""
    tld: str
    reserved: bool
    """The ending is given to public bodies and schools only."""
    domain_follows: bool
    """The name goes on as one of the brand's domains (``coinbase-com``, ``ledger.com-start``)."""

    edges: int
    """How many of the two sides are free."""


class _Ending(msgspec.Struct, frozen=True):
    """What a public suffix says by itself; ``asks`` is its reading where it asks for something (``.support``)."""

    tld: str
    asks: Reading | None
    abused: float
    reserved: bool


@lru_cache(maxsize=4096)
def _ending(public_suffix: str) -> _Ending:
    tld = public_suffix.rsplit(".", 1)[-1]
    words = read_words(tld)
    return _Ending(tld, words if words.asks else None, ABUSED_TLDS.get(tld, 0.0), is_reserved_ending(public_suffix))


def company(text: Written, host: Host, found: Occurrence) -> Company:
    """Read the surroundings of an occurrence."""
    start, end, compact = found.start, found.end, text.compact
    token_start, token_end = text.token_around(start, end)
    label_start, label_end = text.label_of(start)
    rest = end + (compact.startswith("s", end) and _is_plural(compact[end:token_end]))
    left = read_words(compact[token_start:start], True) if start > token_start else NOTHING
    right = read_words(compact[rest:token_end], True) if token_end > rest else NOTHING
    near = far = NOTHING
    split = False
    for first, last in text.tokens:
        if last <= token_start or first >= token_end:
            if label_start <= first < label_end:
                near = near + read_words(compact[first:last])
            else:
                far = far + read_words(compact[first:last])
        elif start < first < end:
            split = True
    native = NOTHING if text.is_ascii else beside_in_native(text, found)
    if native is not NOTHING:
        near = near + native
    platform = bool(host.shared_platform)
    ending = _ending(host.public_suffix)
    if not platform and ending.asks:
        far = far + ending.asks
    left_edge, right_edge = start == token_start, rest == token_end
    left_free = left_edge or _is_free(left)
    right_free = right_edge or _is_free(right)
    glued = left + right
    return Company(
        left=left,
        right=right,
        left_edge=left_edge,
        right_edge=right_edge,
        left_free=left_free,
        right_free=right_free,
        glued=glued,
        near=near,
        label=glued + near,
        far=far,
        split=split,
        across_labels=split and text.crosses_dot(start, end),
        whole_label=start == label_start and end == label_end and native == NOTHING,
        registered=label_end == len(compact),
        platform=platform,
        abused_tld=0.0 if platform else ending.abused,
        tld=ending.tld,
        reserved=not platform and ending.reserved,
        domain_follows=found.how == "exact" and end < len(compact) and _domain_follows(text, found),
        edges=left_free + right_free,
    )


def _is_plural(after: str) -> bool:
    """Whether an ``s`` behind a name is all that follows it, or more than it makes no sense with it (``phantoms-app``)."""
    return after == "s" or (after[:1] == "s" and not read_words(after, True).is_plain and read_words(after[1:], True).is_trade)


def _is_free(piece: Reading) -> bool:
    return piece.is_plain and bool(piece.asks or piece.acts or piece.projects or piece.dress or piece.digits)


def _domain_follows(text: Written, found: Occurrence) -> bool:
    """Whether the tokens after a name are the suffix of one of the brand's domains, set off on both sides."""
    for suffix in found.name.suffixes:
        if text.compact.startswith(suffix, found.end):
            end = found.end + len(suffix)
            if found.end in text.starts and (end == len(text.compact) or end in text.starts):
                return True
    return False
