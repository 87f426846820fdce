"""Entries of the word tables: what they stand for, however they are looked for."""

from __future__ import annotations

import random
import re

import pytest

from verifier.data import table
from verifier.messages.entries import as_shape, written_out
from verifier.messages.lexicon import LANGUAGES, hits
from verifier.messages.plain import normalise_word

FEW = 12
"""How many forms of one entry are tried."""
MANY = 60
"""How many entries of one table are tried."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shape_finds_every_form_of_its_entry(language: str) -> None:
    """An entry means the same whether its forms are written out or it is read as a shape."""
    choose = random.Random(language)
    entries = [e for listed in table(f"patterns.{language}")["concepts"].values() for e in normalise_word(listed).split(" | ") if "{" in e]
    for entry in choose.sample(entries, min(MANY, len(entries))):
        shape = re.compile(as_shape(entry.strip(), language))
        for _ in range(FEW):
            form = re.sub(r"\{([^{}]*)\}", lambda choice: choose.choice(choice[1].split(",")), entry)
            form = " ".join(form.replace("*", "").split())
            assert shape.search(f"- {form} -"), (entry, form)


def test_choices_may_be_empty_and_leave_one_space() -> None:
    """ "the {whole,} phrase" is "the phrase" as well."""
    assert list(written_out("the {whole,} phrase")) == ["the whole phrase", "the phrase"]
    assert re.search(as_shape("the {whole,} phrase", "en"), "send the phrase")


def test_words_end_where_they_end_unless_an_ending_is_open() -> None:
    """ "pay" is not in "payroll", "pay*" is; marks may be left out where people leave them out."""
    assert not hits("payroll", frozenset({"en"}))
    assert re.search(as_shape("pay{,s}*", "en"), "payroll")
    assert not re.search(as_shape("pay{,s}", "en"), "payroll")
    assert re.search(as_shape("{tu,su} código", "es"), "su codigo")


def test_words_of_one_language_are_not_read_as_english_in_its_texts() -> None:
    """ "con" is "with" in Spanish and a fraud in English."""
    spanish = {c for hit in hits("con su banco", frozenset({"es", "en"})) for c in hit.concepts}
    english = {c for hit in hits("it is a con", frozenset({"en"})) for c in hit.concepts}
    assert "scamword" not in spanish and "scamword" in english
