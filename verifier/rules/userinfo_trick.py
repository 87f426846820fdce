"""A brand's domain or name before ``@``: the browser goes to what stands after it."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """The text before the sign, and where the address really leads."""
    return findings(case, "userinfo")


RULE = Rule(
    id="userinfo-trick",
    kinds=frozenset({"url"}),
    group="imitation",
    weight=0.95,
    title=N_("The address leads elsewhere"),
    detail=N_(
        "Everything before “@” is only decoration: the browser ignores “{seen}” and opens {owner}. {brand}'s real domain is {domain}."
    ),
    summary=N_("This does not lead to {domain}: everything before “@” is ignored, and {owner} opens."),
    needs="userinfo",
    find=find,
    catches=(
        example("https://tokenpocket.pro@203.0.113.9/", "an address number is the real goal"),
        example("https://metamask.io:login@example.top/", "with a password part"),
    ),
    spares=(example("https://alice@example.com/", "somebody's user name"),),
)
