"""The application for one test session, a running server, and a browser without JavaScript."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from verifier.settings import read_settings
from verifier.web import create_app
from verifier.web.services import build_services
from verifier.world import World

ROOT = Path(__file__).parent.parent.parent


def make_app(world: World, **environment: str) -> Flask:
    """An application with these settings; without look-ups to the outside and without limits unless asked for."""
    settings = read_settings({"VERIFIER_WHOIS": "off", "VERIFIER_RATE_LIMIT": "off", **environment})
    return create_app(settings, build_services(settings, world))


@pytest.fixture(scope="session")
def app(world: World) -> Flask:
    """The application most tests ask."""
    return make_app(world)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of it, with cookies of its own."""
    return app.test_client()


@pytest.fixture(scope="session")
def live_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the running server writes to its standard output and error."""
    return tmp_path_factory.mktemp("live") / "log"


@pytest.fixture(scope="session")
def live(live_log: Path) -> Iterator[str]:
    """The address of the service as it really runs: granian in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "VERIFIER_WHOIS": "off", "VERIFIER_RATE_LIMIT": "1000000/minute", "PYTHONPATH": str(ROOT)}
    code = f"from verifier.web.server import serve; serve(port={port})"
    with live_log.open("wb") as log:
        process = subprocess.Popen([sys.executable, "-c", code], env=environment, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT)
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(base + "/readyz", timeout=1).close()
                break
            except OSError:
                assert process.poll() is None, live_log.read_text()
                time.sleep(0.1)
        yield base
    finally:
        process.terminate()
        process.wait(20)


def _chromium() -> str | None:
    return next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The system's Chromium."""
    executable = _chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine: the page's tests in a browser did not run")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield found
        found.close()
