"""What the request handlers work with: built once by the application factory, found through the application."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import cast

from flask import current_app

from verifier.answer import CheckRequest
from verifier.checker import Checker, SlowFacts, no_slow_facts
from verifier.edge.limiter import Limiter
from verifier.edge.shared import Shared
from verifier.explain import LANGUAGES
from verifier.messages.lexicon import load_all
from verifier.registration import RegistrationFacts, ask_whois
from verifier.registry.index import Registry
from verifier.settings import Settings
from verifier.web.metrics import Metrics
from verifier.world import World

YOUNG = 10_000
"""So many objects more than before are made before the collector looks through the young ones (CPython's own figure is 700)."""


@dataclass(frozen=True)
class Services:
    """The checker and the state around it."""

    settings: Settings
    checker: Checker
    shared: Shared
    limiter: Limiter | None
    metrics: Metrics

    @property
    def registry(self) -> Registry:
        """The registry the checker asks."""
        return self.checker.world.registry


def build_services(settings: Settings, world: World | None = None) -> Services:
    """Load the registry and connect what the settings ask for. Raises `verifier.registry.load.RegistryError`."""
    shared = Shared(settings.redis_url)
    checker = Checker(world, slow_facts=_slow_facts(settings, shared))
    _warm_up(checker)
    spare_collector()
    return Services(
        settings=settings,
        checker=checker,
        shared=shared,
        limiter=Limiter(settings.rate_limit, shared) if settings.rate_limit else None,
        metrics=Metrics(),
    )


def spare_collector() -> None:
    """Leave the garbage collector little to look through while somebody waits: what is loaded now stays, and checks leave no cycles,
    only what is kept of hosts and words, which the collector would otherwise go through every few dozen checks."""
    gc.freeze()
    gc.set_threshold(YOUNG)


def _warm_up(checker: Checker) -> None:
    """Build now what would be built by the first request: what is broken stops the start, and no caller waits for it."""
    load_all()
    for lang in LANGUAGES:
        checker.check(
            CheckRequest(input="https://docs.google.com/forms/x @nobody a@example.com +85223810822 TP", kind="message", lang=lang)
        )


def _slow_facts(settings: Settings, shared: Shared) -> SlowFacts:
    if not settings.whois:
        return no_slow_facts
    return RegistrationFacts(
        shared,
        ask=lambda domain: ask_whois(domain, settings.whois_seconds, settings.whois_server),
        threads=settings.whois_threads,
        keep_seconds=settings.whois_cache_seconds,
        retry_seconds=settings.whois_retry_seconds,
    )


def services() -> Services:
    """The services of the application that handles the current request."""
    return cast(Services, current_app.extensions["verifier"])
