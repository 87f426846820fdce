"""One number or account is offered as the support of several brands at once."""

from __future__ import annotations

from verifier.contacts.model import Handle, Message, Phone
from verifier.errors import N_
from verifier.messages.pattern import reading_of
from verifier.messages.stance import stance
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Several brands claimed in their support's role, and a line that is none of theirs."""
    assert isinstance(case.contact, Message)
    lines = [inner for inner in case.inside if isinstance(inner.contact, Phone | Handle) and inner.verdict != "official"]
    if not lines:
        return None
    reading = reading_of(case)
    named = [n for n in case.contact.named(case.registry) if n.certain and len(n.brands) == 1]
    brands = {next(iter(n.brands)) for n in named}
    claimed = {next(iter(n.brands)) for n in named if n.role}
    offered = [h for h in reading.all("hotline", "support") if stance(reading, h) == "request"]
    if len(brands) < 2 or not offered or (len(claimed) < 2 and not (len(brands) > 2 and reading.has("hotline"))):
        return None
    return Finding({"seen": lines[0].contact.display, "count": len(brands)}, spans=(lines[0].span,))


RULE = Rule(
    id="one-number-several-brands",
    kinds=frozenset({"message"}),
    group="claim",
    weight=0.6,
    title=N_("One line for several brands"),
    detail=N_("The text offers {seen} as the support of {count} brands at once. Competitors do not share a support line."),
    summary=N_("One line is offered as the support of several brands. It belongs to none of them."),
    advice=("reach-support-yourself",),
    find=find,
    catches=(
        example(
            "Coinbase support, Kraken support, Binance support: one number for all +1 202 555 0181, call now.", "three brands, one number"
        ),
    ),
    spares=(
        example("Coinbase and Kraken both fell today; my number is +1 202 555 0181.", "brands in the news"),
        example("Coinbase support is only in the app.", "one brand and no number"),
    ),
)
