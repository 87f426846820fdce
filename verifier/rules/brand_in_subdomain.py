"""A brand's name in front of somebody else's domain: ``metamask.example.com``."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """Suspicious: some honest services name their customers or partners so. Words that ask for something beside it make it more."""
    return findings(case, "subdomain")


RULE = Rule(
    id="brand-in-subdomain",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.85,
    title=N_("A brand's name in front of another domain"),
    detail=N_("The name “{seen}” stands in front, but the site belongs to whoever owns {owner}. {brand}'s real domain is {domain}."),
    summary=N_("This is not known to be {brand}'s: the owner is {owner}, not {domain}."),
    needs="subdomain",
    find=find,
    catches=(example("https://tokenpocket.example.com", "the owner is example.com"),),
    spares=(example("https://help.tokenpocket.pro", "the owner is the brand"),),
)
