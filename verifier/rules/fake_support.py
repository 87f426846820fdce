"""Somebody introduces himself as support and wants to be written to privately."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import combination, combination_finding, reading_of, strange_contacts
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """An introduction as support together with an invitation to write; support on a chat account that is not official."""
    reading = reading_of(case)
    found = [*combination(reading, "support", "iam", "contactme", within=60)]
    if strange_contacts(case):
        found += combination(reading, "contactme", "support", "channel", within=20)
    return combination_finding(case, found)


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
    find=find,
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
