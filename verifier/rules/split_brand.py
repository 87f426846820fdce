"""A brand's name cut by hyphens or dots: ``coin-base-cdn``, ``my-etherwallet``."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """Only where the pieces are whole parts of the host."""
    return findings(case, "split")


RULE = Rule(
    id="split-brand",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.8,
    title=N_("A brand's name, cut in pieces"),
    detail=N_("“{seen}” is {brand}'s name with signs put into it. The real domain is {domain}."),
    summary=N_("This is not {brand}'s site: “{seen}” is its name cut in pieces. The real domain is {domain}."),
    needs="split",
    find=find,
    catches=(
        example("https://coin-base-cdn.com", "a hyphen inside the name"),
        example("https://meta-mask.io", "as people misremember it"),
    ),
    spares=(example("https://open-searchengine.org", "another word begins where the name would end"),),
)
