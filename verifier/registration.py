"""When a domain was registered: the only importer of python-whois (WHOIS, RFC 3912).

A slow fact. `RegistrationFacts` answers a check at once with what it knows and sends its own threads for the rest, so
that the next question finds it. What leaves this machine is the registrable domain, to the WHOIS server of its
registry: never the address somebody submitted, and never who asked.
"""

from __future__ import annotations

import hashlib
import logging
import queue
import socket
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from threading import Lock, Thread
from typing import Any

from whois.exceptions import WhoisError
from whois.parser import WhoisEntry
from whois.whois import NICClient

from verifier.contacts.model import Contact, Url
from verifier.edge.shared import Shared

log = logging.getLogger("verifier.registration")

PENDING = "registration-age"
"""The name of this fact while it is on its way (the contract's ``pending``)."""

MOST_WAITING = 64
"""Look-ups that may wait for a thread; a domain met when all places are taken is not looked up this time."""
MOST_BYTES = 16_384
"""An answer is read no further: registries' answers are a few KiB."""
MOST_LINES, MOST_LINE = 300, 500
"""What of an answer is parsed: the parser's patterns are not linear in the length of a line."""
_EARLIEST = date(1985, 1, 1)
"""The first .com registrations are of 1985; an earlier date is a placeholder."""

Ask = Callable[[str], date | None]


class WhoisFailed(Exception):
    """The server was not reached in time, or what it said was no answer."""


class _Connection(socket.socket):
    """A socket with one deadline and one size limit for the whole exchange, optionally redirected to one fixed server."""

    def __init__(self, seconds: float, server: tuple[str, int] | None) -> None:
        super().__init__(socket.AF_INET, socket.SOCK_STREAM)
        self._until = time.monotonic() + seconds
        self._room = MOST_BYTES
        self._server = server

    def settimeout(self, value: float | None) -> None:
        """Never longer than what is left of the whole exchange."""
        left = max(0.01, self._until - time.monotonic())
        super().settimeout(left if value is None else min(value, left))

    def connect(self, address: Any) -> None:
        """Connect to the configured server, else to ``address``."""
        super().connect(self._server or address)

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Receive until the size limit, then as if the other side had closed; `TimeoutError` past the deadline."""
        if time.monotonic() >= self._until:
            raise TimeoutError("the WHOIS server took too long")
        self.settimeout(None)
        if not self._room:
            return b""
        found = super().recv(min(size, self._room), flags)
        self._room -= len(found)
        return found


class _Client(NICClient):  # type: ignore[misc]
    """python-whois' client over connections of our own."""

    def __init__(self, seconds: float, server: tuple[str, int] | None) -> None:
        super().__init__()
        self._seconds, self._server = seconds, server

    def get_socket(self) -> socket.socket:
        """The socket the client speaks through (the hook python-whois has for proxies)."""
        return _Connection(self._seconds, self._server)


def ask_whois(domain: str, seconds: float = 8.0, server: tuple[str, int] | None = None) -> date | None:
    """The day ``domain`` (ASCII) was registered; None where its registry says nothing about that.

    Waits ``seconds`` at most for each of at most two servers (IANA's, to learn the registry's, and the registry's own);
    ``server`` replaces both. Raises `WhoisFailed`.
    """
    try:
        text = _Client(seconds, server).whois_lookup(
            None, domain, NICClient.WHOIS_QUICK, quiet=True, ignore_socket_errors=False, timeout=max(1, round(seconds))
        )
    except (OSError, UnicodeError) as error:
        raise WhoisFailed(type(error).__name__) from error
    lines = [line[:MOST_LINE] for line in text.splitlines()[:MOST_LINES]]
    if not any(lines):
        raise WhoisFailed("empty answer")
    try:
        entry = WhoisEntry.load(domain, "\n".join(lines))
    except WhoisError:
        return None
    except Exception as error:  # a parser of free text from strangers: whatever it trips over is no answer
        raise WhoisFailed(type(error).__name__) from error
    return _earliest(entry.get("creation_date"))


def _earliest(found: Any) -> date | None:
    """The earliest plausible day among what the parser took for creation dates."""
    days = [_day(value) for value in (found if isinstance(found, list) else [found]) if isinstance(value, date)]
    today = datetime.now(UTC).date()
    return min((day for day in days if _EARLIEST <= day <= today), default=None)


def _day(value: date) -> date:
    if isinstance(value, datetime):
        return (value.astimezone(UTC) if value.tzinfo else value).date()
    return value


def domain_to_ask(contact: Contact) -> str:
    """The registrable domain whose age would tell something about ``contact``; "" where there is none.

    Nothing for addresses without a domain, for shared platforms (their age says nothing about a page there), and for
    special-use names that have no registry.
    """
    if not isinstance(contact, Url) or contact.host.is_ip or contact.host.shared_platform or contact.profile or contact.app:
        return ""
    return contact.host.registrable_domain


class RegistrationFacts:
    """Domain ages at hand (`verifier.checker.SlowFacts`): a cache, and a few threads that fill it. Safe for threads."""

    def __init__(
        self, shared: Shared, *, ask: Ask = ask_whois, threads: int = 4, keep_seconds: int = 86_400, retry_seconds: int = 600
    ) -> None:
        self._shared = shared
        self._ask = ask
        self._keep, self._retry = keep_seconds, retry_seconds
        self._most_threads = threads
        self._threads = 0
        self._waiting: queue.Queue[str] = queue.Queue(MOST_WAITING)
        self._under_way: set[str] = set()
        self._lock = Lock()

    def __call__(self, contact: Contact) -> tuple[Mapping[str, Any], tuple[str, ...]]:
        """What is known about the contact's domain now, and whether more is on its way."""
        domain = domain_to_ask(contact)
        if not domain:
            return {}, ()
        known = self._shared.get(_key(domain))
        if known is None:
            return {}, (PENDING,) if self._send_for(domain) else ()
        if not known:
            return {}, ()
        registered = date.fromisoformat(known)
        return {"registration_age_days": (datetime.now(UTC).date() - registered).days, "registered_on": registered}, ()

    def _send_for(self, domain: str) -> bool:
        """Have ``domain`` looked up, once; False where all places are taken."""
        with self._lock:
            if domain in self._under_way:
                return True
            try:
                self._waiting.put_nowait(domain)
            except queue.Full:
                return False
            self._under_way.add(domain)
            if self._threads < min(self._most_threads, len(self._under_way)):
                self._threads += 1
                Thread(target=self._work, name=f"whois-{self._threads}", daemon=True).start()
        return True

    def _work(self) -> None:
        while True:
            domain = self._waiting.get()
            found: date | None = None
            try:
                found = self._ask(domain)
            except WhoisFailed as error:
                log.info("WHOIS look-up failed: %s", error)
            except Exception as error:
                log.warning("WHOIS look-up failed unexpectedly: %s", type(error).__name__)
            self._shared.set(_key(domain), found.isoformat() if found else "", self._keep if found else self._retry)
            with self._lock:
                self._under_way.discard(domain)


def _key(domain: str) -> str:
    """The cache's key: a digest, so that a dump of the shared cache is no list of what people asked about."""
    return "registered:" + hashlib.blake2b(domain.encode(), digest_size=16).hexdigest()
