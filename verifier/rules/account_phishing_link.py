"""An account in trouble, and a link or number that is not the brand's to set it right."""

from __future__ import annotations

import re

from verifier.contacts.model import Phone
from verifier.errors import N_
from verifier.messages.pattern import combination, combination_finding, reading_of, strange_links
from verifier.rules.record import Case, Finding, Rule, example

_NUMBER = re.compile(r"\d{7,12}")
_SHUT = re.compile(r"block|activat|suspen|expired|kyc|locked|frozen|hold|冻结|停用|失效|停权|锁|过期|限制")


def find(case: Case) -> Finding | None:
    """The trouble, the act, and a link that is not official."""
    reading = reading_of(case)
    if not strange_links(case):
        return _call_back(case)
    return combination_finding(case, combination(reading, "pretext", ("click", "here", "input", "act"), within=120))


def _call_back(case: Case) -> Finding | None:
    """The same with a number to call: only where the account is said to be shut, since real alerts name numbers too."""
    reading = reading_of(case)
    if not any(isinstance(i.contact, Phone) and i.verdict != "official" for i in case.inside) and not _NUMBER.search(reading.plain.text):
        return None
    shut = (
        hits
        for hits in combination(reading, "pretext", ("support", "hotline"), "callto", within=90)
        if _SHUT.search(reading.plain.text[hits[0].start : hits[0].end])
    )
    return combination_finding(case, shut, weight=0.42)


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
    find=find,
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
