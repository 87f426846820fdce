"""What several questions about a passage ask: is it an order, is it for the speaker, does a list go on."""

from __future__ import annotations

import re

from verifier.messages import verb_final
from verifier.messages.reading import Reading

ORDER = re.compile(r"\b(?:please|kindly|pls|just|now|you must|you need to)\b|请|麻烦|务必|速")
"""What turns a verb into an order, in English and Chinese; other languages fill the concept "command"."""
LIST_OR = re.compile(
    r"\b(?:or|nor|and|o|u|y|ni|oder|und|ou|e|nem|hoặc|hay|và|lẫn|atau|ataupun|maupun|dan|serta|или)\b|或|以及|和|也|、|หรือ|และ|รวมถึง"
)
"""What joins the items of a list."""


def is_order(reading: Reading, low: int, high: int) -> bool:
    """Whether something in the range turns what follows into an order to the reader: "please", "you must"."""
    return ORDER.search(reading.plain.text, low, max(low, high)) is not None or reading.between("command", low, high)


def is_for_speaker(reading: Reading, low: int, high: int) -> bool:
    """Whether something is to be done for the speaker: "to us"; in Japanese and Korean a polite ending says as much."""
    return reading.between("tome", low, high) or (verb_final.is_verb_final(reading) and reading.between("polite", low, high))
