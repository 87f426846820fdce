"""Letters of another script, or marked ones, stand in for a brand's: Cyrillic о in ``tоkenpocket`` (UTS #39)."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """The letters, their scripts and what they pass for are among the facts."""
    return findings(case, "confusable")


RULE = Rule(
    id="confusable-host",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.9,
    title=N_("Look-alike letters"),
    detail=N_("“{seen}” is not written with plain letters: {letters}. {brand}'s real domain is {domain}."),
    summary=N_("This is not {brand}'s site: it imitates {domain} with a look-alike letter."),
    needs="confusable",
    find=find,
    catches=(
        example("https://tоkenpocket.pro/kefu", "a Cyrillic о"),
        example("https://xn--mtamask-bya.io", "punycode of an e with a mark"),
    ),
    spares=(
        example("https://bücher.de", "a marked letter in an honest word"),
        example("https://почта.рф", "a name written in one script"),
    ),
)
