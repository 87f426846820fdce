"""``/openapi.json``: OpenAPI 3.1, its schemas generated from the structs that validate requests and make the answers."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from flask import Blueprint, Response

import verifier
from verifier.answer import Answer, CheckRequest, EmailContact, HandleContact, MessageContact, PhoneContact, UrlContact
from verifier.settings import SETTINGS
from verifier.web.brand_views import BrandDetail, BrandList
from verifier.web.brands import BrandQuery
from verifier.web.check import MOST_ITEMS, BatchAnswer, BatchRequest
from verifier.web.decode import LONGEST_QUERY_INPUT
from verifier.web.examples import ANSWER, BATCH, BATCH_ANSWER, PROBLEM, PROBLEM_SECRET, REQUESTS
from verifier.web.headers import revalidate
from verifier.web.health import Health, Readiness
from verifier.web.problems import ALL_STATUS, MEANINGS, MEDIA_TYPE, TITLES, Problem
from verifier.web.rules import RuleList

blueprint = Blueprint("openapi", __name__)

_STRUCTS = (
    CheckRequest, BatchRequest, Answer, BatchAnswer, Problem, BrandList, BrandDetail, BrandQuery, RuleList, Health, Readiness,
    UrlContact, PhoneContact, HandleContact, EmailContact, MessageContact,
)  # fmt: skip

_HEADERS: dict[str, Any] = {
    "RateLimit-Policy": {
        "description": "The limit: `q` checks in `w` seconds.",
        "schema": {"type": "string"},
        "example": '"checks";q=12000;w=60',
    },
    "RateLimit": {
        "description": "What is left: `r` checks for `t` seconds.",
        "schema": {"type": "string"},
        "example": '"checks";r=11999;t=30',
    },
    "Retry-After": {"description": "Seconds until there is room again.", "schema": {"type": "integer"}},
    "ETag": {"description": "Tag of this content, for If-None-Match.", "schema": {"type": "string"}},
    "Content-Language": {"description": "Language of the words in the body.", "schema": {"type": "string"}},
}


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description of this API."""
    return revalidate(Response(_body(), content_type="application/json"))


@cache
def _body() -> bytes:
    return msgspec.json.encode(document())


def document() -> dict[str, Any]:
    """The OpenAPI document."""
    _, schemas = msgspec.json.schema_components(_STRUCTS, ref_template="#/components/schemas/{name}")
    query = schemas.pop("BrandQuery")
    schemas["BatchRequest"]["properties"]["items"]["maxItems"] = MOST_ITEMS
    schemas["BatchAnswer"]["properties"]["results"]["items"] = {"anyOf": [_ref("Answer"), _ref("Problem")]}
    schemas["Problem"]["properties"]["type"] = {"enum": [f"/problems/{type}" for type in TITLES]}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Contact verification",
            "version": verifier.__version__,
            "summary": "Is this contact really theirs?",
            "description": "Checks phone numbers, links, accounts, e-mail addresses and messages against a registry of what each brand "
            "itself publishes, and explains the verdict. Inputs are not stored and not logged. Existing names and meanings never change; "
            "new ones may appear.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": _paths(schemas["CheckRequest"], query),
        "components": {"schemas": schemas, "headers": _HEADERS, "responses": _problems()},
    }


def _paths(check: dict[str, Any], brands: dict[str, Any]) -> dict[str, Any]:
    lang = {
        "name": "lang",
        "in": "query",
        "description": "Language of the words, BCP 47; default: `Accept-Language`, then `en`.",
        "schema": {"type": "string", "pattern": "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,5}$"},
        "example": "zh-Hans",
    }
    cached = {"304": {"description": "You have it already (`If-None-Match`)."}}
    return {
        "/v1/check": {
            "post": {
                "operationId": "check",
                "summary": "Check one contact or message",
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": _ref("CheckRequest"),
                            "examples": {name: {"value": v} for name, v in REQUESTS.items()},
                        }
                    },
                },
                "responses": {"200": _answered("Answer", ANSWER), **_refused(400, 413, 422, 429)},
            },
            "get": {
                "operationId": "checkContact",
                "summary": "Check one contact, given in the address",
                "description": f"For contacts only, at most {LONGEST_QUERY_INPUT} characters; a message belongs in the body of a POST.",
                "parameters": _check_parameters(check),
                "responses": {"200": _answered("Answer", ANSWER), **_refused(400, 413, 422, 429)},
            },
        },
        "/v1/check/batch": {
            "post": {
                "operationId": "checkBatch",
                "summary": "Check many at once",
                "description": "Answers stand in the order of the items; an item that cannot be answered has its problem in its place. "
                "A batch costs as many checks of the request limit as it has items. All items together have at most "
                f"{SETTINGS['batch_characters'].default} characters, unless the operator sets another limit; a larger batch is refused as a whole.",
                "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("BatchRequest"), "example": BATCH}}},
                "responses": {"200": _answered("BatchAnswer", BATCH_ANSWER), **_refused(400, 413, 429)},
            }
        },
        "/v1/brands": {
            "get": {
                "operationId": "listBrands",
                "summary": "The brands in the registry",
                "parameters": _query_parameters(brands, {"limit": (1, 1000), "offset": (0, 1_000_000)}, lang),
                "responses": {"200": _public("BrandList"), **cached, **_refused(400, 429)},
            }
        },
        "/v1/brands/{id}": {
            "get": {
                "operationId": "getBrand",
                "summary": "All there is about one brand",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "example": "tokenpocket"},
                    lang,
                ],
                "responses": {"200": _public("BrandDetail"), **cached, **_refused(400, 404, 429)},
            }
        },
        "/v1/rules": {
            "get": {
                "operationId": "listRules",
                "summary": "What the service looks for",
                "parameters": [lang],
                "responses": {"200": _public("RuleList"), **cached, **_refused(400, 429)},
            }
        },
        "/healthz": {"get": {"operationId": "health", "summary": "The process answers", "responses": {"200": _plain("Health")}}},
        "/readyz": {
            "get": {"operationId": "readiness", "summary": "What the service can do now", "responses": {"200": _plain("Readiness")}}
        },
    }


def _ref(name: str, section: str = "schemas") -> dict[str, str]:
    return {"$ref": f"#/components/{section}/{name}"}


def _json(schema: str, example: Any = None, media_type: str = "application/json") -> dict[str, Any]:
    body: dict[str, Any] = {"schema": _ref(schema)}
    if example is not None:
        body["example"] = example
    return {media_type: body}


def _headers(*names: str) -> dict[str, Any]:
    return {name: _ref(name, "headers") for name in names}


def _answered(schema: str, example: Any) -> dict[str, Any]:
    return {
        "description": "The answer.",
        "headers": _headers("RateLimit-Policy", "RateLimit", "Content-Language"),
        "content": _json(schema, example),
    }


def _public(schema: str) -> dict[str, Any]:
    return {
        "description": "Public data.",
        "headers": _headers("ETag", "Content-Language", "RateLimit-Policy", "RateLimit"),
        "content": _json(schema),
    }


def _plain(schema: str) -> dict[str, Any]:
    return {"description": "The state.", "content": _json(schema)}


def _refused(*statuses: int) -> dict[str, Any]:
    return {str(status): _ref(f"Problem{status}", "responses") for status in statuses}


def _problems() -> dict[str, Any]:
    """One response for each status that problems come with."""
    found: dict[str, Any] = {}
    for status in sorted(set(ALL_STATUS.values())):
        types = [type for type, its in ALL_STATUS.items() if its == status]
        content: dict[str, Any] = {"schema": _ref("Problem")}
        if status == 422:
            content["examples"] = {"unreadable": {"value": PROBLEM}, "secret": {"value": PROBLEM_SECRET}}
        found[f"Problem{status}"] = {
            "description": " ".join(f"`{type}`: {MEANINGS[type]}" for type in types),
            "headers": _headers("Content-Language", *(["Retry-After"] if status == 429 else [])),
            "content": {MEDIA_TYPE: content},
        }
    return found


def _check_parameters(check: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of a check as query parameters; ``authentication`` is its JSON."""
    found: list[dict[str, Any]] = []
    for name, schema in check["properties"].items():
        parameter: dict[str, Any] = {
            "name": name,
            "in": "query",
            "required": name in check["required"],
            "description": schema.get("description", ""),
        }
        plain = _not_null({k: v for k, v in schema.items() if k not in ("description", "default")})
        if name == "authentication":
            parameter["content"] = {"application/json": {"schema": plain}}
        else:
            parameter["schema"] = plain
        if name == "input":
            parameter["schema"] = {**plain, "maxLength": LONGEST_QUERY_INPUT}
            parameter["example"] = "https://help.tokenpocket.pro/cn/"
        if name == "kind":
            parameter["schema"] = {"enum": [kind for kind in plain["enum"] if kind != "message"]}
        found.append(parameter)
    return found


def _query_parameters(struct: dict[str, Any], ranges: dict[str, tuple[int, int]], lang: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for name, schema in struct["properties"].items():
        plain = _not_null({k: v for k, v in schema.items() if k != "default"})
        if name in ranges:
            plain["minimum"], plain["maximum"] = ranges[name]
        found.append(lang if name == "lang" else {"name": name, "in": "query", "required": False, "schema": plain})
    return found


def _not_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A query parameter is absent rather than null."""
    options = [option for option in schema.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) != 1:
        return schema
    return {**{k: v for k, v in schema.items() if k != "anyOf"}, **options[0]}
