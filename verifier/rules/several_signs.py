"""Several signs of different frauds stand together, none of which makes a known pattern by itself."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import MOST_SPANS, named_brand, outermost, reading_of
from verifier.messages.stance import stance
from verifier.rules.record import Case, Finding, Rule, example

_SIGNS = (
    "pretext", "urgent", "threat", "fee", "release", "guarantee", "returns", "airdrop", "prize", "prizesoft", "refund",
    "authority", "accuse", "secret", "remote", "screen", "validate", "recover", "job", "loan", "delivery", "giftcard",
    "blackmail", "romance", "heir", "warrant", "safeacct", "double", "seed", "key", "code", "password", "credit", "app",
)  # fmt: skip
_ACTS = ("give", "pay", "click", "contactme", "install", "act", "approve")
_ENOUGH = 3
_FEW_SCREEN_WORDS = 2
"""Documentation speaks of screens, chains and contracts all the time."""
_LONGEST = 900
"""In characters: longer texts hold many words of many things."""


def find(case: Case) -> Finding | None:
    """Three signs or more, each meant as it stands, with something to do and somebody to do it for."""
    reading = reading_of(case)
    if len(reading.plain.text) > _LONGEST or reading.has("noaction") or not reading.has("link", "contact", "tome"):
        return None
    if len(reading.all("ui")) > _FEW_SCREEN_WORDS or not reading.has("you"):
        return None
    if sum(concept in reading.by_concept for concept in _SIGNS) < _ENOUGH or not reading.has(*_ACTS):
        return None
    if not any(stance(reading, hit) == "request" for act in _ACTS for hit in reading.all(act)[:2]):
        return None
    signs = [hit for concept in _SIGNS for hit in reading.all(concept)[:2] if stance(reading, hit) == "request"]
    places = {(hit.start, hit.end) for hit in signs}
    named = {concept for hit in signs for concept in hit.concepts if concept in _SIGNS}
    if len(named) < _ENOUGH or len(places) < _ENOUGH:
        return None
    return Finding({"count": len(named)}, brand=named_brand(case), spans=outermost(reading.span(hit) for hit in signs[:MOST_SPANS]))


RULE = Rule(
    id="several-signs",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.42,
    title=N_("Several signs together"),
    detail=N_(
        "The text holds {count} different signs of fraud and wants you to do something. None of them proves anything alone; together they call for care."
    ),
    summary=N_("Several signs of fraud stand together in this text. Confirm it yourself before you do anything."),
    advice=("reach-support-yourself", "talk-to-somebody"),
    find=find,
    role="mentioned",
    catches=(
        example(
            "Your deposit is frozen and the insurance expires today: contact our desk at https://desk-help.example.com to claim your compensation.",
            "a freeze, a deadline, a compensation, a link",
        ),
    ),
    spares=(
        example("Your parcel was delivered to your neighbour.", "one word of one thing"),
        example("Beware of messages about frozen accounts, prizes and refunds: do not click, do not pay.", "advice"),
    ),
)
