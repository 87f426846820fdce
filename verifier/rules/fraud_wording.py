"""Worded the way fraud is worded, though no pattern says so; and the other way round: nothing in the wording bears a soft finding out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from verifier.errors import N_
from verifier.messages.pattern import named_brand, reading_of
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
_SOMEBODY_SPEAKS = frozenset("tome agent iam contactme family secret wouldyou callto blackhook it".split())
"""Without any of these nobody speaks to the reader."""
_PRESSED = frozenset({"tome", "urgent", "secret"})
"""Without any of these a text that speaks of screens is documentation."""


def find(case: Case) -> None:
    """Nothing by itself: it weighs what the others have found (`weigh`)."""


def weigh(case: Case, found: list[Finding]) -> list[Finding]:
    """The others' findings, with one more where the wording is fraud's.

    Where it is not at all, soft findings about what the text says are lowered so that none of them decides. What is `DANGEROUS` by
    itself stays: no wording is an alibi for a request.
    """
    reading = reading_of(case)
    signs = case.signs | rule_signs(found)
    likely = probability(reading.plain.text, signs)
    if likely >= PROBABLE and may_be_told(reading.plain.text, signs):
        heaviest = sorted(reading.sentences(), key=lambda place: -fitted().of(reading.plain.text[slice(*place)]))
        spans = tuple(reading.passage(*place) for place in sorted(heaviest[:_MOST_SPANS]))
        return [*found, *RULE.sign(Finding({}, brand=named_brand(case), spans=spans))]
    return found if likely >= DOUBTFUL else [lowered(finding) for finding in found]


def may_be_told(text: str, signs: frozenset[str]) -> bool:
    """Whether a text says enough, to somebody, who is to do something: what is no message at all has no wording of fraud.

    Nor has one whose contacts are all official.
    """
    if "any-contact" in signs and "strange-contact" not in signs:
        return False
    if signs.isdisjoint(_SOMETHING_TO_DO) or signs.isdisjoint(_SOMEBODY_SPEAKS):
        return False
    return says_enough(text) and not ("ui" in signs and signs.isdisjoint(_PRESSED))


def rule_signs(found: Iterable[Finding]) -> frozenset[str]:
    """What the rules have found, as signs."""
    return frozenset(f"rule:{finding.rule.id}" for finding in found)


def lowered(finding: Finding) -> Finding:
    """A finding, no longer decisive by itself if it is a soft one about what the text says."""
    soft = finding.rule.group in _SAID and _UNSUPPORTED < (finding.weight or 0.0) < DANGEROUS
    return replace(finding, weight=_UNSUPPORTED) if soft else finding


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
