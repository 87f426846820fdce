"""Errors as RFC 9457 problem details, in the caller's language. Nothing of the input is repeated beyond what the reader must change."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import Any

import msgspec
from flask import Flask, Response, g, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

from verifier.answer import Advice
from verifier.errors import N_, STATUS, CheckError, TooLarge
from verifier.explain import fill, translate
from verifier.explain.advice import ADVICE
from verifier.web.language import accepted_language, page_language
from verifier.web.services import services

log = logging.getLogger("verifier.web")

MEDIA_TYPE = "application/problem+json"

TITLES: dict[str, str] = {
    "invalid-request": N_("The request does not fit"),
    "unreadable-input": N_("This cannot be read"),
    "secret-in-input": N_("This holds a secret: nobody may see it"),
    "too-large": N_("This is too large"),
    "rate-limited": N_("Too many checks in a short time"),
    "not-found": N_("There is nothing here"),
    "method-not-allowed": N_("This address does not take that method"),
    "unavailable": N_("This is not available right now"),
    "internal-error": N_("Something went wrong on our side"),
}
"""The title of each problem type, the same for all problems of the type (RFC 9457, section 3.1.4)."""

MEANINGS: dict[str, str] = {
    "invalid-request": N_(
        "A field is missing, unknown, given twice, or has a value that does not exist. “field” names it, “detail” says what it wants."
    ),
    "unreadable-input": N_("The input is no contact and no message that could be read. “detail” says why."),
    "secret-in-input": N_(
        "The input holds a recovery phrase or a private key. It was refused before anything looked at it, and nothing of it was kept."
    ),
    "too-large": N_("The input, the body or the batch is larger than allowed. “detail” names the limit."),
    "rate-limited": N_("Too many checks from one network. The Retry-After header says in how many seconds there is room again."),
    "not-found": N_("The address, or the brand asked for, does not exist."),
    "method-not-allowed": N_("The address exists, but not for this method. The Allow header lists those that it takes."),
    "unavailable": N_("The service cannot answer at the moment. Try again later."),
    "internal-error": N_("The service made a mistake. It was recorded without anything of the input."),
}
"""What each problem type means, for its page at ``/problems/TYPE``."""

ALL_STATUS: dict[str, int] = {**STATUS, "method-not-allowed": 405, "internal-error": 500}
"""The HTTP status of each type, those of HTTP itself included."""


class Problem(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why a request was not answered (RFC 9457). ``field`` names what to change; ``advice`` comes with ``secret-in-input``."""

    type: str
    title: str
    status: int
    detail: str
    field: str = ""
    advice: tuple[Advice, ...] = ()


class RateLimited(CheckError):
    """More checks than the limit allows."""

    problem = "rate-limited"


class NotFound(CheckError):
    """An address or a brand that does not exist."""

    problem = "not-found"


def problem_of(error: CheckError, lang: str) -> Problem:
    """The problem that tells about ``error`` in ``lang``."""
    advice = tuple(Advice(id, fill(ADVICE[id], {}, lang)) for id in error.advice)
    return make_problem(error.problem, fill(error.message, error.facts, lang), lang, field=error.field, advice=advice)


def make_problem(type: str, detail: str, lang: str, *, field: str = "", advice: tuple[Advice, ...] = ()) -> Problem:
    """A problem of a known type; ``detail`` is in ``lang`` already."""
    return Problem(f"/problems/{type}", translate(TITLES[type], lang), ALL_STATUS[type], detail, field, advice)


def problem_response(problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """The response that carries a problem."""
    response = Response(msgspec.json.encode(problem), problem.status, headers, content_type=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def wants_page() -> bool:
    """Whether the request is for a page that a person reads, rather than for the API."""
    return not request.path.startswith(("/v1/", "/openapi.json", "/healthz", "/readyz", "/metrics")) and request.path != "/v1"


def register_errors(app: Flask) -> None:
    """Answer every error as a problem: JSON for the API, a page for people."""
    app.register_error_handler(CheckError, _on_check_error)
    app.register_error_handler(HTTPException, _on_http_error)
    app.register_error_handler(Exception, _on_bug)


def _answer(problem: Problem, lang: str, headers: dict[str, str] | None = None) -> Response:
    services().metrics.problem(problem.type.removeprefix("/problems/"))
    if not wants_page():
        response = problem_response(problem, headers)
        response.headers["Content-Language"] = lang
        return response
    response = Response(render_template("problem.html", problem=problem), problem.status, headers)
    response.headers["Cache-Control"] = "no-store"
    return response


def _language() -> str:
    return page_language() if wants_page() else g.get("lang") or accepted_language()


def _on_check_error(error: CheckError) -> Response:
    lang = _language()
    headers = {"Retry-After": str(error.facts["seconds"])} if isinstance(error, RateLimited) else None
    return _answer(problem_of(error, lang), lang, headers)


def _on_http_error(error: HTTPException) -> Any:
    lang = _language()
    if error.code and error.code < 400:
        return error
    if isinstance(error, RequestEntityTooLarge):
        return _on_check_error(body_too_large())
    if isinstance(error, MethodNotAllowed):
        allowed = ", ".join(sorted(error.valid_methods or ()))
        detail = fill(N_("Use one of: {allowed}."), {"allowed": allowed}, lang)
        return _answer(make_problem("method-not-allowed", detail, lang), lang, {"Allow": allowed})
    if error.code == 404:
        detail = translate(N_("There is no such address. The API is described at /openapi.json."), lang)
        return _answer(make_problem("not-found", detail, lang), lang)
    return _answer(make_problem("invalid-request", translate(MEANINGS["invalid-request"], lang), lang), lang)


def body_too_large() -> TooLarge:
    """The error for a body beyond the limit."""
    return TooLarge(N_("The body is larger than {limit} bytes."), field="body", limit=services().settings.max_body_bytes)


def _on_bug(error: Exception) -> Response:
    """Say that it is our fault, and record where it happened: places in the code only, since messages may quote the input."""
    lang = _language()
    return _answer(our_fault(error, lang), lang)


def our_fault(error: Exception, lang: str) -> Problem:
    """The problem for a fault of ours, recorded without anything of the input."""
    places = [f"{Path(f.filename).name}:{f.lineno}:{f.name}" for f in traceback.extract_tb(error.__traceback__)[-8:]]
    log.error("unexpected %s at %s", type(error).__name__, " < ".join(reversed(places)))
    return make_problem("internal-error", translate(MEANINGS["internal-error"], lang), lang)
