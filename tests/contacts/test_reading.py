"""What a text is taken for, mail addresses, and the tables behind the readers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.conftest import cases
from verifier import Verifier
from verifier.contacts.email import looks_like_email, read_email
from verifier.contacts.model import Message
from verifier.contacts.numbering import REGIONS
from verifier.contacts.reader import clean, read, unwrapped
from verifier.data import table
from verifier.errors import Unreadable

MAIL = [pytest.param(row, id=row["text"]) for row in cases("mail_addresses")]
KINDS = [pytest.param(row, id=row["text"]) for row in cases("kinds")]


@pytest.mark.parametrize("row", MAIL)
def test_mail_addresses(row: dict[str, Any]) -> None:
    """An address is read with the name beside it, or refused."""
    if row["value"] is None:
        with pytest.raises(Unreadable):
            read_email(row["text"])
        return
    mail = read_email(row["text"])
    assert mail.value == row["value"]
    assert mail.display_name == row.get("name", "")
    assert looks_like_email(unwrapped(row["text"])) or "\u200b" in row["text"] or not row["text"].isascii()


@pytest.mark.parametrize("row", KINDS)
def test_kinds(row: dict[str, Any]) -> None:
    """`auto` takes a text for what a person would take it for."""
    contact = read(clean(row["text"]), "auto")
    assert contact.kind == row["kind"]
    if "value" in row:
        assert not isinstance(contact, Message)
        assert contact.value == row["value"]
    if "contacts" in row:
        assert isinstance(contact, Message)
        assert [found.contact.value for found in contact.found] == row["contacts"]


@pytest.mark.parametrize("text", ["javascript:alert('a b')", "data:text/html,<b>hi there</b>", "vbscript:x"])
def test_addresses_that_run_code_are_refused(text: str) -> None:
    """Code in an address is refused with a warning, spaces in it or not."""
    with pytest.raises(Unreadable, match="runs code"):
        read(text, "auto")


def test_service_numbers_are_a_sound_table() -> None:
    """Regions exist, shapes compile and match digits only, and each region names its source."""
    for region, row in table("service_numbers")["regions"].items():
        assert region in REGIONS
        assert row["source"]
        for shape in row["shapes"]:
            assert re.compile(shape["pattern"])
            assert shape["type"]
            assert not re.fullmatch(shape["pattern"], "")


def test_number_facts_are_a_sound_table() -> None:
    """Every list has a source, and its prefixes are digits that stand there once."""
    for key, row in table("number_facts").items():
        if key in ("//", "source"):
            continue
        assert row["source"]
        assert len(set(row["prefixes"])) == len(row["prefixes"])
        assert all(prefix.isdigit() for prefix in row["prefixes"])


def test_account_words_stand_in_one_class() -> None:
    """A word beside a name means one thing."""
    words = table("account_words")
    seen: dict[str, str] = {}
    for kind in ("says_help", "help", "official", "lure", "community", "neutral", "region"):
        for word in words[kind]:
            assert word == word.lower()
            assert seen.setdefault(word, kind) == kind


def test_phone_words_are_a_sound_table() -> None:
    """No word speaks for a telephone number and for another number at once."""
    words = table("phone_shapes")
    for script in ("latin", "chinese"):
        assert not set(words[f"{script}_phone_words"]["words"]) & set(words[f"{script}_labels_of_other_numbers"]["words"])


@pytest.mark.parametrize(
    "text",
    [
        "mailto:a@coinbase.com?bcc=evil@evil.example",
        "mailto:a@coinbase.com?subject=x&to=evil@evil.example",
        "mailto:a@coinbase.com?%63c=x@evil.example",
        "evil.example!a@coinbase.com",
        "a%evil.example@coinbase.com",
        '"a@evil.example"@coinbase.com',
    ],
)
def test_mail_that_goes_on_to_others_is_no_address(text: str) -> None:
    """A link with further readers, or an address that is a way to another host, is refused with the reason."""
    for kind in ("email", "auto"):
        try:
            assert Verifier().check(text, kind=kind).verdict != "official"
        except Unreadable:
            continue
    with pytest.raises(Unreadable):
        read(text, "email")
