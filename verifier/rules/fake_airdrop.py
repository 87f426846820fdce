"""Free tokens that are to be claimed on a page."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import combination, combination_finding, reading_of, strange_links
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Free tokens, the act of claiming, and haste or a place."""
    reading = reading_of(case)
    strange = bool(strange_links(case))
    found = combination(
        reading,
        "airdrop",
        "claimact",
        ("urgent", "here", "approve") if not strange else ("urgent", "here", "approve", "claimact"),
        within=80,
    )
    return combination_finding(case, found)


RULE = Rule(
    id="fake-airdrop",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.5,
    title=N_("Free tokens to claim"),
    detail=N_("The text offers tokens that are to be claimed by connecting a wallet. Such pages ask for an approval that empties it."),
    summary=N_("This text offers free tokens on a page. Connecting or approving there can empty the wallet."),
    advice=(
        "do-not-connect",
        "approval-was-given",
    ),
    find=find,
    role="mentioned",
    catches=(
        example("You're eligible for the airdrop; connect your wallet and approve before the snapshot closes.", "a claim page"),
        example("空投领取剩2小时,连接钱包授权即得888U。", "a claim page"),
    ),
    spares=(
        example("Ignore airdropped tokens you did not ask for.", "advice"),
        example("空投是项目方向社区发放代币的一种方式。", "an explanation"),
    ),
)
