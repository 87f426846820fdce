"""Which kind of fraud a text recalls: told where its wording is a reason, so that the reader learns more than "like fraud".

Each kind has weights of its own (`verifier/data/fraud_kinds.json`), of the same make as those of `verifier.messages.wording`, which
tell its texts from other frauds. Nothing is decided here: a kind puts a verdict into words and picks the advice.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from verifier.automaton import Numbered
from verifier.data import table
from verifier.errors import N_
from verifier.messages.wording import by_name, phrases_of, probable, together_of, windows, written

CLEAR = 0.4
"""From this probability on a kind is named. Of our own texts of a labelled kind that no rule flags, left out of the fit, two in three
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
    odds, kind = _fitted().likeliest(text, signs)
    return KINDS[kind] if probable(odds) >= CLEAR else NO_KIND


_Each = tuple[tuple[int, int], ...]
"""What something weighs for each kind that knows it: (number of the kind, weight)."""


class _Weights:
    """All kinds' weights side by side, so that a text is gone through once; otherwise as `verifier.messages.wording.Weights`."""

    def __init__(self, kinds: Mapping[str, Mapping[str, Any]]) -> None:
        self._names = tuple(kinds)
        self._bases: list[float] = [listed["base"] for listed in kinds.values()]
        pieces, self._phrases, self._together, self._signs = (
            _side_by_side(kinds, family) for family in ("pieces", "phrases", "together", "signs")
        )
        self._pieces, self._of_piece = Numbered(pieces), list(pieces.values())

    def likeliest(self, text: str, signs: Collection[str]) -> tuple[float, str]:
        """The log odds of the likeliest kind, and its name."""
        odds = [max(of) for of in zip(*map(self._of, windows(text)), strict=True)]
        together = self._evened(self._together[pair] for pair in together_of(signs) if pair in self._together)
        odds = list(map(sum, zip(self._bases, odds, together, strict=True)))
        for sign in signs:
            for kind, weight in self._signs.get(sign, ()):
                odds[kind] += weight / 100
        return max(zip(odds, self._names, strict=True))

    def _of(self, text: str) -> list[float]:
        form = written(text)
        pieces = self._evened(self._of_piece[number] for number in self._pieces.within(form))
        phrases = self._evened(self._phrases[phrase] for phrase in phrases_of(form) if phrase in self._phrases)
        return list(map(sum, zip(pieces, phrases, strict=True)))

    def _evened(self, held: Iterable[_Each]) -> list[float]:
        sums, counts = [0] * len(self._names), [0] * len(self._names)
        for each in held:
            for kind, weight in each:
                sums[kind] += weight
                counts[kind] += 1
        return [total / (100 * math.sqrt(count)) if count else 0.0 for total, count in zip(sums, counts, strict=True)]


def _side_by_side(kinds: Mapping[str, Mapping[str, Any]], family: str) -> dict[str, _Each]:
    found: dict[str, _Each] = {}
    for kind, listed in enumerate(kinds.values()):
        for name, weight in by_name(listed[family]):
            found[name] = (*found.get(name, ()), (kind, weight))
    return found


@cache
def _fitted() -> _Weights:
    return _Weights(table("fraud_kinds")["kinds"])
