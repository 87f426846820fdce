"""Reading a message as a whole: who claims to be whom, and what is asked for."""

from __future__ import annotations

from verifier.contacts.model import Message
from verifier.registry.index import Registry
from verifier.registry.names import Claim


def claim_in(message: Message, registry: Registry) -> Claim | None:
    """The brand a message speaks as or about, or None."""
    return None
