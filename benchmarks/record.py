"""Recorded results: what changed since the last run, and the tables in ``docs/benchmarks.md``."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"
DOCS = HERE.parent / "docs" / "benchmarks.md"


def stamp() -> dict[str, str]:
    """When and at which commit a measurement was made."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], check=False, capture_output=True, text=True, cwd=HERE)
    return {"date": datetime.now(UTC).date().isoformat(), "commit": commit.stdout.strip() or "unknown"}


def last(name: str) -> dict[str, Any]:
    """The recorded results of this name, {} where there are none."""
    path = RESULTS / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def record(name: str, results: dict[str, Any], lines: list[str]) -> None:
    """Keep the results and put their table between the markers of this name in the document."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    text = DOCS.read_text(encoding="utf-8")
    if begin in text and end in text:
        before, rest = text.split(begin, 1)
        _, after = rest.split(end, 1)
        DOCS.write_text("\n".join([before + begin, "", *lines, "", end + after]), encoding="utf-8")


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """A Markdown table."""
    return ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head), *("| " + " | ".join(row) + " |" for row in rows)]


def changed(now: float, before: float | None, digits: int = 2) -> str:
    """The difference to the last recorded figure, "" where there is none or it is nothing."""
    if before is None or round(now - before, digits) == 0:
        return ""
    return f"{now - before:+.{digits}f}"
