"""A brand's name as the name of a page on hosting that anybody can use."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """Without words of the trade beside it: fans and developers do this too."""
    return findings(case, "shared-hosting")


RULE = Rule(
    id="brand-on-shared-hosting",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.7,
    title=N_("A brand's name on free hosting"),
    detail=N_("Anybody can take a name on {platform}. This one uses {brand}'s, whose real domain is {domain}."),
    summary=N_("This page only has {brand}'s name: anybody can take one on {platform}. The real domain is {domain}."),
    needs="shared-hosting",
    find=find,
    catches=(
        example("https://tokenpocket.webflow.io", "a page builder"),
        example("https://metamask.vercel.app", "developer hosting"),
    ),
    spares=(example("https://jane-doe.github.io", "a page of one's own"),),
)
