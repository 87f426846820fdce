"""An account whose name is made of a brand's: look-alike letters, a slip, words of help or authority beside it."""

from __future__ import annotations

from verifier.errors import N_
from verifier.lookalikes.accounts import AccountLookalike
from verifier.rules.record import Case, Finding, Rule, example

HOW: dict[str, str] = {
    "letters": N_("look-alike letters in it"),
    "letters-and-words": N_("look-alike letters in it and a word of help or authority beside it"),
    "slip": N_("one letter changed"),
    "slip-and-words": N_("one letter changed and a word of help or authority beside it"),
    "separators": N_("dots or underscores changed"),
    "help": N_("a word of help beside it"),
    "official": N_("a word of authority beside it"),
    "lure": N_("a promise beside it"),
    "digits": N_("a number beside it"),
    "neutral": N_("a word beside it"),
}
"""What was done to the name, as words (msgids)."""

CLAIMED = {"letters": 0.7, "letters-and-words": 0.7, "slip": 0.62, "slip-and-words": 0.7}
"""Heavier where the account is said to be that very brand's: nobody is called almost like himself by chance."""


def resemblance(case: Case) -> AccountLookalike | None:
    """The strongest resemblance; of equal ones that of the claimed brand, else of the brand with the shorter id."""
    account = case.account
    if account is None or case.match is not None or case.registry.look_up(account) is not None:
        return None
    found = case.world.accounts.of(account)
    return min(found, key=lambda f: (-f.strength, f.brand != case.claimed, len(f.brand)), default=None)


def find(case: Case) -> Finding | None:
    """One finding at most. A name pattern alone is never more than a suspicion."""
    found = resemblance(case)
    if found is None:
        return None
    weight = max(found.strength, CLAIMED.get(found.way, 0.0)) if case.claimed == found.brand else found.strength
    facts = {"like": found.like, "way": found.way, "handle_how": HOW[found.way], "word": found.word, "name": _name(case)}
    return Finding(facts, weight=weight, brand=found.brand)


def _name(case: Case) -> str:
    account = case.account
    return account.name if account else ""


RULE = Rule(
    id="imitating-handle",
    kinds=frozenset({"handle", "url"}),
    group="imitation",
    weight=0.7,
    title=N_("Carries {brand}'s name"),
    detail=N_("“{name}” is “{like}”, a name of {brand}, with {handle_how}. It is not among the accounts that {brand} publishes."),
    summary=N_("This account carries {brand}'s name, but it is not among the accounts that {brand} publishes."),
    needs="account",
    find=find,
    catches=(
        example("t.me/TokenPocket_Help", "a word of help"),
        example("@T0kenPocket", "a zero for an o", platform="x"),
        example("@TokenPokcet", "two letters swapped", platform="telegram"),
        example("@MetaMaskk_Support", "a letter doubled, and a word of help", platform="x"),
        example("https://t.me/tokenpocket_support1/5", "a message in such a channel"),
        example("微博：TP钱包官方客服", "in Chinese"),
    ),
    spares=(
        example("@TokenPocket_TP", "the brand's own", platform="x"),
        example("@solana_news", "a community of something else", platform="x"),
        example("@metabase", "a name of its own, two letters from a brand's", platform="github"),
        example("@openledger_dev", "another word in the name", platform="x"),
        example("@pocketmonster", "half a name", platform="telegram"),
    ),
)
