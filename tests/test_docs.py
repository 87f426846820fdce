"""The documentation keeps up with the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verifier.rules import all_rules
from verifier.rules.documentation import as_markdown

ROOT = Path(__file__).parent.parent


def test_the_page_of_rules_is_what_the_rules_say() -> None:
    """Run ``verifier rules --markdown > docs/rules.md`` after changing a rule."""
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == as_markdown(all_rules())


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")], ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """Relative links and pictures exist."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


def test_every_make_target_the_readme_names_exists() -> None:
    """A command in the README can be run."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"make ([a-z-]+)", (ROOT / "README.md").read_text("utf-8")))
    assert named
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in named)


def test_no_file_holds_a_path_of_a_machine() -> None:
    """Nothing tracked speaks of where it was written."""
    pattern = re.compile(r"(?<![\w./-])/(?:root|home/\w+|work|tmp/bash)/")
    for path in [*(ROOT / "verifier").rglob("*.py"), *(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "Makefile"]:
        assert not pattern.search(path.read_text("utf-8")), path
