"""A friendly stranger with a relative who knows how to invest."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="romance-invest",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("A stranger with an investment tip"),
    detail=N_(
        "Somebody who came by chance or by affection leads to an investment tip. It is how long, friendly frauds "
        "begin; the platform belongs to them."
    ),
    summary=N_("A friendly stranger leads to an investment. The platform belongs to the fraud."),
    advice=(
        "do-not-pay",
        "talk-to-somebody",
    ),
    find=Together("romance romanceinv tome|agent|returns|money|guide", within=70, when="!report|tome|contactme|guide"),
    role="mentioned",
    catches=(
        example(
            "Sorry, wrong number! You seem kind. My uncle has insider information and can guide you to a 20% gain, let me show you.",
            "chance and a tip",
        ),
        example("宝贝,我叔叔有内部数据,跟着我操作。", "affection and a tip"),
    ),
    spares=(
        example("Sorry, wrong number.", "chance only"),
        example("Romance scams often end in a fake investment platform.", "a warning"),
    ),
)
