"""Which kind of fraud a text recalls: told where its wording is a reason, so that the reader learns more than "like fraud".

Each kind has weights of its own (`verifier/data/fraud_kinds.json`), of the same make as those of `verifier.messages.wording`, which
tell its texts from other frauds. Nothing is decided here: a kind puts a verdict into words and picks the advice.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import msgspec

from verifier.data import table
from verifier.errors import N_
from verifier.messages.wording import Weights, probability

CLEAR = 0.4
"""From this probability on a kind is named. Of our own texts of a labelled kind that no rule flags, left out of the fit, three in five
reach it, and nine in ten of those are named rightly (``python -m benchmarks.fit``)."""


class FraudKind(msgspec.Struct, frozen=True):
    """A kind of fraud: what a text recalls (a msgid that ends "worded like …"), and the advice for those who meet it."""

    recalled: str
    advice: tuple[str, ...]


KINDS: dict[str, FraudKind] = {
    "app": FraudKind(N_("fraud that has you install an app"), ("install-from-source", "app-was-installed")),
    "approval": FraudKind(N_("fraud that has you connect a wallet or sign something"), ("do-not-connect", "approval-was-given")),
    "authority": FraudKind(N_("fraud that threatens you"), ("hang-up-and-report", "talk-to-somebody")),
    "code": FraudKind(N_("fraud that is after codes, passwords or a tap in an app"), ("never-tell-code", "code-was-told")),
    "family": FraudKind(N_("fraud that poses as a relative or friend in need"), ("call-known-number", "do-not-pay")),
    "fee": FraudKind(N_("fraud that asks you to pay first"), ("do-not-pay", "money-was-sent")),
    "gain": FraudKind(N_("fraud that promises gains or easy work"), ("do-not-pay", "money-was-sent")),
    "papers": FraudKind(N_("fraud that is after your identity papers"), ("do-not-send-papers", "talk-to-somebody")),
    "remote": FraudKind(N_("fraud that wants to see or control your screen"), ("end-remote-session", "remote-was-given")),
    "secret": FraudKind(N_("fraud that is after a wallet's recovery words or keys"), ("never-share-secret", "secret-was-shared")),
    "support": FraudKind(N_("fraud that poses as a help desk"), ("reach-support-yourself", "talk-to-somebody")),
    "transfer": FraudKind(N_("fraud that has money moved to another account"), ("do-not-pay", "money-was-sent")),
}
"""By name. Which patterns of our labelled texts each stands for is said where they are fitted (`benchmarks.fit`)."""
NO_KIND = FraudKind(N_("fraud"), ("reach-support-yourself", "talk-to-somebody"))
"""Where no kind is clear."""


def recalled(text: str, signs: Collection[str]) -> FraudKind:
    """The kind of fraud that a text in matching form with these signs in it recalls, `NO_KIND` where none clearly. Linear."""
    likely, kind = max((probability(text, signs, weights), kind) for kind, weights in _fitted().items())
    return KINDS[kind] if likely >= CLEAR else NO_KIND


@cache
def _fitted() -> dict[str, Weights]:
    return {kind: Weights(listed) for kind, listed in table("fraud_kinds")["kinds"].items()}
