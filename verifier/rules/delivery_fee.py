"""A parcel, toll or fine with a small fee behind a link."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="delivery-fee",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("A parcel or toll with a link"),
    detail=N_("The text wants a small fee or your address over a parcel or toll. The page behind it takes the card."),
    summary=N_("This text uses a parcel or a toll to get your card data."),
    advice=(
        "do-not-open",
        "card-was-entered",
    ),
    find=FirstOf(
        Together("smallsum delivery here|click|link|urgent|pay", within=60),
        Together("delivery deliveryhook click|here|urgent|threat|pay", within=60, when="strange-link|click"),
        Together("smallfee pay", within=20, when="!strange-link !click", weight=0.42),
    ),
    role="mentioned",
    catches=(
        example(
            "USPS: your parcel is held because the address is incomplete. Pay a small redelivery fee here: usps-redeliver.example",
            "a fee by link",
        ),
        example("【邮政】您的包裹地址不详,请点击 ems-post.example 补交0.3元派送费。", "a fee by link"),
    ),
    spares=(
        example("您的快递已放在菜鸟驿站,取件码5-2-3018。", "a pick-up code"),
        example("Your parcel was delivered to your neighbour.", "a notice"),
    ),
)
