"""The rules: each module in this package that defines ``RULE`` is one heuristic and is found by being here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from verifier.contacts.model import Kind
from verifier.rules.record import Case, Finding, Rule

if TYPE_CHECKING:
    from verifier.rules.record import Aspect


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by id. Raises `ValueError` for an id that does not fit its file name or stands twice."""
    rules: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(__path__):
        rule = getattr(importlib.import_module(f"{__name__}.{info.name}"), "RULE", None)
        if rule is None:
            continue
        if rule.id != info.name.replace("_", "-"):
            raise ValueError(f"rules/{info.name}.py defines the rule {rule.id!r}: id and file name must agree")
        rules[rule.id] = rule
    return tuple(rules[id] for id in sorted(rules))


@lru_cache(maxsize=1024)
def rules_for(kind: Kind, aspects: tuple[Aspect, ...]) -> tuple[Rule, ...]:
    """The rules that read contacts of this kind and have what they need."""
    return tuple(rule for rule in all_rules() if kind in rule.kinds and (rule.needs is None or rule.needs in aspects))


def apply_rules(case: Case) -> list[Finding]:
    """All findings in a case, heaviest first; equal weights keep the order of their rule ids."""
    rules = rules_for(case.contact.kind, case.aspects)
    found = find_all(case, rules)
    for rule in rules:
        if rule.weigh:
            found = rule.weigh(case, found)
    if len(found) > 1:
        found.sort(key=lambda f: -(f.weight or 0.0))
    return found


def find_all(case: Case, rules: Iterable[Rule]) -> list[Finding]:
    """What each of these rules finds by itself."""
    found: list[Finding] = []
    for rule in rules:
        if rule.keys and case.signs.isdisjoint(rule.keys):
            continue
        answer = rule.find(case)
        if answer:
            found.extend(rule.sign(answer))
    return found
