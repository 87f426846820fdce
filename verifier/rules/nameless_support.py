"""An account that calls itself support, help or service, and of nobody in particular: real help lines bear their company's name."""

from __future__ import annotations

from verifier.errors import N_
from verifier.lookalikes.account_words import only_words
from verifier.lookalikes.accounts import bare_name
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A weak sign: the whole name consists of words of help and of the trade."""
    account = case.account
    if account is None or case.match is not None or case.registry.look_up(account) is not None:
        return None
    word = only_words(bare_name(account))
    return Finding({"name": bare_name(account), "word": word}) if word else None


RULE = Rule(
    id="nameless-support",
    kinds=frozenset({"handle", "url"}),
    group="pretext",
    weight=0.3,
    title=N_("Support of nobody in particular"),
    detail=N_(
        "“{name}” says that it helps, but not for whom. Whoever works for a company says so in the account's name, and the company lists it."
    ),
    summary=N_("This account only calls itself support, of nobody in particular. We do not know whose it is."),
    needs="account",
    find=find,
    role="mentioned",
    catches=(
        example("@Customer_Support_Desk", "nobody's help desk", platform="telegram"),
        example("t.me/wallet_recovery_agent24", "recovery for anybody"),
        example("微信：在线客服", "customer service of nobody"),
    ),
    spares=(
        example("@metamasksupport", "a brand's name is in it", platform="x"),
        example("@johnsmith1988", "a person", platform="x"),
        example("@crypto_news", "says that it reports, not that it helps", platform="telegram"),
    ),
)
