"""Worded the way fraud is worded, though no pattern says so; and the other way round: the wording bears nothing out that was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from msgspec.structs import replace

from verifier.contacts.model import Message
from verifier.errors import N_
from verifier.messages.kinds import NO_KIND, recalled
from verifier.messages.pattern import named_brand, reading_of
from verifier.messages.wording import AROUND, CONTRARY, ENOUGH, LEAST, NEAR_CERTAIN, PROBABLE, fitted, nameless, probability, says
from verifier.rules.record import DANGEROUS, SUSPICIOUS, Case, Finding, Rule, example
from verifier.verdict import combine

_MOST_SPANS = 2
_SAID = ("request", "pretext", "pressure")
"""The groups of findings about what a text says; contacts and claims are judged by themselves."""
_SOMETHING_TO_DO = frozenset(
    "give pay click contactme install input act approve callto claimact order cash contact link tome remote screen hotline job".split()
)
"""Without any of these a text wants nothing."""
_ASKED_FOR = frozenset("seed seedish part partask key keyish password code codeish idoc".split())
"""What fraud is after, by any name."""
_HASTE_AND_THREATS = frozenset({"urgent", "shut", "expire"})
"""Where nothing is wanted and nothing named that fraud is after, they decide nothing."""
_SOMEBODY_SPEAKS = frozenset("tome agent iam contactme family secret wouldyou callto blackhook it".split())
"""Without any of these nobody speaks to the reader."""
_PRESSED = frozenset({"tome", "urgent", "secret"})
"""Without any of these a text that speaks of screens is documentation."""
_UNSUPPORTED = SUSPICIOUS - 0.1
"""What findings weigh together that the wording does not bear out."""


def find(case: Case) -> None:
    """Nothing by itself: it weighs what the others have found (`weigh`)."""


def weigh(case: Case, found: list[Finding]) -> list[Finding]:
    """The others' findings, with one more where the wording is fraud's.

    Where it is nothing like it, findings about what the text says are lowered so that they do not decide. What is `DANGEROUS` by
    itself stays where it leads to a contact that is not official, and where what stands around it is worded like fraud: harmless words
    elsewhere are no alibi for a request.
    """
    if "strange-contact" in case.signs and any((finding.weight or 0.0) >= DANGEROUS for finding in found):
        return found
    reading, text = reading_of(case), worded(case)
    likely_of = cache(lambda passage: probability(passage, case.signs))  # a short text is what stands around all that is found in it
    likely = likely_of(text)
    if is_reason(likely, text, case.signs):
        if combine(found) >= DANGEROUS:
            return found  # they say more precisely what is wrong
        heaviest = list(reading.sentences())
        if len(heaviest) > _MOST_SPANS:
            weight_of = cache(fitted().of)  # a text may repeat one sentence a thousand times
            heaviest.sort(key=lambda place: -weight_of(text[slice(*place)].strip()))
        spans = tuple(reading.passage(*place) for place in sorted(heaviest[:_MOST_SPANS]))
        kind = recalled(text, case.signs)
        return [*found, *RULE.sign(Finding({"recalled": kind.recalled}, brand=named_brand(case), spans=spans, advice=kind.advice))]
    if likely >= CONTRARY or not found:
        return found

    def is_contrary(finding: Finding) -> bool:
        around = (text[max(0, low - AROUND) : high + AROUND] for low, high in map(reading.plain.place, finding.spans))
        return all(likely_of(each) < CONTRARY for each in around)

    return lowered(found, is_contrary)


def is_reason(likely: float, text: str, signs: frozenset[str]) -> bool:
    """Whether a text's wording is a reason: it is likely fraud's, says enough, and not all its contacts are official."""
    if likely < PROBABLE or ("any-contact" in signs and "strange-contact" not in signs):
        return False
    wants = not signs.isdisjoint(_SOMETHING_TO_DO)
    if not wants and signs.isdisjoint(_ASKED_FOR) and not signs.isdisjoint(_HASTE_AND_THREATS):
        return False
    speaks = not signs.isdisjoint(_SOMEBODY_SPEAKS) and not ("ui" in signs and signs.isdisjoint(_PRESSED))
    sure = likely >= NEAR_CERTAIN
    if wants and speaks:
        return says(text) >= (LEAST if sure else ENOUGH)
    return sure and says(text) >= ENOUGH


def worded(case: Case) -> str:
    """The message in matching form, the brands it names made unreadable."""
    assert isinstance(case.contact, Message)
    return nameless(case.contact.reading.plain.text, ((name.start, name.end) for name in case.contact.named(case.registry)))


def lowered(found: Sequence[Finding], even_dangerous: Callable[[Finding], bool]) -> list[Finding]:
    """The findings, those about what the text says no longer decisive even together; of the `DANGEROUS` ones those told of."""

    def is_to_lower(finding: Finding) -> bool:
        weight = finding.weight or 0.0
        return finding.rule.group in _SAID and weight > 0.0 and (weight < DANGEROUS or even_dangerous(finding))

    chosen = [is_to_lower(finding) for finding in found]
    share = round(_UNSUPPORTED / max(1, sum(chosen)), 2)
    return [
        replace(finding, weight=min(finding.weight or 0.0, share)) if is_chosen else finding
        for finding, is_chosen in zip(found, chosen, strict=True)
    ]


RULE = Rule(
    id="fraud-wording",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("Worded like fraud"),
    detail=N_(
        "Taken as a whole, this text is worded like {recalled}, most of all in the marked passages. "
        "That proves nothing by itself, but it calls for care."
    ),
    summary=N_("This text is worded like {recalled}. Confirm it yourself before you do anything."),
    advice=NO_KIND.advice,
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
