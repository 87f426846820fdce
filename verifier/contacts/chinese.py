"""Chinese variants: the only importer of opencc.

Conversion is done character by character, so that every offset stays valid; the phrase tables of OpenCC, which change
lengths, are for display and not for matching.
"""

from __future__ import annotations

import re
from functools import cache

import opencc

_CONVERTER = opencc.OpenCC("t2s")
_SAME_IN_USE = {
    "帐": "账",
    "妳": "你",
    "注": "注",
    "祂": "他",
    "牠": "它",
    "甚": "什",
    "裏": "里",
    "着": "着",
    "週": "周",
    "佈": "布",
    "衹": "只",
}
"""Pairs that writers use for the same word though neither is the other's simplified form (帐号/账号, 妳/你)."""


@cache
def _table() -> dict[int, str]:
    blocks = "".join(map(chr, (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0xF900, 0xFB00))))
    simple = _CONVERTER.convert("\n".join(blocks)).split("\n")
    found = {ord(a): b for a, b in zip(blocks, simple, strict=True) if a != b and len(b) == 1}
    found.update({ord(a): b for a, b in _SAME_IN_USE.items()})
    for char, plain in list(found.items()):
        found[char] = _SAME_IN_USE.get(plain, plain)
    return found


@cache
def _changing() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _table()))}]")


def simplified(text: str) -> str:
    """``text`` with each traditional character in its simplified form; the length never changes.

    >>> simplified("錢包註記詞")
    '钱包注记词'
    """
    return text.translate(_table()) if _changing().search(text) else text
