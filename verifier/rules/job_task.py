"""Work that consists of clicks and ends in deposits."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="job-task",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.6,
    title=N_("Task work that costs money"),
    detail=N_(
        "The text offers easy task work with daily pay. The first tasks pay; then deposits are wanted to unlock the "
        "rest, and never come back."
    ),
    summary=N_("This text offers task work that ends in deposits."),
    advice=(
        "do-not-pay",
        "money-was-sent",
    ),
    find=FirstOf(
        Together("job jobmoney pay|contactme|channel|click|fee|returns", within=70),
        Together("jobline", when="jobmoney|pay|money"),
    ),
    role="mentioned",
    catches=(
        example("Rate hotels from home, paid daily, top up your work account to unlock premium orders.", "tasks and deposits"),
        example("手机兼职刷单,垫付100返130,日结,加QQ领任务。", "tasks and deposits"),
    ),
    spares=(
        example("刷单就是诈骗!先垫付后返利都是套路。", "advice"),
        example("We're hiring a backend developer in Leeds, full time, apply through the careers page.", "a job"),
    ),
)
