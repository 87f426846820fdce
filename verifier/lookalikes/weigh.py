"""How sure is it that a name in a host is meant to deceive: what the evidence adds up to.

A *coined* name is a sign by itself: how it is written gives the strength, its company adds. A name that is also a *word*
says nothing alone: its company gives the strength. All numbers stand in ``verifier/data/resemblance_weights.json``.
"""

from __future__ import annotations

from typing import TypeVar

from verifier.data import table
from verifier.lookalikes.built import built_of
from verifier.lookalikes.company import Company
from verifier.lookalikes.confusables import is_mixed_script
from verifier.lookalikes.guards import (
    cuts_word,
    is_another_compound,
    is_block_explorer,
    is_chance,
    is_inside_word,
    is_namesake,
    is_number,
    is_plainly_a_word,
    is_regional_bank,
    reads_as_words,
    reads_otherwise,
    shares_only_a_word,
)
from verifier.lookalikes.index import errors_allowed
from verifier.lookalikes.names import SHORT
from verifier.lookalikes.near import distance, slip
from verifier.lookalikes.search import Occurrence
from verifier.lookalikes.words import NOTHING, TRADE
from verifier.lookalikes.written import Written

_ALL = table("resemblance_weights")
_COINED: dict[str, float] = _ALL["coined"]
_WORD: dict[str, float] = _ALL["word"]
_WORD_BASE: dict[str, float] = _ALL["word_base"]
_LETTERS: list[float] = _ALL["letters_by_errors"]
_DOMAIN_FOLLOWS: float = _ALL["domain_follows"]
_SLIPS: list[tuple[int, dict[str, float]]] = sorted(((int(least), row) for least, row in _ALL["slips"].items()), reverse=True)
_TWO_ERRORS: list[tuple[int, float]] = sorted(((int(least), value) for least, value in _ALL["two_errors"].items()), reverse=True)
MONEY = frozenset({"self-custody-wallet", "hardware-wallet", "exchange", "payment", "bank"})
"""Whose short names are imitated often enough to be seen inside a word."""
IMITATED = frozenset({"self-custody-wallet", "hardware-wallet", "exchange", "defi", "nft"})
"""Whose pages are worth being copied whole."""
_CLEAR = frozenset({"swap", "double", "drop"})
"""Errors that fingers make and words rarely differ by."""

T = TypeVar("T")


def _for_size(rows: list[tuple[int, T]], size: int) -> T:
    """The row for names of this length: the one with the largest least length."""
    return next((value for least, value in rows if size >= least), rows[-1][1])


def strength(found: Occurrence, around: Company, text: Written) -> float:
    """0 to 1: below 0.4 no sign, from 0.8 on beyond reasonable doubt."""
    name = found.name
    if name.kind in ("short", "generic") and around.edges < 2:
        return 0.0
    if len(name.key) <= SHORT and around.edges < 2 and not (around.left_edge and around.right.asks):
        return 0.0
    if name.kind == "short" and name.category not in MONEY and not (around.left_edge and around.right_edge):
        return 0.0
    if around.across_labels and (around.edges < 2 or len(name.key) < 8):
        return 0.0
    if is_excused(found, around, text):
        return 0.0
    if around.domain_follows and around.left_edge:
        return _DOMAIN_FOLLOWS
    return _coined(found, around, text) if name.kind == "distinctive" else _word(found, around, text)


def is_excused(found: Occurrence, around: Company, text: Written) -> bool:
    """Whether one of the guards says that this only looks like an imitation."""
    how, whole_label, ending = found.how, around.whole_label, around.ending
    if ending.reserved and around.registered and not (whole_label and how == "exact"):
        return True
    if how == "typo":
        if reads_as_words(text, found) or shares_only_a_word(text, found) or is_another_compound(text, found):
            return True
    elif how == "characters" and (is_number(text, found) or is_plainly_a_word(text, found)):
        return True
    if not (around.left_edge and around.right_edge) and (is_inside_word(text, found) or reads_otherwise(text, found)):
        return True
    if around.split and (is_chance(text, found) or cuts_word(text, found)):
        return True
    if not around.label.asks:
        registered_name = whole_label and around.registered and not around.split and not around.platform
        if is_block_explorer(text, found) or is_namesake(found, registered_name, ending.tld, ending.abused):
            return True
    return is_regional_bank(found, whole_label, ending.tld)


def _coined(found: Occurrence, c: Company, text: Written) -> float:
    w = _COINED
    label = c.label
    trade = label.asks + label.acts + label.projects
    company = 0.0
    if trade:
        company += w["trade"] + w["more_trade"] * (trade > 1)
    if (c.edges == 2 or len(found.name.key) > 6) and label.dress:
        company += w["dress"]
    if c.edges == 2 and label.poses and found.name.category in IMITATED:
        company += w["poses"]
    if c.far is not NOTHING:
        company += w["far_asks"] if c.far.asks else w["far"] * bool(c.far.acts + c.far.projects)
    if c.platform:
        company += w["platform_asks" if label.asks else "platform"]
    if c.ending.abused:
        company += w["abused_tld"] * c.ending.abused
    match found.how:
        case "exact":
            return _exact(found, c, trade) + company
        case "letters":
            return _letters(found, c, company)
        case "characters":
            return _characters(found, c) + company
        case _ if found.name.category == "infrastructure" and not (c.label.asks or found.name.targeted):
            return min(_misspelt(found, c, text) + company, w["built_upon"])
        case _ if len(found.name.key) > 6 or c.label.asks or c.label.acts or c.near.projects:
            return _misspelt(found, c, text) + company
        case _:
            return _misspelt(found, c, text) + w["platform"] * c.platform + w["abused_tld"] * c.ending.abused


def _exact(found: Occurrence, c: Company, trade: int) -> float:
    """A short name must begin and end with its word, or stand beside a word that asks for something."""
    w, size = _COINED, len(found.name.key)
    value = w["exact"]
    if size <= 5:
        left = c.left_free if c.label.asks else c.left_edge
        right = c.right_free if c.label.asks else c.right_edge or c.right.is_number
        whole_words = c.left.words and not c.left.noise and c.right_edge
        return value + w["short_words" if whole_words else "short_left"] * (not left) + w["short_right"] * (not right)
    if size == 6:
        return value + w["six_left"] * (not c.left_free) + w["six_right"] * (not c.right_free) + w["six_both"] * (c.edges == 0)
    return value + w["glued_word"] * bool(c.glued.words and not trade)


def _letters(found: Occurrence, c: Company, company: float) -> float:
    if len(found.name.key) > 5 or c.edges == 2:
        return _LETTERS[found.errors] + company
    return _LETTERS[found.errors] + _COINED["letters_short"]


def _characters(found: Occurrence, c: Company) -> float:
    w, size = _COINED, len(found.name.key)
    if size >= 7:
        return w["characters"] + w["characters_edge"] * (2 - c.edges)
    value = w["characters_six"] if size == 6 or (c.left_edge and c.right_edge) else w["characters_short"]
    return value + w["characters_edge_short"] * (2 - c.edges)


def _misspelt(found: Occurrence, c: Company, text: Written) -> float:
    w, size = _COINED, len(found.name.key)
    seen = text.compact[found.start : found.end]
    errors = found.errors + _loose_letters(found, c, text) + max(0, distance(seen, found.name.key, found.errors + 1) - found.errors)
    if errors > 1:
        if errors > errors_allowed(found.name.key) + bool(c.label.asks):
            return 0.0
        value = _for_size(_TWO_ERRORS, size) if errors == 2 else w["three_errors"]
        return value + w["errors_edge"] * (2 - c.edges) + w["errors_edges"] * (c.edges == 0)
    kind = slip(seen, found.name.key)
    size = _own_size(seen, found.name.key)
    value = _for_size(_SLIPS, size)[kind] + w["bank"] * (found.name.category == "bank")
    if c.edges == 2:
        return max(value, w["clear_slip"]) if kind in _CLEAR and size >= 7 else value
    if size >= 8:
        return value + w["slip_edge"] * (2 - c.edges) + w["glued_word"] * bool(c.glued.words) + w["slip_edges"] * (c.edges == 0)
    return value + w["slip_edge_short"] * (2 - c.edges)


def _own_size(seen: str, key: str) -> int:
    """The length of a name without most of the word of the trade it ends with, if that is spelt right: ``mewwallet`` has three letters
    of its own."""
    return next((own + 3 for own in built_of(key).own if seen.endswith(key[own:])), len(key))


def _loose_letters(found: Occurrence, c: Company, text: Written) -> int:
    """One or two letters that hang on a misspelt name and belong to no word are errors in it as well, unless more speaks."""
    if c.label.asks or c.platform or c.glued.words:
        return 0
    start, end = text.token_around(found.start, found.end)
    pieces = (text.compact[start : found.start], text.compact[found.end : end])
    loose = sum(len(piece) for piece in pieces if piece not in TRADE and not piece.isdigit())
    return loose if loose <= 2 else 0


def _row(found: Occurrence) -> str:
    if found.name.kind == "short" and found.name.category == "bank":
        return "short_bank"
    return "ordinary" if found.name.kind == "famous" and found.how == "typo" else found.name.kind


def _is_telling(kind: str, found: Occurrence, c: Company) -> bool:
    """Whether an error in a word that is also a brand can be more than another word."""
    name = found.name
    if c.edges < 2 or kind == "first":
        return False
    if name.kind in ("seldom", "rare") and len(name.key) >= 6 and c.platform and (c.label.asks or c.label.acts or c.near.dress):
        return True
    return kind in ("swap", "double") if len(name.key) < 8 else kind != "exchange" or len(name.key) >= 9


def _word(found: Occurrence, c: Company, text: Written) -> float:
    """A name that is also a word: what stands beside it, and where."""
    w, name = _WORD, found.name
    famous = name.kind == "famous" and found.how != "typo"
    if found.how == "letters" and c.edges == 2 and is_mixed_script(text.written(found.start, found.end)):
        return w["other_script"]
    if found.how == "typo":
        kind = slip(text.compact[found.start : found.end], name.key)
        if not _is_telling(kind, found, c):
            return 0.0
    value = _WORD_BASE[_row(found)]
    if name.kind == "generic":
        value += w["generic_edge"] * (2 - c.left_edge - c.right_edge)
    match found.how:
        case "letters":
            value += w["letters_whole" if c.edges == 2 and name.kind not in ("generic", "short") else "letters"]
        case "characters":
            kind = (
                "characters_famous"
                if famous and len(name.key) > 5
                else "characters"
                if name.kind in ("ordinary", "seldom", "rare")
                else "characters_short"
            )
            value += w[kind]
        case "typo":
            value += (
                (w["slip_long"] if len(name.key) >= 9 or kind in ("swap", "double") else w["slip"]) if found.errors == 1 else w["errors"]
            )
    value += w["both_edges"] * (c.edges == 2) + w["no_edge"] * (c.edges == 0)
    value += w["asks"] * bool(c.label.asks) + w["more_asks"] * (c.label.asks > 1)
    if not famous:
        value += (w["acts_beside_asks"] if c.label.asks else w["acts"]) * bool(c.label.acts)
        glued = c.right if name.kind == "seldom" else c.glued
        value += w["glued_project"] * bool(glued.projects) + w["near_project"] * bool(c.near.projects)
        value += w["glued_dress"] * bool(glued.dress) + w["near_dress"] * bool(c.near.dress)
        value += w["far_asks"] * bool(c.far.asks) + w["far_acts"] * bool(c.far.acts)
        value += (
            w["platform"] if c.label.asks or c.label.acts or (c.whole_label and name.kind != "ordinary") else w["platform_alone"]
        ) * c.platform
        value += w["whole_label"] * (c.whole_label and (c.registered or found.how == "typo"))
    value += w["abused_tld"] * c.ending.abused + w["near_digits"] * (c.near.digits > 2)
    digits = c.glued.digits + (c.near.digits if name.kind in ("seldom", "rare") and c.near.digits < 3 else 0)
    value += w["glued_digit"] * min(digits, 2)
    value += w["other_word"] * bool(c.label.words) + w["noise"] * bool(c.glued.noise)
    return value
