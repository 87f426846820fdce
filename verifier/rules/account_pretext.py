""" "Your account is frozen, abnormal, limited": the opening line of most impersonations."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="account-pretext",
    kinds=frozenset({"message"}),
    group="pressure",
    weight=0.15,
    title=N_("Opens with an account in trouble"),
    detail=N_("The text opens with an account that is frozen, limited or in danger. Real alerts do so too; most false ones do."),
    find=Together("pretext you|walletword", within=20),
    role="mentioned",
    catches=(
        example("We detected unusual activity and locked your wallet.", "an opening line"),
        example("您的账户存在异常,已被限制。", "an opening line"),
    ),
    spares=(
        example("The app is frozen again, I have to restart it.", "a bug"),
        example("See you at noon.", "nothing"),
    ),
)
