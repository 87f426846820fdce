"""Offers a service hotline for a wallet or exchange."""

from __future__ import annotations

import re

from verifier.contacts.model import Handle, Message, Phone
from verifier.errors import N_
from verifier.messages.pattern import MOST_SPANS, named_brand, reading_of
from verifier.messages.stance import stance
from verifier.rules.record import Case, Finding, Rule, example

_NUMBER = re.compile(r"^[^\n]{0,24}?(?:\+|\()?(?:\d|xx)[\dx*\s().\-]{5,18}[\dx*]")
"""What is written like a number but is none that exists: bait is full of such."""
_CRYPTO = ("self-custody-wallet", "hardware-wallet", "exchange", "defi", "nft")


def find(case: Case) -> Finding | None:
    """A line beside a number or account; or a page that talks of little else."""
    reading = reading_of(case)
    assert isinstance(case.contact, Message)
    crypto = reading.has("walletword") or any(
        case.registry.brands[id].category in _CRYPTO for n in case.contact.named(case.registry) for id in n.brands
    )
    if not crypto or not reading.has("hotline"):
        return None
    lines = [inner for inner in case.inside if isinstance(inner.contact, Phone | Handle) and inner.verdict != "official"]
    for inner in lines:
        low = max(0, inner.span.start - 160)
        near = [h for h in reading.all("hotline") if low <= reading.span(h).start <= inner.span.end + 60]
        if near and stance(reading, near[-1]) == "request":
            return Finding({}, brand=named_brand(case), spans=(reading.span(near[-1]),))
    for hit in reading.all("hotline"):
        if _NUMBER.search(reading.plain.text[hit.end : hit.end + 60]) and stance(reading, hit) == "request" and not case.inside:
            return Finding({}, brand=named_brand(case), spans=(reading.span(hit),))
    words = [h for h in reading.all("hotline") if stance(reading, h) == "request"]
    if len(words) >= 4 and len(words) + len(reading.all("support")) >= 12 and not any(i.verdict == "official" for i in case.inside):
        return Finding({}, weight=0.42, brand=named_brand(case), spans=tuple(reading.span(h) for h in words[:MOST_SPANS]))
    return None


RULE = Rule(
    id="hotline-bait",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.5,
    title=N_("A hotline for a wallet"),
    detail=N_(
        "The text offers a customer-service line for a wallet or exchange. Self-custody wallets have none, and such "
        "numbers are the most common bait in search results."
    ),
    summary=N_("This text offers a hotline for a wallet. Such lines are a common bait: do not call."),
    advice=("reach-support-yourself",),
    find=find,
    role="mentioned",
    catches=(
        example("Need a live person at X Wallet? Call +1 202 555 0100, 24/7 wallet helpline.", "a line for a wallet"),
        example("X钱包官方人工客服热线:400-820-0000,24小时。", "a line for a wallet"),
    ),
    spares=(
        example("不要相信搜索引擎里的钱包客服电话。", "advice"),
        example("Call the surgery on 0161 496 0000 to change your appointment.", "another line"),
    ),
)
