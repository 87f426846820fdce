"""Asks for a private key, a keystore file or its export: the same as the recovery words, for one account."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Asks, FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="private-key-request",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.95,
    title=N_("Asks for your private key"),
    detail=N_(
        "The text wants a private key or a wallet file. Whoever has it can move everything the account holds. "
        "No support, no authority and no check ever needs it."
    ),
    summary=N_("This text wants your private key. It is a theft: give it to nobody."),
    advice=("never-share-secret", "secret-was-shared"),
    find=FirstOf(
        Asks("key"),
        Asks("keyish", when="export !otherobj"),
        Together("keyline", when="walletword|export|key|keyish"),
        Together("typehere keyish", within=60, when="walletword|export"),
    ),
    role="mentioned",
    catches=(
        example("Paste the exported key here and the bridge will release the funds.", "an export by another name"),
        example("把私钥截图发我,帮您手动放行。", "a picture of it"),
    ),
    spares=(
        example("Never commit your private key to a repository.", "advice to developers"),
        example("我们不会以任何理由向您索要私钥。", "a denial"),
        example("有人让我把私钥发给他,是不是骗子?", "a victim's question"),
    ),
)
