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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import MultiLabelBinarizer, normalize

from benchmarks.text import Score, Text, corpus, fingerprint, labelled
from verifier.answer import CheckRequest
from verifier.checker import Checker
from verifier.contacts.message import read_message
from verifier.contacts.reader import clean
from verifier.errors import CheckError
from verifier.messages.signs import FACTS
from verifier.messages.wording import DOUBTFUL, PROBABLE, WINDOW, Weights, pieces_of, probability, written
from verifier.rules import find_all, rules_for
from verifier.rules.fraud_wording import lowered, may_be_told, rule_signs
from verifier.rules.record import SUSPICIOUS
from verifier.verdict import conclude

TABLE = Path(__file__).resolve().parent.parent / "verifier" / "data" / "wording.json"
STRENGTH = 10.0
"""Inverse of the regularisation."""
SIGN_SCALE = 0.2
"""How a sign is scaled beside a text's pieces, whose vector has length one."""
RAREST = 3
"""In how many texts a piece must stand to get a weight."""
NOT_WEIGHED = FACTS | {"link", "contact", "rule:distrusted-contact-inside"}
"""Signs that say something of the contacts in a text or of its language, not of its wording: they get no weight."""
UNSEEN = 0.6
"""How many of the texts in which rules find something are fitted on a second time as if they had found nothing: rules find more in
our own texts, which they were made with, than in those of others."""
PIECES = 20_000
"""How many pieces are kept."""
EVEN = 0.5
OTHERS = ((0.25, 0.7), (0.35, 0.7), (0.35, 0.8), (0.5, 0.8), (0.35, 0.9))
"""Other thresholds, to see what the choice of `DOUBTFUL` and `PROBABLE` costs."""
FOLDS = 5
ABOUT = "Weights of how texts are worded (verifier.messages.wording), in hundredths of natural log odds: signs by name, pieces of writing by their weight"
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
    flagged: bool
    """Whether the rules flag it, the weights apart."""
    flagged_anyway: bool
    """Whether they would even if no soft finding about what the text says counted."""


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
        signs = case.signs | rule_signs(findings)
        flagged, anyway = (conclude(case, made, FITTED_ON).risk >= SUSPICIOUS for made in (findings, [lowered(f) for f in findings]))
        found.append(Read(message.reading.plain.text, signs, item.lang, item.is_scam, item.kind, flagged, anyway))
    return found


class Fit:
    """A fitted model: the pieces that weigh most, and the signs, with their weights."""

    def __init__(self, texts: Sequence[Read]) -> None:
        texts = [*texts, *_with_rules_silent(texts)]
        labels = [text.is_scam for text in texts]
        every = CountVectorizer(analyzer=_pieces_of, binary=True, min_df=RAREST)
        self._signs = MultiLabelBinarizer(sparse_output=True)
        signs = SIGN_SCALE * self._signs.fit_transform([text.signs - NOT_WEIGHED for text in texts])
        first = _model(normalize(every.fit_transform(texts)), signs, labels)
        names = every.get_feature_names_out()
        heaviest = np.argsort(-np.abs(first.coef_[0][: len(names)]))[:PIECES]
        self._pieces = CountVectorizer(analyzer=_pieces_of, binary=True, vocabulary=sorted(names[heaviest]))
        self._model = _model(normalize(self._pieces.fit_transform(texts)), signs, labels)

    def table(self) -> dict[str, Any]:
        """Weights in hundredths: pieces by their weight, signs by their name."""
        names = self._pieces.get_feature_names_out()
        values = np.rint(100 * self._model.coef_[0]).astype(int)
        pieces: dict[str, list[str]] = defaultdict(list)
        for name, value in zip(names, values[: len(names)], strict=True):
            pieces[str(value)].append(name)
        signs = {name: round(SIGN_SCALE * value) for name, value in zip(self._signs.classes_, values[len(names) :].tolist(), strict=True)}
        return {
            "base": round(float(self._model.intercept_[0]), 3),
            "signs": {name: value for name, value in sorted(signs.items()) if value},
            "pieces": {key: sorted(pieces[key]) for key in sorted(pieces, key=int, reverse=True)},
        }


def _with_rules_silent(texts: Sequence[Read]) -> list[Read]:
    chance = Random(1)
    silent = [replace(text, signs=frozenset(s for s in text.signs if not s.startswith("rule:"))) for text in texts]
    return [now for text, now in zip(texts, silent, strict=True) if now.signs != text.signs and chance.random() < UNSEEN]


def _model(pieces: csr_matrix, signs: csr_matrix, labels: Sequence[bool]) -> LogisticRegression:
    model = LogisticRegression(C=STRENGTH, max_iter=5000, solver="liblinear", random_state=1)
    return model.fit(hstack([pieces, signs]).tocsr(), labels)


def flags(texts: Sequence[Read], likely: np.ndarray, doubtful: float = DOUBTFUL, probable: float = PROBABLE) -> np.ndarray:
    """Whether each text is flagged, as `verifier.rules.fraud_wording` lets the weights take part."""
    flagged = np.array([text.flagged for text in texts])
    anyway = np.array([text.flagged_anyway for text in texts])
    may_be = np.array([may_be_told(text.text, text.signs) for text in texts])
    return anyway | (flagged & (likely >= doubtful)) | (may_be & (likely >= probable))


def _pieces_of(text: Read) -> set[str]:
    return pieces_of(written(text.text[:WINDOW]))


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


def report(name: str, texts: Sequence[Read], likely: np.ndarray, brief: bool = False) -> None:
    """Print the figures of the rules, of the weights, and of both together."""
    print(name)
    _line("rules alone", texts, np.array([text.flagged for text in texts]))
    _line(f"weights alone, {EVEN}", texts, likely >= EVEN)
    for doubtful, probable in [(DOUBTFUL, PROBABLE)] if brief else OTHERS:
        _line(f"both, doubtful {doubtful}, probable {probable}", texts, flags(texts, likely, doubtful, probable))
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
