"""Offers to get stolen money back: the second theft of those who were robbed."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="recovery-scam",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.6,
    title=N_("Offers to recover stolen money"),
    detail=N_(
        "The text offers to bring back stolen or lost money. Those who offer this to strangers rob victims a second "
        "time; police do not charge for it."
    ),
    summary=N_("This text offers to recover lost money. It is how victims are robbed a second time."),
    advice=(
        "do-not-pay",
        "report-to-police",
    ),
    find=FirstOf(
        Together("recoverline", told=True, of_fraud=True, when="recover|contactme|walletword|money|fee"),
        Together("recover contactme", within=90, told=True, of_fraud=True),
        Together("recover recoverhook", within=90, told=True, of_fraud=True, when="strange-contact"),
        Together("recover recoverhook", within=90, of_fraud=True),
    ),
    role="mentioned",
    catches=(
        example("A recovery expert got all my coins back, contact him on Telegram.", "praise with a contact"),
        example("被骗资金可全额追回,先付服务费。", "a fee for recovery"),
    ),
    spares=(
        example("Beware of recovery services: it is a second scam.", "advice"),
        example("How do I recover my wallet on a new phone?", "another recovery"),
    ),
)
