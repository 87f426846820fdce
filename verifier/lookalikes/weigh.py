"""How sure is it that a name in a host is meant to deceive: the evidence, and what it adds up to."""

from __future__ import annotations

from typing import NamedTuple

from verifier.contacts.model import Host
from verifier.lookalikes.guards import (
    cuts_word,
    is_block_explorer,
    is_chance,
    is_inside_word,
    is_namesake,
    is_regional_bank,
    reads_as_words,
    shares_only_a_word,
)
from verifier.lookalikes.near import slip
from verifier.lookalikes.search import Occurrence
from verifier.lookalikes.words import ABUSED_TLDS, NOTHING, Reading, read_words
from verifier.lookalikes.written import Written


class Company(NamedTuple):
    """What stands around a name. ``glued``: the rest of its own token; ``near``: other tokens of its label; ``far``: the
    other labels. Edges tell whether the name begins and ends at a separator."""

    left: Reading
    right: Reading
    left_edge: bool
    right_edge: bool
    near: Reading
    far: Reading
    split: bool
    across_labels: bool
    whole_label: bool
    registered: bool
    """The name stands in the registered label, not in a subdomain."""
    platform: bool
    abused_tld: float
    tld: str
    domain_follows: bool
    """The name goes on as one of the brand's domains (``coinbase-com``, ``ledger.com-start``)."""


def company(text: Written, host: Host, found: Occurrence) -> Company:
    """Read the surroundings of an occurrence."""
    start, end = found.start, found.end
    token_start, token_end = text.token_around(start, end)
    label_start, label_end = text.label_of(start)
    rest_start = end + (text.compact[end:token_end] == "s")
    near, far = Reading(), Reading()
    inside = 0
    for s, e in text.tokens:
        if start < s < end:
            inside += 1
        if e <= token_start or s >= token_end:
            reading = read_words(text.compact[s:e])
            if label_start <= s < label_end:
                near = near + reading
            else:
                far = far + reading
    tld = host.public_suffix.rsplit(".", 1)[-1]
    if not host.shared_platform:
        word = read_words(tld)
        far = far + (word if word.asks else NOTHING)
    return Company(
        left=read_words(text.compact[token_start:start], glued=True),
        right=read_words(text.compact[rest_start:token_end], glued=True),
        left_edge=start == token_start,
        right_edge=rest_start == token_end,
        near=near,
        far=far,
        split=inside > 0,
        across_labels=any(start < d < end for d in text.dots),
        whole_label=start == label_start and end == label_end,
        registered=label_end == len(text.compact) or end > max(text.dots, default=0),
        platform=bool(host.shared_platform),
        abused_tld=0.0 if host.shared_platform else ABUSED_TLDS.get(tld, 0.0),
        tld=tld,
        domain_follows=found.how == "exact" and _domain_follows(text, found),
    )


def _domain_follows(text: Written, found: Occurrence) -> bool:
    """Whether the tokens after a name are the suffix of one of the brand's domains, set off on both sides."""
    if found.end not in text.starts:
        return False
    for suffix in found.name.suffixes:
        end = found.end + len(suffix)
        if text.compact.startswith(suffix, found.end) and (end in text.starts or end == len(text.compact)):
            return True
    return False


SLIPS = (
    (5, {"swap": 0.4, "double": 0.36, "drop": 0.25, "vowel": 0.25, "near": 0.25, "insert": 0.2, "exchange": 0.15, "first": 0.1}),
    (6, {"swap": 0.6, "double": 0.6, "drop": 0.36, "vowel": 0.42, "near": 0.42, "insert": 0.38, "exchange": 0.2, "first": 0.15}),
    (7, {"swap": 0.6, "double": 0.6, "drop": 0.45, "vowel": 0.45, "near": 0.45, "insert": 0.45, "exchange": 0.4, "first": 0.2}),
    (8, {"swap": 0.84, "double": 0.84, "drop": 0.82, "vowel": 0.8, "near": 0.6, "insert": 0.7, "exchange": 0.45, "first": 0.37}),
    (11, {"swap": 0.84, "double": 0.84, "drop": 0.82, "vowel": 0.82, "near": 0.8, "insert": 0.8, "exchange": 0.65, "first": 0.6}),
)


def slips_for(size: int) -> dict[str, float]:
    for least, table in reversed(SLIPS):
        if size >= least:
            return table
    return SLIPS[0][1]


def strength(found: Occurrence, around: Company, text: Written) -> float:
    """0 to 1: below 0.4 no sign, from 0.8 on beyond reasonable doubt."""
    if any(guard(text, found) for guard in (is_inside_word, reads_as_words, shares_only_a_word, is_chance, cuts_word)):
        return 0.0
    name = found.name
    c = around
    if c.domain_follows and c.left_edge:
        return 0.9
    size = len(name.key)
    asks = c.left.asks + c.right.asks + c.near.asks
    if not asks and (is_block_explorer(text, found, c.whole_label and c.registered) or is_namesake(found, c.whole_label and c.registered, c.abused_tld)):
        return 0.0
    if is_regional_bank(found, c.whole_label, c.tld):
        return 0.0
    glued_projects = c.left.projects + c.right.projects
    acts = c.left.acts + c.right.acts + c.near.acts
    glued_dress = c.left.dress + c.right.dress
    dress = glued_dress + c.near.dress
    glued_words = c.left.words + c.right.words
    glued_noise = c.left.noise + c.right.noise
    left_free = c.left_edge or c.left.is_trade or bool(c.left.digits and not c.left.noise and not c.left.words)
    right_free = c.right_edge or c.right.is_trade or bool(c.right.digits and not c.right.noise and not c.right.words)
    edges = left_free + right_free
    if c.across_labels and (edges < 2 or size < 8):
        return 0.0
    if name.kind == "distinctive":
        trade = asks + acts + glued_projects + c.near.projects
        far = c.far.asks + c.far.acts + c.far.projects
        bonus = 0.2 * bool(trade) + 0.06 * (trade > 1) + 0.08 * bool(dress) + 0.1 * bool(far) + 0.08 * c.platform + 0.04 * c.abused_tld
        if found.how == "exact":
            value = 0.62
            if size <= 5:
                if not asks:
                    left_free, right_free = c.left_edge, c.right_edge
                value -= 0.32 * (not left_free) + 0.22 * (not right_free)
            elif size <= 6:
                value -= 0.2 * (not left_free) + 0.15 * (not right_free) + 0.1 * (edges == 0)
            elif not trade:
                value -= 0.1 * bool(glued_words)
            return value + bonus
        if found.how == "letters":
            value = (0.9, 0.8, 0.6, 0.5)[found.errors]
            return value + bonus if size > 5 or edges == 2 else value - 0.4
        if found.how == "shapes":
            value = 0.8 if size >= 7 else 0.62 if size == 6 or c.left_edge + c.right_edge == 2 else 0.3
            if edges < 2:
                value -= 0.15 * (2 - edges) if size >= 7 else 0.3 * (2 - edges)
            return value + bonus
        if found.errors == 1:
            kind = slip(text.compact[found.start : found.end], name.key)
            value = slips_for(size)[kind] - 0.1 * (name.category == "bank")
            if edges < 2:
                value -= 0.1 * (2 - edges) + 0.1 * bool(glued_words) + 0.2 * (edges == 0) if size >= 8 else 0.25 * (2 - edges)
            return value + bonus
        if found.errors == 2:
            value = 0.15 if size < 10 else 0.3 if size < 11 else 0.4 if size < 12 else 0.6
        else:
            value = 0.42
        return value - 0.15 * (2 - edges) - 0.15 * (edges == 0) + bonus
    real_edges = c.left_edge + c.right_edge
    if name.kind in ("short", "generic") and edges < 2:
        return 0.0
    value = 0.1
    if name.kind == "generic":
        value -= 0.4 + 0.2 * (2 - real_edges)
    elif name.kind == "rare":
        value += 0.08
    elif name.kind == "short" and name.category != "bank":
        value += 0.06
    elif name.kind == "famous":
        acts = asks
        value -= 0.05
    if found.how == "letters":
        value += 0.3
    elif found.how == "shapes":
        value += 0.15 if name.kind in ("ordinary", "rare") else -0.3
    elif found.how == "typo":
        value += (0.12 if size >= 9 else 0.05) if found.errors == 1 else -0.15
        if edges < 2:
            return 0.0
    value += 0.1 * (edges == 2) - 0.2 * (edges == 0)
    value += 0.28 * bool(asks) + 0.1 * (asks > 1)
    if name.kind != "famous":
        value += (0.25 if not asks else 0.08) * bool(acts) + 0.1 * bool(glued_projects) + 0.2 * bool(c.near.projects)
        value += 0.14 * bool(glued_dress) + 0.2 * bool(c.near.dress) + 0.12 * bool(c.far.asks) + 0.06 * bool(c.far.acts)
        value += 0.15 * c.platform + 0.1 * c.whole_label
    value += 0.13 * c.abused_tld + 0.2 * (c.near.digits > 2) + 0.07 * min(c.left.digits + c.right.digits, 2)
    value -= 0.25 * bool(glued_words + c.near.words) + 0.1 * bool(glued_noise)
    return value
