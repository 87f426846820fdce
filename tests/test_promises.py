"""The promises of the README and of the design, end to end."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import cases
from verifier import CheckError, Verifier

OPTIONS = ("claimed_brand", "region", "platform", "direction", "kind")


@pytest.mark.parametrize("row", cases("promises"), ids=lambda r: f"{r['input'][:40]} – {r['why']}")
def test_promise(row: dict[str, Any], verifier: Verifier) -> None:
    """Each line of ``promises.yaml`` holds, in all three languages."""
    options = {name: row[name] for name in OPTIONS if name in row}
    if "error" in row:
        with pytest.raises(CheckError) as caught:
            verifier.check(row["input"], **options)
        assert caught.value.problem == row["error"]
        return
    for lang in ("en", "zh-Hans", "zh-Hant"):
        answer = verifier.check(row["input"], lang=lang, **options)
        assert answer.summary
        if "verdict" in row:
            assert answer.verdict == row["verdict"]
        if "not" in row:
            assert answer.verdict != row["not"]
        if "brand" in row:
            assert answer.brand is not None
            assert answer.brand.id == row["brand"]
        if "role" in row:
            assert answer.brand is not None
            assert answer.brand.role == row["role"]
        if row.get("channels"):
            assert answer.official_contacts
        if "rule" in row:
            assert row["rule"] in {r.rule for r in answer.reasons}
        assert len(answer.contacts) >= row.get("contacts", 0)
        if "says" in row and lang == "en":
            text = " ".join([answer.summary, *(r.title + " " + r.detail for r in answer.reasons)])
            assert row["says"].lower() in text.lower()
