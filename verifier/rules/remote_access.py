"""Asks for control of the device or sight of the screen, to "help" with a refund, a fee or a fault."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.lexicon import Hit
from verifier.messages.pattern import FirstOf, Together
from verifier.messages.reading import Reading
from verifier.rules.record import Rule, example


def _is_wanted(reading: Reading, hits: tuple[Hit, ...]) -> bool:
    """Whether the tool is wanted and not removed; where something is to be given to somebody it is wanted all the same."""
    low, high = reading.sentence(hits[0].start)
    return not reading.between("removal", low, high) or reading.between("tome", low, high)


RULE = Rule(
    id="remote-access",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.85,
    title=N_("Wants control of your device"),
    detail=N_(
        "The text wants you to install a remote-control program or to share your screen. Whoever is on the other side"
        " sees your codes and can act as you."
    ),
    summary=N_("This text wants to control or watch your device. Install nothing and share nothing."),
    advice=(
        "end-remote-session",
        "remote-was-given",
    ),
    find=FirstOf(
        Together("remoteline", only_if=_is_wanted, when="refund|agent|pretext|tome|support|urgent|threat !itdesk"),
        Together("remote install|give|tome|input", only_if=_is_wanted),
        Together("remote ask agent", only_if=_is_wanted),
        Together("remote confirmit|install|bankapp polite|tome", within=40, only_if=_is_wanted),
        Together("screen refund|pretext|support|credit|password|seed|walletword|remote|bankapp|safeacct polite|install|tome|agent|click"),
        Together("screen tome polite|install|tome|agent|click", when="!household"),
    ),
    role="mentioned",
    catches=(
        example("Install AnyDesk and give me the nine-digit ID, I will process your refund.", "a remote tool"),
        example("下载会议软件打开共享屏幕,我教您退款。", "a meeting's screen"),
    ),
    spares=(
        example("The meeting is at three, I will share my screen.", "a colleague"),
        example("If someone asks you to install AnyDesk, hang up.", "advice"),
        example("诈骗分子诱导受害人下载向日葵。", "a report"),
    ),
)
