"""Models of how texts are worded, fitted on labelled texts: which are fraud, and of which kind (`benchmarks.fit` measures and writes them).

The only importer of scikit-learn. Each text is read the way a check reads it, so that the signs are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import normalize

from benchmarks.text import Text
from verifier.answer import CheckRequest
from verifier.checker import Checker
from verifier.contacts.message import read_message
from verifier.contacts.reader import clean
from verifier.errors import CheckError
from verifier.messages.signs import FACTS
from verifier.messages.wording import WINDOW, phrases_of, pieces_of, together_of, written
from verifier.rules import find_all, rules_for
from verifier.rules.fraud_wording import lowered, worded
from verifier.rules.record import SUSPICIOUS
from verifier.verdict import conclude

STRENGTH = 40.0
"""Inverse of the regularisation."""
UNEVEN = 0.3
"""What is added to how unevenly something is spread over scams and honest ones, so that nothing is left out for being even."""
NOT_WEIGHED = FACTS | {"link", "contact"}
"""Signs that say something of the contacts in a text or of its language, not of its wording: they get no weight."""
FITTED_ON = date(2026, 1, 1)
"""Only a registry's proofs grow older; the texts do not."""


@dataclass(frozen=True)
class Read:
    """One text as a check reads it."""

    text: str
    signs: frozenset[str]
    lang: str
    is_scam: bool
    kind: str
    pattern: str
    flagged: tuple[bool, bool]
    """Whether the rules flag it, the weights apart; and whether they do when no finding about what it says counts."""


def read_all(texts: Iterable[Text]) -> list[Read]:
    """The texts as checks read them; those that a check refuses (a secret in them) are left out."""
    checker = Checker()
    found: list[Read] = []
    for item in texts:
        request = CheckRequest(input=item.text, kind="message")
        try:
            checker.check(request)
        except CheckError:
            continue
        message = read_message(clean(item.text))
        case, _ = checker.message_case(message, request, None, "en", FITTED_ON)
        findings = find_all(case, rules_for("message", case.aspects))
        each = findings, lowered(findings, lambda _: True)
        plain, without = (conclude(case, made, FITTED_ON).risk >= SUSPICIOUS for made in each)
        found.append(Read(worded(case), case.signs, item.lang, item.is_scam, item.kind, item.pattern, (plain, without)))
    return found


@dataclass(frozen=True)
class Family:
    """One sort of what carries weights."""

    name: str
    of: Callable[[Read], set[str]]
    share: float
    """How much they count beside the other families."""
    rarest: int
    """In how many texts one must stand to get a weight."""
    kept: int
    """How many of the heaviest are kept."""
    evened: bool = True
    """Whether those of one text have length one together."""


FAMILIES = (
    Family("pieces", lambda text: pieces_of(written(text.text[:WINDOW])), share=1.5, rarest=3, kept=80_000),
    Family("phrases", lambda text: phrases_of(written(text.text[:WINDOW])), share=1.0, rarest=3, kept=60_000),
    Family("together", lambda text: together_of(text.signs - NOT_WEIGHED), share=0.25, rarest=5, kept=8_000),
    Family("signs", lambda text: set(text.signs - NOT_WEIGHED), share=0.05, rarest=5, kept=1_000, evened=False),
)
PATTERNS_OF = {
    "app": "fake-app",
    "approval": "approval-lure fake-airdrop",
    "authority": "authority-impersonation blackmail kyc-credit credit-record-scare credit-record",
    "code": "otp-request code-request password-request account-phishing-link device-link approval-in-bank-app",
    "family": "family-emergency",
    "fee": "advance-fee loan-fee delivery-fee prize-lottery recovery-scam gift-card fake-refund marketplace-payment",
    "gain": "guaranteed-return giveaway-doubling romance-invest job-task",
    "papers": "identity-docs identity-documents",
    "remote": "remote-access",
    "secret": "seed-request seed-phrase-request privkey-request private-key-request wallet-validate wallet-validation",
    "support": "hotline-bait fake-support platform-move brand-contact-mismatch",
    "transfer": "safe-account money-mule mule changed-payee cash-pickup",
}
"""The patterns with which the frauds of a kind (`verifier.messages.kinds.KINDS`) are labelled; those of no kind are other frauds."""
_KIND_OF = {pattern: kind for kind, patterns in PATTERNS_OF.items() for pattern in patterns.split()}
NO_PATTERN = frozenset({"", "mixed"})
"""Labels that leave the kind open: such texts take no part."""
FOLDS = 5
SHARE_OF_A_KIND = 0.03
"""How much is kept for telling one kind, of what is kept for telling fraud."""
Counted = tuple[np.ndarray, csr_matrix]
"""Names, and which text holds which of them."""


class Fit:
    """A fitted model that tells the texts of one label from all others: the heaviest of each family, with their weights."""

    def __init__(self, every: Sequence[Counted], labels: np.ndarray, share: float = 1.0) -> None:
        """``every`` is what the texts hold of each family (`counted`); of what a family keeps, ``share`` is kept."""
        _, weights = _fitted(every, labels)
        kept = [_heaviest(*held, found, int(family.kept * share)) for family, held, found in zip(FAMILIES, every, weights, strict=True)]
        self._names = [names for names, _ in kept]
        self._base, self._weights = _fitted(kept, labels)

    def table(self) -> dict[str, Any]:
        """Weights in hundredths: what each family holds, by its weight."""
        families = zip(FAMILIES, self._names, self._weights, strict=True)
        return {"base": round(self._base, 3), **{family.name: _listed(names, weights) for family, names, weights in families}}


def counted(texts: Sequence[Read]) -> list[Counted]:
    """What the texts hold of each family."""
    found: list[Counted] = []
    for family in FAMILIES:
        counter = CountVectorizer(analyzer=family.of, binary=True, min_df=family.rarest)
        counts = counter.fit_transform(texts)
        found.append((counter.get_feature_names_out(), counts))
    return found


def frauds(texts: Sequence[Read]) -> Fit:
    """The model that tells frauds from honest texts."""
    return Fit(counted(texts), np.array([text.is_scam for text in texts]))


def _fitted(families: Sequence[Counted], labels: np.ndarray) -> tuple[float, list[np.ndarray]]:
    """The base and the weights of each family.

    What is spread unevenly over scams and honest texts is given more room, by its log ratio of frequencies (Wang and Manning,
    "Baselines and Bigrams", 2012): rare words that only ever stand on one side count without waiting for many texts.
    """
    scales = [family.share * _contrast(counts, labels) for family, (_, counts) in zip(FAMILIES, families, strict=True)]
    features = [
        (normalize(counts) if family.evened else counts) @ diags(scale)
        for family, (_, counts), scale in zip(FAMILIES, families, scales, strict=True)
    ]
    model = LogisticRegression(C=STRENGTH, max_iter=5000, solver="liblinear", random_state=1).fit(hstack(features).tocsr(), labels)
    parts = np.split(model.coef_[0], np.cumsum([len(scale) for scale in scales])[:-1])
    return float(model.intercept_[0]), [part * scale for part, scale in zip(parts, scales, strict=True)]


def _contrast(counts: csr_matrix, labels: np.ndarray) -> np.ndarray:
    scams, honest = (np.asarray(counts[chosen].sum(axis=0)).ravel() + 0.5 for chosen in (labels, ~labels))
    return np.abs(np.log((scams / scams.sum()) / (honest / honest.sum()))) + UNEVEN


def _heaviest(names: np.ndarray, counts: csr_matrix, weights: np.ndarray, kept: int) -> Counted:
    chosen = np.sort(np.argsort(-np.abs(weights), kind="stable")[:kept])
    return names[chosen], counts[:, chosen]


def _listed(names: np.ndarray, weights: np.ndarray) -> dict[str, list[str]]:
    by_weight: dict[int, list[str]] = defaultdict(list)
    for name, weight in zip(names, np.rint(100 * weights).astype(int).tolist(), strict=True):
        by_weight[weight].append(name)
    return {str(weight): sorted(by_weight[weight]) for weight in sorted(by_weight, reverse=True)}


def kind_of(text: Read) -> str:
    """The kind of fraud a text is labelled as, "" for none that we tell."""
    return _KIND_OF.get(text.pattern, "")


def kinds(texts: Sequence[Read]) -> dict[str, dict[str, Any]]:
    """The table of each kind of fraud, fitted on frauds alone."""
    chosen = [text for text in texts if text.is_scam and text.pattern not in NO_PATTERN]
    every = counted(chosen)
    of = np.array([kind_of(text) for text in chosen])
    return {kind: Fit(every, of == kind, SHARE_OF_A_KIND).table() for kind in PATTERNS_OF}


def folds(texts: Sequence[Read]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Cross-validation: what to fit on and what to judge, as indexes, alike in languages and labels."""
    labels = [f"{text.lang} {text.is_scam}" for text in texts]
    yield from StratifiedKFold(FOLDS, shuffle=True, random_state=1).split(texts, labels)
