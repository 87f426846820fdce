"""How a text is worded, as one figure: the probability that a text worded so, with these signs in it, is a fraud.

Word tables name what fraud asks for; nobody can list every way to put it. What they leave open is weighed here: each short
piece of writing (`pieces_of`) and each sign carries a weight, fitted on the project's own labelled texts
(``python -m benchmarks.fit``), and their sum is a logistic model. Signs are the concepts and facts of `verifier.messages.signs`,
and ``rule:ID`` for what the rules have found. That there is a contact counts for nothing here: contacts are judged by themselves.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from verifier.automaton import Automaton
from verifier.data import table

SHORTEST, LONGEST = 2, 5
"""Length of a piece, in characters of the matching form."""
PROBABLE = 0.8
"""From here on a text's wording is a reason by itself."""
DOUBTFUL = 0.35
"""Below, soft findings about what a text says (`verifier.rules.fraud_wording`) do not decide."""
LEAST = 24
"""How much a text must say for its wording to be a reason, in characters (those of Chinese, Japanese and Korean count twice)."""
WINDOW, WINDOWS = 1_000, 3
"""A long text is weighed by windows of so many characters, so many from its start: what surrounds a passage does not drown it."""

_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"\s+")
_CONTACT = re.compile(
    r"\]\([^)\s]{1,300}\)|(?:https?:|www\.)[^\s\u4e00-\u9fff]{1,300}|[\w.+-]{1,64}@[\w.-]{1,100}|@\w{1,40}"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}(?![\w.-])(?:/[^\s\u4e00-\u9fff]{0,200})?"
)


class Weights:
    """Fitted weights, in natural logarithms of odds, of a table in which they are hundredths and pieces are listed by weight.

    The weights of pieces are divided by the root of how many of them a text holds, so that length alone weighs nothing.
    """

    def __init__(self, listed: Mapping[str, Any]) -> None:
        self.base: float = listed["base"]
        self.signs: dict[str, float] = {sign: weight / 100 for sign, weight in listed["signs"].items()}
        self._pieces = Automaton({piece: (piece, int(weight) / 100) for weight, pieces in listed["pieces"].items() for piece in pieces})

    def of(self, text: str) -> float:
        """What the wording of a text in matching form weighs. Linear."""
        found = dict(piece for _, (_, piece) in self._pieces.ends(written(text)))
        return sum(found.values()) / math.sqrt(len(found)) if found else 0.0


@cache
def fitted() -> Weights:
    """The weights as fitted (``verifier/data/wording.json``)."""
    return Weights(table("wording"))


def written(text: str) -> str:
    """A text in matching form without what is particular to it: no contacts, and figures by their shape only.

    >>> written("call 0800-555 now: https://a.example/x")
    ' call 0000-000 now: '
    """
    bare = _CONTACT.sub(" ", text)
    return f" {_SPACES.sub(' ', _DIGITS.sub(lambda m: '0' * min(len(m[0]), 4), bare)).strip()} "


def pieces_of(text: str) -> set[str]:
    """All pieces of a text as `written`.

    >>> sorted(pieces_of(" ok "))
    [' o', ' ok', ' ok ', 'k ', 'ok', 'ok ']
    """
    return {text[at : at + size] for size in range(SHORTEST, LONGEST + 1) for at in range(len(text) - size + 1)}


def says_enough(text: str) -> bool:
    """Whether there is wording to judge: not a link or a number with a word or two."""
    bare = written(text[:WINDOW])
    return len(bare) + sum(char >= "\u2e80" for char in bare) >= LEAST


def probability(text: str, signs: Collection[str], weights: Weights | None = None) -> float:
    """The probability of fraud, 0 to 1, of a text in matching form with these signs in it: that of its likeliest window. Linear."""
    weights = weights or fitted()
    odds = weights.base + sum(weights.signs.get(sign, 0.0) for sign in signs)
    odds += max(weights.of(window) for window in _windows(text))
    return 1 / (1 + math.exp(-odds))


def _windows(text: str) -> Iterator[str]:
    yield text[:WINDOW]
    for start in range(WINDOW, min(len(text), WINDOW * WINDOWS), WINDOW):
        yield text[start : start + WINDOW]
