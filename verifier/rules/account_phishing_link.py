"""An account in trouble, and a link or number that is not the brand's to set it right."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import combination, combination_finding, reading_of, strange_links
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """The trouble, the act, and a link that is not official."""
    reading = reading_of(case)
    if not strange_links(case):
        return None
    return combination_finding(case, combination(reading, "pretext", ("click", "here", "input", "act"), within=120))


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
