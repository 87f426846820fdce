"""A real Redis: shared by the workers while it lives, missed by nobody when it dies."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.operations.conftest import RedisServer, WhoisServer
from tests.operations.test_registration import eventually
from verifier.edge.limiter import Limiter
from verifier.edge.shared import Shared
from verifier.settings import Rate, Settings, read_settings
from verifier.web import create_app
from verifier.web.services import build_services
from verifier.world import World

LINK = {"input": "https://help.tokenpocket.pro/"}


def make_app(world: World, **environment: str) -> Flask:
    """An application of its own, as each worker has one."""
    settings: Settings = read_settings({"VERIFIER_WHOIS": "off", **environment})
    return create_app(settings, build_services(settings, world))


def worker(world: World, redis: RedisServer, limit: str = "6/hour") -> FlaskClient:
    """A client of one more worker that shares this Redis."""
    return make_app(world, REDIS_URL=redis.url, VERIFIER_RATE_LIMIT=limit).test_client()


def test_workers_share_the_limit(world: World, redis_server: RedisServer) -> None:
    """What one worker counted, another knows."""
    one, two = worker(world, redis_server), worker(world, redis_server)
    for client in (one, two, one, two, one, two):
        assert client.post("/v1/check", json=LINK).status_code == 200
    assert one.post("/v1/check", json=LINK).status_code == 429
    assert two.post("/v1/check", json=LINK).status_code == 429


def test_a_redis_that_dies_costs_no_check(world: World, redis_server: RedisServer) -> None:
    """Checks go on, the limit is kept in the process, readiness reports it without failing; when Redis is back it counts again."""
    client = worker(world, redis_server, "4/hour")
    assert client.get("/readyz").json["redis"] == "up"
    assert client.post("/v1/check", json=LINK).status_code == 200
    redis_server.kill()
    statuses = [client.post("/v1/check", json=LINK).status_code for _ in range(6)]
    assert statuses == [200, 200, 200, 200, 429, 429]
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json["redis"]) == (200, "down")
    assert "verifier_redis_up 0" in client.get("/metrics").text


def test_a_redis_that_returns_is_used_again(redis_server: RedisServer) -> None:
    """After the rest that follows a failure the process reconnects by itself, limits included."""
    shared = Shared(redis_server.url, retry_seconds=0.2)
    limiter = Limiter(Rate(3, 3600), shared)
    limiter.spend("192.0.2.1")
    redis_server.kill()
    limiter.spend("192.0.2.1")
    assert shared.state() == "down"
    redis_server.start()
    eventually(lambda: shared.state() == "up")
    assert limiter.spend("192.0.2.1").remaining == 2
    shared.set("a", "b", 60)
    assert Shared(redis_server.url).get("a") == "b"


def test_a_redis_that_hangs_is_left_alone(world: World, redis_server: RedisServer) -> None:
    """A server that holds the connection and says nothing delays one request by a moment and the next ones not at all."""
    client = worker(world, redis_server, "100/hour")
    assert client.post("/v1/check", json=LINK).status_code == 200
    redis_server.freeze()
    try:
        assert [client.post("/v1/check", json=LINK).status_code for _ in range(20)] == [200] * 20
        assert client.get("/readyz").json["redis"] == "down"
    finally:
        redis_server.thaw()


def test_workers_share_domain_ages(world: World, redis_server: RedisServer, whois: WhoisServer) -> None:
    """A domain one worker has looked up is known to the other at once; the shared key does not spell it."""
    environment = {"VERIFIER_WHOIS": "on", "VERIFIER_WHOIS_SERVER": "{}:{}".format(*whois.address), "REDIS_URL": redis_server.url}
    one, two = (make_app(world, **environment).test_client() for _ in range(2))
    asked = {"input": "https://quite-unrelated-bakery.com/"}
    assert one.post("/v1/check", json=asked).json["pending"] == ["registration-age"]
    eventually(lambda: one.post("/v1/check", json=asked).json["pending"] == [])
    other = two.post("/v1/check", json=asked).json
    assert other["pending"] == []
    assert "young-domain" in {reason["rule"] for reason in other["reasons"]}
    assert whois.queries.count("quite-unrelated-bakery.com") == 1
    keys = Shared(redis_server.url)
    assert keys.pool is not None
    connection = keys.pool.get_connection()
    connection.send_command("KEYS", "*")
    assert not any("bakery" in str(key) for key in connection.read_response())


def test_a_redis_that_was_never_there_costs_no_check(world: World) -> None:
    """A wrong address is reported and missed by nobody."""
    client = make_app(world, REDIS_URL="redis://127.0.0.1:1/0", VERIFIER_RATE_LIMIT="10/hour").test_client()
    assert client.post("/v1/check", json=LINK).status_code == 200
    assert client.get("/readyz").json["redis"] == "down"
