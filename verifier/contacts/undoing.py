"""Undoing what is done to addresses in a text: ``hxxp``, ``[.]``, `` dot ``, ``metamask . io``, ``name [at] host``, with every place kept.

Works on the folded text (`verifier.contacts.disguise`) and gives one in which the finders see plain addresses.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import msgspec

from verifier.data import table
from verifier.screening import Screen

_TLDS = "|".join(table("contact_words")["tlds"].split())
_AN = "A-Za-z0-9"
_SCHEME = r"(?<![A-Za-z])[hH](?:xx|XX|tt|TT|\*\*|__)[pP](?P<s>[sS]?)\s?(?:\[:\]|:)\s?/\s?/\s?"
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
    rf"|(?P<scheme>{_SCHEME})"
)
_SCHEMES = re.compile(_SCHEME)
_PLAIN_SCHEMES = frozenset({"http://", "https://"})
_SIGNS = Screen(
    [
        r"[\[({<]\s?(?:\.|dot|点|點|at|@|艾特)",
        rf"(?:\s(?:\.|dot|d0t)|[点點。｡])\s{{0,2}}(?:{_TLDS})",
        r"\.\s{1,2}(?:com|io|org|net|xyz|top|vip|app|pro|cc)",
        r"[❤♥♡★☆✨🌟💗💚➕]|\\[_~*&\-.]",
        r"[hH](?:xx|XX|tt|TT|\*\*|__)[pP][sS]?\s?(?:\[:\]|:)\s?/\s?/",
    ]
)
"""What a text without any of these has nothing to undo: asked first, since most texts are such."""
_ONLY_SCHEMES = [4]


class Undone(msgspec.Struct):
    """A text with plain addresses: the passages that were replaced, and what was undone where."""

    text: str
    starts: list[int]
    shifts: list[int]
    how: list[tuple[int, str]]

    def at(self, index: int) -> int:
        """The place in the folded text."""
        return index + self.shifts[bisect_right(self.starts, index) - 1]

    def disguises(self, start: int, end: int) -> tuple[str, ...]:
        """What was undone inside a passage."""
        low, high = bisect_left(self.how, (start, "")), bisect_left(self.how, (end, ""))
        return tuple(dict.fromkeys(name for _, name in self.how[low:high]))


def undo(text: str) -> Undone:
    """``text`` with its addresses written plainly. Linear.

    >>> undo("hxxps://metamask [.] io").text
    'https://metamask.io'
    """
    signs = _SIGNS.may_match(text)
    if not signs or (signs == _ONLY_SCHEMES and all(found[0] in _PLAIN_SCHEMES for found in _SCHEMES.finditer(text))):
        return Undone(text, [0], [0], [])
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
    return Undone("".join(out), starts, shifts, how)
