"""Wants a signature, an approval or a change of permissions under a pretext."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.lexicon import Hit
from verifier.messages.pattern import FirstOf, Together
from verifier.messages.reading import Reading
from verifier.rules.record import Rule, example


def _is_urged(reading: Reading, hits: tuple[Hit, ...]) -> bool:
    """Whether "revoke" is more than advice: somebody wants it, or it leads somewhere."""
    return reading.has("tome", "link", "contact") or reading.plain.text[hits[1].start : hits[1].end] != "revoke"


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
    find=FirstOf(
        Together("signline"),
        Together("approve approvewhy tome|urgent|pretext|click|polite|link|contact|here", when="strange-link"),
        Together("approve approvewhy tome|urgent|pretext|here|click", when="in-english"),
        Together("approve approvewhy tome|urgent|pretext"),
        Together("approve lurewhy polite|tome|here|click|urgent|link|order", within=50, only_if=_is_urged),
        when="!wallettalk",
    ),
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
