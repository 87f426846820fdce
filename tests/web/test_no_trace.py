"""Nothing of an input stays: not in logs, not in errors, not in addresses."""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import make_app
from verifier.checker import Checker
from verifier.world import World

MARK = "zq7secretmark"


def _ask(base: str, path: str, data: bytes | None = None, content_type: str = "application/json") -> int:
    request = urllib.request.Request(base + path, data=data, headers={"Content-Type": content_type})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_no_input_reaches_a_log(live: str, live_log: Path) -> None:
    """Whatever is sent, in whatever place, the running server writes method, route, status and time only."""
    body = json.dumps({"input": f"https://{MARK}.com/{MARK}?q={MARK}", "claimed_brand": MARK}).encode()
    assert _ask(live, "/v1/check", body) == 200
    assert _ask(live, "/v1/check/batch", json.dumps({"items": [{"input": MARK + "@b.com"}, {MARK: 1}]}).encode()) == 200
    assert _ask(live, f"/v1/check?input={MARK}@b.com") == 200
    assert _ask(live, "/v1/check", b'{"input": "' + MARK.encode() + b'\\ud800"}') == 422
    assert _ask(live, f"/{MARK}?x={MARK}") == 404
    assert _ask(live, f"/v1/brands/{MARK}") == 404
    assert _ask(live, "/", urllib.parse.urlencode({"input": f"{MARK} message"}).encode(), "application/x-www-form-urlencoded") == 200
    log = live_log.read_text("utf-8")
    assert MARK not in log
    lines = [json.loads(line[line.index("{") :]) for line in log.splitlines() if "verifier.access" in line]
    assert {"method": "POST", "route": "/v1/check", "status": 422} in [{k: v for k, v in line.items() if k != "ms"} for line in lines]
    assert all(line.keys() == {"method", "route", "status", "ms"} for line in lines)


def test_a_mistake_of_ours_is_recorded_without_the_input(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unexpected error answers 500 as a problem; the log has its type and place, not its message."""
    app = make_app(world)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"could not handle {MARK}")

    monkeypatch.setattr(Checker, "check", broken)
    with caplog.at_level(logging.INFO):
        response = app.test_client().post("/v1/check", json={"input": MARK})
    assert (response.status_code, response.json["type"]) == (500, "/problems/internal-error")
    assert MARK not in response.text
    assert MARK not in caplog.text
    assert "RuntimeError" in caplog.text and "test_no_trace.py" in caplog.text


def test_the_log_can_have_the_address_or_nothing(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """Both are settings."""
    with caplog.at_level(logging.INFO, "verifier.access"):
        make_app(world, VERIFIER_ACCESS_LOG_ADDRESS="on").test_client().get("/healthz")
        assert "127.0.0.1" in caplog.text
        caplog.clear()
        make_app(world, VERIFIER_ACCESS_LOG="off").test_client().get("/healthz")
        assert caplog.text == ""


_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def _private_key() -> str:
    """A fresh private key in wallet import format (base58check of version 0x80 and 32 bytes)."""
    data = b"\x80" + secrets.token_bytes(32)
    data += hashlib.sha256(hashlib.sha256(data).digest()).digest()[:4]
    number, text = int.from_bytes(data), ""
    while number:
        number, digit = divmod(number, 58)
        text = _BASE58[digit] + text
    return text


def test_a_secret_is_neither_kept_nor_repeated(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    """A private key is refused by the API and the page alike, with advice, and comes back in neither."""
    key = _private_key()
    with caplog.at_level(logging.DEBUG):
        api = client.post("/v1/check", json={"input": f"my key {key} what now"})
        address = client.get("/v1/check", query_string={"input": key})
        page = client.post("/", data={"input": key})
    assert (api.status_code, api.json["type"]) == (422, "/problems/secret-in-input")
    assert api.json["advice"]
    assert page.status_code == address.status_code == 422
    for text in (api.text, address.text, page.text, caplog.text):
        assert key not in text and key[5:20] not in text
