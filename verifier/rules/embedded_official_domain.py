"""A real domain stands whole inside somebody else's host: ``tokenpocket.pro.verify.top`` belongs to verify.top."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """The owned domain, dots or hyphens between its parts, left of the part that says whose the host is."""
    return findings(case, "embedded-domain")


RULE = Rule(
    id="embedded-official-domain",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.95,
    title=N_("The real address is only a decoration"),
    detail=N_(
        "“{domain}” is {brand}'s, but here it only stands in front. The site belongs to whoever owns {owner}: that is the part at the end."
    ),
    summary=N_("This is not {brand}'s site: {domain} only stands in front, the owner is {owner}."),
    needs="embedded-domain",
    find=find,
    catches=(
        example("tokenpocket.pro.verify.top", "the owner is verify.top"),
        example("https://metamask.io-7t3s.start.site/", "a hyphen instead of the dot that would end the name"),
        example("https://www-coinbase-com.example.net", "hyphens for dots"),
    ),
    spares=(
        example("https://help.tokenpocket.pro/", "a subdomain of the real domain"),
        example("https://example.com/tokenpocket.pro", "in the path"),
    ),
)
