"""A brand's name with a typing error: a letter dropped, doubled, swapped or exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """Several errors, or one in a short name, weigh less and ask for company."""
    return findings(case, "typo")


RULE = Rule(
    id="typo-domain",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.85,
    title=N_("A name typed slightly wrong"),
    detail=N_("“{seen}” is a letter or two away from “{meant}”. Such addresses wait for typing errors. {brand}'s real domain is {domain}."),
    summary=N_("This is not {brand}'s site: “{seen}” is almost, but not quite, {domain}."),
    needs="typo",
    find=find,
    catches=(
        example("https://metamsk.io", "a letter left out"),
        example("https://binnance.com", "a letter doubled"),
        example("https://tokenpokcet-login.com", "swapped letters and a word of the trade"),
    ),
    spares=(
        example("https://metabase.com", "two letters from a wallet, and a word of its own"),
        example("https://metamap.com", "two letters again"),
        example("https://unisa.it", "an honest university one letter short of a wallet"),
    ),
)
