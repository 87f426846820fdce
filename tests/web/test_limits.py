"""Request limits, counted in the process."""

from __future__ import annotations

import pytest

from tests.web.conftest import make_app
from verifier.edge.limiter import caller_key
from verifier.world import World

LINK = {"input": "https://help.tokenpocket.pro/"}


def test_beyond_the_limit_comes_a_problem_that_says_when(world: World) -> None:
    """429 with Retry-After, and the RateLimit fields before and at the limit."""
    client = make_app(world, VERIFIER_RATE_LIMIT="3/hour").test_client()
    left = [client.post("/v1/check", json=LINK).headers["RateLimit"].split(";")[1] for _ in range(3)]
    assert left == ["r=2", "r=1", "r=0"]
    refused = client.post("/v1/check", json=LINK, headers={"Accept-Language": "zh-Hant"})
    assert (refused.status_code, refused.json["type"], refused.json["title"]) == (429, "/problems/rate-limited", "短時間內查詢過多")
    assert 0 < int(refused.headers["Retry-After"]) <= 7200
    assert refused.headers["RateLimit-Policy"] == '"checks";q=3;w=3600'
    assert client.post("/", data=LINK).status_code == 429
    assert client.get("/").status_code == client.get("/healthz").status_code == 200


def test_a_batch_costs_its_items(world: World) -> None:
    """Asking for many at once is no way around the limit; more than the whole allowance can never be asked."""
    client = make_app(world, VERIFIER_RATE_LIMIT="10/hour").test_client()
    assert client.post("/v1/check/batch", json={"items": [LINK] * 8}).headers["RateLimit"].split(";")[1] == "r=2"
    assert client.post("/v1/check/batch", json={"items": [LINK] * 3}).status_code == 429
    too_many = client.post("/v1/check/batch", json={"items": [LINK] * 11})
    assert (too_many.status_code, too_many.json["field"]) == (413, "items")
    assert client.post("/v1/check/batch", json={"items": [LINK] * 2}).status_code == 200
    assert client.post("/v1/check/batch", json={"items": []}).status_code == 429


def test_an_address_is_one_caller_whatever_it_says_about_itself(world: World) -> None:
    """Without trusted proxies X-Forwarded-For means nothing."""
    client = make_app(world, VERIFIER_RATE_LIMIT="2/hour").test_client()
    statuses = [client.post("/v1/check", json=LINK, headers={"X-Forwarded-For": f"198.51.100.{i}"}).status_code for i in range(3)]
    assert statuses == [200, 200, 429]


def test_a_trusted_proxy_is_believed_for_what_it_added(world: World) -> None:
    """Callers behind it are told apart by the last address no proxy of ours has; what they wrote before it is ignored."""
    client = make_app(world, VERIFIER_RATE_LIMIT="1/hour", VERIFIER_TRUSTED_PROXIES="127.0.0.0/8, 10.0.0.0/8").test_client()

    def status(forwarded: str) -> int:
        return client.post("/v1/check", json=LINK, headers={"X-Forwarded-For": forwarded}).status_code

    assert status("198.51.100.1") == 200
    assert status("198.51.100.2, 10.0.0.7") == 200
    assert status("203.0.113.99, 198.51.100.1") == 429
    assert status("nonsense, 198.51.100.2, 10.1.1.1") == 429
    assert status("198.51.100.2:4711") == status("[::ffff:198.51.100.2]:4711") == 429
    assert status("[2001:db8::1]:4711") == 200


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
    ],
)
def test_a_network_is_one_caller(one: str, other: str, same: bool) -> None:
    """An IPv6 customer has a whole /64 to choose addresses from."""
    assert (caller_key(one) == caller_key(other)) is same


def test_preflights_cost_nothing(world: World) -> None:
    """A browser's question before the question is not counted."""
    client = make_app(world, VERIFIER_RATE_LIMIT="1/hour").test_client()
    for _ in range(3):
        assert client.options("/v1/check").status_code == 200
    assert client.post("/v1/check", json=LINK).status_code == 200
