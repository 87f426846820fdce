"""What is wrong with an input, said so that the person who sent it knows what to change.

Every error carries a message template (an English gettext msgid with ``{placeholders}``) and the facts to fill it with;
`verifier.explain` turns both into the reader's language. None of them ever carries the input itself when it may be secret.
"""

from __future__ import annotations

from typing import Any, Literal

ProblemType = Literal["invalid-request", "unreadable-input", "secret-in-input", "too-large", "rate-limited", "not-found", "unavailable"]

STATUS: dict[str, int] = {
    "invalid-request": 400,
    "unreadable-input": 422,
    "secret-in-input": 422,
    "too-large": 413,
    "rate-limited": 429,
    "not-found": 404,
    "unavailable": 503,
}
"""The HTTP status of each problem type (RFC 9457 ``status``)."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a deferred translation
    """Mark ``message`` for translation and return it unchanged; `verifier.explain` translates it when it is shown."""
    return message


class CheckError(ValueError):
    """Input that cannot be answered. ``str(error)`` is the English explanation; ``field`` names what to change."""

    problem: ProblemType = "invalid-request"

    def __init__(self, message: str, *, field: str = "input", advice: tuple[str, ...] = (), **facts: Any) -> None:
        self.message = message
        self.field = field
        self.facts = facts
        self.advice = advice
        super().__init__(message.format(**facts) if facts else message)

    @property
    def status(self) -> int:
        """The HTTP status that fits this error."""
        return STATUS[self.problem]


class InvalidRequest(CheckError):
    """An option has a value that does not exist, or a combination that makes no sense."""

    problem: ProblemType = "invalid-request"


class Unreadable(CheckError):
    """The input is not a contact or a message that can be read."""

    problem: ProblemType = "unreadable-input"


class SecretInInput(CheckError):
    """The input holds a recovery phrase or a private key: it is refused, and nothing of it is kept or repeated."""

    problem: ProblemType = "secret-in-input"


class TooLarge(CheckError):
    """The input is longer than the contract allows."""

    problem: ProblemType = "too-large"
