"""The service behind its real server: what only bytes on a wire can show."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.web.conftest import ROOT


def _chunked(live: str, pieces: Iterator[bytes]) -> tuple[int, Any]:
    connection = http.client.HTTPConnection(urlsplit(live).netloc, timeout=20)
    connection.request("POST", "/v1/check", pieces, {"Content-Type": "application/json"}, encode_chunked=True)
    response = connection.getresponse()
    status, body = response.status, json.loads(response.read())
    connection.close()
    return status, body


def _raw(live: str, target: bytes) -> bytes:
    """The whole response to a GET of exactly these bytes."""
    address = urlsplit(live)
    with socket.create_connection((address.hostname, address.port), 10) as connection:  # type: ignore[arg-type]
        connection.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        found = b""
        while piece := connection.recv(65536):
            found += piece
    return found


def test_a_body_may_come_in_chunks(live: str) -> None:
    """Without a Content-Length it is read to its end."""
    status, answer = _chunked(live, iter([b'{"input": "https://help.', b'tokenpocket.pro/"}']))
    assert (status, answer["verdict"]) == (200, "official")


def test_chunks_have_the_same_limit(live: str) -> None:
    """A body that never says how long it is ends at the limit all the same."""
    status, problem = _chunked(live, (b" " * 65536 for _ in range(80)))
    assert (status, problem["type"], problem["field"]) == (413, "/problems/too-large", "body")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        (b"input=\xe4\xb8\xad@example.com", b"200"),
        (b"input=\xff\xfe", b"400"),
        (b"input=%ff", b"400"),
        (b"input=%", b"4"),
        (b"input=" + b"%E5%AD%97" * 2000, b"4"),
        (b"input=" + b"a" * 60000, b"413"),
        (b"&&&===&input=a@example.com", b"400"),
    ],
    ids=["UTF-8 as it is", "other bytes", "escaped bytes", "half an escape", "many escapes", "very long", "empty names"],
)
def test_odd_queries_are_answered(live: str, query: bytes, status: bytes) -> None:
    """Raw bytes in the request line never end in a 5xx or a broken connection."""
    assert _raw(live, b"/v1/check?" + query).split(b" ")[1].startswith(status)


def test_a_wrong_setting_stops_the_start_with_one_line() -> None:
    """No traceback, no half-started service: the variable and what it wants."""
    environment = {**os.environ, "VERIFIER_RATE_LIMIT": "plenty", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", "from verifier.web.server import serve; serve()"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith("verifier: VERIFIER_RATE_LIMIT='plenty': wants") and done.stderr.count("\n") == 1


def test_the_server_says_no_more_than_it_must(live: str) -> None:
    """No version of anything in the headers."""
    head = _raw(live, b"/healthz").split(b"\r\n\r\n")[0].lower()
    assert b"python" not in head and b"werkzeug" not in head and b"flask" not in head
