"""How well numbers and accounts are read through the disguise they are written in, beside libphonenumber, and at what cost.

    python -m benchmarks.writings                        our own writings
    python -m benchmarks.writings --shared ../shared     public labelled sets as well, where they are at hand
    python -m benchmarks.writings --errors               list what was read wrongly
    python -m benchmarks.writings --record               keep the figures in docs/benchmarks.md

The library alone means ``parse`` and ``is_valid_number``, then ``is_valid_short_number_for_region``, as its documentation has it.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import phonenumbers
import yaml
from phonenumbers import shortnumberinfo

from benchmarks.record import changed, last, record, stamp, table
from verifier import Verifier
from verifier.contacts.disguise import fold
from verifier.contacts.phone import find_phones, read_phone
from verifier.contacts.platforms import make_handle
from verifier.errors import CheckError
from verifier.rules.record import SUSPICIOUS
from verifier.world import World

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"


@dataclass(frozen=True)
class Writing:
    """A number as written; ``value`` is what it is, None for what only looks like one."""

    raw: str
    region: str | None
    value: str | None


def ours(raw: str, region: str | None) -> str | None:
    """What our reader makes of it."""
    try:
        return read_phone(raw, region).value
    except CheckError:
        return None


def library(raw: str, region: str | None) -> str | None:
    """What libphonenumber alone makes of it."""
    try:
        number = phonenumbers.parse(raw, region)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_valid_number(number):
        return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    if region and shortnumberinfo.is_valid_short_number_for_region(number, region):
        return str(number.national_number)
    return None


def parse_and_validate(raw: str, region: str | None) -> bool:
    """libphonenumber's own two steps, for the comparison of cost."""
    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(raw, region)))
    except phonenumbers.NumberParseException:
        return False


def own_writings() -> list[Writing]:
    """The cases of our own tests."""
    rows = yaml.safe_load((CASES / "phones.yaml").read_text("utf-8"))
    return [Writing(row["raw"], row["region"], row["value"]) for row in rows]


def shared_writings(folder: Path) -> Iterator[tuple[str, list[Writing]]]:
    """Public sets of writings, where they are at hand."""
    formats = folder / "phones" / "formats.jsonl"
    if formats.is_file():
        rows = [json.loads(line) for line in formats.read_text("utf-8").splitlines()]
        yield "public writings", [Writing(r["raw"], r["region"], r["expected"]) for r in rows]
    bait = folder / "phones" / "bait_numbers.tsv"
    if bait.is_file():
        with bait.open(encoding="utf-8") as file:
            yield "numbers of bait posts", [Writing(r["raw"], "US", r["e164"]) for r in csv.DictReader(file, delimiter="\t")]


@dataclass
class Score:
    """Counts of one set."""

    numbers: int = 0
    read: int = 0
    decoys: int = 0
    accepted: int = 0

    @property
    def share(self) -> float:
        """Read numbers in percent."""
        return 100 * self.read / self.numbers if self.numbers else 100.0


def score(rows: list[Writing], reader: Callable[[str, str | None], str | None], errors: list[str] | None = None) -> Score:
    """One reader on one set."""
    found = Score()
    for row in rows:
        value = reader(row.raw, row.region)
        if row.value is None:
            found.decoys += 1
            found.accepted += value is not None
        else:
            found.numbers += 1
            found.read += value == row.value
        if errors is not None and value != row.value:
            errors.append(f"{row.raw!r} in {row.region}: {value}, wanted {row.value}")
    return found


def hotlines(folder: Path) -> tuple[int, int, int]:
    """Chinese hotlines: how many there are, we read, the library reads."""
    path = folder / "phones" / "cn_hotlines.csv"
    with path.open(encoding="utf-8") as file:
        raw = [row["phone"] for row in csv.DictReader(file)]
    return len(raw), sum(ours(r, "CN") is not None for r in raw), sum(library(r, "CN") is not None for r in raw)


def false_finds(folder: Path) -> Counter[str]:
    """Numbers found in the documentation of a wallet, which holds none."""
    found: Counter[str] = Counter()
    for line in (folder / "text" / "tokenpocket_docs_zh.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = next(v for v in (row.get("text"), row.get("content"), *row.values()) if isinstance(v, str))
        found["paragraphs"] += 1
        found["numbers"] += len(find_phones(fold(text).text, "CN"))
    return found


def accounts(world: World) -> tuple[int, int, int, int]:
    """Our own account names: imitations, those found, honest names, those suspected."""
    counts = [0, 0, 0, 0]
    for row in yaml.safe_load((CASES / "accounts.yaml").read_text("utf-8")):
        found = any(f.strength >= SUSPICIOUS for f in world.accounts.of(make_handle(row["platform"], row["name"])))
        at = 0 if row["brand"] else 2
        counts[at] += 1
        counts[at + 1] += found
    return counts[0], counts[1], counts[2], counts[3]


def verdicts(verifier: Verifier, path: Path) -> Counter[str]:
    """The verdicts on a public set of accounts."""
    found: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        platform, name = line.split("\t")[:2]
        try:
            found[verifier.check(name, kind="handle", platform=platform).verdict] += 1
        except CheckError:
            found["unreadable"] += 1
    return found


def microseconds(*works: Callable[[], object], times: int = 20, rounds: int = 60) -> list[float]:
    """The best mean of a few rounds of each work, taken in turn, so that what else the machine does meets them alike."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for i, work in enumerate(works):
            start = time.perf_counter()
            for _ in range(times):
                work()
            best[i] = min(best[i], (time.perf_counter() - start) / times)
    return [seconds * 1e6 for seconds in best]


TIMED = (
    ("+86 138 0013 8000", "CN"),
    ("400-820-8820", "CN"),
    ("95588", "CN"),
    ("+1 (888) 274-2019", "US"),
    ("020 7946 0958", "GB"),
    ("138OO138OOO", "CN"),
)
HOSTILE = {"digits and spaces": "1 " * 5_000, "numbers": "13800138000 " * 833, "brackets": "(1" * 5_000, "numerals": "一" * 10_000}


def speed() -> tuple[float, float, float]:
    """Mean microseconds: our reader, the library's parse and validation, and milliseconds of the worst hostile text."""
    both = [microseconds(lambda r=raw, g=region: ours(r, g), lambda r=raw, g=region: parse_and_validate(r, g)) for raw, region in TIMED]  # type: ignore[misc]
    mine, theirs = [pair[0] for pair in both], [pair[1] for pair in both]
    worst = max(microseconds(lambda t=text: find_phones(t, "CN"), times=2, rounds=3)[0] for text in HOSTILE.values())  # type: ignore[misc]
    return sum(mine) / len(mine), sum(theirs) / len(theirs), worst / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="folder of public labelled sets (phones, handles, text)")
    parser.add_argument("--errors", action="store_true", help="list what was read wrongly")
    parser.add_argument("--record", action="store_true", help="keep the figures in docs/benchmarks.md")
    options = parser.parse_args()
    shared: Path | None = options.shared
    if shared is not None and (shared / "eval").is_dir():
        shared = shared / "eval"
    before = last("writings")
    results: dict[str, float] = {}
    rows: list[list[str]] = []
    errors: list[str] = []

    sets = [("our own writings", own_writings())]
    if shared is not None:
        sets += shared_writings(shared)
    for name, writings in sets:
        mine, alone = score(writings, ours, errors), score(writings, library)
        results[name] = round(mine.share, 2)
        rows.append([
            name, f"{mine.read} of {mine.numbers} ({mine.share:.1f} %) {changed(mine.share, before.get(name))}", f"{mine.accepted} of {mine.decoys}",
            f"{alone.read} of {alone.numbers} ({alone.share:.1f} %)", f"{alone.accepted} of {alone.decoys}",
        ])  # fmt: skip
    if shared is not None and (shared / "phones" / "cn_hotlines.csv").is_file():
        total, mine_read, alone_read = hotlines(shared)
        rows.append(["Chinese hotlines", f"{mine_read} of {total}", "", f"{alone_read} of {total}", ""])
    lines = table(["numbers", "read", "decoys accepted", "libphonenumber alone", "its decoys"], rows)

    world = World()
    imitations, found, honest, suspected = accounts(world)
    rows = [["our own names", f"{found} of {imitations} imitations", f"{suspected} of {honest} honest names suspected", "0"]]
    if shared is not None:
        verifier = Verifier()
        for path in sorted((shared / "handles").glob("*_social*.tsv")):
            counts = verdicts(verifier, path)
            rows.append(
                [
                    path.stem.replace("_", " "),
                    f"{sum(counts.values())} accounts",
                    f"{counts['suspicious']} suspicious",
                    str(counts["dangerous"]),
                ]
            )
    lines += ["", *table(["accounts", "", "", "dangerous"], rows)]

    mine_us, alone_us, worst_ms = speed()
    results |= {"microseconds": round(mine_us, 1), "ratio": round(mine_us / alone_us, 2), "hostile_ms": round(worst_ms, 1)}
    lines += ["", f"Reading a number takes {mine_us:.0f} µs, {mine_us / alone_us:.1f} times libphonenumber's own parse and validation in the same run "
              f"({alone_us:.0f} µs); the worst of {len(HOSTILE)} hostile texts of 10 000 characters takes {worst_ms:.0f} ms."]  # fmt: skip
    if shared is not None and (shared / "text" / "tokenpocket_docs_zh.jsonl").is_file():
        documentation = false_finds(shared)
        lines.append(
            f"In {documentation['paragraphs']} paragraphs of a wallet's documentation, {documentation['numbers']} numbers are found."
        )
    print("\n".join(lines))
    if options.errors:
        print("\n".join(["", *errors]))
    if options.record:
        state = stamp()
        record("writings", {**results, **state}, [*lines, "", f"Measured on {state['date']} at {state['commit']}."])


if __name__ == "__main__":
    main()
