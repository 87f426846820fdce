"""Worded the way fraud is worded, though no pattern says so; and the other way round: nothing in the wording bears a soft finding out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from verifier.contacts.model import Span
from verifier.errors import N_
from verifier.messages.pattern import named_brand, reading_of
from verifier.messages.reading import Reading
from verifier.messages.signs import FACTS
from verifier.messages.wording import DOUBTFUL, PROBABLE, fitted, probability, says_enough
from verifier.rules.record import DANGEROUS, SUSPICIOUS, Case, Finding, Rule, example

_MOST_SPANS = 2
_SAID = ("request", "pretext")
"""The groups of findings about what a text says; contacts and claims are judged by themselves."""
_UNSUPPORTED = SUSPICIOUS - 0.1
_SOMETHING_TO_DO = frozenset(
    "give pay click contactme install input act approve callto claimact order cash contact link tome remote screen hotline job".split()
)
"""Without any of these a text wants nothing: haste and threats never decide alone."""
_AROUND = 120
"""How much of a text is looked at around a passage, in characters to either side."""


def find(case: Case) -> None:
    """Nothing by itself: it weighs what the others have found (`weigh`)."""


def weigh(case: Case, found: list[Finding]) -> list[Finding]:
    """The others' findings, with one more where the wording is fraud's.

    Where it is not at all, findings about what the text says are lowered so that none of them decides. One that is `DANGEROUS`
    by itself is lowered only if its own passage, too, is worded like nothing of the kind: what stands around it is no alibi.
    """
    reading = reading_of(case)
    signs = case.signs | rule_signs(found)
    likely = probability(reading.plain.text, signs)
    if likely >= PROBABLE and says_enough(reading.plain.text) and not signs.isdisjoint(_SOMETHING_TO_DO):
        heaviest = sorted(reading.sentences(), key=lambda place: -fitted().of(reading.plain.text[slice(*place)]))
        spans = tuple(reading.passage(*place) for place in sorted(heaviest[:_MOST_SPANS]))
        return [*found, *RULE.sign(Finding({}, brand=named_brand(case), spans=spans))]
    if likely >= DOUBTFUL:
        return found
    return [lowered(f) if not is_hard(f) or probability(*passage_of(f, reading, signs)) < DOUBTFUL else f for f in found]


def rule_signs(found: Iterable[Finding]) -> frozenset[str]:
    """What the rules have found, as signs."""
    return frozenset(f"rule:{finding.rule.id}" for finding in found)


def is_hard(finding: Finding) -> bool:
    """Whether a finding about what the text says decides for `DANGEROUS` by itself."""
    return finding.rule.group in _SAID and (finding.weight or 0.0) >= DANGEROUS


def lowered(finding: Finding) -> Finding:
    """A finding, no longer decisive by itself if it is about what the text says."""
    said = finding.rule.group in _SAID and (finding.weight or 0.0) > _UNSUPPORTED
    return replace(finding, weight=_UNSUPPORTED) if said else finding


def passage_of(finding: Finding, reading: Reading, signs: frozenset[str]) -> tuple[str, frozenset[str]]:
    """The text around a finding, in matching form, and the signs in it."""
    text = reading.plain.text
    low, high = _place(finding.spans, reading)
    low, high = max(0, low - _AROUND), min(len(text), high + _AROUND)
    apart = frozenset(sign for sign in signs if sign in FACTS or sign.startswith("rule:"))
    return text[low:high], apart | {concept for concept in reading.by_concept if reading.between(concept, low, high)}


def _place(spans: tuple[Span, ...], reading: Reading) -> tuple[int, int]:
    if not spans:
        return 0, len(reading.plain.text)
    return reading.plain.index(spans[0].start), reading.plain.index(spans[0].end)


RULE = Rule(
    id="fraud-wording",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("Worded like fraud"),
    detail=N_(
        "Taken as a whole, this text is worded the way fraud is worded, most of all in the marked passages. "
        "That proves nothing by itself, but it calls for care."
    ),
    summary=N_("This text is worded the way fraud is worded. Confirm it yourself before you do anything."),
    advice=("reach-support-yourself", "talk-to-somebody"),
    find=find,
    weigh=weigh,
    role="mentioned",
    catches=(
        example(
            "Just hold the sheet from the setup to the camera for a second, I only compare the order on my side and then your balance shows again.",
            "nothing is named, everything is meant",
        ),
        example("您先别挂电话,我这边帮您登记一下,等会儿弹出来的那个框点允许就行,扣费马上就取消了", "a guided click"),
        example("Mach einfach ein Foto vom Zettel, ich schau nur ob die Reihenfolge stimmt.", "the paper, and why not"),
    ),
    spares=(
        example("Just hold the sheet music to the light, I only compare the order of the pages.", "the same words, another sheet"),
        example("Act within 30 minutes or your assets are burned permanently.", "haste and threats alone decide nothing"),
        example("下载地址：https://evil.example.com/x", "a link with a word beside it has no wording"),
    ),
)
