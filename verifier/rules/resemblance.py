"""What the rules on disguised links share: the lookalikes of one technique as findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verifier.rules.record import Case, Finding

_LISTS = ("words", "letters")
"""The facts of a lookalike that are lists."""


def findings(case: Case, technique: str) -> Sequence[Finding]:
    """A finding for each brand that the contact imitates by ``technique``; none where the registry knows the contact as somebody's own."""
    if case.match is not None and case.match.contact is not None:
        return ()
    found: list[Finding] = []
    for lookalike in case.lookalikes:
        if lookalike.technique == technique:
            found.append(Finding(_own(lookalike.facts), lookalike.strength, lookalike.brand))
    return found


def _own(facts: dict[str, Any]) -> dict[str, Any]:
    """A copy for one answer: lookalikes are kept for the next one who asks."""
    own = facts.copy()
    for name in _LISTS:
        if name in own:
            own[name] = [*own[name]]
    return own
