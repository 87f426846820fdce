"""Fit the weights of wordings (`verifier.messages.wording`, `verifier.messages.kinds`) on the project's own labelled texts.

    python -m benchmarks.fit                 how well they do on texts left out of the fit, alone and beside the rules
    python -m benchmarks.fit --write         write the tables in verifier/data as well; --quick: nothing else
    python -m benchmarks.fit --test F.jsonl  fit on ours, measure on other labelled texts

Needs scikit-learn (``pip install -c constraints.txt '.[fit]'``). The figures are cross-validated: every text is judged by weights
that were fitted without it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.models import NO_PATTERN, Read, folds, frauds, kind_of, kinds, read_all
from benchmarks.text import Score, corpus, fingerprint, labelled
from verifier.messages.kinds import CLEAR
from verifier.messages.wording import CONTRARY, Weights, probability
from verifier.rules.fraud_wording import is_reason

DATA = Path(__file__).resolve().parent.parent / "verifier" / "data"
EVEN = 0.5
OTHERS = (0.0, CONTRARY, 0.2, 0.3, 0.4)
"""Thresholds to see what the choice of `CONTRARY` costs."""
ABOUT = "Weights of how texts are worded (verifier.messages.wording), in hundredths of natural log odds, and what has them"
ABOUT_KINDS = "The same for each kind of fraud (verifier.messages.kinds), which tell its texts from other frauds"
SOURCE = "Fitted by `python -m benchmarks.fit --write` on the project's own labelled texts (benchmarks/corpus)"


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
    for rest, left in folds(texts):
        found[left] = judged(frauds([texts[i] for i in rest]).table(), [texts[i] for i in left])
    return found


def report_kinds(texts: Sequence[Read]) -> None:
    """Print how many of the frauds are given a kind by weights fitted without them, and how many of those rightly."""
    texts = [text for text in texts if text.is_scam and text.pattern not in NO_PATTERN]
    named: list[tuple[Read, str]] = []
    for rest, left in folds(texts):
        rows = [texts[i] for i in left]
        likely = {kind: judged(table, rows) for kind, table in kinds([texts[i] for i in rest]).items()}
        for at, text in enumerate(rows):
            best = max(likely, key=lambda kind: likely[kind][at])
            named.append((text, best if likely[best][at] >= CLEAR else ""))
    print("kinds of fraud, cross-validated")
    for name, chosen in (
        ("all", named),
        ("that no rule flags", [(text, kind) for text, kind in named if not text.flagged[0]]),
        ("that no rule flags and that are of a kind", [(t, kind) for t, kind in named if not t.flagged[0] and kind_of(t)]),
    ):
        given = [(text, kind) for text, kind in chosen if kind]
        right = sum(kind == kind_of(text) for text, kind in given)
        print(f"  {name:45}{len(chosen):6} texts  named {len(given) / len(chosen):.2f}  of these rightly {right / len(given):.2f}")


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
    arguments.add_argument("--write", action="store_true", help="write the tables in verifier/data")
    arguments.add_argument("--quick", action="store_true", help="fit only, without cross-validation")
    arguments.add_argument("--test", type=Path, nargs="*", default=[], help="labelled texts (JSON lines) to measure the fit on")
    arguments.add_argument("--more", type=Path, nargs="*", default=[], help="labelled texts (JSON lines) to fit on besides ours")
    chosen = arguments.parse_args()
    texts = [*corpus(), *(text for path in chosen.more for text in labelled(path))]
    ours = read_all(texts)
    if not chosen.quick:
        report(f"{len(ours)} texts, cross-validated", ours, cross_validated(ours))
        report_kinds(ours)
    table = frauds(ours).table()
    for path in chosen.test:
        others = read_all(labelled(path))
        report(f"{path.name}, {len(others)} texts", others, judged(table, others))
    if chosen.write:
        state = {"source": SOURCE, "corpus": fingerprint(texts)}
        _write("wording", {"//": ABOUT, **state, **table})
        _write("fraud_kinds", {"//": ABOUT_KINDS, **state, "kinds": kinds(ours)})


def _write(name: str, table: dict[str, Any]) -> None:
    (DATA / f"{name}.json").write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
