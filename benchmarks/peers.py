"""Two real peers, installed by their own clients into ``benchmarks/.peers`` and run in the same run as ours.

eth-phishing-detect (npm) compares with a list of names by edit distance and with a list of known hosts; dnstwist (PyPI)
generates the permutations of given domains. Where one cannot be had, the measurement says so and goes on.
"""

from __future__ import annotations

import importlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PEERS = HERE / ".peers"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a peer said of each host, in order, and the mean time of one check in microseconds (0 where that means nothing)."""

    flagged: tuple[bool, ...]
    microseconds: float = 0.0


def eth_phishing_detect(hosts: Sequence[str], mode: str = "fuzzy") -> Judged | None:
    """Its verdicts: ``fuzzy`` without lists (tolerance 2), ``shipped`` as it comes; None where npm or node are missing."""
    if not (shutil.which("npm") and shutil.which("node")):
        return None
    folder = PEERS / "node_modules" / "eth-phishing-detect"
    if not folder.is_dir():
        done = subprocess.run(
            ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(PEERS), "eth-phishing-detect"],
            check=False,
            capture_output=True,
        )
        if done.returncode or not folder.is_dir():
            return None
    script = HERE / "peer_programs" / "eth_phishing_detect.cjs"
    done = subprocess.run(["node", str(script), str(folder), mode], input="\n".join(hosts).encode(), check=False, capture_output=True)
    if done.returncode:
        return None
    answer = json.loads(done.stdout)
    return Judged(tuple(bool(flag) for flag in answer["flagged"]), answer["microseconds"])


def dnstwist(hosts: Iterable[str], domains: Iterable[str], words: Sequence[str], tlds: Sequence[str]) -> Judged | None:
    """Whether a host lies at or below a permutation of one of ``domains``; None where the package cannot be had."""
    module = _dnstwist()
    if module is None:
        return None
    permutations: set[str] = set()
    for domain in domains:
        fuzzer = module.Fuzzer(domain, dictionary=list(words), tld_dictionary=list(tlds))
        fuzzer.generate()
        permutations |= {found["domain"] for found in fuzzer.domains} - {domain}
    return Judged(tuple(any(part in permutations for part in _parents(host)) for host in hosts))


def _parents(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


def _dnstwist() -> Any:
    folder = PEERS / "python"
    if not (folder / "dnstwist.py").is_file():
        done = subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), "dnstwist"], check=False, capture_output=True
        )
        if done.returncode:
            return None
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module("dnstwist")
    except ImportError:
        return None
    finally:
        sys.path.remove(str(folder))
