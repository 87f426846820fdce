"""Requests into typed values, strictly: what is not exactly a request of the contract is refused, naming the field.

JSON allows duplicate names and lets each reader pick one (RFC 8259, section 4); two readers that pick differently are a
way to say one thing to the service and another to a filter before it, so duplicates are refused here.
"""

from __future__ import annotations

import json
import re
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints
from urllib.parse import parse_qsl

import msgspec
from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from verifier.answer import CheckRequest
from verifier.errors import N_, CheckError, InvalidRequest, TooLarge

T = TypeVar("T")

MOST_PARAMETERS = 50
_SHOWN = 60
"""Of a field name that came from outside, an error shows so many characters."""

_PATH = re.compile(r" - at `\$\.?(.*)`$")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`$", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*)`$")
_EXPECTED = re.compile(r"Expected `([a-z]+)")

_WANTS = {
    "str": N_("“{name}” wants text."),
    "object": N_("“{name}” wants an object."),
    "array": N_("“{name}” wants a list."),
    "int": N_("“{name}” wants a whole number."),
    "float": N_("“{name}” wants a number."),
}
_WANTS_ANOTHER = N_("“{name}” wants another value.")


def json_body() -> Any:
    """The request's body as plain JSON values. Raises `InvalidRequest`, `TooLarge`."""
    if request.mimetype != "application/json" and not request.mimetype.endswith("+json"):
        raise InvalidRequest(N_("Send the body as application/json."), field="Content-Type")
    data = request.get_data(cache=False)
    if request.content_length is None and len(data) >= (request.max_content_length or len(data) + 1):
        raise RequestEntityTooLarge  # sent in chunks, and cut off at the limit
    return read_json(data, "body")


def read_json(data: bytes | str, field: str) -> Any:
    """JSON text as plain values. Raises `InvalidRequest` for what is not UTF-8, not JSON, or has a field twice."""
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
    except UnicodeDecodeError:
        raise InvalidRequest(N_("The text is not UTF-8."), field=field) from None
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except CheckError:
        raise
    except (ValueError, RecursionError):
        raise InvalidRequest(N_("The body is not JSON."), field=field) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if _is_damaged(name):
            raise InvalidRequest(N_("A field's name contains half a character (a lone surrogate)."), field="body")
        if name in found:
            raise InvalidRequest(N_("The field “{name}” stands twice."), field=shown(name), name=shown(name))
        found[name] = value
    return found


def _no_constant(name: str) -> None:
    raise ValueError(name)


def shown(name: str) -> str:
    """A field name from outside as an error may repeat it: short, and without half characters."""
    return name[:_SHOWN].encode("utf-8", "replace").decode("utf-8")


def query_parameters() -> dict[str, str]:
    """The query's parameters. Raises `InvalidRequest` for a parameter given twice and for what is not UTF-8."""
    try:
        pairs = parse_qsl(request.query_string.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError:
        raise InvalidRequest(N_("The text is not UTF-8."), field="query") from None
    except ValueError:
        raise InvalidRequest(N_("There are more than {most} parameters."), field="query", most=MOST_PARAMETERS) from None
    return _object(pairs)


def convert(value: Any, type: type[T]) -> T:
    """Plain values as a struct of the contract. Raises `InvalidRequest` with the field at fault."""
    try:
        return msgspec.convert(value, type)
    except msgspec.ValidationError as error:
        raise _fault(str(error), type) from None


def _fault(message: str, type: type[Any]) -> InvalidRequest:
    """The library's complaint as an error of ours, which has words in every language."""
    place = _PATH.search(message)
    path = place[1] if place else ""
    message = message[: place.start()] if place else message
    if unknown := _UNKNOWN.match(message):
        field = shown(f"{path}.{unknown[1]}".lstrip("."))
        return InvalidRequest(N_("There is no field “{name}”."), field=field, name=field)
    if missing := _MISSING.match(message):
        field = f"{path}.{missing[1]}".lstrip(".")
        return InvalidRequest(N_("The field “{name}” is missing."), field=field, name=field)
    field = path or "body"
    choices = _choices(type, path)
    if choices:
        return InvalidRequest(N_("“{name}” wants one of: {choices}."), field=field, name=field, choices=choices)
    expected = _EXPECTED.match(message)
    return InvalidRequest(_WANTS.get(expected[1], _WANTS_ANOTHER) if expected else _WANTS_ANOTHER, field=field, name=field)


def _choices(type: Any, path: str) -> list[str]:
    """The values a field of closed choice takes; none for other fields."""
    for part in path.split("."):
        hint = get_type_hints(type).get(part) if isinstance(type, _StructMeta) else None
        options = [hint, *get_args(hint)]
        type = next((o for o in options if isinstance(o, _StructMeta)), None)
        literal = next((o for o in options if get_origin(o) is Literal), None)
        if literal is not None:
            return [str(value) for value in get_args(literal)]
        if type is None:
            return []
    return []


_StructMeta = msgspec.StructMeta


def check_request(value: Any) -> CheckRequest:
    """One check from plain JSON values. Raises `InvalidRequest`."""
    found = convert(value, CheckRequest)
    for field in ("claimed_brand", "region", "platform", "lang"):
        text = getattr(found, field)
        if text is not None and _is_damaged(text):
            raise InvalidRequest(N_("“{name}” contains half a character (a lone surrogate)."), field=field, name=field)
    return found


def _is_damaged(text: str) -> bool:
    """Whether a text holds lone surrogates, which no encoding can carry."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


LONGEST_QUERY_INPUT = 2_048
"""The longest ``input`` of ``GET /v1/check``, in characters (the contract)."""


def check_query() -> CheckRequest:
    """One check from the query's parameters. Raises `InvalidRequest`, `TooLarge`."""
    parameters: dict[str, Any] = dict(query_parameters())
    if "authentication" in parameters:
        parameters["authentication"] = read_json(parameters["authentication"], "authentication")
    found = check_request(parameters)
    if len(found.input) > LONGEST_QUERY_INPUT:
        raise TooLarge(
            N_("An input in the address has at most {limit} characters. Send a longer one with POST."), limit=LONGEST_QUERY_INPUT
        )
    return found
