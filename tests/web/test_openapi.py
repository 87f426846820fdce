"""The description of the API: valid, complete, and true of the running service."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings

from verifier.web.examples import ANSWER, BATCH, BATCH_ANSWER, PROBLEM, PROBLEM_SECRET, REQUESTS
from verifier.web.openapi import document

DOCUMENT = document()


def _valid(value: Any, name: str) -> None:
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    jsonschema_rs.Draft202012Validator(schema).validate(value)


def test_the_document_is_served(client: FlaskClient) -> None:
    """OpenAPI 3.1, with every route of the API in it."""
    served = client.get("/openapi.json").json
    assert served["openapi"].startswith("3.1")
    routes = {"/v1/check", "/v1/check/batch", "/v1/brands", "/v1/brands/{id}", "/v1/rules", "/healthz", "/readyz"}
    assert served["paths"].keys() == routes


def test_every_route_of_the_api_is_described(app: Flask) -> None:
    """A route that is added under /v1 is added to the description too."""
    routes = {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule) for rule in app.url_map.iter_rules() if rule.rule.startswith("/v1/")}
    assert routes and routes <= DOCUMENT["paths"].keys()


@pytest.mark.parametrize("asked", REQUESTS.values(), ids=REQUESTS.keys())
def test_examples_of_requests_are_answered(client: FlaskClient, asked: dict[str, Any]) -> None:
    """Each example fits its schema, and its answer fits the answer's."""
    _valid(asked, "CheckRequest")
    response = client.post("/v1/check", json=asked)
    assert response.status_code == 200
    _valid(response.json, "Answer")


def test_examples_of_answers_fit_their_schemas() -> None:
    """What the document shows is what it promises."""
    for example in (PROBLEM, PROBLEM_SECRET):
        _valid(example, "Problem")
    _valid(BATCH, "BatchRequest")
    _valid({**ANSWER, "official_contacts": []}, "Answer")
    assert len(BATCH_ANSWER["results"]) == len(BATCH["items"])


def test_the_example_of_an_answer_is_what_the_service_says(client: FlaskClient) -> None:
    """The example's verdict, contact, brand and summary are those of the service."""
    answer = client.post("/v1/check", json=REQUESTS["link"]).json
    for field in ("verdict", "kind", "contact", "brand", "claim", "summary", "contacts", "spans", "pending", "lang"):
        assert answer[field] == ANSWER[field], field


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("/v1/brands", "BrandList"),
        ("/v1/brands/tokenpocket", "BrandDetail"),
        ("/v1/rules", "RuleList"),
        ("/readyz", "Readiness"),
        ("/healthz", "Health"),
    ],
)
def test_answers_fit_their_schemas(client: FlaskClient, path: str, schema: str) -> None:
    """What the service sends is what the document says."""
    _valid(client.get(path).json, schema)


def test_batches_and_problems_fit_their_schemas(client: FlaskClient) -> None:
    """Answers and problems side by side."""
    _valid(client.post("/v1/check/batch", json=BATCH).json, "BatchAnswer")
    _valid(client.post("/v1/check", json={"input": 5}).json, "Problem")


CONFIG = schemathesis.Config.from_path(Path(__file__).parent.parent.parent / "schemathesis.toml")
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT, config=CONFIG)


@SCHEMA.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_running_service_keeps_its_description(case: schemathesis.Case, live: str) -> None:
    """Whatever fits the schema, or does not, is answered as described: status, type, headers and body; never a 5xx."""
    case.call_and_validate(base_url=live)
