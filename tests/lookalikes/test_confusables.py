"""Skeletons, plain letters, scripts: what a text looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.lookalikes.confusables import (
    disguised_letters,
    is_mixed_script,
    plain_letters,
    rough_shape,
    script_of,
    skeleton,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tоkenpоcket", "tokenpocket"),
        ("ｍｅｔａｍａｓｋ", "metamask"),
        ("𝐦𝐞𝐭𝐚𝐦𝐚𝐬𝐤", "metamask"),
        ("ⓜⓔⓣⓐⓜⓐⓢⓚ", "metamask"),
        ("rnetarnask", "metamask"),
        ("мetamask", "metamask"),
        ("c0inbase", "coinbase"),
        ("tokenpocкet", "tokenpocket"),
    ],
)
def test_texts_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    """Letters of other scripts, styled letters, digits and halves of letters fold to what they look like."""
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("metamask", "metabase"), ("中国", "中國"), ("ledger", "lodger")])
def test_texts_that_look_different_keep_different_skeletons(one: str, other: str) -> None:
    """Nothing but looks is folded."""
    assert skeleton(one) != skeleton(other)


def test_a_capital_i_passes_for_a_small_l_only_as_written() -> None:
    """Case matters where a platform shows it."""
    assert skeleton("IedgerLive", cased=True) == skeleton("ledgerLive", cased=True)
    assert skeleton("ΒΙΝΑΝCΕ", cased=True) == skeleton("BINANCE", cased=True)
    assert skeleton("IedgerLive") != skeleton("ledgerLive")


@given(st.text(max_size=60))
def test_folding_never_fails_and_comes_to_rest(text: str) -> None:
    """A skeleton's skeleton is itself, and plain letters stay plain."""
    once = skeleton(text)
    assert skeleton(once) == once
    assert plain_letters(plain_letters(text)) == plain_letters(text)
    rough_shape(text)


@given(st.text(max_size=60))
def test_disguised_letters_stand_where_they_say(text: str) -> None:
    """Each letter's place is its place in the text, and what it passes for is ASCII."""
    for letter in disguised_letters(text):
        assert text[letter.at] == letter.seen
        assert letter.like.isascii() and letter.like


@pytest.mark.parametrize(
    ("text", "mixed"), [("tоken", True), ("tp钱包", False), ("みずほbank", False), ("почта", False), ("αlpha", True), ("abc123", False)]
)
def test_scripts_that_no_writing_mixes(text: str, mixed: bool) -> None:
    """UTS #39, "Highly Restrictive": Latin goes with Chinese, Japanese and Korean, not with Cyrillic or Greek."""
    assert is_mixed_script(text) is mixed


def test_scripts_come_from_the_character_database() -> None:
    """One letter of each of some scripts."""
    assert [script_of(c) for c in "aбγא中あ한1-"] == [
        "Latin",
        "Cyrillic",
        "Greek",
        "Hebrew",
        "Han",
        "Hiragana",
        "Hangul",
        "Common",
        "Common",
    ]
