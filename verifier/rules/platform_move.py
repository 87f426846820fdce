"""Wants to go on in a private chat on another platform."""

from __future__ import annotations

import re

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together, reading_of
from verifier.rules.record import Case, Finding, Rule, example

_ACCOUNT = re.compile(r"(?:账号|帐号|号码|\bid|号)[:\s]{0,2}(?=[a-z0-9_]{0,12}\d)[a-z][a-z0-9_]{4,20}|(?<![\w.])@[a-z]\w{3,30}")
"""An account on a platform no table knows."""
_ABOUT = "pretext|support|money|refund|job|returns|recover|guarantee|release|loan"
_ONLY_THERE = FirstOf(
    Together("onlyon hire|job|money|support|returns|contactme|pretext|threat", within=60),
    Together("contactme evade", within=60),
)
_MOVED = FirstOf(
    Together(f"contactme channel {_ABOUT}", within=70, when="strange-contact"),
    Together(f"contactme channel {_ABOUT}", within=70, weight=0.3),
    Together("contactme channel handle", within=24, weight=0.42),
)


def find(case: Case) -> Finding | None:
    """An invitation to a chat together with money, an account or support; weak by itself."""
    found = _ONLY_THERE(case)
    if found and ("strange-contact" in case.signs or _ACCOUNT.search(reading_of(case).plain.text)):
        return found
    return _MOVED(case)


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
