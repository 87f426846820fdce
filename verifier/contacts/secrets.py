"""Recovery phrases and private keys in an input: refused, never stored, never repeated.

What opens a wallet is recognised by its own checksum, so that prose, transaction hashes and addresses pass
(`verifier.contacts.secret_phrases`, `verifier.contacts.secret_keys`). Published test vectors are known to all and pass.
Nothing of the text reaches the error, its facts or its chain.
"""

from __future__ import annotations

from verifier.contacts.disguise import fold
from verifier.contacts.secret_keys import has_key, is_dense
from verifier.contacts.secret_phrases import has_phrase
from verifier.errors import N_, SecretInInput

_SHORTEST, _SHORTEST_PHRASE = 15, 47
"""Shorter inputs hold no secret, shorter ASCII no phrase: twelve words of three letters or more, and what stands between them."""


def refuse_secrets(text: str) -> None:
    """Raise `verifier.errors.SecretInInput` if ``text`` holds a secret that opens a wallet. Linear in its length."""
    if holds_secret(text):
        raise SecretInInput(
            N_(
                "Your text contains a recovery phrase or a private key. We have not read further and kept nothing of it. "
                "Remove it and send the rest; never paste it anywhere but into your own wallet."
            ),
            advice=("never-share-secret", "secret-was-shared", "posted-phrase-is-bait"),
        )


def holds_secret(text: str) -> bool:
    """Whether ``text`` holds a recovery phrase, a private key or a keystore file that is not a published test vector."""
    if len(text) < _SHORTEST or (len(text) < _SHORTEST_PHRASE and text.isascii() and not is_dense(text)):
        return False
    folded = fold(text).text
    return has_phrase(folded) or has_key(folded)
