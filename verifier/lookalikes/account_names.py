"""The names that an account's name can imitate: those of brands, and those of their own accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from verifier.contacts.platforms import is_other_form
from verifier.lookalikes.account_words import compact
from verifier.lookalikes.names import names_of
from verifier.lookalikes.words import is_a_word
from verifier.registry.model import Brand


class AccountName(msgspec.Struct, frozen=True):
    """A name one may imitate. ``distinctive``: coined, so that meeting it is no chance."""

    brand: str
    written: str
    key: str
    distinctive: bool
    coincidental: bool = False
    """A word of the trade or of everyday that is met beside other words by chance (``base``, ``safe``)."""


def account_names(brand: Brand) -> Iterator[AccountName]:
    """The names a brand goes by, then those of its accounts that are words and no codes."""
    known = {name.key: name for name in names_of(brand)}
    coined = {key: name.kind in ("distinctive", "rare") for key, name in known.items()}
    for key, name in known.items():
        yield AccountName(brand.id, brand.name if compact(brand.name) == key else key, key, coined[key], name.kind == "generic")
    for contact in brand.contacts:
        if contact.kind != "handle" or contact.status != "active" or contact.platform in ("github", "gitlab"):
            continue
        key = compact(contact.value.removeprefix("@"))
        if is_other_form(contact.platform, contact.value) or sum(c.isalpha() for c in key) < 4 or is_code(contact.value):
            continue
        yield AccountName(brand.id, contact.value, key, coined.get(key, _is_coined(key, coined)))
    for text in (*(n for names in brand.names.values() for n in names), *brand.aliases):
        key = compact(text)
        if not key.isascii() and 2 <= len(key) <= 12:
            yield AccountName(brand.id, text, key, True)


def _is_coined(key: str, coined: dict[str, bool]) -> bool:
    return any(c in key for c, distinctive in coined.items() if distinctive) and not is_a_word(key)


def is_code(name: str) -> bool:
    """Whether a name is a random invitation code: capitals and digits in the middle, no shape of a word."""
    humps = sum(1 for a, b in pairwise(name) if a.islower() and b.isupper()) + sum(c.isdigit() for c in name)
    return len(name) >= 6 and humps >= 3 and "_" not in name and not re.fullmatch(r"[A-Za-z]+\d{1,4}", name)
