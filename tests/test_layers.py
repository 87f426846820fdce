"""The architecture, held by the imports themselves."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "verifier"

CORE = ("contacts", "registry", "rules", "lookalikes", "messages", "explain", "data")
CORE_MODULES = ("answer.py", "checker.py", "errors.py", "verdict.py", "world.py", "__init__.py")
WORLDLY = {"flask", "redis", "sqlalchemy", "whois", "socket", "limits", "granian", "requests", "urllib.request", "http.client", "werkzeug"}

ONE_IMPORTER = {
    "phonenumbers",
    "tldextract",
    "idna",
    "can_ada",
    "babel",
    "whois",
    "redis",
    "limits",
    "granian",
    "click",
    "rich",
    "rapidfuzz",
    "ahocorasick",
    "re2",
    "opencc",
}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def _top(names: set[str]) -> set[str]:
    return {name.split(".")[0] for name in names}


CORE_FILES = [p for part in CORE for p in (ROOT / part).rglob("*.py")] + [ROOT / m for m in CORE_MODULES]


@pytest.mark.parametrize("path", CORE_FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_core_imports_nothing_that_talks_to_the_world(path: Path) -> None:
    """Reading, registry, rules, verdict and explanation are pure."""
    names = _imports(path)
    assert not (names | _top(names)) & WORLDLY
    assert not {n for n in names if n.startswith(("verifier.web", "verifier.registration", "verifier.cli", "verifier.edge"))}


def test_a_check_loads_nothing_that_talks_to_the_world() -> None:
    """Importing the Python face pulls in no web framework, no store, no WHOIS client, not even indirectly."""
    code = "import sys, verifier; print(*sorted({m.split('.')[0] for m in sys.modules} & {'flask','redis','whois','limits','granian','werkzeug'}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("library", sorted(ONE_IMPORTER))
def test_a_library_has_one_importer(library: str) -> None:
    """Each library is known to one module or package; the rest speaks our own types."""
    importers = {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py") if library in _top(_imports(path))}
    assert len(importers) <= 1, f"{library} is imported by {sorted(importers)}"
