"""The command line: the same answers, exit statuses, plain text for a pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest


def run(*args: str, stdin: bytes = b"", lang: str = "en") -> subprocess.CompletedProcess[bytes]:
    """The real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "verifier", *args],
        input=stdin,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "LANG": lang, "PYTHONUTF8": "1"},
        check=False,
    )


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["https://help.tokenpocket.pro/cn/"], 0),
        (["example.org"], 10),
        (["400-820-0000", "--region", "CN", "--brand", "TP钱包"], 20),
        (["tokenpocket.pro.verify.top"], 30),
        (["XXXX-XXXXXXX"], 2),
        (["example.org", "--kind", "fax"], 2),
        (["example.org", "--region", "Atlantis"], 2),
    ],
)
def test_the_exit_status_is_the_verdict(args: list[str], status: int) -> None:
    """0 official, 10 unknown, 20 suspicious, 30 dangerous, 2 for what cannot be read or asked."""
    assert run("check", *args).returncode == status


def test_json_is_the_contract_and_nothing_else() -> None:
    """Standard output holds exactly one JSON document with the contract's fields."""
    answer: dict[str, Any] = json.loads(run("check", "https://help.tokenpocket.pro/cn/", "--json").stdout)
    assert answer["verdict"] == "official"
    assert set(answer) >= {
        "verdict",
        "risk",
        "kind",
        "contact",
        "brand",
        "claim",
        "stale",
        "summary",
        "reasons",
        "advice",
        "official_contacts",
        "contacts",
        "spans",
        "pending",
        "registry",
        "lang",
    }


def test_a_pipe_gets_plain_text() -> None:
    """No escape sequences where nobody looks at colours, and nothing is cut off."""
    out = run("check", "tokenpocket.pro.verify.top").stdout.decode()
    assert "\x1b" not in out
    assert "Dangerous" in out and "tokenpocket.pro" in out
    assert "…" not in run("registry", "show", "tokenpocket").stdout.decode().splitlines()[0]


def test_standard_input_is_read_for_a_dash() -> None:
    """A message can be piped in; what is not UTF-8 is refused with a clear word."""
    assert run("check", "-", stdin="TokenPocket 绝不会索要您的助记词".encode()).returncode == 10
    refused = run("check", "-", stdin=b"\xff\xfe\x00x")
    assert refused.returncode == 2
    assert b"UTF-8" in refused.stderr


def test_the_terminal_speaks_the_readers_language() -> None:
    """The environment's language is the default, --lang wins."""
    assert "官方" in run("check", "https://help.tokenpocket.pro/cn/", lang="zh_CN.UTF-8").stdout.decode()
    assert "Official" in run("check", "https://help.tokenpocket.pro/cn/", "--lang", "en", lang="zh_CN.UTF-8").stdout.decode()


def test_brands_and_rules_are_listed() -> None:
    """Lists for people and for programs."""
    assert "tokenpocket" in run("brands", "TP钱包").stdout.decode()
    assert run("brands", "no such brand at all").returncode == 1
    assert {"id", "weight", "title"} <= set(json.loads(run("rules", "--json").stdout)[0])


def test_the_registry_commands_show_proof_and_differences(tmp_path: Any) -> None:
    """show prints sources; diff says in words what changed and is silent for the same file."""
    from verifier.data import raw

    shown = run("registry", "show", "TP钱包").stdout.decode()
    assert "service@tokenpocket.pro" in shown and "https://github.com/TP-Lab/" in shown
    old = tmp_path / "old.json"
    old.write_bytes(raw("official_contacts.json"))
    assert run("registry", "diff", str(old)).returncode == 0
    changed = json.loads(old.read_text("utf-8"))
    brand = next(b for b in changed["brands"] if b["id"] == "hk-adcc")
    phone = next(c for c in brand["contacts"] if c["value"] == "18222")
    phone["status"] = "disputed"
    phone["history"] = [{"date": "2026-11-22", "status": "disputed", "reason": "test"}]
    new = tmp_path / "new.json"
    new.write_text(json.dumps(changed), "utf-8")
    done = run("registry", "diff", str(old), str(new))
    assert done.returncode == 1
    assert "hk-adcc: contact phone HK 18222: status active → disputed" in done.stdout.decode()


def test_a_bad_registry_file_is_refused_with_entry_and_field(tmp_path: Any) -> None:
    """The loader names what is wrong and where."""
    from verifier.data import raw

    broken = json.loads(raw("official_contacts.json"))
    brand = next(b for b in broken["brands"] if b["id"] == "tokenpocket")
    brand["contacts"][0]["sources"] = ["no-such-source"]
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(broken), "utf-8")
    done = run("registry", "lint", str(path))
    assert done.returncode == 1
    assert b"tokenpocket" in done.stderr and b"no-such-source" in done.stderr
