"""Finding web and mail addresses in a text, and telling them from file names, abbreviations and missing spaces.

Every pattern is a sequence of bounded character classes: the cost is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from verifier.contacts.email import read_email
from verifier.contacts.model import Email, Handle, Url
from verifier.contacts.undoing import Undone
from verifier.contacts.url import read_url
from verifier.data import table
from verifier.errors import CheckError

_TABLE = table("contact_words")
_FILES = frozenset(_TABLE["file_suffixes"].split())
_PROSE = frozenset(_TABLE["prose_suffixes"].split())
_COMMON = frozenset(_TABLE["common_words"].split())
_TRADED = frozenset(
    ["me", "ai", "app", "live", "support", "help", "co", "tv", "us", "id", "my", "team", "world", "pm", "care", "news", "st"]
)
"""English words among the suffixes that are so much used for sites that a rare word before them makes an address."""

_AN = "A-Za-z0-9"
_CUT = "\\s<>\"'“”‘’「」『』，。；！？、（）【】《》|"
_LETTER = "A-Za-z0-9\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff\uff10-\uff5a"
_HAN = "\u2e80-\u9fff\uac00-\ud7a3\u3040-\u30ff\u0e00-\u0e7f"
_SCHEMED = re.compile(
    rf"(?<![A-Za-z])(?:https?|ftp)://(?:[^{_CUT}/?#,(){_HAN}]{{1,300}}|[^{_CUT}/?#,()]{{1,100}})(?:[/?#](?:(?!(?:[,;]|\)[(\[,;]?)https?:)[^{_CUT}{_HAN}]){{0,2000}})?",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![{_LETTER}@_./\-])(?:[{_LETTER}](?:[{_LETTER}_\-]{{0,61}}[{_LETTER}])?\.){{1,8}}(?:xn--[a-z0-9\-]{{2,30}}|[A-Za-z]{{2,24}})"
    rf"(?![{_LETTER}_@])(?::\d{{2,5}})?(?P<path>[/?#][^{_CUT}{_HAN}]{{0,2000}})?"
)
_IP = re.compile(rf"(?<![{_AN}.])(?:\d{{1,3}}\.){{3}}\d{{1,3}}(?::\d{{2,5}})?/[^{_CUT}{_HAN}]{{0,500}}")
_EMAIL = re.compile(rf"(?<![{_AN}._%+\-@/])[{_AN}._%+\-]{{1,64}}@(?:[{_LETTER}\-]{{1,63}}\.){{1,6}}[A-Za-z]{{2,24}}(?![{_AN}])")
_DOT_INSIDE = re.compile(r"\.\S")
_TRAILING = ".,;:!?)]}'\"*_~>"


def find_emails(text: str, undone: Undone) -> Iterator[tuple[Email, int, int]]:
    """Mail addresses with their places."""
    if "@" not in text:
        return
    for match in _EMAIL.finditer(text):
        try:
            yield read_email(match[0]), match.start(), match.end()
        except CheckError:
            continue


def find_urls(text: str, undone: Undone) -> Iterator[tuple[Url | Handle, int, int]]:
    """Web addresses with their places: with a scheme, without one, and bare IP addresses with a path; profile links are accounts."""
    for match in _SCHEMED.finditer(text) if "://" in text else ():
        written = _trim(match[0])
        if (url := _read(written, undone, match.start())) is not None:
            yield url, match.start(), match.start() + len(written)
    if not _DOT_INSIDE.search(text):
        return
    for match in _BARE.finditer(text):
        written = _trim(match[0])
        if _is_no_address(written, bool(match["path"])):
            continue
        url = _read(written, undone, match.start())
        if url is not None:
            yield url, match.start(), match.start() + len(written)
    for match in _IP.finditer(text):
        written = _trim(match[0])
        if (url := _read(written, undone, match.start())) is not None:
            yield url, match.start(), match.start() + len(written)


def _trim(written: str) -> str:
    if ")" in written:
        depth = 0
        for i, char in enumerate(written):
            depth += (char == "(") - (char == ")")
            if depth < 0:
                written = written[:i]
                break
    while written and written[-1] in _TRAILING:
        if written[-1] == ")" and written.count("(") >= written.count(")"):
            break
        written = written[:-1]
    return written


def _read(written: str, undone: Undone, start: int) -> Url | Handle | None:
    try:
        url = read_url(written)
    except CheckError:
        return None
    if not (url.host.is_ip or url.host.registrable_domain or url.scheme_written):
        return None
    if how := undone.disguises(start, start + len(written)):
        url = msgspec.structs.replace(url, disguises=tuple(dict.fromkeys((*url.disguises, *how))))
    return url.profile or url


def _is_no_address(written: str, has_path: bool) -> bool:
    """A bare ``word.word`` that is a file name, an abbreviation, a version or a missing space after a full stop."""
    host = re.split(r"[/?#:]", written, maxsplit=1)[0]
    labels = host.split(".")
    last = labels[-1].lower()
    if all(len(label) <= 1 or label.isdigit() for label in labels[:-1]) and not has_path and "".join(labels[:-1]) not in ("t", "x", "g"):
        return True
    if has_path and not (written[len(host) : len(host) + 1] in "?#" and len(written) < len(host) + 3):
        return False
    if len(labels) > 2:
        return last in _PROSE and all(label.lower() in _COMMON for label in labels[:-1])
    left, tail = labels[0], labels[-1]
    if last in _FILES and (last != "app" or left.isupper()) and last not in ("app", "cc", "vi", "so"):
        return True
    if tail[:1].isupper() and not tail.isupper() and not left[:1].isupper():
        return True
    if left.lower() in _COMMON and (last in _PROSE or last in _COMMON):
        return True
    return last in _PROSE and last not in _TRADED
