"""An account in trouble, and a link or number that is not the brand's to set it right."""

from __future__ import annotations

import re

from verifier.errors import N_
from verifier.messages.lexicon import Hit
from verifier.messages.pattern import FirstOf, Together
from verifier.messages.reading import Reading
from verifier.rules.record import Rule, example

_SHUT = re.compile(r"block|activat|suspen|expired|kyc|locked|frozen|hold|冻结|停用|失效|停权|锁|过期|限制")


def _is_shut(reading: Reading, hits: tuple[Hit, ...]) -> bool:
    """Whether the account is said to be shut: only then is a number to call a sign, since real alerts name numbers too."""
    return _SHUT.search(reading.plain.text, hits[0].start, hits[0].end) is not None or reading.between("shut", hits[0].start, hits[0].end)


RULE = Rule(
    id="account-phishing-link",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.5,
    title=N_("An account in trouble, and a link"),
    detail=N_(
        "The text says that an account is limited or in danger and gives a link or number to set it right. The link "
        "is not among the contacts we could prove."
    ),
    summary=N_("This text frightens you about an account to get you to its link or number."),
    advice=("reach-support-yourself",),
    find=FirstOf(
        Together("pretext click|here|input|act", within=120, when="strange-link"),
        Together(
            "pretext support|hotline callto",
            within=90,
            when="strange-phone|long-number !strange-link",
            only_if=_is_shut,
            weight=0.42,
        ),
    ),
    role="mentioned",
    catches=(
        example("Your account has been limited. Log in at brand-verify.example to restore access.", "a link to log in"),
        example("您的账户存在异常,请点击 brand-verify.example 核实。", "a link to verify"),
    ),
    spares=(
        example("Your card was used for $18.20. If this wasn't you, call the number on the back of your card.", "a real alert"),
        example("We have scheduled maintenance tonight.", "a notice"),
    ),
)
