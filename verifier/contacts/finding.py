"""Finding contacts in a text: addresses, mail, accounts and numbers in the disguises in which people and scammers write them.

Works on the folded text. First what stands for a dot, an "@" or a scheme is put back in place (``hxxp``, ``[.]``, `` dot ``,
``metamask . io``), keeping every place; then four finders run, the most specific first, and none may overlap another.
Every pattern is a sequence of bounded character classes: the cost is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from verifier.automaton import Automaton
from verifier.contacts.disguise import Folded
from verifier.contacts.email import read_email
from verifier.contacts.handle import PLATFORMS, make_handle
from verifier.contacts.model import Email, Handle, Phone, Url
from verifier.contacts.phone import find_phones
from verifier.contacts.url import read_url
from verifier.data import table
from verifier.errors import CheckError

_TABLE = table("contact_words")
_TLDS = "|".join(_TABLE["tlds"].split())
_FILES = frozenset(_TABLE["file_suffixes"].split())
_PROSE = frozenset(_TABLE["prose_suffixes"].split())
_COMMON = frozenset(_TABLE["common_words"].split())
_TRADED = frozenset(
    ["me", "ai", "app", "live", "support", "help", "co", "tv", "us", "id", "my", "team", "world", "pm", "care", "news", "st"]
)
"""English words among the suffixes that are so much used for sites that a rare word before them makes an address."""
_STRICT = frozenset(_TABLE["strict"].split())

_AN = "A-Za-z0-9"
_UNDO = re.compile(
    rf"(?P<dot>(?<=[{_AN}])\s?[\[({{<]\s?(?:\.|dot|点|點)\s?[\])}}>]\s?(?=[{_AN}])"
    rf"|(?<=[{_AN}])\s{{1,2}}(?:dot|d0t|点|點)\s{{1,2}}(?=(?:{_TLDS})(?![{_AN}]))"
    rf"|(?<=[{_AN}])(?:点|點)(?=(?:{_TLDS})(?![{_AN}]))"
    rf"|(?<=[{_AN}])\s{{0,2}}[。｡]\s{{0,2}}(?=(?:{_TLDS})(?![{_AN}]))"
    rf"|(?<=[{_AN}\-]{{3}})\s{{1,2}}\.\s{{0,2}}(?=(?:{_TLDS})(?![{_AN}]))"
    rf"|(?<=[a-z0-9\-]{{4}})\.\s{{1,2}}(?=(?:com|io|org|net|xyz|top|vip|app|pro|cc)(?![{_AN}])))"
    r"|(?P<ornament>(?<=[\u4e00-\u9fff])[❤♥♡★☆✨🌟💗💚➕]{1,2}(?=[\u4e00-\u9fff]))"
    r"|(?P<escape>\\(?=[_~*&\-.]))"
    r"|(?P<at>\s?[\[({](?:at|@|艾特)[\])}]\s?)"
    r"|(?P<scheme>(?<![A-Za-z])[hH](?:xx|XX|tt|TT|\*\*|__)[pP](?P<s>[sS]?)\s?(?:\[:\]|:)\s?/\s?/\s?)"
)
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
_AT_NAME = re.compile(r"(?<![A-Za-z0-9_@./+\-])@([A-Za-z0-9_][A-Za-z0-9_.]{1,31}[A-Za-z0-9_])(?![A-Za-z0-9_@])")
_TRAILING = ".,;:!?)]}'\"*_~>"
_MARKDOWN = re.compile(r"\]\((?=\s?[^\s()])")
"""Between the words of a Markdown link and its target."""
_OPEN_HOURS = re.compile(r"(?<=\d)[,，](?=\s?(?:24|7)\s?(?:小时|小時|个小时|hours?\b|h\b|[x×*/]))", re.IGNORECASE)
"""What parts a number from the hours somebody answers it."""


def _cues() -> dict[str, str]:
    words: dict[str, str] = {}
    for platform, row in PLATFORMS.items():
        words.update({word.casefold(): platform for word in row.words if len(word) > 1})
    for platform, listed in _TABLE["handles"].items():
        words.update({word.casefold(): platform for word in listed.split()})
    return words


_CUES = _cues()
_CUE_WORDS = Automaton({word: word for word in _CUES})
_AFTER_CUE = re.compile(
    r"(?P<kind>\s?(?:客服|官方|群组|群号|群號|群|号码|号|號|账号|帳號|频道|頻道|id|no|number|channel|group|username|handle|账户)\.?){0,2}"
    r"(?P<sep>\s{0,2}(?:[:：=→>👉~—-]|是|为|為|is)?\s{0,2})@?(?P<name>[A-Za-z][A-Za-z0-9_\-.]{3,31}|\d{5,12})(?![A-Za-z0-9_@])",
    re.IGNORECASE,
)
_ADDING = re.compile(
    r"(?:加|找|联系|聯繫|聯絡|➕|\+|搜|add|contact|dm|message|write|on|via|me on|text|私|咨询|諮詢|客服)\s{0,2}(?:我|me|us|our|my|him|her|客服|官方|老师|老師)?\s{0,2}(?:on|at|via|the)?\s{0,2}$",
    re.IGNORECASE,
)
_PLATFORM_NEAR = 28


class Place(msgspec.Struct, frozen=True):
    """A contact found, with its place in the folded text."""

    contact: Url | Handle | Email | Phone
    start: int
    end: int


class _Undone(msgspec.Struct):
    text: str
    starts: list[int]
    shifts: list[int]
    how: list[tuple[int, str]]

    def at(self, index: int) -> int:
        """The place in the folded text."""
        return index + self.shifts[bisect_right(self.starts, index) - 1]

    def disguises(self, start: int, end: int) -> tuple[str, ...]:
        """What was undone inside a passage."""
        return tuple(dict.fromkeys(name for at, name in self.how if start <= at < end))


def _undo(text: str) -> _Undone:
    out: list[str] = []
    starts, shifts, how = [0], [0], []
    at = written = 0
    for match in _UNDO.finditer(text):
        out.append(text[at : match.start()])
        written += match.start() - at
        if match.lastgroup == "dot" or match["dot"]:
            new, name = ".", "bracketed-dots" if match[0].strip()[:1] in "[({<" else "spelled-dot"
        elif match["escape"] or match["ornament"]:
            new, name = "", ""
        elif match["at"]:
            new, name = "@", "bracketed-at"
        else:
            new, name = f"http{match['s'].lower()}://", "" if match[0][1:3].lower() == "tt" else "hxxp"
        if name:
            how.append((written, name))
        out.append(new)
        written += len(new)
        at = match.end()
        starts.append(written)
        shifts.append(at - written)
    out.append(text[at:])
    return _Undone("".join(out), starts, shifts, how)


def find_contacts(folded: Folded, region: str | None) -> list[Place]:
    """Every contact in a folded text, in order, none overlapping another. Never raises. ``region`` reads national numbers."""
    undone = _undo(folded.text)
    text = _MARKDOWN.sub(lambda gap: "\n" * len(gap[0]), undone.text) if "](" in undone.text else undone.text
    taken = bytearray(len(text) + 1)
    found: list[Place] = []

    def take(contact: Url | Handle | Email | Phone, start: int, end: int) -> None:
        taken[start:end] = b"\x01" * (end - start)
        found.append(Place(contact, undone.at(start), undone.at(end - 1) + 1))

    for finder in (_emails, _urls, _accounts):
        for contact, start, end in finder(text, undone):
            if not any(taken[start:end]):
                take(contact, start, end)
    masked = "".join(["\n" if hidden else c for c, hidden in zip(text, taken, strict=False)]) if any(taken) else text
    masked = _OPEN_HOURS.sub("\n", masked)
    for phone, start, end in find_phones(masked, region):
        if not any(taken[start:end]):
            take(phone, start, end)
    found.sort(key=lambda place: place.start)
    return found


def _emails(text: str, undone: _Undone) -> Iterator[tuple[Email, int, int]]:
    if "@" not in text:
        return
    for match in _EMAIL.finditer(text):
        try:
            yield read_email(match[0]), match.start(), match.end()
        except CheckError:
            continue


def _urls(text: str, undone: _Undone) -> Iterator[tuple[Url | Handle, int, int]]:
    for match in _SCHEMED.finditer(text) if "://" in text else ():
        written = _trim(match[0])
        if (url := _read(written, undone, match.start())) is not None:
            yield url, match.start(), match.start() + len(written)
    if "." not in text:
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


def _read(written: str, undone: _Undone, start: int) -> Url | Handle | None:
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


def _accounts(text: str, undone: _Undone) -> Iterator[tuple[Handle, int, int]]:
    low = text.lower()
    if len(low) != len(text):
        low = "".join([c.lower() if len(c.lower()) == 1 else c for c in text])
    reach = 0
    for start, end, cue in sorted(_CUE_WORDS.find(low), key=lambda hit: (hit[0], -hit[1])):
        if start < reach or not _stands_apart(low, start):
            continue
        match = _AFTER_CUE.match(text, end)
        if match is None:
            continue
        platform = _CUES[cue]
        name = match["name"].rstrip(".-_") if platform != "qq" else match["name"]
        if not _is_announced(text, start, cue, match, platform, name):
            continue
        at = match.start("name") - (text[match.start("name") - 1] == "@")
        reach = match.end()
        kept = f"@{name}" if platform == "discord" or (text[at] == "@" and _keeps_at(platform)) else name
        yield make_handle(platform, kept, undone.disguises(start, reach)), at, match.start("name") + len(name)
    if "@" not in text:
        return
    for match in _AT_NAME.finditer(text):
        name = match[1]
        platform = _platform_near(text, match.start(), match.end())
        if platform and not _fits(platform, name):
            platform = ""
        kept = f"@{name}" if _keeps_at(platform) else name
        yield make_handle(platform, kept), match.start(), match.end()


def _keeps_at(platform: str) -> bool:
    return platform in PLATFORMS and PLATFORMS[platform].keeps_at


def _fits(platform: str, name: str) -> bool:
    row = PLATFORMS.get(platform)
    return row is None or re.fullmatch(row.name, name) is not None


def _stands_apart(text: str, start: int) -> bool:
    """Whether a cue begins a word: no Latin letter or digit before one of its own kind."""
    before = text[start - 1 : start]
    return not (text[start].isascii() and text[start].isalnum() and before.isascii() and before.isalnum())


def _is_announced(text: str, start: int, cue: str, match: re.Match[str], platform: str, name: str) -> bool:
    """Whether the word before a name announces an account: a colon, "ID", or a verb of adding before it."""
    if len(name) < 4 or (platform in PLATFORMS and not _fits(platform, name)):
        return False
    if name.isdigit() and platform not in ("qq", "wechat", "line", "kakaotalk", "telegram"):
        return False
    if name.isdigit() and platform != "qq" and len(name) > 8:
        return False
    lower = name.lower()
    if lower in _COMMON or ("." in name and platform not in ("instagram", "facebook", "discord", "skype")):
        return False
    separator = match["sep"].strip().lower()
    looks_made_up = any(c.isdigit() or c in "_-" for c in name) or (not name.islower() and not name.istitle() and not name.isupper())
    if cue == "x" or (cue in ("q", "微") and not separator):
        return False
    if separator in (":", "：", "=", "→", ">", "👉") or (
        match["kind"] and match["kind"].strip().lower() in ("id", "username", "handle", "号", "號", "账号", "帳號", "群号", "群號", "号码")
    ):
        return looks_made_up or (separator != "" and not lower.endswith(("ing", "tion")) and len(name) > 4)
    if separator in ("is", "-", "—", "~"):
        return looks_made_up
    adding = _ADDING.search(text[max(0, start - 16) : start]) is not None
    if cue in _STRICT:
        return looks_made_up and adding
    return looks_made_up and (adding or not cue.isascii() or platform == "qq")


def _platform_near(text: str, start: int, end: int) -> str:
    """The platform a bare ``@name`` is on, where a word for one stands close by in the same sentence; "" otherwise."""
    before = re.split(r"[.!?。！？\n]", text[max(0, start - _PLATFORM_NEAR) : start])[-1].casefold()
    after = re.split(r"[.!?。！？\n,，]", text[end : end + _PLATFORM_NEAR])[0].casefold()
    best = (0, "")
    for word, platform in _CUES.items():
        if len(word) < 2 and word not in ("薇", "赖", "賴"):
            continue
        if (at := before.rfind(word)) >= 0 and _whole(before, at, word):
            best = max(best, (100 + at, platform))
        elif best[0] < 100 and (at := after.find(word)) >= 0 and _whole(after, at, word):
            best = max(best, (50 - at, platform))
    return best[1]


def _whole(text: str, at: int, word: str) -> bool:
    if not word.isascii():
        return True
    before, after = text[at - 1 : at] if at else "", text[at + len(word) : at + len(word) + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())
