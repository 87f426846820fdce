"""Plain characters that look like a brand's letters: ``rn`` for m, ``vv`` for w, ``0`` for o, ``1`` for l."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """The name as written and as meant."""
    return findings(case, "characters")


RULE = Rule(
    id="lookalike-characters",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.85,
    title=N_("Look-alike characters"),
    detail=N_("“{seen}” is made to be read as “{meant}” with characters that look like others. {brand}'s real domain is {domain}."),
    summary=N_("This is not {brand}'s site: “{seen}” only looks like {domain}."),
    needs="characters",
    find=find,
    catches=(
        example("https://rnetamask.io", "r and n for m"),
        example("https://c0lnbase.com", "zero and small L"),
    ),
    spares=(example("https://childcare-center.us", "honest words that share shapes with an abbreviation"),),
)
