"""Threatens the credit record over a loan account, an insurance or a student status that must be closed."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="credit-record-scare",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.6,
    title=N_("Threatens your credit record"),
    detail=N_(
        "The text says that an account, a loan service or an insurance must be closed or your credit record suffers, "
        "and offers to guide you. Nothing of this can be done by transfer or on a shared screen."
    ),
    summary=N_("This text frightens you with your credit record to guide you into a transfer."),
    advice=(
        "hang-up-and-report",
        "do-not-pay",
    ),
    find=Together("credit creditwhy agent|iam|click|tome|contactme|cooperate|hotline|threat", within=40),
    role="mentioned",
    catches=(
        example("我是支付宝客服,您开通过校园贷账户,不注销会影响征信,请配合我操作。", "a loan account"),
        example("Your student loan account will hurt your credit score unless you close it, contact us on WhatsApp.", "a loan account"),
    ),
    spares=(
        example("反诈提醒:注销校园贷、修复征信都是诈骗话术。", "advice"),
        example("您可以每年免费查询两次征信报告。", "information"),
    ),
)
