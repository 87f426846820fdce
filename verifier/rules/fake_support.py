"""Somebody introduces himself as support and wants to be written to privately."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="fake-support",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("Support that writes first"),
    detail=N_(
        "Somebody introduces himself as support or as an administrator and wants to go on in private. Real support "
        "does not write first; whoever holds the account decides what to say."
    ),
    summary=N_("Somebody poses as support and wants to go on in private."),
    advice=("reach-support-yourself",),
    find=FirstOf(
        Together("sawpost contactme|supportline support|channel|supportline", within=60),
        Together("supportline channel|contactme|link|here agent|support", within=60),
        Together("hotlineline", when="strange-phone|long-number|hotline"),
        Together("buyline"),
        Together("support iam contactme", within=60),
        Together("contactme support channel", within=20, when="strange-contact"),
    ),
    role="mentioned",
    catches=(
        example("I'm an official moderator, message me privately and I will fix it.", "an administrator who writes first"),
        example("我是官方技术部小王,您的问题请私聊我处理。", "a technician who writes first"),
    ),
    spares=(
        example("官方不会主动私聊您,群里自称管理员的都是假冒。", "advice"),
        example("Official help is only inside the app under Settings.", "a pointer to the app"),
    ),
)
