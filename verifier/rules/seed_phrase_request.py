"""Asks for the recovery words of a wallet: who has them has everything in it, and no helper ever needs them."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import named_brand, reading_of, request_finding
from verifier.messages.stance import stance
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """The recovery words by any of their names; where the text is about a wallet also "the words", a part of them, and
    questions after one word or another."""
    found = request_finding(case, "seed")
    reading = reading_of(case)
    if found is None and reading.has("walletword", "seed") and reading.has("seedish"):
        found = request_finding(case, "seedish", typing=False)
    if (
        found is None
        and reading.has("part")
        and (reading.has("walletword", "seed", "splitgive") or (reading.language == "en" and reading.has("seedish")))
    ):
        found = request_finding(case, "part", typing=False)
    if found is None and reading.has("partask") and reading.has("seed", "seedish"):
        found = _questioned(case)
    return found


def _questioned(case: Case) -> Finding | None:
    """One word or several asked for by their numbers: a question by its form, a request by its sense."""
    reading = reading_of(case)
    for hit in reading.all("partask")[:4]:
        near = any(reading.between(c, max(0, hit.start - 80), hit.end + 80) for c in ("give", "tome", "agent", "polite", "pretext"))
        if near and stance(reading, hit) in ("request", "question") and not reading.has("mereport", "scamword"):
            return Finding({}, brand=named_brand(case), spans=(reading.span(hit),))
    return None


RULE = Rule(
    id="seed-phrase-request",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.95,
    title=N_("Asks for your recovery words"),
    detail=N_(
        "The text wants the recovery words of a wallet. Whoever has them owns everything in it, for good. "
        "No support, no authority and no check ever needs them."
    ),
    summary=N_("This text wants your recovery words. It is a theft: give them to nobody."),
    advice=("never-share-secret", "secret-was-shared"),
    find=find,
    role="mentioned",
    catches=(
        example("TP钱包客服:账户冻结,请把助记词发到 t.me/TokenPocket_Help", "a request under a pretext"),
        example("Type the words from your backup card here in the chat so I can check their order.", "the words by another name"),
        example("Beware of scammers! Only our verified desk may collect your recovery phrase, so send it to us.", "advice as camouflage"),
    ),
    spares=(
        example("TokenPocket 绝不会索要您的助记词", "the brand's own warning"),
        example("Never share your recovery phrase with anyone.", "advice"),
        example("Anyone who asks you to send your seed phrase is a scammer.", "a warning about those who ask"),
        example("Write down your 12-word recovery phrase and keep it offline.", "what a wallet's help says"),
        example("Somebody told me to send him my seed phrase. Is that normal?", "a victim's question"),
    ),
)
