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
    title=N_("A brand's name with a word that draws people in"),
    detail=N_(
        "Anybody can register {brand}'s name together with words like “{words}”. This address belongs to whoever owns {owner}; {brand}'s real domain is {domain}."
    ),
    summary=N_("This is not {brand}'s site: it only joins {brand}'s name with a word that draws people in. The real domain is {domain}."),
    needs="combosquat",
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
