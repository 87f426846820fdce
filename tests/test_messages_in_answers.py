"""Offsets and contacts of a message in the answer."""

from __future__ import annotations

from verifier import Verifier


def test_offsets_count_code_points_of_the_input_as_sent(verifier: Verifier) -> None:
    """Leading space, emoji and full-width letters before a contact do not move its underline."""
    text = "  \n😀请联系 https://example.org/x 谢谢"
    answer = verifier.check(text)
    (inner,) = answer.contacts
    assert inner.span is not None
    assert text[inner.span.start : inner.span.end] == "https://example.org/x"
