"""The hosts that detection is measured on.

With the shared development data beside the repository (``--shared``) its rows are read from there; none of them is copied
here. Without it a small corpus of our own writing is used: invented hosts, made for each technique and each kind of honest
neighbour. A part of the shared data is held back (`is_held_back`) and scored with ``--last-look`` only.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"

BENIGN_SETS = {
    "curated crypto": "dev_benign_crypto_curated.tsv.gz",
    "crypto": "dev_benign_crypto.tsv.gz",
    "popular": "dev_benign_popular2016.tsv.gz",
    "shared hosting": "dev_benign_hosted.tsv.gz",
}


@dataclass(frozen=True, slots=True)
class Imitation:
    """A host that imitates ``brand`` by the technique ``kind`` (the data's own words)."""

    host: str
    domain: str
    brand: str
    kind: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Imitations, honest hosts by set, and where they come from."""

    name: str
    imitations: tuple[Imitation, ...]
    honest: dict[str, tuple[str, ...]]


def is_held_back(domain: str) -> bool:
    """Whether a registrable domain belongs to the part that is held back (three in ten, by hash)."""
    return hashlib.sha256(domain.encode()).digest()[0] < 77


def load(shared: Path | None, last_look: bool = False) -> Corpus:
    """The corpus: the shared data's if it is there, else our own."""
    folder = (shared or SHARED) / "eval" / "domains"
    return _shared(folder, last_look) if folder.is_dir() else _own()


def other_source(shared: Path | None) -> tuple[Imitation, ...]:
    """Imitations labelled by people and absent from the development rows: a source of their own, for the last look."""
    folder = (shared or SHARED) / "eval" / "domains"
    if not folder.is_dir():
        return ()
    known = {row[0] for row in _rows(folder / "dev_impersonation.tsv.gz")}
    rows = [row for row in _rows(folder / "human_labelled_brand.tsv.gz") if row[0] not in known]
    return tuple(Imitation(row[0], row[1], row[2], "labelled by people") for row in rows)


def _rows(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def _shared(folder: Path, last_look: bool) -> Corpus:
    imitations = tuple(
        Imitation(row[0], row[1], row[2], row[3]) for row in _rows(folder / "dev_impersonation.tsv.gz") if is_held_back(row[1]) is last_look
    )
    honest = {
        name: tuple(row[0] for row in _rows(folder / file) if is_held_back(row[1]) is last_look) for name, file in BENIGN_SETS.items()
    }
    return Corpus("shared data, held-back part" if last_look else "shared data, development part", imitations, honest)


def _own() -> Corpus:
    imitations = []
    for line in (HERE / "corpus" / "imitations.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            host, brand, kind = line.split("\t")
            imitations.append(Imitation(host, host, brand, kind))
    honest: dict[str, list[str]] = {}
    for line in (HERE / "corpus" / "honest.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            host, name = line.split("\t")
            honest.setdefault(name, []).append(host)
    return Corpus("our own small corpus", tuple(imitations), {name: tuple(hosts) for name, hosts in honest.items()})
