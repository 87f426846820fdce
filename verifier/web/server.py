"""Serve with granian, which speaks HTTP in Rust and hands requests to threads of Python."""

from __future__ import annotations

import logging
import sys

from flask import Flask
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings

from verifier.registry.load import RegistryError, load_registry
from verifier.settings import SettingError, read_settings

_KEEP_ALIVE = True
_BACKLOG = 2048


def make_app() -> Flask:
    """The application with its log lines on standard error: what each worker process runs."""
    from verifier.web import create_app

    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
    logger = logging.getLogger("verifier")
    logger.handlers[:] = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return create_app()


def serve(host: str | None = None, port: int | None = None, workers: int | None = None) -> None:
    """Say where, then serve until interrupted; what is None comes from the settings.

    A setting without meaning or a damaged registry ends the process with status 2 and one line that says what is wrong,
    before any worker is started.
    """
    try:
        settings = read_settings()
        load_registry()
    except (SettingError, RegistryError) as error:
        print(f"verifier: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    host, port = host or settings.host, port or settings.port
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    print(f"\n  page  {address}/\n  try   curl '{address}/v1/check?input=tokenpocket.pro.verify.top'\n", file=sys.stderr, flush=True)
    Granian(
        "verifier.web.server:make_app",
        factory=True,
        address=host,
        port=port,
        workers=workers or settings.workers,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(keep_alive=_KEEP_ALIVE),
        blocking_threads=settings.threads,
        backlog=_BACKLOG,
        websockets=False,
        log_access=False,
        respawn_failed_workers=True,
    ).serve()
