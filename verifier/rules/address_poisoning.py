"""Advises to copy an address from the history or to compare its ends only."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.lexicon import Hit
from verifier.messages.pattern import Together
from verifier.messages.reading import Reading
from verifier.rules.record import Rule, example


def _is_alone(reading: Reading, hits: tuple[Hit, ...]) -> bool:
    """Whether nothing is said of comparing the whole address."""
    whole = reading.first("wholeaddr", 0, len(reading.plain.text))
    return whole is None or reading.between("neg", reading.clause(whole.start)[0], whole.start)


RULE = Rule(
    id="address-poisoning",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.55,
    title=N_("Address from the history"),
    detail=N_(
        "The text wants an address copied from the history, or only its first and last characters compared. Thieves "
        "put look-alike addresses there for exactly this."
    ),
    summary=N_("This text wants you to trust an address from the history. Thieves plant look-alikes there."),
    advice=("check-whole-address",),
    find=Together("poison poisonact", within=20, only_if=_is_alone),
    role="mentioned",
    catches=(
        example("Just copy the address from your transaction history.", "the history"),
        example("直接从转账记录复制最近的地址就行。", "the history"),
    ),
    spares=(
        example("Check every character of the address, not just the first and last four.", "advice"),
        example("不要从历史记录里复制地址。", "advice"),
    ),
)
