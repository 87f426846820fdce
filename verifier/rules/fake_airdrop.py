"""Free tokens that are to be claimed on a page."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

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
    find=FirstOf(
        Together("dropline", when="walletword|airdrop|approve"),
        Together("airdrop claimact urgent|here|approve|claimact", within=80, when="strange-link"),
        Together("airdrop claimact urgent|here|approve", within=80),
    ),
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
