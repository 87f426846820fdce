"""Finding accounts in a text: a name that a word for a platform announces ("加飞机 kefu_88", "Telegram: @name"), and every ``@name``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.automaton import Automaton
from verifier.contacts.handle import PLATFORMS, make_handle
from verifier.contacts.model import Handle
from verifier.contacts.undoing import Undone
from verifier.data import table

_TABLE = table("contact_words")
_COMMON = frozenset(_TABLE["common_words"].split())
_STRICT = frozenset(_TABLE["strict"].split())
_AT_NAME = re.compile(r"(?<![A-Za-z0-9_@./+\-])@([A-Za-z0-9_][A-Za-z0-9_.]{1,31}[A-Za-z0-9_])(?![A-Za-z0-9_@])")


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


def find_accounts(text: str, undone: Undone) -> Iterator[tuple[Handle, int, int]]:
    """Accounts with their places; those named without a platform have none."""
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
    for at, _, cue in _CUE_WORDS.find(before):
        if _tells_platform(cue) and _whole(before, at, cue):
            best = max(best, (100 + at, _CUES[cue]))
    if not best[0]:
        for at, _, cue in _CUE_WORDS.find(after):
            if _tells_platform(cue) and _whole(after, at, cue):
                best = max(best, (50 - at, _CUES[cue]))
    return best[1]


def _tells_platform(cue: str) -> bool:
    return len(cue) > 1 or cue in "薇赖賴"


def _whole(text: str, at: int, word: str) -> bool:
    if not word.isascii():
        return True
    before, after = text[at - 1 : at] if at else "", text[at + len(word) : at + len(word) + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())
