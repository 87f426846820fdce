"""How well disguised links are seen through: ``python -m benchmarks.detection``.

Each host is given to the whole check; *flagged* means the verdict is suspicious or dangerous, and nothing but the registry
and the heuristics decide. Prints recall by class and by brand, false positives by set, what changed since the last recorded
run (``--record`` records this one), and two peers on a sample of the same rows.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from benchmarks import peers
from benchmarks.corpus import Corpus, Imitation, load, other_source
from benchmarks.record import changed, last, record, stamp, table
from verifier.answer import CheckRequest
from verifier.checker import Checker
from verifier.data import table as data_table
from verifier.errors import CheckError
from verifier.lookalikes.names import compact, owned_domains

SAMPLE = 3000
"""Rows of each set that the peers are run on."""


class Judge:
    """Our own check of a host, reduced to its verdict."""

    def __init__(self) -> None:
        self.checker = Checker()

    def __call__(self, host: str) -> str:
        """The verdict; ``unreadable`` where no browser would open the host."""
        try:
            return self.checker.check(CheckRequest(input=f"https://{host}", kind="url")).verdict
        except CheckError:
            return "unreadable"


def names_the_brand(row: Imitation) -> bool:
    """Whether the host carries the brand's exact name: what is left is the disguised, hard part."""
    host = row.host.replace("-", "").replace(".", "")
    return row.brand in row.host or (row.brand in ("cryptocom", "gateio") and row.brand in host) or compact(row.brand) in row.host


def percent(part: int, whole: int) -> float:
    """A share in percent, 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def measure(corpus: Corpus, judge: Judge, show: int = 0) -> dict[str, Any]:
    """All figures of one corpus."""
    classes: dict[str, Counter[str]] = defaultdict(Counter)
    brands: dict[str, Counter[str]] = defaultdict(Counter)
    whole: Counter[str] = Counter()
    missed: list[str] = []
    for row in corpus.imitations:
        verdict = judge(row.host)
        hard = not names_the_brand(row)
        for counter in (classes[row.kind], brands[row.brand], whole):
            counter["all"] += 1
            counter[verdict] += 1
            counter["hard"] += hard
            counter["hard flagged"] += hard and verdict in ("suspicious", "dangerous")
        if verdict not in ("suspicious", "dangerous"):
            missed.append(f"{row.host} ({row.brand}, {row.kind}): {verdict}")
    honest: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    for name, hosts in corpus.honest.items():
        honest[name] = Counter()
        for host in hosts:
            verdict = judge(host)
            honest[name]["all"] += 1
            honest[name][verdict] += 1
            if verdict in ("suspicious", "dangerous"):
                wrong.append(f"{host} ({name}): {verdict}")
    if show:
        chosen = random.Random(1)
        print("\n".join(["", "missed, for example:", *chosen.sample(missed, min(show, len(missed)))]))
        print("\n".join(["", "wrongly flagged, for example:", *chosen.sample(wrong, min(show, len(wrong)))]))
    return {
        "corpus": corpus.name,
        "recall": _recall(whole),
        "hard recall": round(percent(whole["hard flagged"], whole["hard"]), 2),
        "hard rows": whole["hard"],
        "classes": {name: _recall(counter) for name, counter in sorted(classes.items(), key=lambda item: -item[1]["all"])},
        "brands": {name: _recall(counter) for name, counter in sorted(brands.items(), key=lambda item: -item[1]["all"])},
        "honest": {name: _recall(counter) for name, counter in honest.items()},
    }


def _recall(counter: Counter[str]) -> dict[str, float]:
    flagged = counter["suspicious"] + counter["dangerous"]
    return {
        "rows": counter["all"],
        "flagged": round(percent(flagged, counter["all"]), 3),
        "dangerous": round(percent(counter["dangerous"], counter["all"]), 3),
    }


def beside_peers(corpus: Corpus, judge: Judge) -> list[list[str]]:
    """Ours and the peers' on the same sample: recall, hard recall, false positives by set."""
    chosen = random.Random(7)
    rows = chosen.sample(corpus.imitations, min(SAMPLE, len(corpus.imitations)))
    honest = {name: chosen.sample(hosts, min(SAMPLE, len(hosts))) for name, hosts in corpus.honest.items()}
    hosts = [row.host for row in rows] + [host for sample in honest.values() for host in sample]
    registry = judge.checker.world.registry
    wallets = ("self-custody-wallet", "hardware-wallet", "exchange", "defi", "nft", "infrastructure")
    domains = {domains[0] for brand in registry.brands.values() if brand.category in wallets and (domains := owned_domains(brand))}
    words = " ".join(data_table("trade_words")["asks"].values()).split()
    tlds = data_table("abused_tlds")["worst"] + data_table("abused_tlds")["mild"] + ["com", "net", "org", "io"]
    judged = {
        "this project": peers.Judged(tuple(judge(host) in ("suspicious", "dangerous") for host in hosts)),
        "eth-phishing-detect, fuzzy, tolerance 2": peers.eth_phishing_detect(hosts),
        "dnstwist, permutations + words + endings": peers.dnstwist(hosts, domains, words, tlds),
    }
    lines = []
    for name, answer in judged.items():
        if answer is None:
            lines.append([name, "could not be installed here", *[""] * (len(honest) + 1)])
            continue
        flags = list(answer.flagged)
        hard = [flag for flag, row in zip(flags, rows, strict=False) if not names_the_brand(row)]
        line = [name, f"{percent(sum(flags[: len(rows)]), len(rows)):.1f}", f"{percent(sum(hard), len(hard)):.1f}"]
        at = len(rows)
        for sample in honest.values():
            line.append(f"{percent(sum(flags[at : at + len(sample)]), len(sample)):.2f}")
            at += len(sample)
        lines.append(line)
    return lines


def report(results: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """The figures as Markdown, with the change since the last recorded run of the same corpus."""
    if before.get("corpus") != results["corpus"]:
        before = {}
    lines = [f"{results['corpus']}, {results['date']}, commit {results['commit']}", ""]
    old = before.get("recall", {}).get("flagged")
    rows = [
        ["all imitations", str(results["recall"]["rows"]), f"{results['recall']['flagged']:.2f}", f"{results['recall']['dangerous']:.2f}",
         changed(results["recall"]["flagged"], old)],
        ["without the brand's exact name", str(results["hard rows"]), f"{results['hard recall']:.2f}", "",
         changed(results["hard recall"], before.get("hard recall"))],
    ]  # fmt: skip
    for name, figures in results["classes"].items():
        old = before.get("classes", {}).get(name, {}).get("flagged")
        rows.append(
            [name, str(figures["rows"]), f"{figures['flagged']:.2f}", f"{figures['dangerous']:.2f}", changed(figures["flagged"], old)]
        )
    lines += table(["recall", "rows", "flagged %", "of all dangerous %", "change"], rows)
    rows = []
    for name, figures in results["honest"].items():
        old = before.get("honest", {}).get(name, {}).get("flagged")
        rows.append(
            [name, str(figures["rows"]), f"{figures['flagged']:.3f}", f"{figures['dangerous']:.3f}", changed(figures["flagged"], old, 3)]
        )
    lines += ["", *table(["honest hosts", "rows", "flagged %", "dangerous %", "change"], rows)]
    worst = [f"{name} {figures['flagged']:.1f} ({figures['rows']})" for name, figures in results["brands"].items()]
    lines += ["", "Recall by brand, % (rows): " + ", ".join(worst) + "."]
    if results.get("peers"):
        sets = [f"{name}, flagged %" for name in results["honest"]]
        lines += ["", f"Beside peers, up to {SAMPLE} rows of each set, no lists:", ""]
        lines += table(["", "recall %", "hard recall %", *sets], results["peers"])
    return lines


def main() -> None:
    """Measure, print and, if asked, record."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.detection", description=__doc__)
    parser.add_argument("--shared", type=Path, help="the shared data (default: ../shared beside the repository)")
    parser.add_argument("--last-look", action="store_true", help="score the held-back part and the other source instead")
    parser.add_argument("--no-peers", action="store_true", help="do not install and run the peers")
    parser.add_argument("--record", action="store_true", help="keep the results in benchmarks/results and docs/benchmarks.md")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N missed and N wrongly flagged hosts")
    args = parser.parse_args()
    judge = Judge()
    corpus = load(args.shared, args.last_look)
    results = {**stamp(), **measure(corpus, judge, args.show)}
    if args.last_look and (rows := other_source(args.shared)):
        other = measure(Corpus("other source", rows, {}), judge, args.show)
        results["classes"]["labelled by people (other source)"] = other["recall"]
    if not args.no_peers:
        results["peers"] = beside_peers(corpus, judge)
    name = "detection-last-look" if args.last_look else "detection"
    lines = report(results, last(name))
    print("\n".join(lines))
    if args.record:
        record(name, results, lines)


if __name__ == "__main__":
    main()
