"""An unexpected refund, charge or cancellation that one is to call, click or write about."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="fake-refund",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("An unexpected refund or charge"),
    detail=N_(
        "The text announces a refund, a charge or a cancellation you did not ask for and wants you to call, click or "
        "write. The help that follows asks for codes, your screen or a transfer."
    ),
    summary=N_("This text uses an unexpected refund or charge to get you on the line."),
    advice=(
        "reach-support-yourself",
        "do-not-pay",
    ),
    find=FirstOf(
        Together(
            "refund contactme|click|hotline|remote|screen|code|atm agent|pretext|urgent|money|threat|yourorder",
            within=80,
        ),
        Together("windfall you", within=60, weight=0.42),
    ),
    role="mentioned",
    catches=(
        example(
            "Your subscription has been renewed for $399.99. If you did not authorize this, call us within 24 hours for a refund: +1 202 555 0110",
            "a charge to be called about",
        ),
        example("您购买的商品质检不合格,我们将双倍赔付,请加QQ 1938475520 办理退款。", "a refund by chat"),
    ),
    spares=(
        example("Your refund of £24.99 has been sent to your original payment method. No action is needed.", "a refund that asks nothing"),
        example("客服你好,我买的衣服尺码不对,想退货退款。", "a customer"),
    ),
)
