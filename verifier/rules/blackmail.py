"""Threatens to publish something unless one pays."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="blackmail",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.7,
    title=N_("Threatens to expose you"),
    detail=N_(
        "The text threatens to publish pictures, contacts or data unless you pay. Payment never ends it; most such "
        "threats have nothing behind them."
    ),
    summary=N_("This text is blackmail. Do not pay: it does not end it."),
    advice=(
        "do-not-pay",
        "keep-evidence",
        "report-to-police",
    ),
    find=FirstOf(
        Together("blackline", of_fraud=True, when="pay|money|cash|giftcard"),
        Together("extort pay|money|giftcard", within=60, of_fraud=True),
        Together("blackmail blackhook pay|money you", within=60, of_fraud=True, told=True, when="!report"),
        Together("blackmail blackhook pay|money you", within=60, of_fraud=True),
    ),
    role="mentioned",
    catches=(
        example("I recorded you through your webcam. Send $900 in bitcoin within 48 hours or I publish it.", "exposure"),
        example("你裸聊的视频在我手里,一小时内转两万,否则群发。", "exposure"),
    ),
    spares=(
        example("警方提醒:遇到裸聊敲诈不要转账,立即报警。", "advice"),
        example("The ransomware group leaked the data, Reuters reported.", "a report"),
    ),
)
