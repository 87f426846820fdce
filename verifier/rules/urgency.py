"""A deadline or a threat of loss: pressure, meaningful only beside something else."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="urgency",
    kinds=frozenset({"message"}),
    group="pressure",
    weight=0.15,
    title=N_("Presses for time"),
    detail=N_("The text sets a deadline or threatens a loss. Pressure keeps people from checking."),
    find=Together("urgent threat|pretext|fee|pay|click", within=40),
    role="mentioned",
    catches=(
        example("Act within 30 minutes or your assets are burned permanently.", "a deadline with a threat"),
        example("今日18点前未处理将永久冻结。", "a deadline with a threat"),
    ),
    spares=(
        example("Reminder: your council tax bill is due on 1 April.", "a due date"),
        example("Running ten minutes late.", "ordinary hurry"),
    ),
)
