"""The only importer of limits: how many checks one caller may ask for, counted in Redis or in this process.

A sliding window (the counter form: two fixed windows, weighted), so that a caller cannot spend twice the allowance
around a full minute.
"""

from __future__ import annotations

import ipaddress
import math
import time
from dataclasses import dataclass

from limits import RateLimitItem, RateLimitItemPerSecond
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from verifier.edge.shared import Shared
from verifier.settings import Rate


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of a caller's limit; ``reset`` is in seconds from now."""

    allowed: bool
    rate: Rate
    remaining: int
    reset: int


class Limiter:
    """Counts what each caller asks for. Safe for threads."""

    def __init__(self, rate: Rate, shared: Shared) -> None:
        self.rate = rate
        self._item: RateLimitItem = RateLimitItemPerSecond(rate.amount, rate.seconds, namespace="verifier:limit")
        self._local = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._shared = shared
        self._redis = SlidingWindowCounterRateLimiter(RedisStorage("redis://", connection_pool=shared.pool)) if shared.pool else None

    def spend(self, caller: str, cost: int = 1) -> Allowance:
        """Count ``cost`` checks for ``caller`` if the limit still has room for all of them."""
        shared = self._redis
        if shared is not None and (found := self._shared.try_redis(lambda: self._ask(shared, caller, cost))):
            return found
        return self._ask(self._local, caller, cost)

    def _ask(self, counter: SlidingWindowCounterRateLimiter, caller: str, cost: int) -> Allowance:
        allowed = counter.hit(self._item, caller, cost=cost)
        window = counter.get_window_stats(self._item, caller)
        reset = max(1, math.ceil(window.reset_time - time.time()))
        return Allowance(allowed, self.rate, max(0, window.remaining), min(reset, 2 * self.rate.seconds))


def caller_key(address: str) -> str:
    """The caller an address stands for: an IPv4 address, or the /64 an IPv6 address is in (one customer's network).

    >>> caller_key("2001:db8::1") == caller_key("2001:db8::2")
    True
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "-"
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, 64), strict=False).network_address)
    return str(ip)
