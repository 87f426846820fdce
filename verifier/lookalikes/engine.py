"""Measure a host against every brand's names and domains."""

from __future__ import annotations

from typing import Any

import msgspec

from verifier.contacts.model import Contact, Email, Host, Url
from verifier.lookalikes.index import Index
from verifier.lookalikes.search import occurrences
from verifier.lookalikes.weigh import company, strength
from verifier.lookalikes.written import Written
from verifier.registry.index import Registry


class Lookalike(msgspec.Struct, frozen=True):
    """One resemblance: ``technique`` says how, ``brand`` whom, ``facts`` where and what (for the explanation)."""

    technique: str
    brand: str
    domain: str
    strength: float
    facts: dict[str, Any] = {}


class Lookalikes:
    """Indexes over all brands' names and domains; `of` answers for one contact."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._index = Index(registry)

    def of(self, contact: Contact) -> tuple[Lookalike, ...]:
        """All resemblances of a contact, strongest first."""
        if not isinstance(contact, Url | Email):
            return ()
        found = self._of_host(contact.host)
        found.sort(key=lambda l: -l.strength)
        return tuple(found)

    def _of_host(self, host: Host) -> list[Lookalike]:
        if host.is_ip or (host.registrable_domain in self._index.domains and not host.shared_platform):
            return []
        found = [*self._embedded(host)]
        text = Written(".".join(host.labels))
        best: dict[str, Lookalike] = {}
        for o in occurrences(text, self._index):
            around = company(text, host, o)
            value = strength(o, around, text)
            if value >= 0.4 and (o.name.brand not in best or best[o.name.brand].strength < value):
                best[o.name.brand] = Lookalike(o.how, o.name.brand, o.name.domain, min(value, 0.97), {"seen": text.written(o.start, o.end), "key": o.name.key,"errors":o.errors})
        return found + list(best.values())

    def _embedded(self, host: Host) -> list[Lookalike]:
        labels = host.ascii.split(".")
        last = len(labels) - (host.public_suffix.count(".") + 1 if host.public_suffix else 0)
        found = []
        for at in range(len(labels) - 2):
            for size in (3, 2):
                domain = ".".join(labels[at : at + size])
                if at + size <= last and domain in self._index.domains:
                    brand, real = self._index.domains[domain]
                    found.append(Lookalike("embedded-domain", brand, domain, 0.95, {}))
        return found
