"""Wants identity papers or card data sent to a chat or mailbox."""

from __future__ import annotations

from verifier.contacts.model import Email, Handle, Span
from verifier.data import table
from verifier.errors import N_
from verifier.messages.pattern import Asks, outermost, reading_of
from verifier.rules.record import Case, Finding, Rule, example

_HARMLESS = frozenset({"姓名", "手机号", "date of birth", "full name and address", "证件", "自拍", "卡号"})
"""What clubs and shops ask for as well, and parts of the other words."""
_ASKED = Asks("idoc", typing=False)


def find(case: Case) -> Finding | None:
    """Papers to be sent; without a pretext or a strange contact a weak sign."""
    found = _ASKED(case)
    if found is None:
        return None
    reading = reading_of(case)
    whole = outermost(Span(h.start, h.end) for h in reading.all("idoc"))
    kinds = {reading.plain.text[s.start : s.end] for s in whole} - _HARMLESS
    serious = len(kinds) > 2 or _goes_astray(case) or reading.has("pretext", "release", "threat", "loan", "prize")
    return found if serious else Finding(found.facts, 0.2, found.brand, found.spans)


def _goes_astray(case: Case) -> bool:
    """Whether the message gives a chat account or a free mailbox to send them to."""
    free = table("free_mail")["domains"]
    return any(
        isinstance(i.contact, Handle) or (isinstance(i.contact, Email) and i.contact.host.registrable_domain in free)
        for i in case.inside
        if i.verdict != "official"
    )


RULE = Rule(
    id="identity-documents",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.45,
    title=N_("Wants identity papers"),
    detail=N_(
        "The text wants identity papers, a selfie or card data sent by message. They serve to open accounts and take "
        "over numbers in your name."
    ),
    summary=N_("This text wants your identity papers or card data by message."),
    advice=("do-not-send-papers",),
    find=find,
    role="mentioned",
    catches=(
        example(
            "Send a photo of your ID card, front and back, and a selfie to verify-desk@gmail.com to release your account.", "papers by mail"
        ),
        example("请把身份证正反面和银行卡号发到客服微信进行实名解封。", "papers by chat"),
    ),
    spares=(
        example("请携带身份证到柜台办理。", "a counter"),
        example("Open the app and follow the steps to verify your identity.", "in the app"),
    ),
)
