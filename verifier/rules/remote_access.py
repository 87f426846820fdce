"""Asks for control of the device or sight of the screen, to "help" with a refund, a fee or a fault."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.lexicon import Hit
from verifier.messages.pattern import combination, combination_finding, reading_of
from verifier.messages.reading import Reading
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A remote tool together with installing it or giving its number; a shared screen together with money, an account or support."""
    reading = reading_of(case)
    control = (*combination(reading, "remote", ("install", "give", "tome", "input")), *combination(reading, "remote", "ask", "agent"))
    control = tuple(hits for hits in control if not _is_taken_away(reading, hits))
    watched = combination(
        reading,
        "screen",
        ("refund", "pretext", "support", "credit", "password", "seed", "walletword", "remote", "tome", "bankapp", "safeacct"),
        ("polite", "install", "tome", "agent", "click"),
    )
    return combination_finding(case, (*control, *watched))


def _is_taken_away(reading: Reading, hits: tuple[Hit, ...]) -> bool:
    """Whether the text removes the tool, and nobody is to be given anything."""
    low, high = reading.sentence(hits[0].start)
    return reading.between("removal", low, high) and not reading.between("tome", low, high)


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
    find=find,
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
