"""Recovery phrases and private keys in an input: refused, never stored, never repeated."""

from __future__ import annotations


def refuse_secrets(text: str) -> None:
    """Raise `verifier.errors.SecretInInput` if ``text`` holds a secret that opens a wallet."""
