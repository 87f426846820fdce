"""Speaks as police, court, tax or another authority and accuses the reader."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

_ACCUSED = "authority accuse iam|contactme|click|pay|secret|hotline|urgent|cooperate|callto you|cond"

RULE = Rule(
    id="authority-impersonation",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.5,
    title=N_("Speaks as an authority"),
    detail=N_(
        "The text speaks as an authority, accuses or warns you and wants you to act at once. Authorities do not "
        "settle cases by message, call or transfer."
    ),
    summary=N_("This text poses as an authority. Authorities do not settle anything this way."),
    advice=(
        "hang-up-and-report",
        "do-not-pay",
    ),
    find=FirstOf(
        Together("chargeline"),
        Together(
            "cutoff pay|giftcard|cooperate|callto|click urgent|giftcard|authority|threat|cutoff",
            within=80,
            when="pay|giftcard|cooperate|urgent",
        ),
        Together("pickupline cash|secret|authority|pickup|money", within=60),
        Together(_ACCUSED, within=60),
        Together(_ACCUSED, within=60, told=True, when="cooperate !warnpred"),
        Together("warrant pay|contactme|callto|urgent|cooperate you", within=40),
        Together("pickup cash authority|accuse|agent|password|pretext|secret", within=60),
    ),
    role="mentioned",
    catches=(
        example("This is the Social Security Administration. There is a warrant in your name, call now to settle.", "a warrant"),
        example("我是市公安局民警,你名下账户涉嫌洗钱,请配合调查。", "an accusation"),
    ),
    spares=(
        example("Police said the victim was told there was a warrant in her name.", "a report"),
        example("社区民警周六上午在广场举办反诈宣传活动,欢迎参加。", "an event"),
    ),
)
