"""The receiver's own checks say that the sender is forged."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.verdict import authentication_fails


def find(case: Case) -> Finding | None:
    """DMARC failed for a mail that came in."""
    if case.direction != "incoming" or not authentication_fails(case):
        return None
    return Finding({"authentication": dict(case.authentication)}, brand=case.match.brand.id if case.match else None)


RULE = Rule(
    id="failed-authentication",
    kinds=frozenset({"email"}),
    group="sender",
    weight=0.7,
    title=N_("The sender could not be confirmed"),
    detail=N_(
        "Your mail provider checked the sender (DMARC) and the check failed: {host} did not send it this way. Forwarded mail can fail too; treat it as forged until you know."
    ),
    summary=N_("The check of this sender failed: do not take it for a mail of {host}."),
    find=find,
    role="owner",
    catches=(
        example(
            "service@tokenpocket.pro",
            "the domain's own policy says it did not send this",
            direction="incoming",
            authentication={"dmarc": "fail"},
        ),
    ),
    spares=(example("service@tokenpocket.pro", "nothing was verified", direction="incoming"),),
)
