"""Headers for every response: what browsers may do with it, who may read it, how long it may be kept."""

from __future__ import annotations

from flask import Flask, Response, request

_PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""Content-Security-Policy (CSP Level 3): pages are text, one style sheet and pictures of our own; there is no script."""

_EXPOSED = "ETag, RateLimit, RateLimit-Policy, Retry-After, Content-Language"
_PREFLIGHT_SECONDS = "86400"

FRESH_SECONDS = 300
"""How long brand data, rules and the API's description may be used without asking again."""


def register_headers(app: Flask) -> None:
    """Set the headers that do not depend on what a handler does."""
    app.after_request(_secure)
    app.after_request(_share)


def _secure(response: Response) -> Response:
    headers = response.headers
    page = (response.content_type or "").startswith("text/html")
    headers.setdefault("Content-Security-Policy", _PAGE_POLICY if page else _DATA_POLICY)
    headers.setdefault("Referrer-Policy", "no-referrer")
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("X-Frame-Options", "DENY")
    headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    if page:
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    return response


def is_shared(path: str) -> bool:
    """Whether any site's script may read the response: the public API, which takes no credentials."""
    return path.startswith("/v1/") or path == "/openapi.json"


def _share(response: Response) -> Response:
    """CORS, open and without credentials (Fetch standard); preflights included."""
    if is_shared(request.path):
        headers = response.headers
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Expose-Headers"] = _EXPOSED
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if request.method == "OPTIONS":
            headers["Access-Control-Allow-Methods"] = response.headers.get("Allow", "GET, POST, OPTIONS")
            headers["Access-Control-Allow-Headers"] = "Accept-Language, Content-Type, If-None-Match"
            headers["Access-Control-Max-Age"] = _PREFLIGHT_SECONDS
    return response


def keep_nothing(response: Response) -> Response:
    """For answers to inputs: no cache, neither the browser's nor one on the way, keeps them."""
    response.headers["Cache-Control"] = "no-store"
    return response


def revalidate(response: Response, seconds: int = FRESH_SECONDS) -> Response:
    """For public data: an entity tag of the content, and 304 to whoever has it already (RFC 9110, section 13)."""
    response.headers["Cache-Control"] = f"public, max-age={seconds}" if seconds else "no-cache"
    response.vary.add("Accept-Language")
    response.add_etag()
    response.make_conditional(request)
    return response
