"""A brand's name together with words of the trade: login, support, kefu, claim, airdrop …"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.rules.resemblance import findings


def find(case: Case) -> Sequence[Finding]:
    """Dangerous with a coined name; an ordinary word that is also a brand needs more of them."""
    return findings(case, "combosquat")


RULE = Rule(
    id="combosquat",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.9,
    title=N_("A brand's name with a bait word"),
    detail=N_("“{seen}” is joined with words that such sites like (“{words}”), under an address that is not {brand}'s. The real domain is {domain}, and the owner here is {owner}."),
    summary=N_("This is not {brand}'s site: it joins {brand}'s name with bait words. The real domain is {domain}."),
    find=find,
    catches=(
        example("https://tokenpocket-kefu.com", "customer service in pinyin"),
        example("https://metamask-login.net", "a word that asks for something"),
        example("https://coinbase-support.vercel.app", "on shared hosting"),
    ),
    spares=(
        example("https://phantombuster.com", "an ordinary word in another product's name"),
        example("https://openledger.com", "a trade word of bookkeeping"),
        example("https://backpackinglight.com", "a sport"),
    ),
)
