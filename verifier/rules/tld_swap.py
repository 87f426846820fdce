"""A brand's own name under another ending: ``tokenpocket.vip``."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """Brands own several endings themselves, so this alone is a suspicion."""
    return findings(case, "tld-swap")


RULE = Rule(
    id="tld-swap",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.6,
    title=N_("The right name, another ending"),
    detail=N_("The name is {brand}'s, the ending is not one that we know {brand} to use. The domain we know is {domain}."),
    summary=N_("This has {brand}'s name but another ending than {domain}. Confirm it before you enter anything."),
    needs="tld-swap",
    find=find,
    catches=(example("https://tokenpocket.vip", "the name under another ending"),),
    spares=(
        example("https://tokenpocket.pro", "the real one"),
        example("https://circle.com.example.org", "not the registered name"),
    ),
)
