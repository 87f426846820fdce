"""Numbers chosen to look like a brand's: the well-known short number at the end of a longer one.

``95588`` is a bank's line; ``+1 202 559 5588`` and ``170 0009 5588`` are anybody's who picked the ending. Caller displays that cut
a number off at the left show them alike.
"""

from __future__ import annotations

import msgspec

from verifier.contacts.model import Phone
from verifier.registry.index import Registry

SHORTEST = 5
"""A shorter ending is met by chance."""


class Ending(msgspec.Struct, frozen=True):
    """A number that ends like ``number``, a short number of ``brand`` in ``region``."""

    brand: str
    number: str
    region: str


class Endings:
    """The short numbers of all brands; `of` finds the one a longer number ends with. Constant time."""

    def __init__(self, registry: Registry) -> None:
        self._by_number: dict[str, Ending] = {}
        for brand in registry.brands.values():
            for contact in brand.contacts:
                if contact.kind == "phone" and contact.status == "active" and contact.region and len(contact.value) >= SHORTEST:
                    self._by_number.setdefault(contact.value, Ending(brand.id, contact.value, contact.region))
        self._lengths = sorted({len(number) for number in self._by_number}, reverse=True)

    def of(self, phone: Phone) -> Ending | None:
        """The longest known short number that ``phone`` ends with without being it.

        Only mobiles, and numbers of other regions: companies choose their own landlines, shared-cost numbers and message
        senders to end like their short number.
        """
        if not phone.e164:
            return None
        digits = phone.e164[1:]
        for length in self._lengths:
            found = self._by_number.get(digits[-length:]) if len(digits) > length + 1 else None
            if found and (phone.type == "mobile" or phone.region != found.region):
                return found
        return None
