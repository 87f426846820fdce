"""An account name that cannot exist on its platform: a letter of another alphabet, too short, too long, wrongly formed."""

from __future__ import annotations

from verifier.contacts.model import Handle
from verifier.contacts.platforms import PLATFORMS, fault_of
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """By the platform's own rules for names. A weak sign: people mistype, and rules change."""
    account = case.contact
    if not isinstance(account, Handle) or case.match is not None:
        return None
    fault = fault_of(account.platform, account.name)
    if fault is None:
        return None
    return Finding({**fault, "platform": PLATFORMS[account.platform].label, "name": account.name})


RULE = Rule(
    id="impossible-handle",
    kinds=frozenset({"handle"}),
    group="writing",
    weight=0.3,
    title=N_("No account can have this name"),
    detail=N_("“{name}” cannot be the name of an account on {platform}: {fault}. It is mistyped or made up."),
    summary=N_("No account on {platform} can be called “{name}”. It is mistyped or made up."),
    find=find,
    role="mentioned",
    catches=(
        example("@tоkenpocket", "a Cyrillic о on X", platform="x"),
        example("@tp", "too short for Telegram", platform="telegram"),
        example("@this_name_is_far_too_long", "X allows 15", platform="x"),
    ),
    spares=(
        example("@TokenPocket_TP", "fits", platform="x"),
        example("公众号：TP钱包", "a shown name, not an id"),
        example("t.me/+AbCdEf123456", "an invitation"),
    ),
)
