"""Measure a host or an account name against every brand's names and domains."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from verifier.contacts.model import Contact
from verifier.registry.index import Registry

Technique = Literal["embedded-domain", "userinfo", "confusable", "typo", "combosquat", "tld-swap", "shared-hosting"]


class Lookalike(msgspec.Struct, frozen=True):
    """One resemblance: ``technique`` says how, ``brand`` whom, ``facts`` where and what (for the explanation).

    ``strength`` (0 to 1) is how sure the resemblance is meant: rules take it as the finding's weight.
    """

    technique: str
    brand: str
    domain: str
    strength: float
    facts: dict[str, Any] = {}


class Lookalikes:
    """Indexes over all brands' names and domains; `of` answers for one contact."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def of(self, contact: Contact) -> tuple[Lookalike, ...]:
        """All resemblances of a contact, strongest first."""
        return ()
