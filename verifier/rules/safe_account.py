"""Asks to move money to a "safe" account: no bank and no authority has such accounts."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="safe-account",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.9,
    title=N_("A “safe account”"),
    detail=N_(
        "The text wants you to move money or coins to a safe, supervised or specially opened account. No bank, "
        "authority or wallet does this: the account is the criminal's."
    ),
    summary=N_("This text wants your money moved to a “safe” account. Such accounts do not exist."),
    advice=(
        "do-not-pay",
        "money-was-sent",
    ),
    find=FirstOf(
        Together("safeacct pay|give money|agent|pretext|authority|threat|tome|accuse", of_fraud=True),
        Together("safeline", of_fraud=True),
        Together("safeacct pay money", within=60, of_fraud=True),
        Together("paytarget pay authority|insider|secret", within=40),
        Together("opened|paytarget pay|give insider|pretext|secret|accuse", within=70),
        when="!property|authority|accuse|secret|walletword|safeline",
    ),
    role="mentioned",
    catches=(
        example("Move your savings to the secure account we opened for you.", "a secure account"),
        example("请把资金转入安全账户接受清查。", "an inspection account"),
    ),
    spares=(
        example("There is no such thing as a safe account.", "advice"),
        example("Keep your account safe with a strong password.", "another sense of the words"),
        example("公安机关没有所谓的安全账户,要求转账的都是诈骗。", "advice"),
    ),
)
