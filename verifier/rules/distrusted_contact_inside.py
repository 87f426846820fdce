"""A contact in the message is itself judged: said among the message's reasons, where the reader looks."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.verdict import SEVERITY


def find(case: Case) -> Finding | None:
    """The worst contact inside. Weightless: the verdict already is the worst of the contacts' (see `verifier.verdict`)."""
    bad = [inner for inner in case.inside if inner.verdict in ("dangerous", "suspicious")]
    if not bad:
        return None
    worst = max(bad, key=lambda inner: (SEVERITY[inner.verdict], inner.risk))
    return Finding(
        {"seen": worst.contact.display, "because": worst.rules[0], "count": len(bad)}, spans=tuple(inner.span for inner in bad[:20])
    )


RULE = Rule(
    id="distrusted-contact-inside",
    kinds=frozenset({"message"}),
    group="claim",
    weight=0.0,
    title=N_("A contact in it is not to be trusted"),
    detail=N_("The text leads to {seen}, which has its own reasons to be distrusted. They are listed below with the contact."),
    find=find,
    catches=(
        example("TP钱包客服:账户冻结,请把助记词发到 t.me/TokenPocket_Help", "an account that is not among the brand's"),
        example("Your wallet is here: https://tokenpocket.pro@203.0.113.9/", "an imitating address"),
    ),
    spares=(
        example("TokenPocket 的官网是 https://tokenpocket.pro", "the brand's own address"),
        example("See you at noon, table for two.", "nothing inside"),
    ),
)
