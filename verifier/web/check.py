"""``/v1/check`` and ``/v1/check/batch``."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Blueprint, Response, g, request

from verifier.answer import Answer, CheckRequest
from verifier.errors import N_, CheckError, InvalidRequest, TooLarge
from verifier.web.decode import check_query, check_request, convert, json_body
from verifier.web.headers import keep_nothing
from verifier.web.language import accepted, wanted_language
from verifier.web.limits import spend
from verifier.web.problems import Problem, our_fault, problem_of
from verifier.web.services import services

blueprint = Blueprint("check", __name__)

MOST_ITEMS = 1_000
"""The most checks in one batch (the contract)."""


class BatchRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Many checks at once, at most 1 000."""

    items: list[CheckRequest]


class BatchAnswer(msgspec.Struct, frozen=True):
    """The answers in the order of the items; where an item cannot be answered, its problem stands in its place."""

    results: list[Any]


class _LooseBatch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    items: list[Any]


@blueprint.post("/v1/check")
def check_post() -> Response:
    """Check one contact or message."""
    raw = json_body()
    _remember_language(raw)
    return _answered(ask(check_request(raw)))


@blueprint.get("/v1/check")
def check_get() -> Response:
    """Check one contact, given in the address. A message does not belong there: addresses end up in logs on the way."""
    g.lang = wanted_language(request.args.get("lang"))
    asked = check_query()
    if asked.kind == "message":
        raise _message_in_address()
    answer = ask(asked)
    if answer.kind == "message" and services().registry.names.resolve(asked.input.strip()).status == "unknown":
        raise _message_in_address()
    return _answered(answer)


@blueprint.post("/v1/check/batch")
def check_batch() -> Response:
    """Check many contacts and messages; each is answered, or refused, on its own."""
    try:
        batch = _items(json_body())
    except CheckError:
        spend(1)
        raise
    spend(max(1, len(batch)))
    results = [_item(item) for item in batch]
    return keep_nothing(_json(msgspec.json.encode(BatchAnswer(results))))


def _items(raw: Any) -> list[Any]:
    """The items of a batch, not yet looked into. Raises `InvalidRequest`, `TooLarge`."""
    items = convert(raw, _LooseBatch).items
    if len(items) > MOST_ITEMS:
        raise TooLarge(N_("A batch may have at most {limit} items here."), field="items", limit=MOST_ITEMS)
    most = services().settings.batch_characters
    if sum(len(text) for item in items if isinstance(item, dict) for text in item.values() if isinstance(text, str)) > most:
        raise TooLarge(
            N_("The items of a batch may have at most {limit} characters together. Send several batches."), field="items", limit=most
        )
    return items


def ask(asked: CheckRequest) -> Answer:
    """The answer to one check, counted. Raises `CheckError`."""
    answer = services().checker.check(asked, accept_language=accepted())
    services().metrics.check(answer.kind, answer.verdict)
    return answer


def _item(raw: Any) -> Answer | Problem:
    try:
        return ask(check_request(raw))
    except CheckError as error:
        services().metrics.problem(error.problem)
        return problem_of(error, wanted_language(raw.get("lang") if isinstance(raw, dict) else None))
    except Exception as error:  # one item's fault of ours must not take the other items' answers
        return our_fault(error, wanted_language(raw.get("lang") if isinstance(raw, dict) else None))


def _message_in_address() -> InvalidRequest:
    return InvalidRequest(N_("A message does not belong in an address. Send it with POST."), field="input")


def _remember_language(raw: Any) -> None:
    """Note the wanted language for a problem that may follow."""
    g.lang = wanted_language(raw.get("lang") if isinstance(raw, dict) else None)


def _answered(answer: Answer) -> Response:
    response = keep_nothing(_json(msgspec.json.encode(answer)))
    response.headers["Content-Language"] = answer.lang
    return response


def _json(body: bytes) -> Response:
    return Response(body, content_type="application/json")
