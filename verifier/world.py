"""The world a check looks at: the registry and what is derived from it. Built once, shared by all threads."""

from __future__ import annotations

from functools import cached_property

from verifier.lookalikes import Lookalikes
from verifier.lookalikes.accounts import Accounts
from verifier.lookalikes.numbers import Endings
from verifier.registry.index import Registry
from verifier.registry.load import load_registry


class World:
    """The registry and the indexes over it."""

    def __init__(self, registry: Registry | None = None) -> None:
        self.registry = registry or Registry(load_registry())

    @cached_property
    def lookalikes(self) -> Lookalikes:
        """What resembles a brand."""
        return Lookalikes(self.registry)

    @cached_property
    def accounts(self) -> Accounts:
        """Which account names resemble a brand's."""
        return Accounts(self.registry)

    @cached_property
    def endings(self) -> Endings:
        """Which longer numbers end like a brand's short one."""
        return Endings(self.registry)
