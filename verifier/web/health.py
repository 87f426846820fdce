"""``/healthz``, ``/readyz`` and ``/metrics``: for the operator, not for the public."""

from __future__ import annotations

from typing import Literal

import msgspec
from flask import Blueprint, Response, abort

from verifier.edge.shared import State
from verifier.web.headers import keep_nothing
from verifier.web.metrics import CONTENT_TYPE
from verifier.web.services import services

blueprint = Blueprint("health", __name__)


class Health(msgspec.Struct, frozen=True):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Readiness(msgspec.Struct, frozen=True):
    """What the service can do now. A Redis that is down costs no check, so it is reported here and fails nothing."""

    status: Literal["ready"]
    registry: str
    """The version of the registry that is loaded."""
    brands: int
    redis: State
    whois: Literal["on", "off"]


@blueprint.get("/healthz")
def healthz() -> Response:
    """Whether the process is alive."""
    return _json(Health())


@blueprint.get("/readyz")
def readyz() -> Response:
    """Whether checks can be answered; the application does not start without its registry, so they can."""
    found = services()
    registry = found.registry
    return _json(Readiness("ready", registry.version, len(registry.brands), found.shared.state(), "on" if found.settings.whois else "off"))


@blueprint.get("/metrics")
def metrics() -> Response:
    """Counts and latencies of this process for Prometheus."""
    found = services()
    if not found.settings.metrics:
        abort(404)
    brands = found.registry.brands.values()
    gauges = {
        "verifier_registry_brands": ("Brands in the registry.", float(len(brands))),
        "verifier_registry_contacts": ("Contacts in the registry.", float(sum(len(b.contacts) for b in brands))),
        "verifier_redis_up": ("1 where a Redis is configured and answers.", float(found.shared.state() == "up")),
    }
    return keep_nothing(Response(found.metrics.text(gauges), content_type=CONTENT_TYPE))


def _json(value: object) -> Response:
    return keep_nothing(Response(msgspec.json.encode(value), content_type="application/json"))
