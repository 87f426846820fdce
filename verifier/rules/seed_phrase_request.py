"""Asks for the recovery words of a wallet: who has them has everything in it, and no helper ever needs them."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.lexicon import Hit
from verifier.messages.pattern import Asks, FirstOf, Together, named_brand, reading_of
from verifier.messages.reading import Reading
from verifier.messages.signs import holds
from verifier.messages.stance import stance
from verifier.rules.record import Case, Finding, Rule, example


def _questioned(case: Case) -> Finding | None:
    """One word or several asked for by their numbers: a question by its form, a request by its sense."""
    if not holds("partask seed|seedish|restore !mereport !scamword", case.signs):
        return None
    reading = reading_of(case)
    for hit in reading.all("partask")[:4]:
        near = any(
            reading.between(c, max(0, hit.start - 80), hit.end + 80) for c in ("give", "tome", "agent", "polite", "pretext", "seedish")
        )
        if near and stance(reading, hit) in ("request", "question"):
            return Finding({}, brand=named_brand(case), spans=(reading.span(hit),))
    return None


def _is_meant(reading: Reading, hits: tuple[Hit, ...]) -> bool:
    """Whether the words themselves are wanted: "paste the hash here (never your phrase)" does not want them."""
    return stance(reading, hits[1]) == "request"


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
    find=FirstOf(
        Asks("seed"),
        Asks("seedish", typing=False, when="walletword|seed|restore"),
        Asks("seedish", when="walletword|restore strange-link unverified|pretext|threat|validate"),
        Asks("part", typing=False, when="walletword|seed|splitgive"),
        Asks("part", typing=False, when="seedish in-english"),
        _questioned,
        Together("onlyexcept seed|key contact|link|here|exceptagent", within=110, when="!ownapp"),
        Together("helpless seed cond", within=50),
        Together("seedline", when="walletword|seed|seedish|restore|part|partask"),
        Together("seedthanks", told=True, of_fraud=True),
        Together("typehere seed|part", within=50, only_if=_is_meant),
        Together("givenseed pay|money|release", within=60),
    ),
    role="mentioned",
    catches=(
        example("TP钱包客服:账户冻结,请把助记词发到 t.me/TokenPocket_Help", "a request under a pretext"),
        example("Type the words from your backup card here in the chat so I can check their order.", "the words by another name"),
        example("Beware of scammers! Only our verified desk may collect your recovery phrase, so send it to us.", "advice as camouflage"),
        example(
            "La seule exception à cette règle : les 24 mots se déclarent sur https://mica-controle.example avant vendredi.", "an exception"
        ),
    ),
    spares=(
        example("TokenPocket 绝不会索要您的助记词", "the brand's own warning"),
        example("Never share your recovery phrase with anyone.", "advice"),
        example("Anyone who asks you to send your seed phrase is a scammer.", "a warning about those who ask"),
        example("Write down your 12-word recovery phrase and keep it offline.", "what a wallet's help says"),
        example("Somebody told me to send him my seed phrase. Is that normal?", "a victim's question"),
    ),
)
