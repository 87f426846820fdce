"""Screening: what is left out by one pass would not have matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.messages.entries import words_and_shapes
from verifier.messages.lexicon import LANGUAGES
from verifier.screening import Screen, Shape

PATTERNS = (
    r"\bpay (?:\w+ ){0,3}back\b",
    r"(?<!\w)send(?! nothing)",
    r"[^\d\s]{2}\d+$",
    r"(?:助记|seed)\W{0,2}词?",
    r"[\])] ?(?=x)",
)
SCREEN = Screen(PATTERNS)
SHAPES = [Shape(pattern) for pattern in PATTERNS]


@given(st.text(alphabet="pay back send nothing seed 助记词é١٢\n[]()x-_.", max_size=60))
def test_what_is_screened_out_matches_nowhere(text: str) -> None:
    """Python's engine finds nothing that the screen has not announced, whatever the script."""
    announced = SCREEN.may_match(text)
    assert all(number in announced for number, pattern in enumerate(PATTERNS) if re.search(pattern, text))


@given(st.text(alphabet="pay back send nothing seed 助记词é١٢\n[]()x-_.", max_size=300))
def test_a_shape_finds_what_its_expression_finds(text: str) -> None:
    """The places are those of ``re.finditer``, also where many places only look like a match."""
    for shape, pattern in zip(SHAPES, PATTERNS, strict=True):
        assert list(shape.find(text)) == [match.span() for match in re.finditer(pattern, text)]


def test_a_shape_gives_up_looking_ahead_and_finds_the_rest() -> None:
    """After many places that only look like a match."""
    text = "send nothing, " * 100 + "send"
    assert list(SHAPES[1].find(text)) == [(len(text) - 4, len(text))]


def test_every_shape_of_the_tables_can_be_screened() -> None:
    """A shape with something re2 does not know is refused at once, not left out in silence."""
    assert all(Shape("|".join(shapes)) for language in LANGUAGES for shapes in words_and_shapes(language)[1].values())


@pytest.mark.parametrize("pattern", [r"(?P<a>x)(?P=a)", r"\Bx", r"(?!x"])
def test_what_cannot_be_relaxed_is_refused(pattern: str) -> None:
    """References, boundaries that are none, brackets that stay open."""
    with pytest.raises(ValueError):
        Screen([pattern])
