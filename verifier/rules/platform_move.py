"""Wants to go on in a private chat on another platform."""

from __future__ import annotations

import re

from verifier.errors import N_
from verifier.messages.pattern import combination, combination_finding, reading_of, strange_contacts
from verifier.rules.record import Case, Finding, Rule, example

_ACCOUNT = re.compile(r"(?:账号|帐号|号码|\bid|号)[:\s]{0,2}(?=[a-z0-9_]{0,12}\d)[a-z][a-z0-9_]{4,20}|(?<![\w.])@[a-z]\w{3,30}")
"""An account on a platform no table knows."""


def find(case: Case) -> Finding | None:
    """An invitation to a chat together with money, an account or support; weak by itself."""
    reading = reading_of(case)
    if strange_contacts(case) or _ACCOUNT.search(reading.plain.text):
        moved = (
            *combination(reading, "onlyon", ("hire", "job", "money", "support", "returns", "contactme"), within=60),
            *combination(reading, "contactme", "evade", within=60),
        )
        if moved:
            return combination_finding(case, moved)
    found = tuple(
        combination(
            reading,
            "contactme",
            "channel",
            ("pretext", "support", "money", "refund", "job", "returns", "recover", "guarantee", "release", "loan"),
            within=70,
        )
    )
    if not found:
        return combination_finding(case, combination(reading, "contactme", "channel", "handle", within=24), weight=0.42)
    return combination_finding(case, found, weight=None if strange_contacts(case) else 0.3)


RULE = Rule(
    id="platform-move",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("Wants to move to another chat"),
    detail=N_("The text wants to go on in a private chat elsewhere, where nobody moderates and nothing is kept."),
    advice=("reach-support-yourself",),
    find=find,
    role="mentioned",
    catches=(
        example("Your account is limited, contact our agent on WhatsApp to restore your funds: +1 202 555 0143", "a move under a pretext"),
    ),
    spares=(
        example("Add me on Telegram if you want the photos from the trip.", "among friends"),
        example("骗子总让你加微信。", "a warning"),
    ),
)
