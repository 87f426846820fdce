"""``/v1/rules``: what the service looks for, with the weight and the words of each rule."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, Response, g

from verifier.checker import Checker
from verifier.explain import translate
from verifier.rules import all_rules
from verifier.rules.record import DANGEROUS, GROUP_CAPS, SUSPICIOUS, Example, Rule
from verifier.web.brands import BrandPageQuery
from verifier.web.decode import convert, query_parameters
from verifier.web.headers import revalidate
from verifier.web.language import accepted, wanted_language

blueprint = Blueprint("rules", __name__)


class ExampleView(msgspec.Struct, frozen=True):
    """An input, the options it is checked with, and why it is an example."""

    input: str
    why: str
    options: dict[str, Any]


class RuleView(msgspec.Struct, frozen=True):
    """One heuristic. ``weight`` is the risk it means alone; ``detail`` is a template that a finding's facts fill."""

    id: str
    kinds: tuple[str, ...]
    group: str
    weight: float
    title: str
    detail: str
    catches: tuple[ExampleView, ...]
    spares: tuple[ExampleView, ...]


class Thresholds(msgspec.Struct, frozen=True):
    """The least risk for each verdict."""

    suspicious: float
    dangerous: float


class RuleList(msgspec.Struct, frozen=True):
    """All rules in the order of their ids, and how their weights become a verdict."""

    rules: tuple[RuleView, ...]
    group_caps: dict[str, float]
    """The most that the rules of one group add together."""
    thresholds: Thresholds
    lang: str


@blueprint.get("/v1/rules")
def rule_list() -> Response:
    """All rules."""
    parameters = query_parameters()
    g.lang = wanted_language(parameters.get("lang"))
    lang = Checker.language(convert(parameters, BrandPageQuery).lang, accepted())
    answer = RuleList(tuple(_view(rule, lang) for rule in all_rules()), dict(GROUP_CAPS), Thresholds(SUSPICIOUS, DANGEROUS), lang)
    response = Response(msgspec.json.encode(answer), content_type="application/json")
    response.headers["Content-Language"] = lang
    return revalidate(response)


def _view(rule: Rule, lang: str) -> RuleView:
    return RuleView(
        id=rule.id,
        kinds=tuple(sorted(rule.kinds)),
        group=rule.group,
        weight=rule.weight,
        title=translate(rule.title, lang),
        detail=translate(rule.detail, lang),
        catches=tuple(map(_example, rule.catches)),
        spares=tuple(map(_example, rule.spares)),
    )


def _example(example: Example) -> ExampleView:
    return ExampleView(example.input, example.why, dict(example.options))
