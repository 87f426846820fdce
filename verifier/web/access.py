"""The access log and the latencies: what was asked of which route and how it went, never what was asked about."""

from __future__ import annotations

import json
import logging
import time

from flask import Flask, Response, g, request

from verifier.web.limits import caller_address
from verifier.web.services import services

log = logging.getLogger("verifier.access")

_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE"})


def register_access(app: Flask) -> None:
    """Time every request, count it, and log one JSON line about it."""
    app.before_request(_start)
    app.after_request(_finish)


def _start() -> None:
    g.started = time.perf_counter()


def _finish(response: Response) -> Response:
    """The route is the rule that matched (``/v1/brands/<id>``), not the address: whatever stands in an address stays out."""
    seconds = time.perf_counter() - g.get("started", time.perf_counter())
    route = request.url_rule.rule if request.url_rule else "-"
    method = request.method if request.method in _METHODS else "other"
    services().metrics.request(method, route, response.status_code, seconds)
    settings = services().settings
    if settings.access_log:
        line: dict[str, object] = {"method": method, "route": route, "status": response.status_code, "ms": round(seconds * 1000, 1)}
        if settings.access_log_address:
            line["address"] = caller_address()
        log.info(json.dumps(line))
    return response
