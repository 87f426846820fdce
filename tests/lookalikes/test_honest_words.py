"""Ordinary language is nobody's imitation: the whole word list, and thousands of compounds, as host names."""

from __future__ import annotations

import random

from verifier.contacts.hosts import read_host
from verifier.lookalikes.words import COMMON, is_a_word
from verifier.world import World

WORDS = sorted(word for word in COMMON if len(word) > 3)
PAIRS = 8000
MOST_FLAGGED = 4
"""Of those pairs: names that are also words (``backpack``) meet words of the trade by chance."""


def test_no_english_word_alone_imitates_a_brand(world: World) -> None:
    """Neither as a company's name nor as a page of one's own."""
    names = {name.key for name in world.lookalikes._index.names}
    for word in WORDS:
        if word not in names:
            assert not world.lookalikes._of_host(read_host(f"{word}.example")), word


def test_hardly_any_compound_of_two_words_imitates_a_brand(world: World) -> None:
    """Companies are named by two words, glued or hyphenated."""
    chosen = random.Random(5)
    flagged = []
    for _ in range(PAIRS):
        label = chosen.choice(WORDS) + chosen.choice(["", "-"]) + chosen.choice(WORDS)
        if world.lookalikes._of_host(read_host(f"{label}.com")):
            flagged.append(label)
    assert len(flagged) <= MOST_FLAGGED, flagged


def test_the_word_list_holds_what_it_should() -> None:
    """No brand's coined name is taken for a word, and the list is whole."""
    assert len(WORDS) > 30_000
    assert not any(map(is_a_word, ("metamask", "tokenpocket", "trezor", "binance", "uniswap", "okx")))
