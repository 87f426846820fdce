"""What browsers and caches are told."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.conftest import make_app
from verifier.world import World

PUBLIC = ["/v1/brands", "/v1/brands/tokenpocket", "/v1/rules", "/openapi.json"]
INPUTS = [("GET", "/v1/check?input=a@b.com"), ("POST", "/v1/check"), ("POST", "/v1/check/batch"), ("POST", "/")]


@pytest.mark.parametrize("path", [*PUBLIC, "/brands", "/brands/tokenpocket"])
def test_public_data_is_cached_by_its_tag(client: FlaskClient, path: str) -> None:
    """The tag answers If-None-Match with 304 and no body; another language has another tag."""
    first = client.get(path)
    tag = first.headers["ETag"]
    assert ("max-age" if path in PUBLIC else "no-cache") in first.headers["Cache-Control"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    if path != "/openapi.json":
        assert client.get(path, headers={"Accept-Language": "zh-CN", "If-None-Match": tag}).status_code == 200
        assert "Accept-Language" in first.headers["Vary"]


@pytest.mark.parametrize(("method", "path"), INPUTS)
def test_answers_to_inputs_are_kept_by_nobody(client: FlaskClient, method: str, path: str) -> None:
    """`no-store`, whether it is an answer or a problem."""
    response = client.open(path, method=method, json={"input": "a@b.com"} if path.startswith("/v1/check") and method == "POST" else None)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


@pytest.mark.parametrize("path", [*PUBLIC, "/v1/check?input=a@b.com", "/v1/check", "/v1/nothing"])
def test_any_site_may_read_the_api_without_credentials(client: FlaskClient, path: str) -> None:
    """CORS is open for everything under /v1, errors included; credentials are never invited."""
    headers = client.get(path, headers={"Origin": "https://wallet.example"}).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers
    assert {"ETag", "Retry-After", "RateLimit"} <= set(headers["Access-Control-Expose-Headers"].split(", "))


def test_a_preflight_is_answered(client: FlaskClient) -> None:
    """A page elsewhere may POST JSON and send If-None-Match."""
    asked = {"Origin": "https://wallet.example", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    response = client.options("/v1/check", headers=asked)
    assert response.status_code == 200
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    allowed = response.headers["Access-Control-Allow-Headers"].lower()
    assert "content-type" in allowed and "if-none-match" in allowed and "authorization" not in allowed


@pytest.mark.parametrize("path", ["/", "/brands", "/healthz", "/metrics"])
def test_pages_are_not_for_other_sites(client: FlaskClient, path: str) -> None:
    """No CORS outside of the public API."""
    assert "Access-Control-Allow-Origin" not in client.get(path).headers


@pytest.mark.parametrize("path", ["/", "/brands", "/brands/tokenpocket", "/nothing", "/v1/check?input=a@b.com", "/static/page.css"])
def test_every_response_is_locked_down(client: FlaskClient, path: str) -> None:
    """No framing, no sniffing, no referrer, no script, nothing from elsewhere."""
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "script-src" not in policy and "http" not in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_metrics_can_be_switched_off(world: World) -> None:
    """The setting hides them."""
    app: Flask = make_app(world, VERIFIER_METRICS="off")
    assert app.test_client().get("/metrics").status_code == 404
