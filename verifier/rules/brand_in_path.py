"""A brand's name in the address of a page that anybody can build: ``sites.google.com/view/tokenpocket-help``."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """Only on known page builders: elsewhere a path names what a page is about."""
    return findings(case, "path")


RULE = Rule(
    id="brand-in-path",
    kinds=frozenset({"url"}),
    group="imitation",
    weight=0.7,
    title=N_("A page with a brand's name, built by anybody"),
    detail=N_("Anybody can make pages on {owner}. The address of this one uses {brand}'s name; its real domain is {domain}."),
    summary=N_("This page only has {brand}'s name in its address: anybody can build one on {owner}. The real domain is {domain}."),
    needs="path",
    find=find,
    catches=(
        example("https://sites.google.com/view/tokenpocket-help", "a page builder"),
        example("https://telegra.ph/MetaMask-support-01-02", "an article anybody can write"),
    ),
    spares=(
        example("https://docs.google.com/forms/d/e/x/viewform", "a form that names nobody"),
        example("https://example.com/news/tokenpocket", "a page about somebody"),
    ),
)
