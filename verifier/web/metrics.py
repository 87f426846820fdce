"""Counts and latencies in the Prometheus text format. Labels are kinds, verdicts, routes and statuses: nothing of an input."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from threading import Lock

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""Prometheus text-based exposition format, version 0.0.4."""

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Upper bounds of the latency histogram, in seconds."""


class Metrics:
    """What one process has answered since it started. Safe for threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._checks: Counter[tuple[str, str]] = Counter()
        self._problems: Counter[str] = Counter()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._buckets: dict[str, list[int]] = {}
        self._seconds: Counter[str] = Counter()

    def check(self, kind: str, verdict: str) -> None:
        """Count one answered check."""
        with self._lock:
            self._checks[kind, verdict] += 1

    def problem(self, type: str) -> None:
        """Count one refused check or request by its problem type."""
        with self._lock:
            self._problems[type] += 1

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request and its latency."""
        with self._lock:
            self._requests[method, route, status] += 1
            buckets = self._buckets.setdefault(route, [0] * (len(BUCKETS) + 1))
            buckets[bisect_left(BUCKETS, seconds)] += 1
            self._seconds[route] += seconds  # type: ignore[assignment]

    def text(self, gauges: dict[str, tuple[str, float]]) -> str:
        """Everything counted, and ``gauges`` (name → help, value), in the exposition format."""
        with self._lock:
            lines = [*self._counters(), *self._latencies()]
        for name, (help, value) in gauges.items():
            lines += _head(name, help, "gauge")
            lines.append(f"{name} {value:g}")
        return "\n".join(lines) + "\n"

    def _counters(self) -> Iterator[str]:
        yield from _head("verifier_checks_total", "Checks answered, by kind of contact and verdict.", "counter")
        for (kind, verdict), count in sorted(self._checks.items()):
            yield f'verifier_checks_total{{kind="{kind}",verdict="{verdict}"}} {count}'
        yield from _head("verifier_problems_total", "Requests and batch items refused, by problem type.", "counter")
        for type, count in sorted(self._problems.items()):
            yield f'verifier_problems_total{{type="{type}"}} {count}'
        yield from _head("verifier_requests_total", "HTTP requests answered.", "counter")
        for (method, route, status), count in sorted(self._requests.items()):
            yield f'verifier_requests_total{{method="{method}",route="{route}",status="{status}"}} {count}'

    def _latencies(self) -> Iterator[str]:
        name = "verifier_request_seconds"
        yield from _head(name, "Time to answer, by route.", "histogram")
        for route, counts in sorted(self._buckets.items()):
            total = 0
            for bound, count in zip((*map(str, BUCKETS), "+Inf"), counts, strict=True):
                total += count
                yield f'{name}_bucket{{route="{route}",le="{bound}"}} {total}'
            yield f'{name}_sum{{route="{route}"}} {self._seconds[route]:.6f}'
            yield f'{name}_count{{route="{route}"}} {total}'


def _head(name: str, help: str, type: str) -> list[str]:
    return [f"# HELP {name} {help}", f"# TYPE {name} {type}"]
