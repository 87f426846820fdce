"""How well messages are read: precision, recall and F1 on our own corpus and on public sets, and the time it takes.

    python -m benchmarks.text                      our own corpus, development part
    python -m benchmarks.text --held-out           the third that is kept back, too
    python -m benchmarks.text --shared ../shared   public labelled sets as well, where they are at hand
    python -m benchmarks.text --errors             list what was judged wrongly

A text counts as flagged when its verdict is ``suspicious`` or ``dangerous``.

The held-out third was not read while the rules were made; its first figure was F1 0.969 with 1 of 86 honest texts flagged. Its
five errors were then looked at, so that it proves nothing any more. The later rounds of the corpus were written after the rules and
measured before anything was changed for them: F1 0.57, 0.83, 0.77, 0.63, 0.63 and 0.82 in turn (texts meant to be harder than most), with
11 of 83, 5 of 53, 3 of 65, 1 of 12, 1 of 18 and 0 of 14 honest texts flagged. Nine
batches in Japanese and Korean were measured likewise: F1 0.64 to 0.89, with 26 of 567 honest texts flagged. Since then they belong to the
development part.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from verifier import Verifier
from verifier.errors import CheckError

CORPUS = Path(__file__).parent / "corpus" / "texts.yaml"
MORE = Path(__file__).parent / "corpus" / "texts"
"""Texts of many hands, a file of JSON lines for each language: ``text``, ``lang``, ``label``, ``pattern``."""


LAST_ROUND = 4


@dataclass(frozen=True)
class Text:
    """One labelled text; ``kind`` is ``scam`` or the sort of honest text it is."""

    text: str
    lang: str
    kind: str
    pattern: str = ""
    round: int = 1

    @property
    def is_scam(self) -> bool:
        """Whether it should be flagged."""
        return self.kind == "scam"

    @property
    def held_out(self) -> bool:
        """Whether it belongs to the third that is kept back."""
        return self.round == 1 and int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 3 == 0


@dataclass
class Score:
    """Counts of one slice."""

    hit: int = 0
    missed: int = 0
    false: int = 0
    spared: int = 0

    def add(self, scam: bool, flagged: bool) -> None:
        """Count one text."""
        if scam:
            self.hit += flagged
            self.missed += not flagged
        else:
            self.false += flagged
            self.spared += not flagged

    def line(self) -> str:
        """The slice in one line."""
        precision = self.hit / (self.hit + self.false) if self.hit + self.false else 1.0
        recall = self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        false = f"{self.false}/{self.false + self.spared}"
        return f"{self.hit + self.missed:5} scams  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}   false alarms {false}"


def corpus() -> Iterator[Text]:
    """Our own texts."""
    for group in yaml.safe_load(CORPUS.read_text("utf-8")):
        for text in group["texts"]:
            yield Text(text, group["lang"], group["kind"], group.get("pattern", ""), group.get("round", 1))
    for path in sorted(MORE.glob("*.jsonl")):
        yield from labelled(path)


def labelled(path: Path) -> Iterator[Text]:
    """The texts of a file of JSON lines: ``text``, ``lang``, ``label`` (scam, or the sort of honest text), ``pattern``."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Text(row["text"], row["lang"], row["label"], row.get("pattern", ""), LAST_ROUND)


def fingerprint(texts: Iterable[Text]) -> str:
    """What tells one state of the corpus from another, whatever the order of its texts."""
    rows = sorted(f"{item.lang} {item.is_scam} {item.pattern} {item.text}" for item in texts)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


class Reader:
    """The verifier, asked for each text as a message."""

    def __init__(self) -> None:
        self.verifier = Verifier()

    def flags(self, text: str) -> tuple[bool, list[str]]:
        """Whether a text is flagged, and the rules that say why."""
        try:
            answer = self.verifier.check(text, kind="message")
        except CheckError as problem:
            return problem.problem == "secret-in-input", [problem.problem]
        inner = [f"{c.contact.value}:{r.rule}" for c in answer.contacts for r in c.reasons if r.weight]
        return answer.verdict in ("suspicious", "dangerous"), [r.rule for r in answer.reasons if r.weight] + inner


def measure(texts: Iterable[Text], reader: Reader, errors: bool) -> None:
    """Print the figures of one set."""
    by_lang: dict[str, Score] = defaultdict(Score)
    by_pattern: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    by_kind: dict[str, Score] = defaultdict(Score)
    total = Score()
    for item in texts:
        flagged, rules = reader.flags(item.text)
        total.add(item.is_scam, flagged)
        by_lang[item.lang].add(item.is_scam, flagged)
        by_kind[item.kind].add(item.is_scam, flagged)
        if item.is_scam:
            counts = by_pattern[item.pattern]
            counts[0] += 1
            counts[1] += flagged
            counts[2] += item.pattern in rules
        if errors and flagged != item.is_scam:
            print(f"  {'MISSED' if item.is_scam else 'FALSE '} {item.lang:8}{item.kind:9}{item.pattern:24} {rules} | {item.text[:150]!r}")
    for lang, score in sorted(by_lang.items()):
        print(f"  {lang:10}{score.line()}")
    print(f"  {'all':10}{total.line()}")
    print("  by pattern (scams: flagged, pattern named):")
    for pattern, (count, flagged_count, named) in sorted(by_pattern.items()):
        print(f"    {pattern:28}{count:4}{flagged_count:5}{named:5}")
    print(
        "  honest texts flagged: "
        + ", ".join(f"{kind} {s.false}/{s.false + s.spared}" for kind, s in sorted(by_kind.items()) if kind != "scam")
    )


def shared_sets(folder: Path, sample: int) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Public sets as (name, [(class, text)]), every n-th row so that no set takes longer than another."""
    for name in ("tokenpocket_docs_zh", "en_sms", "zh_sms_fbs", "x_posts"):
        path = folder / "eval" / "text" / f"{name}.jsonl"
        if not path.exists():
            continue
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        pairs = [(_class_of(name, row), row["text"]) for row in rows if row.get("text", "").strip()]
        yield name, pairs if name == "tokenpocket_docs_zh" else pairs[:: max(1, len(pairs) // sample)]


def _class_of(name: str, row: dict[str, object]) -> str:
    if name == "x_posts":
        labels = row.get("labels") or ["unlabelled"]
        assert isinstance(labels, list)
        bad = [str(label) for label in labels if "topic" not in str(label)]
        return bad[0] if bad else str(labels[0])
    return f"{row.get('set', '')} {row['label']}".strip()


def measure_shared(folder: Path, reader: Reader, sample: int, errors: str) -> None:
    """Print the share of texts flagged in each class of the public sets."""
    for name, pairs in shared_sets(folder, sample):
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for kind, text in pairs:
            flagged, rules = reader.flags(text[:10_000])
            counts[kind][0] += 1
            counts[kind][1] += flagged
            if errors and errors in f"{name} {kind}" and flagged:
                print(f"  {kind:12} {rules} | {text[:140]!r}")
            if errors.startswith("-") and errors[1:] in f"{name} {kind}" and not flagged:
                print(f"  MISSED {kind:12} | {text[:140]!r}")
        print(f"{name}:")
        for kind, (count, flagged_count) in sorted(counts.items()):
            print(f"    {kind:28}{count:6}  flagged {flagged_count:5}  {100 * flagged_count / count:5.1f} %")


HOSTILE = {
    "200 characters": "TP钱包客服:账户冻结,请把助记词发到 t.me/TokenPocket_Help,24小时内处理。Dear user, your wallet is limited. " * 2,
    "10 000 dots": "a." * 5000,
    "10 000 acts": "send your seed phrase " * 476,
    "10 000 Han": "请把助记词发给客服" * 1111,
    "10 000 negations": "do not never don't " * 526,
    "10 000 names": "MetaMask TokenPocket Coinbase " * 333,
    "10 000 digits": "138 0013 8000 " * 714,
    "10 000 quotes": '"“「' * 3333,
    "10 000 words of BIP-39": "abandon ability able about above absent " * 250,
    "10 000 decorations": "助.记.词 s.e.e.d " * 625,
}


def measure_speed(reader: Reader) -> None:
    """Print the time one check takes, the best of some."""
    print("time of one check (milliseconds, best of five):")
    for name, text in HOSTILE.items():
        text = text[:200] if name.startswith("200") else text[:10_000]
        best = min(_timed(reader, text) for _ in range(5))
        print(f"    {name:26}{1000 * best:8.2f}")


def _timed(reader: Reader, text: str) -> float:
    start = time.perf_counter()
    reader.flags(text)
    return time.perf_counter() - start


def main() -> None:
    """Measure."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, help="folder that holds eval/text")
    arguments.add_argument("--held-out", action="store_true", help="measure the held-out third as well")
    arguments.add_argument(
        "--errors",
        nargs="?",
        const="own",
        default="",
        help="list wrong judgements; with the name of a public set and class, its flagged texts",
    )
    arguments.add_argument("--sample", type=int, default=1000, help="rows to take of each public set")
    options = arguments.parse_args()
    reader = Reader()
    texts = list(corpus())
    if options.errors in ("", "own"):
        print(f"own corpus, development part ({sum(not t.held_out for t in texts)} texts):")
        measure((t for t in texts if not t.held_out), reader, bool(options.errors))
        if options.held_out:
            print(f"own corpus, held-out part ({sum(t.held_out for t in texts)} texts):")
            measure((t for t in texts if t.held_out), reader, False)
    if options.shared:
        measure_shared(options.shared, reader, options.sample, options.errors)
    measure_speed(reader)


if __name__ == "__main__":
    main()
