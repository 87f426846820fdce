"""The form of the message rules: conditions, and names that exist."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verifier.data import table
from verifier.messages.lexicon import LANGUAGES
from verifier.messages.pattern import Asks, FirstOf, Together
from verifier.messages.signs import FACTS, holds, terms
from verifier.rules import all_rules
from verifier.rules.record import Rule

RULES = [rule for rule in all_rules() if "message" in rule.kinds]
FROM_THE_READING = {"link", "contact"}
"""Concepts that also stand for contacts and placeholders, which no word table lists."""


def _conditions(shape: object) -> Iterator[str]:
    if isinstance(shape, FirstOf):
        yield shape.when
        for way in shape.ways:
            yield from _conditions(way)
    elif isinstance(shape, Together):
        yield from (shape.words, shape.when)
    elif isinstance(shape, Asks):
        yield from (shape.objects, shape.when)


def _concepts() -> set[str]:
    tables = [table(f"patterns.{language}") for language in LANGUAGES]
    return {name for data in tables for part in ("concepts", "shapes") for name in data.get(part, {})}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_of_concepts_that_some_table_has(rule: Rule) -> None:
    """A misspelt concept would never be found, and nobody would notice."""
    known = _concepts() | FACTS | FROM_THE_READING
    named = {name for line in _conditions(rule.find) for present, absent in terms(line) for name in (*present, *absent)}
    assert named <= known


@pytest.mark.parametrize(
    ("condition", "signs", "answer"),
    [
        ("", "", True),
        ("pay", "", False),
        ("pay fee", "pay", False),
        ("pay|fee", "fee", True),
        ("!report", "pay", True),
        ("pay !report", "pay report", False),
        ("!property|authority", "property", False),
        ("!property|authority", "property authority", True),
    ],
)
def test_a_condition_asks_for_all_its_terms(condition: str, signs: str, answer: bool) -> None:
    """One of the alternatives of each term is there, or the denied one is not."""
    assert holds(condition, frozenset(signs.split())) is answer


def test_every_concept_says_what_it_means() -> None:
    """The glossary and the word tables name the same concepts."""
    described = {name for group, names in table("concepts").items() if isinstance(names, dict) for name in names}
    assert described == _concepts()
