"""What all tests share: one world for the session, and the promise that CI skips nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings

from verifier import Verifier
from verifier.checker import Checker
from verifier.world import World

settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    """The rows of ``tests/cases/NAME.yaml``."""
    rows: list[Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return rows


@pytest.fixture(scope="session")
def world() -> World:
    """The shipped registry and its indexes."""
    return World()


@pytest.fixture(scope="session")
def checker(world: World) -> Checker:
    """A checker over the shipped registry, without slow facts."""
    return Checker(world)


@pytest.fixture(scope="session")
def verifier(checker: Checker) -> Verifier:
    """The Python face over the same checker."""
    return Verifier(checker)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Under ``CI=true`` a skipped test is a failed one: nothing goes unmeasured unseen."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):  # type: ignore[attr-defined]
        report.outcome = "failed"  # type: ignore[attr-defined]
        report.longrepr = f"skipped in CI: {report.longrepr}"  # type: ignore[attr-defined]
    return report
