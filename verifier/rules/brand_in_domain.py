"""A brand's coined name inside a longer domain name, without words of the trade."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """Suspicious: nobody owns a coined name by chance, but partners and fans exist. A decorating word and an ill-reputed ending make it more."""
    return findings(case, "in-domain")


RULE = Rule(
    id="brand-in-domain",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.85,
    title=N_("A domain with a brand's name in it"),
    detail=N_("“{seen}” stands inside {owner}, which is not a domain we know as {brand}'s. The real one is {domain}."),
    summary=N_("{owner} contains {brand}'s name but is not known as {brand}'s. The real domain is {domain}."),
    needs="in-domain",
    find=find,
    catches=(example("https://tokenpocketmoon.com", "a coined name and a word"),),
    spares=(
        example("https://gamerevolution.com", "part of a longer word"),
        example("https://krakenhockeyleague.com", "an old word in a name of its own"),
    ),
)
