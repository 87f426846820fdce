"""Finding contacts in a text: addresses, mail, accounts and numbers in the disguises in which people and scammers write them.

Works on the folded text. First what stands for a dot, an "@" or a scheme is put back in place (`undoing`), keeping every place; then four
finders run, the most specific first, and none may overlap another.
"""

from __future__ import annotations

import re

import msgspec

from verifier.contacts.account_text import find_accounts
from verifier.contacts.disguise import Folded
from verifier.contacts.model import Email, Handle, Phone, Url
from verifier.contacts.phone import find_phones
from verifier.contacts.undoing import undo
from verifier.contacts.web_text import find_emails, find_urls

_MARKDOWN = re.compile(r"\]\((?=\s?[^\s()])")
"""Between the words of a Markdown link and its target."""
_OPEN_HOURS = re.compile(r"(?<=\d)[,，](?=\s?(?:24|7)\s?(?:小时|小時|个小时|hours?\b|h\b|[x×*/]))", re.IGNORECASE)
"""What parts a number from the hours somebody answers it."""


class Place(msgspec.Struct, frozen=True):
    """A contact found, with its place in the folded text."""

    contact: Url | Handle | Email | Phone
    start: int
    end: int


def find_contacts(folded: Folded, region: str | None) -> list[Place]:
    """Every contact in a folded text, in order, none overlapping another. Never raises. ``region`` reads national numbers."""
    undone = undo(folded.text)
    text = _MARKDOWN.sub(lambda gap: "\n" * len(gap[0]), undone.text) if "](" in undone.text else undone.text
    taken = bytearray(len(text) + 1)
    found: list[Place] = []

    def take(contact: Url | Handle | Email | Phone, start: int, end: int) -> None:
        taken[start:end] = b"\x01" * (end - start)
        found.append(Place(contact, undone.at(start), undone.at(end - 1) + 1))

    for finder in (find_emails, find_urls, find_accounts):
        for contact, start, end in finder(text, undone):
            if not any(taken[start:end]):
                take(contact, start, end)
    masked = "".join(["\n" if hidden else c for c, hidden in zip(text, taken, strict=False)]) if any(taken) else text
    masked = _OPEN_HOURS.sub("\n", masked)
    for phone, start, end in find_phones(masked, region):
        if not any(taken[start:end]):
            take(phone, start, end)
    found.sort(key=lambda place: place.start)
    return found
