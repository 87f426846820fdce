"""Request limits: who is asking, what it costs, and the headers that say what is left."""

from __future__ import annotations

import ipaddress

from flask import Flask, Response, g, request

from verifier.edge.limiter import Allowance, caller_key
from verifier.errors import N_, TooLarge
from verifier.web.problems import RateLimited
from verifier.web.services import services

_CHARGES_ITSELF = "check.check_batch"
_POLICY = '"checks"'


def register_limits(app: Flask) -> None:
    """Count every request to the API and every form sent, and tell what is left in the RateLimit fields."""
    app.before_request(_count)
    app.after_request(_tell)


def caller_address() -> str:
    """The address of the caller: the connection's, or what proxies we trust say (the last one they did not add themselves)."""
    trusted = services().settings.trusted_proxies
    address = request.environ.get("REMOTE_ADDR") or ""
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")[-20:] if hop.strip()] if trusted else []
    while hops and _is_in(address, trusted):
        address = _without_port(hops.pop())
    return address


def _without_port(hop: str) -> str:
    """The address of a hop that some proxies write with its port: ``192.0.2.1:4711``, ``[2001:db8::1]:4711``."""
    if hop.startswith("["):
        return hop[1:].split("]")[0]
    return hop.split(":")[0] if hop.count(":") == 1 else hop


def _is_in(address: str, networks: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]) -> bool:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(ip in network for network in networks)


def _count() -> None:
    """One check for any request; a batch is charged by its own handler, which knows how many it has."""
    limited = request.path.startswith("/v1/") or request.method == "POST"
    if limited and request.method != "OPTIONS" and request.endpoint != _CHARGES_ITSELF:
        spend(1)


def spend(cost: int) -> None:
    """Charge the caller ``cost`` checks. Raises `RateLimited`; `TooLarge` for more than the whole allowance."""
    limiter = services().limiter
    if limiter is None or cost <= 0:
        return
    if cost > limiter.rate.amount:
        raise TooLarge(N_("A batch may have at most {limit} items here."), field="items", limit=limiter.rate.amount)
    found = limiter.spend(caller_key(caller_address()), cost)
    g.allowance = found
    if not found.allowed:
        raise RateLimited(
            N_("There were too many checks from your network. Try again in {seconds} seconds."), field="", seconds=found.reset
        )


def _tell(response: Response) -> Response:
    """The fields of draft-ietf-httpapi-ratelimit-headers."""
    found: Allowance | None = g.get("allowance")
    if found is not None:
        response.headers["RateLimit-Policy"] = f"{_POLICY};q={found.rate.amount};w={found.rate.seconds}"
        response.headers["RateLimit"] = f"{_POLICY};r={found.remaining};t={found.reset}"
    return response
