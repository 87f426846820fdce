"""When a host only *looks* as if it imitated somebody: each case a named predicate, in the manner of Chromium's lookalikes.

All take the text and the place of the supposed name in it, and answer whether the resemblance is to be dropped.
"""

from __future__ import annotations

from verifier.lookalikes.near import slip
from verifier.lookalikes.search import Occurrence
from verifier.lookalikes.words import COMMON, ORDINARY, read_words
from verifier.lookalikes.written import Written

SPAN = 8
"""How many letters before and after a name are tried for a longer word around it."""


def is_inside_word(text: Written, found: Occurrence) -> bool:
    """The name is a piece of a longer dictionary word: ``revolut`` in ``gamerevolution``, ``gate`` in ``investigate``."""
    start, end = found.start, found.end
    token_start, token_end = text.token_around(start, end)
    compact = text.compact
    for first in range(max(token_start, start - SPAN), start + 1):
        for last in range(end, min(token_end, end + SPAN) + 1):
            if last - first > end - start and (compact[first:last] in COMMON or compact[first:last] in ORDINARY):
                return True
    return False


def reads_as_words(text: Written, found: Occurrence) -> bool:
    """What is taken for a typing error reads as words by itself: ``metabase``, ``metamap``, ``openset``, ``bitcoincloud``.

    Fingers slip into words only by chance, so doubled, swapped and dropped letters are not excused.
    """
    if found.how != "typo":
        return False
    seen = text.compact[found.start : found.end]
    kind = slip(seen, found.name.key) if found.errors == 1 else "several"
    if kind in ("double", "swap", "vowel", "insert"):
        return False
    token = text.compact[slice(*text.token_around(found.start, found.end))]
    return any(_all_words(piece, kind) for piece in (seen, token))


def _all_words(piece: str, kind: str) -> bool:
    reading = read_words(piece)
    if reading.noise:
        return False
    if kind == "drop":
        return any(piece[i : i + 5] in COMMON for i in (0, len(piece) - 5))
    return bool(reading.words) or (kind != "several" and bool(reading.asks or reading.acts or reading.projects))


def is_regional_bank(found: Occurrence, whole_label: bool, tld: str, category: str) -> bool:
    """A bank's plain name under a country's own domain: branches abroad have their own sites (``maybank.co.id``)."""
    return category == "bank" and whole_label and found.how == "exact" and len(tld) == 2


def cuts_word(text: Written, found: Occurrence) -> bool:
    """The name lies over the seam of two parts of which one is a longer word of its own: ``open-searchengine``, not open-sea."""
    start, end = found.start, found.end
    for first, last in text.tokens:
        if start < first < end < last and any(text.compact[first:stop] in COMMON for stop in range(end + 1, min(last, end + SPAN) + 1)):
            return True
        if first < start < last < end and any(text.compact[begin:last] in COMMON for begin in range(max(first, start - SPAN), start)):
            return True
    return False


def is_chance(text: Written, found: Occurrence) -> bool:
    """A short name across the seam of two words or labels (``bo.okx``) or in the middle of letters."""
    start, end = found.start, found.end
    token_start, token_end = text.token_around(start, end)
    inside = any(start < s < end for s, _ in text.tokens)
    return inside and (start != token_start) + (end != token_end) > (len(found.name.key) > 6)
