"""The only importer of redis: a cache with expiry that goes on without it.

With ``REDIS_URL`` the workers share one Redis. When it does not answer, each worker turns to its own memory for
`RETRY_SECONDS` and then tries again; nobody waits longer than `ANSWER_SECONDS` for it.
"""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, Literal, TypeVar, cast

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

log = logging.getLogger("verifier.shared")

T = TypeVar("T")

ANSWER_SECONDS = 0.25
"""Longest wait for Redis to connect or to answer."""
RETRY_SECONDS = 5.0
"""How long Redis is left alone after it failed."""
MOST_LOCAL_ENTRIES = 20_000
"""Entries of the in-process cache; the least recently used leave first."""
_PREFIX = "verifier:"

State = Literal["off", "up", "down"]


class LocalCache:
    """A bounded cache with expiry in this process; safe for threads."""

    def __init__(self, most: int = MOST_LOCAL_ENTRIES) -> None:
        self._most = most
        self._entries: OrderedDict[str, tuple[float, str]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> str | None:
        """The value, or None where there is none or it has expired."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            if entry[0] <= time.monotonic():
                del self._entries[key]
                return None
            self._entries.move_to_end(key)
            return entry[1]

    def set(self, key: str, value: str, seconds: int) -> None:
        """Keep ``value`` for ``seconds``."""
        with self._lock:
            self._entries[key] = (time.monotonic() + seconds, value)
            self._entries.move_to_end(key)
            while len(self._entries) > self._most:
                self._entries.popitem(last=False)


class Shared:
    """The state the workers share, or this process's own. Built once; safe for threads."""

    def __init__(self, url: str = "", *, retry_seconds: float = RETRY_SECONDS) -> None:
        self._local = LocalCache()
        self._retry_seconds = retry_seconds
        self._rest_until = 0.0
        self._failed = False
        self.pool: redis.ConnectionPool | None = None
        """The connections to Redis, for the request limits; None without ``REDIS_URL``."""
        self._redis: Any | None = None
        if url:
            self.pool = redis.ConnectionPool.from_url(
                url,
                socket_timeout=ANSWER_SECONDS,
                socket_connect_timeout=ANSWER_SECONDS,
                decode_responses=True,
                retry=Retry(NoBackoff(), 0),
            )
            self._redis = redis.Redis(connection_pool=self.pool)

    def try_redis(self, ask: Callable[[], T]) -> T | None:
        """What ``ask`` gets from Redis; None where Redis is off, resting after a failure, or fails now."""
        if self.pool is None or time.monotonic() < self._rest_until:
            return None
        try:
            found = ask()
        except (redis.RedisError, OSError) as error:
            self._rest_until = time.monotonic() + self._retry_seconds
            if not self._failed:
                log.warning(
                    "Redis does not answer (%s): going on without it, next try in %.0f s", type(error).__name__, self._retry_seconds
                )
            self._failed = True
            return None
        if self._failed:
            log.warning("Redis answers again")
            self._failed = False
        return found

    def get(self, key: str) -> str | None:
        """A value from Redis, else from this process."""
        client = self._redis
        found = self.try_redis(lambda: cast("str | None", client.get(_PREFIX + key))) if client else None
        return self._local.get(key) if found is None else found

    def set(self, key: str, value: str, seconds: int) -> None:
        """Keep a value for ``seconds``, here and in Redis."""
        if client := self._redis:
            self.try_redis(lambda: client.set(_PREFIX + key, value, ex=seconds))
        self._local.set(key, value, seconds)  # last, so that no worker knows what the others do not yet

    def state(self) -> State:
        """Whether Redis is configured and answers now."""
        client = self._redis
        if client is None:
            return "off"
        return "up" if self.try_redis(client.ping) else "down"
