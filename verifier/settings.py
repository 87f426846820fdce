"""The settings as one table: name, default and what each is for. Read once from the environment, never changed afterwards.

``docs/settings.md`` documents each of them; a test fails when one is missing there.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_RATE = re.compile(r"([1-9]\d{0,8})/(second|minute|hour|day)")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_HOST_PORT = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.\-]+)(?::(\d{1,5}))?")
_WHOIS_PORT = 43
"""RFC 3912, section 2."""


class SettingError(ValueError):
    """A setting has a value that means nothing; the message names the variable and what it wants."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many checks in so many seconds."""

    amount: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the environment variable, its default as one would write it there, what it does, and how it is read."""

    name: str
    default: str
    help: str
    read: Callable[[str], Any]


def _switch(text: str) -> bool:
    words = {"on": True, "off": False, "1": True, "0": False, "true": True, "false": False, "yes": True, "no": False}
    if text.lower() not in words:
        raise ValueError("wants on or off")
    return words[text.lower()]


def _number(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise ValueError(f"wants a whole number from {low} to {high}")
        return int(text)

    return read


def _rate(text: str) -> Rate | None:
    if text.lower() in ("off", "0", "none"):
        return None
    match = _RATE.fullmatch(text.lower())
    if not match:
        raise ValueError("wants off, or a number per second, minute, hour or day, such as 600/minute")
    return Rate(int(match[1]), _SECONDS[match[2]])


def _networks(text: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip())
    except ValueError:
        raise ValueError("wants addresses or networks such as 127.0.0.1, 10.0.0.0/8") from None


def _redis_url(text: str) -> str:
    if text and not text.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("wants redis://host:port/db, rediss://… or unix://path")
    return text


def _server(text: str) -> tuple[str, int] | None:
    if not text:
        return None
    match = _HOST_PORT.fullmatch(text)
    if not match or not 0 < int(match[2] or _WHOIS_PORT) < 65536:
        raise ValueError("wants host or host:port")
    return match[1].strip("[]"), int(match[2] or _WHOIS_PORT)


SETTINGS: dict[str, Setting] = {
    "host": Setting("VERIFIER_HOST", "127.0.0.1", "Address the server listens on.", str),
    "port": Setting("VERIFIER_PORT", "8000", "Port the server listens on.", _number(1, 65535)),
    "workers": Setting(
        "VERIFIER_WORKERS",
        "1",
        "Worker processes. Each holds the registry in memory and, without REDIS_URL, its own limits.",
        _number(1, 64),
    ),
    "threads": Setting("VERIFIER_THREADS", "2", "Threads that answer requests, in each worker.", _number(1, 64)),
    "redis_url": Setting(
        "REDIS_URL", "", "Redis that the workers share: request limits and domain ages. Empty: each process keeps its own.", _redis_url
    ),
    "rate_limit": Setting(
        "VERIFIER_RATE_LIMIT",
        "12000/minute",
        "Most checks from one address (an IPv6 /64 counts as one), as number/second, /minute, /hour or /day; "
        "a batch costs as many as it has items. off: no limit.",
        _rate,
    ),
    "trusted_proxies": Setting(
        "VERIFIER_TRUSTED_PROXIES",
        "",
        "Addresses or networks of reverse proxies whose X-Forwarded-For is believed, separated by commas. Empty: nobody's.",
        _networks,
    ),
    "max_body_bytes": Setting("VERIFIER_MAX_BODY_BYTES", "4194304", "Largest request body in bytes.", _number(1024, 2**30)),
    "batch_characters": Setting(
        "VERIFIER_BATCH_CHARACTERS",
        "500000",
        "Most characters of all items of a batch together, so that one request holds a thread for a second or two at worst.",
        _number(10_000, 100_000_000),
    ),
    "access_log": Setting(
        "VERIFIER_ACCESS_LOG",
        "on",
        "One line for each request: method, route, status, milliseconds. Never a query, a body or an address.",
        _switch,
    ),
    "access_log_address": Setting("VERIFIER_ACCESS_LOG_ADDRESS", "off", "Adds the caller's address to the access log.", _switch),
    "metrics": Setting("VERIFIER_METRICS", "on", "Serves /metrics. Keep the path off the public internet at the proxy.", _switch),
    "whois": Setting(
        "VERIFIER_WHOIS",
        "on",
        "Looks up when an unknown domain was registered. The registrable domain, and nothing else, goes to its registry's WHOIS server.",
        _switch,
    ),
    "whois_server": Setting(
        "VERIFIER_WHOIS_SERVER",
        "",
        "host or host:port of the one WHOIS server to ask for every domain. Empty: each registry's own.",
        _server,
    ),
    "whois_seconds": Setting("VERIFIER_WHOIS_SECONDS", "8", "Longest a WHOIS look-up may take; no check waits for it.", _number(1, 60)),
    "whois_threads": Setting("VERIFIER_WHOIS_THREADS", "4", "WHOIS look-ups at the same time, in each worker.", _number(1, 64)),
    "whois_cache_seconds": Setting(
        "VERIFIER_WHOIS_CACHE_SECONDS", "86400", "How long a registration date is kept.", _number(1, 31_536_000)
    ),
    "whois_retry_seconds": Setting(
        "VERIFIER_WHOIS_RETRY_SECONDS", "600", "How long a failed look-up, or one without a date, is not repeated.", _number(1, 31_536_000)
    ),
}
"""Every setting, by the name of its field in `Settings`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of `SETTINGS`; see there for what each means."""

    host: str
    port: int
    workers: int
    threads: int
    redis_url: str
    rate_limit: Rate | None
    trusted_proxies: tuple[Network, ...]
    max_body_bytes: int
    batch_characters: int
    access_log: bool
    access_log_address: bool
    metrics: bool
    whois: bool
    whois_server: tuple[str, int] | None
    whois_seconds: int
    whois_threads: int
    whois_cache_seconds: int
    whois_retry_seconds: int


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings from environment variables; an empty variable counts as absent. Raises `SettingError`.

    >>> read_settings({"VERIFIER_RATE_LIMIT": "600/minute"}).rate_limit
    Rate(amount=600, seconds=60)
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    for field, setting in SETTINGS.items():
        text = environment.get(setting.name, "").strip() or setting.default
        try:
            values[field] = setting.read(text)
        except ValueError as fault:
            raise SettingError(f"{setting.name}={text!r}: {fault}") from None
    return Settings(**values)
