"""Fit the weights of wordings (`verifier.messages.wording`) on the project's own labelled texts.

    python -m benchmarks.fit                 how well they do on texts left out of the fit, alone and beside the rules
    python -m benchmarks.fit --write         write verifier/data/wording.json as well; --quick: nothing else
    python -m benchmarks.fit --test F.jsonl  fit on ours, measure on other labelled texts

Needs scikit-learn (``pip install -c constraints.txt '.[fit]'``). Each text is read the way a check reads it, so that the signs
are the same. The figures are cross-validated: every text is judged by weights that were fitted without it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import normalize

from benchmarks.text import Score, Text, corpus, fingerprint, labelled
from verifier.answer import CheckRequest
from verifier.checker import Checker
from verifier.contacts.message import read_message
from verifier.contacts.reader import clean
from verifier.errors import CheckError
from verifier.messages.signs import FACTS
from verifier.messages.wording import (
    CONTRARY,
    WINDOW,
    Weights,
    phrases_of,
    pieces_of,
    probability,
    together_of,
    written,
)
from verifier.rules import find_all, rules_for
from verifier.rules.fraud_wording import is_reason, lowered, worded
from verifier.rules.record import SUSPICIOUS
from verifier.verdict import conclude

TABLE = Path(__file__).resolve().parent.parent / "verifier" / "data" / "wording.json"
STRENGTH = 40.0
"""Inverse of the regularisation."""
UNEVEN = 0.3
"""What is added to how unevenly something is spread over scams and honest ones, so that nothing is left out for being even."""
NOT_WEIGHED = FACTS | {"link", "contact"}
"""Signs that say something of the contacts in a text or of its language, not of its wording: they get no weight."""
EVEN = 0.5
OTHERS = (0.0, 0.1, CONTRARY, 0.3, 0.4)
"""Thresholds to see what the choice of `CONTRARY` costs."""
FOLDS = 5
ABOUT = "Weights of how texts are worded (verifier.messages.wording), in hundredths of natural log odds, and what has them"
SOURCE = "Fitted by `python -m benchmarks.fit --write` on the project's own labelled texts (benchmarks/corpus)"
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
        found.append(Read(worded(case), case.signs, item.lang, item.is_scam, item.kind, (plain, without)))
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
Counted = tuple[np.ndarray, csr_matrix]
"""Names, and which text holds which of them."""


class Fit:
    """A fitted model: the heaviest of each family, with their weights."""

    def __init__(self, texts: Sequence[Read]) -> None:
        labels = np.array([text.is_scam for text in texts])
        every = [_counted(family, texts) for family in FAMILIES]
        _, weights = _fitted(every, labels)
        kept = [_heaviest(*counted, found, family.kept) for family, counted, found in zip(FAMILIES, every, weights, strict=True)]
        self._names = [names for names, _ in kept]
        self._base, self._weights = _fitted(kept, labels)

    def table(self) -> dict[str, Any]:
        """Weights in hundredths: what each family holds, by its weight."""
        families = zip(FAMILIES, self._names, self._weights, strict=True)
        return {"base": round(self._base, 3), **{family.name: _listed(names, weights) for family, names, weights in families}}


def _counted(family: Family, texts: Sequence[Read]) -> Counted:
    counter = CountVectorizer(analyzer=family.of, binary=True, min_df=family.rarest)
    counts = counter.fit_transform(texts)
    return counter.get_feature_names_out(), counts


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


def flags(texts: Sequence[Read], likely: np.ndarray, contrary: float = CONTRARY) -> np.ndarray:
    """Whether each text is flagged, as `verifier.rules.fraud_wording` lets the weights take part.

    What stands around a finding, and whether there is a contact, is left out of account.
    """
    plain, without = np.array([text.flagged for text in texts]).T
    told = np.array([is_reason(each, text.text, text.signs) for each, text in zip(likely, texts, strict=True)])
    return without | (plain & (likely >= contrary)) | told


def judged(table: dict[str, Any], texts: Sequence[Read]) -> np.ndarray:
    """The probability of each text: by the very code that serves, with the table as it would be written."""
    weights = Weights(table)
    return np.array([probability(text.text, text.signs, weights) for text in texts])


def cross_validated(texts: Sequence[Read]) -> np.ndarray:
    """The probability of each text by weights fitted without it."""
    found = np.zeros(len(texts))
    labels = [f"{text.lang} {text.is_scam}" for text in texts]
    for rest, left in StratifiedKFold(FOLDS, shuffle=True, random_state=1).split(texts, labels):
        found[left] = judged(Fit([texts[i] for i in rest]).table(), [texts[i] for i in left])
    return found


def report(name: str, texts: Sequence[Read], likely: np.ndarray) -> None:
    """Print the figures of the rules, of the weights, and of both together."""
    print(name)
    _line("rules alone", texts, np.array([text.flagged[0] for text in texts]))
    _line(f"weights alone, {EVEN}", texts, likely >= EVEN)
    for contrary in OTHERS:
        _line(f"both, contrary below {contrary}", texts, flags(texts, likely, contrary))
    both = flags(texts, likely)
    for lang in sorted({text.lang for text in texts}):
        chosen = [i for i, text in enumerate(texts) if text.lang == lang]
        _line(f"  {lang}", [texts[i] for i in chosen], both[chosen])


def _line(name: str, texts: Sequence[Read], flagged: np.ndarray) -> None:
    score = Score()
    false: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for text, is_flagged in zip(texts, flagged, strict=True):
        score.add(text.is_scam, bool(is_flagged))
        if not text.is_scam:
            false[text.kind][0] += bool(is_flagged)
            false[text.kind][1] += 1
    print(f"  {name:36}{score.line()}  " + ", ".join(f"{kind} {a}/{b}" for kind, (a, b) in sorted(false.items())))


def main() -> None:
    """Fit, print, and write where asked to."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--write", action="store_true", help="write verifier/data/wording.json")
    arguments.add_argument("--quick", action="store_true", help="fit only, without cross-validation")
    arguments.add_argument("--test", type=Path, nargs="*", default=[], help="labelled texts (JSON lines) to measure the fit on")
    arguments.add_argument("--more", type=Path, nargs="*", default=[], help="labelled texts (JSON lines) to fit on besides ours")
    chosen = arguments.parse_args()
    texts = [*corpus(), *(text for path in chosen.more for text in labelled(path))]
    ours = read_all(texts)
    if not chosen.quick:
        report(f"{len(ours)} texts, cross-validated", ours, cross_validated(ours))
    table = Fit(ours).table()
    for path in chosen.test:
        others = read_all(labelled(path))
        report(f"{path.name}, {len(others)} texts", others, judged(table, others))
    if chosen.write:
        TABLE.write_text(
            json.dumps({"//": ABOUT, "source": SOURCE, "corpus": fingerprint(texts), **table}, ensure_ascii=False, indent=0) + "\n", "utf-8"
        )


if __name__ == "__main__":
    main()
