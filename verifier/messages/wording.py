"""How a text is worded, as one figure: the probability that a text worded so, with these signs in it, is a fraud.

Word tables name what fraud asks for; nobody can list every way to put it. What they leave open is weighed here. Each short piece
of writing (`pieces_of`), each phrase of up to three words (`phrases_of`), each sign and each two signs that stand together
(`together_of`) carries a weight, fitted on the project's own labelled texts (``python -m benchmarks.fit``), and their sum is a
logistic model. Signs are the concepts and facts of `verifier.messages.signs`. What rules find, whom a text names and that there is
a contact in it count for nothing here: rules, names and contacts are judged by themselves.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, combinations, pairwise, repeat
from typing import Any

from verifier.automaton import Numbered
from verifier.data import table

SHORTEST, LONGEST = 2, 5
"""Length of a piece, in characters of the matching form."""
PROBABLE, NEAR_CERTAIN = 0.7, 0.9
"""From here on a text's wording is a reason by itself; the higher one where nobody in it speaks to the reader."""
CONTRARY = 0.12
"""Below, what rules find a text to say (`verifier.rules.fraud_wording`) does not decide: it is worded as no fraud is."""
LEAST, ENOUGH = 24, 60
"""How much a text must say for its wording to be a reason, in characters (those of Chinese, Japanese and Korean count twice): where it
is nearly certain and somebody speaks to the reader, and everywhere else."""
WINDOW, WINDOWS = 1_000, 3
"""A long text is weighed by windows of so many characters, so many from its start: what surrounds a passage does not drown it."""
AROUND = 80
"""How much of what stands around a finding, in characters on either side, is weighed with it."""
NAME = "◆"
"""Stands for each character of a brand's name (`nameless`): whom a text names says nothing of how it is worded."""

_DIGITS = re.compile(r"\d+")
_FIGURES = re.compile(r"[+(]?\d[\d+.,:()/-]*")
_NAMES = re.compile(f"{NAME}+")
_WORDS = re.compile(r"[\w\u0300-\u036f\u0e31-\u0e4e]+|[^\w\s]")
"""Words with the marks that stand over and under their letters, and single marks of punctuation."""
_CONTACT = re.compile(
    r"\]\([^)\s]{1,300}\)|(?:https?:|www\.)[^\s\u4e00-\u9fff]{1,300}|[\w.+-]{1,64}@[\w.-]{1,100}|@\w{1,40}"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}(?![\w.-])(?:/[^\s\u4e00-\u9fff]{0,200})?"
)
_OF_CONTACT = re.compile(r"\]\(|https?:|www\.|@[\w.-]|\.[a-z]{2}")
"""What stands in every contact: asked first, since most texts hold none of it."""


class Weights:
    """Fitted weights, in natural logarithms of odds, of a table in which they are hundredths and what they belong to is listed by weight.

    The weights of pieces, phrases and pairs are divided each by the root of how many of them a text holds, so that length alone
    weighs nothing.
    """

    def __init__(self, listed: Mapping[str, Any]) -> None:
        self.base: float = listed["base"]
        self.signs = dict(by_name(listed["signs"]))
        pieces = dict(by_name(listed["pieces"]))
        self._pieces, self._of_piece = Numbered(pieces), array("i", pieces.values())
        self._phrases = dict(by_name(listed["phrases"]))
        self._together: dict[str, dict[str, int]] = defaultdict(dict)
        for pair, weight in by_name(listed["together"]):
            one, other = pair.split("+")
            self._together[one][other] = weight
        self._paired = frozenset(self._together).union(*self._together.values())

    def of(self, text: str) -> float:
        """What the wording of a text in matching form weighs. Linear."""
        form = written(text)
        pieces, phrases = self._of_piece, self._phrases
        return _evened([pieces[number] for number in self._pieces.within(form)]) + _evened(
            [phrases[phrase] for phrase in phrases_of(form) if phrase in phrases]
        )

    def of_signs(self, signs: Collection[str]) -> float:
        """What signs weigh, each by itself and each two together."""
        paired = sorted(self._paired.intersection(signs))  # as they are in the names of pairs
        pairs: list[int] = []
        for at, sign in enumerate(paired):
            if with_it := self._together.get(sign):
                pairs += [weight for other in paired[at + 1 :] if (weight := with_it.get(other)) is not None]
        return sum([self.signs[sign] for sign in set(signs) if sign in self.signs]) / 100 + _evened(pairs)


def by_name(listed: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, int]]:
    """What is listed by its weight in a table, each with its weight."""
    return chain.from_iterable(zip(names, repeat(int(weight))) for weight, names in listed.items())


def _evened(weights: Collection[int]) -> float:
    return sum(weights) / (100 * math.sqrt(len(weights))) if weights else 0.0


@cache
def fitted() -> Weights:
    """The weights as fitted (``verifier/data/wording.json``)."""
    return Weights(table("wording"))


def nameless(text: str, names: Iterable[tuple[int, int]]) -> str:
    """A text in matching form with the names at these places, which are in order, made unreadable. Places stay what they are.

    >>> nameless("ledger or trezor?", [(0, 6), (10, 16)])
    '◆◆◆◆◆◆ or ◆◆◆◆◆◆?'
    """
    parts: list[str] = []
    reach = 0
    for start, end in names:
        parts += text[reach:start], NAME * (end - max(start, reach))
        reach = max(end, reach)
    return "".join([*parts, text[reach:]])


def written(text: str) -> str:
    """A text in matching form without what is particular to it: no contacts, and figures and names by their shape only.

    >>> written("call 0800-555 now: https://a.example/x")
    ' call 0000-000 now: '
    """
    if _OF_CONTACT.search(text):
        text = _CONTACT.sub(" ", text)
    if NAME in text:
        text = _NAMES.sub(NAME, text)
    return f" {' '.join(_DIGITS.sub(lambda m: '0' * min(len(m[0]), 4), text).split())} "


def pieces_of(text: str) -> set[str]:
    """All pieces of a text as `written`.

    >>> sorted(pieces_of(" ok "))
    [' o', ' ok', ' ok ', 'k ', 'ok', 'ok ']
    """
    return {text[at : at + size] for size in range(SHORTEST, LONGEST + 1) for at in range(len(text) - size + 1)}


def phrases_of(text: str) -> set[str]:
    """All phrases of a text as `written`: one, two or three words, or two with any other between them; a mark is a word.

    >>> sorted(phrases_of(" read it, "))
    [',', 'it', 'it ,', 'read', 'read _ ,', 'read it', 'read it ,']
    """
    words: list[str] = _WORDS.findall(text)
    second, third = words[1:], words[2:]
    of_three = map(" ".join, zip(words, second, third, strict=False))
    return {*words, *map(" ".join, pairwise(words)), *of_three, *map(" _ ".join, zip(words, third, strict=False))}


def together_of(signs: Iterable[str]) -> set[str]:
    """Each two of these signs, as one name.

    >>> sorted(together_of({"tome", "give"}))
    ['give+tome']
    """
    return {f"{one}+{other}" for one, other in combinations(sorted(signs), 2)}


def says(text: str) -> int:
    """How much wording there is to judge, in characters other than figures; links and numbers beside a word or two say little.

    >>> says("see https://a.example/x"), says("+1 415 234 5678, +1 415 345 6789") < says("call me now")
    (5, True)
    """
    bare = f" {' '.join(_FIGURES.sub('', written(text[:WINDOW])).split())} "
    return len(bare) + sum(char >= "\u2e80" for char in bare)


def probability(text: str, signs: Collection[str], weights: Weights | None = None) -> float:
    """The probability of fraud, 0 to 1, of a text in matching form with these signs in it: that of its likeliest window. Linear."""
    weights = weights or fitted()
    odds = weights.base + weights.of_signs(signs) + max(weights.of(window) for window in windows(text))
    return probable(odds)


def probable(odds: float) -> float:
    """The probability that natural log odds stand for."""
    return 1 / (1 + math.exp(-odds))


def windows(text: str) -> Iterator[str]:
    """The stretches of a text that are weighed by themselves."""
    yield text[:WINDOW]
    for start in range(WINDOW, min(len(text), WINDOW * WINDOWS), WINDOW):
        yield text[start : start + WINDOW]
