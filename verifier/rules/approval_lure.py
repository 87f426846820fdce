"""Wants a signature, an approval or a change of permissions under a pretext."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import combination, combination_finding, reading_of, strange_links
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """The signature, its pretext, and somebody who urges it."""
    reading = reading_of(case)
    if reading.has("wallettalk"):
        return None
    found = combination(reading, "approve", "approvewhy", _pressed(case))
    lured = combination(reading, "approve", "lurewhy", ("polite", "tome", "here", "click", "urgent", "link", "order"), within=50)
    if not reading.has("tome", "link", "contact"):
        lured = (hits for hits in lured if reading.plain.text[hits[1].start : hits[1].end] != "revoke")
    return combination_finding(case, (*found, *lured))


def _pressed(case: Case) -> tuple[str, ...]:
    """What makes it a lure: somebody who wants it, haste, an account in trouble; any order at all where a strange link stands by."""
    words: tuple[str, ...] = ("tome", "urgent", "pretext")
    if strange_links(case):
        words += ("click", "polite", "link", "contact", "here")
    elif reading_of(case).language == "en":
        words += ("here", "click")
    return words


RULE = Rule(
    id="approval-lure",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.6,
    title=N_("Wants a signature or approval"),
    detail=N_(
        "The text wants you to sign, approve, scan or change permissions under a pretext. One signature can move every token, now or later."
    ),
    summary=N_("This text wants a signature from your wallet. One signature can empty it."),
    advice=(
        "do-not-connect",
        "approval-was-given",
    ),
    find=find,
    role="mentioned",
    catches=(
        example("Please sign this gasless message now to revoke the hacker's access.", "a signature as a cure"),
        example("扫码转1个TRX测试一下,确认授权后我马上给您退款。", "an approval as a test"),
    ),
    spares=(
        example("Please approve my pull request.", "another approval"),
        example("授权是指允许合约使用您的代币,不用时可以取消。", "an explanation"),
    ),
)
