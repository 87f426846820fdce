"""Japanese and Korean close their clauses with the verb: endings say whether an act is asked, denied or told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from verifier.messages.reading import read_meaning
from verifier.messages.requests import requests_for

CASES = yaml.safe_load((Path(__file__).parent / "cases_verb_final.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['lang']} {c['why']}")
def test_the_ending_says_whether_it_is_asked_for(case: dict[str, str | bool]) -> None:
    """An act and its object are a request or not by what follows them."""
    reading = read_meaning(str(case["text"]))
    assert reading.language == case["lang"]
    assert any(True for _ in requests_for(reading, str(case["object"]))) is case["asked"]
