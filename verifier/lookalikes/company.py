"""What stands around a name in a host: the words beside it, its boundaries, and under whose domain it is."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from verifier.contacts.model import Host
from verifier.lookalikes.guards import is_reserved_ending
from verifier.lookalikes.native import beside_in_native
from verifier.lookalikes.search import Occurrence
from verifier.lookalikes.words import ABUSED_TLDS, NOTHING, Reading, read_words, together
from verifier.lookalikes.written import Written


class Ending(msgspec.Struct, frozen=True):
    """What a public suffix says by itself: nothing where it is a platform's."""

    tld: str
    asks: Reading
    """Its reading where it asks for something (``.support``)."""
    abused: float
    """0, or 0.5 or 1 for an ending often or mostly abused."""
    reserved: bool
    """It is given to public bodies and schools only."""


class Company(msgspec.Struct, frozen=True, gc=False):
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
    ending: Ending
    split: bool
    across_labels: bool
    whole_label: bool
    registered: bool
    """The name stands in the registered label, not in a subdomain."""
    platform: bool
    domain_follows: bool
    """The name goes on as one of the brand's domains (``coinbase-com``, ``ledger.com-start``)."""

    edges: int
    """How many of the two sides are free."""


@lru_cache(maxsize=4096)
def _ending(public_suffix: str, platform: bool) -> Ending:
    tld = public_suffix.rsplit(".", 1)[-1]
    if platform:
        return Ending(tld, NOTHING, 0.0, False)
    words = read_words(tld)
    return Ending(tld, words if words.asks else NOTHING, ABUSED_TLDS.get(tld, 0.0), is_reserved_ending(public_suffix))


def company(text: Written, host: Host, found: Occurrence) -> Company:
    """Read the surroundings of an occurrence."""
    start, end, compact = found.start, found.end, text.compact
    label_start, label_end = text.label_of(start)
    token_start, token_end = start, end
    near = far = NOTHING
    split = False
    for first, last in text.tokens:
        if first < end and last > start:
            if first > start:
                split = True
            else:
                token_start = first
            token_end = last
        elif label_start <= first < label_end:
            near = together(near, read_words(compact[first:last]))
        else:
            far = together(far, read_words(compact[first:last]))
    rest = end + (compact.startswith("s", end) and _is_plural(compact[end:token_end]))
    left_edge, right_edge = start == token_start, rest == token_end
    left = NOTHING if left_edge else read_words(compact[token_start:start], True)
    right = NOTHING if right_edge else read_words(compact[rest:token_end], True)
    whole_label = start == label_start and end == label_end
    if not text.is_ascii:
        native = beside_in_native(text, found)
        near = together(near, native)
        whole_label = whole_label and native == NOTHING
    platform = bool(host.shared_platform)
    ending = _ending(host.public_suffix, platform)
    left_free = left_edge or _is_free(left)
    right_free = right_edge or _is_free(right)
    glued = together(left, right)
    return Company(  # by place: CPython makes a dictionary of many keywords
        left,
        right,
        left_edge,
        right_edge,
        left_free,
        right_free,
        glued,
        near,
        together(glued, near),
        together(far, ending.asks),
        ending,
        split,
        split and text.crosses_dot(start, end),
        whole_label,
        label_end == len(compact),
        platform,
        end == token_end and end < len(compact) and found.how == "exact" and _domain_follows(text, found),
        left_free + right_free,
    )


def _is_plural(after: str) -> bool:
    """Whether an ``s`` behind a name is all that follows it, or more than it makes no sense with it (``phantoms-app``)."""
    return after == "s" or (after[:1] == "s" and not read_words(after, True).is_plain and read_words(after[1:], True).is_trade)


def _is_free(piece: Reading) -> bool:
    return piece.is_plain and bool(piece.asks or piece.acts or piece.projects or piece.dress or piece.digits)


def _domain_follows(text: Written, found: Occurrence) -> bool:
    """Whether the tokens after a name that ends its own are the suffix of one of the brand's domains, set off behind too."""
    for suffix in found.name.suffixes:
        if text.compact.startswith(suffix, found.end):
            end = found.end + len(suffix)
            if end == len(text.compact) or end in text.starts:
                return True
    return False
