"""Rebuild ``verifier/data/confusables.json`` and ``verifier/data/scripts.json`` from the Unicode Character Database.

Needs Debian's ``python3-icu`` (ICU's SpoofChecker holds the consortium's confusables.txt of UTS #39, compiled) and
``unicode-data`` (Scripts.txt). Run with the system's Python, which sees python3-icu:

    /usr/bin/python3 scripts/make_unicode_tables.py /usr/share/unicode/Scripts.txt

Only what a host or a name is ever measured by is kept: characters whose skeleton consists of ASCII once marks are gone.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import icu

DATA = Path(__file__).resolve().parent.parent / "verifier" / "data"
NOTICE = "Derived from Unicode data files, copyright Unicode, Inc.; modified (reduced). Licence: UNICODE-LICENSE.txt beside this file."
NAMED = re.compile(r"LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]) WITH |LATIN LETTER SMALL CAPITAL ([A-Z])(?: |$)")

BY_EYE = {
    "b": "вʙьßβϐ", "e": "эєεҽɜзǝə", "g": "ɢ", "h": "нћђ", "k": "кκĸқ", "m": "мᴍ", "n": "пηռŋղ", "p": "þƿ",
    "r": "гяɾ", "t": "тτ", "u": "иμцʊ", "v": "ʌ", "w": "шщωѡ", "x": "χ", "y": "ʏ", "d": "ժ", "f": "ϝ", "a": "ʌλд",
    "c": "ɕ", "z": "ʒӡ", "o": "ɵθөѳ", "s": "ƨ", "l": "ʟ",
}  # fmt: skip
"""Letters that readers take for the Latin one although UTS #39 does not pair them (it pairs Cyrillic к with Latin ĸ, not k).
The pairs of the first script named in Chromium's skeleton_generator.cc and the Latin small capitals."""


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def prototypes() -> dict[str, str]:
    checker = icu.SpoofChecker()
    found: dict[str, str] = {}
    for code in range(0x110000):
        char = chr(code)
        if 0xD800 <= code < 0xE000 or unicodedata.category(char) in ("Cn", "Co", "Cc", "Cf", "Zs", "Mn"):
            continue
        skeleton = bare(checker.getSkeleton(0, char))
        if skeleton != bare(char) and skeleton.isascii() and skeleton.strip():
            found[char] = skeleton
    return found


def by_name(known: dict[str, str]) -> dict[str, str]:
    found = {}
    for code in range(0x80, 0x30000):
        char = chr(code)
        if char in known or bare(char) != char:
            continue
        if match := NAMED.match(unicodedata.name(char, "")):
            found[char] = (match[1] or match[2]).lower()
    return found


def grouped(pairs: dict[str, str]) -> dict[str, str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for char, prototype in sorted(pairs.items()):
        groups[prototype].append(char)
    return {prototype: "".join(chars) for prototype, chars in sorted(groups.items())}


def scripts(path: Path) -> dict[str, list[list[int]]]:
    ranges: list[tuple[int, int, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*; (\w+)", line):
            ranges.append((int(match[1], 16), int(match[2] or match[1], 16), match[3]))
    merged: dict[str, list[list[int]]] = defaultdict(list)
    for first, last, script in sorted(ranges):
        if script in ("Common", "Inherited"):
            continue
        if merged[script] and merged[script][-1][1] + 1 == first:
            merged[script][-1][1] = last
        else:
            merged[script].append([first, last])
    return dict(merged)


def main(scripts_txt: str) -> None:
    known = prototypes()
    named = by_name(known)
    eye = {c: letter for letter, chars in BY_EYE.items() for c in chars if c not in known}
    table = {
        "//": "Characters that read as the key. prototypes: UTS #39 confusables whose prototype is ASCII once its marks are gone. "
        "variants: Latin letters whose Unicode name calls them that letter with a stroke, hook or the like, and Latin small capitals. "
        "by_eye: letters readers take for the Latin one although UTS #39 pairs them with another.",
        "source": f"Unicode Security Mechanisms (UTS #39), confusables.txt, Unicode {icu.UNICODE_VERSION}; Unicode character names; "
        "Chromium components/url_formatter/spoof_checks/skeleton_generator.cc for the idea of by_eye",
        "notice": NOTICE,
        "version": icu.UNICODE_VERSION,
        "prototypes": grouped(known),
        "variants": grouped({c: p for c, p in named.items() if c not in eye}),
        "by_eye": grouped(eye),
    }
    rows = scripts(Path(scripts_txt))
    script_table = {
        "//": "Code point ranges, both ends inclusive, by script; Common and Inherited are left out.",
        "source": "Unicode Character Database, Scripts.txt (UAX #24)",
        "notice": NOTICE,
        "scripts": rows,
    }
    (DATA / "confusables.json").write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    text = json.dumps(script_table, ensure_ascii=False, indent=1)
    text = re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", text)
    text = re.sub(r"\],\s+\[", "], [", text)
    (DATA / "scripts.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
