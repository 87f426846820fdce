"""Reading a message as a whole: who claims to be whom, and what is asked for."""

from __future__ import annotations

from verifier.messages.claims import claim_for, claim_in
from verifier.messages.reading import Reading, read_meaning

__all__ = ["Reading", "claim_for", "claim_in", "read_meaning"]
