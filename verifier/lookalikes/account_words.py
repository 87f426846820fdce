"""Account names taken apart: what stands in them beside a brand's name, and what they look like.

The words are data (``verifier/data/account_words.json``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from verifier.data import table
from verifier.lookalikes.confusables import plain_letters, skeleton

Way = Literal["letters", "letters-and-words", "slip", "slip-and-words", "separators", "help", "official", "lure", "digits", "neutral"]
"""How a name imitates another; ``help`` to ``neutral`` are also the classes of the words beside it."""

SHORTEST_SLIP_WITH_WORDS = 6
"""With a word of help beside it, a name of this length is enough to be looked for misspelt."""


def _words(key: str) -> frozenset[str]:
    return frozenset(table("account_words")[key])


HELP, OFFICIAL, LURE = _words("help"), _words("official"), _words("lure")
NEUTRAL = _words("neutral") | _words("region")
_CLASSES: dict[str, Way] = {
    **dict.fromkeys(NEUTRAL, "neutral"),
    **dict.fromkeys(LURE, "lure"),
    **dict.fromkeys(OFFICIAL, "official"),
    **dict.fromkeys(HELP, "help"),
}
_SAY_HELP = (
    "customer",
    "support",
    "suport",
    "help",
    "service",
    "assist",
    "recovery",
    "refund",
    "kefu",
    "客服",
    "服务",
    "服務",
    "助手",
    "soporte",
    "suporte",
)
"""Words of help that say it by themselves; the others (desk, unlock, security) are parts of honest names."""
LONGEST_WORD = max(map(len, _CLASSES))
SEPARATORS = re.compile(r"[._\-~·•\s]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])|(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])")  # fmt: skip
RANK: dict[Way, int] = {"neutral": 0, "digits": 1, "lure": 2, "official": 3, "help": 4}
"""Which class of words says most."""


def compact(name: str) -> str:
    """A name without the signs that separate its parts, in plain lower case.

    >>> compact("Token_Pocket.TP")
    'tokenpockettp'
    """
    return SEPARATORS.sub("", plain_letters(name))


@lru_cache(maxsize=8192)
def look(text: str) -> str:
    """What a name looks like in an app's typeface: the skeleton, with i and l the same, and digits for the letters they stand for."""
    return skeleton(text).translate(_LEET).replace("vv", "w")


_LEET = str.maketrans("i3457$", "leasts")


def only_words(name: str) -> str:
    """The word of help in a name that consists of words of help and other words we know alone; "" for any other name.

    >>> only_words("Customer_Support24"), only_words("TokenPocket_Help"), only_words("crypto_news")
    ('customer', '', '')
    """
    key = compact(name)
    read = read_words(key) if len(key) >= 5 or not key.isascii() else None
    if read is None or read[0] != "help":
        return ""
    return next((word for word in _SAY_HELP if word in key), "")


@lru_cache(maxsize=4096)
def read_words(text: str) -> tuple[Way, str] | None:
    """What a name's rest consists of: the strongest class of its words and that word; None where a part is no word we know."""
    if not text:
        return "neutral", ""
    if text.isdigit():
        return ("digits" if len(text) <= 4 else "neutral"), text
    if len(text) > 40:
        return None
    best: list[tuple[Way, str] | None] = [("neutral", ""), *[None] * len(text)]
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - LONGEST_WORD), end):
            before, word = best[start], text[start:end]
            kind: Way | None = "digits" if word.isdigit() and len(word) <= 4 else _CLASSES.get(word)
            if before is None or kind is None or (len(word) == 1 and not word.isdigit() and len(text) > 1):
                continue
            candidate = (kind, word) if RANK[kind] > RANK[before[0]] else before
            known = best[end]
            if known is None or RANK[candidate[0]] > RANK[known[0]]:
                best[end] = candidate
    return best[-1]


def help_beside(key: str, start: int, end: int) -> str:
    """The word of help that begins or ends right at a name; "" for none. Short ones are met by chance."""
    for size in range(LONGEST_WORD, 3, -1):
        if key[end : end + size] in HELP and len(key) >= end + size:
            return key[end : end + size]
        if start >= size and key[start - size : start] in HELP:
            return key[start - size : start]
    return ""


def trade_ends(key: str) -> Iterable[tuple[str, tuple[Way, str]]]:
    """The name without the words at its end or its beginning, where those are words of help or authority."""
    for cut in range(SHORTEST_SLIP_WITH_WORDS - 1, len(key) - 2):
        if (word := _CLASSES.get(key[cut:].rstrip("0123456789"))) in ("help", "official"):
            yield key[:cut], (word, key[cut:])
    for cut in range(3, len(key) - SHORTEST_SLIP_WITH_WORDS + 2):
        if (word := _CLASSES.get(key[:cut])) in ("help", "official"):
            yield key[cut:], (word, key[:cut])


def boundaries(name: str) -> frozenset[int]:
    """Where the parts of a name begin and end, counted in its compact form."""
    found = {0}
    at = 0
    for part in SEPARATORS.split(name):
        for piece in _HUMP.split(part):
            at += len(compact(piece))
            found.add(at)
    return frozenset(found)
