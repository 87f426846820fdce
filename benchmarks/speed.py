"""What a check costs: ``python -m benchmarks.speed``.

Times are the processor's, so that what else the machine does counts less, and are to be read as ratios. Beside the peer both are
means over the same links in the same run; between 100 and 10 000 brands, and between lengths of hostile input, the best of several
rounds. Links that the process meets for the first time are timed apart: no cache knows their words or hosts. Nothing here asserts
a time.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import phonenumbers

from benchmarks import peers
from benchmarks.corpus import load
from benchmarks.record import last, record, stamp, table
from verifier.answer import CheckRequest
from verifier.checker import Checker
from verifier.errors import CheckError
from verifier.lookalikes import Lookalikes
from verifier.registry.index import Registry
from verifier.registry.load import load_registry
from verifier.registry.model import Brand, OfficialContact, RegistryFile, Source
from verifier.web.services import spare_collector
from verifier.world import World

ROUNDS = 5
LINKS = 600
BRANDS = (100, 1_000, 10_000)
LENGTHS = (1_000, 2_000, 5_000, 10_000)
PHONES = ("+86 138 0013 8000", "+1 202 555 0143", "+44 20 7946 0958", "+852 2381 0822", "+81 3 1234 5678")

HOSTILE: dict[str, Callable[[int], str]] = {
    "dots": lambda n: "https://" + "a." * (n // 2) + "com",
    "hyphens and names": lambda n: "https://" + ("metamask-login-" * n)[:n] + ".com",
    "a path of names": lambda n: "https://telegra.ph/" + ("tokenpocket-metamsk/" * n)[:n],
    "text before @": lambda n: "https://" + ("metamask.io:coinbsae@" * n)[:n] + "example.com/",
    "letters of other scripts": lambda n: "https://" + ("tоkenpоcket." * n)[:n] + "com",
    "marks": lambda n: "https://tokenpocket" + "\u0301" * n + ".com",
}


def synthetic_brands(count: int, seed: int = 5) -> tuple[Brand, ...]:
    """Invented brands with pronounceable names of 5 to 12 letters, one domain each."""
    chosen = random.Random(seed)
    names: set[str] = set()
    while len(names) < count:
        syllables = chosen.randint(2, 4)
        names.add(
            "".join(
                chosen.choice("bcdfgklmnprstvz") + chosen.choice("aeiou") + chosen.choice(["", "", "n", "r", "x"]) for _ in range(syllables)
            )
        )
    source = Source(address="https://registry.example/", kind="official-page", read_at=date(2026, 1, 1))
    return tuple(
        Brand(
            id=name,
            name=name.title(),
            category="self-custody-wallet",
            sources={"page": source},
            contacts=(
                OfficialContact(
                    kind="url", value=f"https://{name}.example/".replace(".example", ".com"), covers="domain",
                    purpose=("website",), proof="brand-controlled", sources=("page",),
                ),
            ),
        )
        for name in sorted(names)
    )  # fmt: skip


def world_of(count: int) -> World:
    """A world of ``count`` brands: those of the shipped ones that hold people's money first, then synthetic ones."""
    shipped = load_registry().brands
    real = tuple(sorted(shipped, key=lambda brand: brand.category not in ("self-custody-wallet", "hardware-wallet", "exchange")))[:count]
    brands = real + synthetic_brands(max(0, count - len(real)))
    return World(Registry(RegistryFile(version="benchmark", date=date(2026, 1, 1), brands=brands)))


def microseconds(check: Callable[[Any], object], inputs: Sequence[Any], rounds: int = ROUNDS) -> float:
    """The mean time of one call in the best of several rounds."""
    best = float("inf")
    for _ in range(rounds):
        best = min(best, mean(check, inputs))
    return best


def mean(check: Callable[[Any], object], inputs: Sequence[Any]) -> float:
    """The mean time of one call, in microseconds of the processor."""
    begin = time.process_time()
    for value in inputs:
        check(value)
    return (time.process_time() - begin) / len(inputs) * 1e6


def alternately(*works: tuple[Callable[[Any], object], Sequence[Any]], rounds: int = 40 * ROUNDS) -> list[float]:
    """The same for several works in turn, best of many short rounds, so that what else the machine does meets them alike."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        best = [min(known, microseconds(*work, rounds=1)) for known, work in zip(best, works, strict=True)]
    return best


def unmet(checker: Checker, inputs: Sequence[Any], rounds: int) -> float:
    """The same for links whose resemblances have been forgotten before each round."""
    best = float("inf")
    for _ in range(rounds):
        checker.world.lookalikes.forget()
        best = min(best, mean(quiet(checker), inputs))
    return best


def quiet(checker: Checker) -> Callable[[CheckRequest], object]:
    """A check that answers None for what cannot be read."""

    def check(request: CheckRequest) -> object:
        try:
            return checker.check(request)
        except CheckError:
            return None

    return check


def links(shared: Path | None, rounds: int = 1) -> tuple[list[list[str]], list[list[str]]]:
    """Honest hosts and imitations, so many samples of each without repetition; fewer and smaller ones of a small corpus."""
    corpus = load(shared)
    chosen = random.Random(11)
    honest = [host for hosts in corpus.honest.values() for host in hosts]
    bad = [row.host for row in corpus.imitations]
    return _samples(chosen, honest, rounds), _samples(chosen, bad, rounds)


def _samples(chosen: random.Random, hosts: Sequence[str], rounds: int) -> list[list[str]]:
    unlike = list(dict.fromkeys(hosts))
    drawn = chosen.sample(unlike, min(LINKS // 2 * rounds, len(unlike)))
    return [drawn[at : at + LINKS // 2] for at in range(0, len(drawn), LINKS // 2)]


def _requests(hosts: Sequence[str]) -> list[CheckRequest]:
    return [CheckRequest(input=f"https://{host}") for host in hosts]


def memory_per_brand() -> float:
    """Bytes that the look-alike index takes for each of 10 000 brands (Python objects; the automaton's own nodes not counted)."""
    world = world_of(10_000)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    index = Lookalikes(world.registry)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del index
    return (after - before) / 10_000


def main() -> None:
    """Measure, print and, if asked, record."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--shared", type=Path, help="the shared data (default: ../shared beside the repository)")
    parser.add_argument("--no-peers", action="store_true", help="do not install and run the peer")
    parser.add_argument("--record", action="store_true", help="keep the results in benchmarks/results and docs/benchmarks.md")
    args = parser.parse_args()
    (honest, *more_honest), (bad, *more_bad) = links(args.shared, ROUNDS + 1)
    requests = _requests((*honest, *bad))
    checker = Checker()
    check = quiet(checker)
    for request in (*requests, CheckRequest(input="word " * 40)):  # the second loads what only long texts are compared with
        check(request)
    gc.collect()
    spare_collector()  # as the service does when it has started
    rows = []
    unmet_and_peer: list[tuple[float, float]] = []
    results: dict[str, Any] = {**stamp()}
    for name, hosts, more in (("an honest link", honest, more_honest), ("an imitation", bad, more_bad)):
        theirs = [] if args.no_peers else [peers.eth_phishing_detect(hosts * ROUNDS, "shipped")]
        timed = {f"{name}: verdict and reasons": mean(check, _requests(hosts * ROUNDS))}
        if more:
            timed[f"{name}, the first time"] = mean(check, _requests([host for sample in more for host in sample]))
        if any(theirs):  # before and after: the pace of a machine changes with what else it does
            theirs.append(peers.eth_phishing_detect(hosts * ROUNDS, "shipped"))
        peer = statistics.fmean(found.microseconds for found in theirs if found) if any(theirs) else 0.0
        for what, ours in timed.items():
            results[what.removesuffix(": verdict and reasons")] = round(ours, 1)
            rows.append([what, f"{ours:.0f}", f"{ours / peer:.2f}" if peer else "", "at most 0.33" if peer else ""])
        if peer and more:
            unmet_and_peer.append((timed[f"{name}, the first time"], peer))
        if peer:
            results[f"eth-phishing-detect, {name}"] = round(peer, 1)
            rows.append([f"{name}: eth-phishing-detect's yes or no with its list", f"{peer:.0f}", "1", ""])
    if unmet_and_peer:
        ours, peer = (statistics.fmean(times) for times in zip(*unmet_and_peer, strict=True))
        rows.append(["half honest, half imitations, the first time", f"{ours:.0f}", f"{ours / peer:.2f}", "at most 0.33"])
    phone, bare = alternately(
        (check, [CheckRequest(input=number) for number in PHONES] * 4),
        (lambda text: phonenumbers.is_valid_number(phonenumbers.parse(text)), PHONES * 4),
    )
    results["phone"], results["libphonenumber"] = round(phone, 1), round(bare, 1)
    rows.append(["a phone", f"{phone:.0f}", "", ""])
    rows.append(["libphonenumber, parse and validation", f"{bare:.0f}", f"{phone / bare:.2f}", "at most 3"])
    lines = [f"{results['date']}, commit {results['commit']}", "", *table(["check", "µs", "ours / it", "aim"], rows)]

    rows = []
    costs: dict[int, float] = {}
    checkers = {count: Checker(world_of(count)) for count in BRANDS}
    gc.collect()
    for _ in range(ROUNDS):
        for count, other in checkers.items():
            costs[count] = min(costs.get(count, float("inf")), unmet(other, requests, 1))
    del checkers
    for count in BRANDS:
        rows.append([f"{count:,}", f"{costs[count]:.0f}", f"{costs[count] / costs[BRANDS[0]]:.2f}"])
    memory = memory_per_brand()
    results["growth"], results["bytes per brand"] = {str(k): round(v, 1) for k, v in costs.items()}, round(memory)
    lines += [
        "",
        *table(["brands", "µs a link", "of 100 brands' (aim: at most 1.5)"], rows),
        "",
        f"Memory of the look-alike index: {memory / 1024:.1f} KiB a brand at 10 000 brands.",
    ]

    rows = []
    results["hostile"] = {}
    for name, make in HOSTILE.items():
        times = [unmet(checker, [CheckRequest(input=make(length - 40))], 3) / 1000 for length in LENGTHS]
        results["hostile"][name] = [round(value, 2) for value in times]
        rows.append([name, *(f"{value:.2f}" for value in times)])
    lines += ["", *table(["hostile input, ms for characters:", *(f"{length:,}" for length in LENGTHS)], rows)]
    before = last("speed")
    if before:
        lines += [
            "",
            f"Last recorded ({before['date']}, commit {before['commit']}): an honest link {before.get('an honest link', '?')} µs, "
            f"growth {before['growth']}.",
        ]
    print("\n".join(lines))
    if args.record:
        record("speed", results, lines)


if __name__ == "__main__":
    main()
