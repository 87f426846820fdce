"""Every rule, by its own examples."""

from __future__ import annotations

import pytest

from verifier import Verifier
from verifier.checker import Checker
from verifier.contacts.reader import read
from verifier.rules import all_rules, rules_for
from verifier.rules.record import GROUP_CAPS, Case, Example, Rule
from verifier.world import World

RULES = all_rules()


def _examples(which: str) -> list[object]:
    return [pytest.param(rule, e, id=f"{rule.id}: {e.input[:40]!r} {e.why}") for rule in RULES for e in getattr(rule, which)]


def _reasons(world: World, example: Example) -> set[str]:
    verifier = Verifier(Checker(world, lambda contact: (example.facts, ())))
    answer = verifier.check(example.input, **example.options)
    return {r.rule for a in (answer, *answer.contacts) for r in a.reasons}


@pytest.mark.parametrize(("rule", "example"), _examples("catches"))
def test_a_rule_catches_what_it_says_it_catches(rule: Rule, example: Example, world: World) -> None:
    """The rule's id is among the reasons of each of its positive examples."""
    assert rule.id in _reasons(world, example)


@pytest.mark.parametrize(("rule", "example"), _examples("spares"))
def test_a_rule_spares_what_it_says_it_spares(rule: Rule, example: Example, world: World) -> None:
    """The rule's id is not among the reasons of any of its negative examples."""
    assert rule.id not in _reasons(world, example)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_is_a_complete_record(rule: Rule) -> None:
    """Weight in range, a known group, words, and at least one example it spares."""
    assert 0 <= rule.weight <= GROUP_CAPS[rule.group]
    assert rule.title and rule.detail and rule.kinds
    assert rule.spares, "a rule says what it must not touch"


@pytest.mark.parametrize(("rule", "example"), _examples("catches"))
def test_a_rule_that_is_not_asked_would_find_nothing(rule: Rule, example: Example, world: World) -> None:
    """What a rule needs only saves the asking: without it no rule finds anything in anybody's example."""
    options = example.options
    contact = read(example.input, options.get("kind", "auto"), region=options.get("region"), platform=options.get("platform", ""))
    claimed = options.get("claimed_brand")
    case = Case(contact, world, world.registry.look_up(contact), world.registry.names.resolve(claimed) if claimed else None)
    idle = [other for other in RULES if contact.kind in other.kinds and other not in rules_for(contact.kind, case.aspects)]
    assert not any(other.find(case) for other in idle)
