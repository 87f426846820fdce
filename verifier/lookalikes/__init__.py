"""Who does this host or name look like? See `Lookalikes`."""

from __future__ import annotations

from verifier.lookalikes.engine import Lookalike, Lookalikes

__all__ = ["Lookalike", "Lookalikes"]
