"""Promises to send back a multiple of what one sends."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import combination, combination_finding, reading_of
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A multiple that comes back, together with paying in."""
    reading = reading_of(case)
    return combination_finding(case, combination(reading, "double", "pay", ("money", "returns", "walletword"), within=40))


RULE = Rule(
    id="giveaway-doubling",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.9,
    title=N_("Promises to multiply what you send"),
    detail=N_(
        "The text promises to send back more than you send. What you send is gone: nobody gives coins away to those "
        "who pay first."
    ),
    summary=N_("This text promises more back than you send. Whatever you send is lost."),
    advice=("do-not-pay", "money-was-sent",),
    find=find,
    role="mentioned",
    catches=(
        example("Send 1 ETH, get 2 back instantly.", "doubling"),
        example("转入任意数量USDT,双倍返还。", "doubling"),
    ),
    spares=(
        example("Nobody doubles your money: \"send 1 ETH, get 2 back\" is always a scam.", "advice"),
        example("Double the flour if you want a thicker batter.", "a recipe"),
        example("这家店会员日双倍积分。", "a shop's points"),
    ),
)
