"""A prize one did not play for."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="prize-lottery",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("A prize you did not play for"),
    detail=N_("The text announces a prize and wants data, a click or a payment to hand it out."),
    summary=N_("This text announces a prize to get your data or a payment."),
    advice=(
        "do-not-pay",
        "do-not-open",
    ),
    find=FirstOf(
        Together("prize prizehook click|contactme|pay|fee|hotline|callto|code|idoc", within=60),
        Together("prizesoft prizehook expire click|link you", within=40, when="strange-link"),
        Together("prize prizehook urgent", within=60, when="strange-link"),
        Together("luckydraw", weight=0.42),
    ),
    role="mentioned",
    catches=(
        example("Congratulations! You have been selected for the prize draw, click here to claim.", "a prize to claim"),
        example("恭喜您被抽中为幸运观众,请登录网址预交保证金领取奖金。", "a prize with a deposit"),
    ),
    spares=(
        example("Library raffle: the winner of the book basket is Mrs Owens.", "a raffle"),
        example("恭喜小李获得季度优秀员工,奖金下月随工资发放。", "a colleague's bonus"),
    ),
)
