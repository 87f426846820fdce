"""The word lists of BIP-39: where a written word stands in them, and whether words are a recovery phrase by their own checksum."""

from __future__ import annotations

import hashlib
import itertools
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from verifier.data import raw, table
from verifier.lookalikes.confusables import plain_letters

SIZES = (12, 15, 18, 21, 24)
"""How many words a recovery phrase has (BIP-39)."""
MASKS = {size: (1 << 11 * size) - 1 for size in SIZES}
"""By size: what of a number made of words, eleven bits each, the last so many are."""
LONGEST_WORD = 32
"""In code points, decomposed: longer letter runs are no word of any list."""
_PREFIX = 4
_DISTINCT = 0.75
"""The share of different words in a phrase: of words drawn from 2 048, fewer differ once in 100 000 times; in prose and code, often."""
_LATIN_MARKS = dict.fromkeys(range(0x300, 0x370))

Places = tuple[tuple[int, int], ...]
"""The lists a word is in, by number, each with its place there."""


@cache
def _plain_char(char: str) -> str:
    return unicodedata.normalize("NFKD", char).translate(_LATIN_MARKS)


def word_key(word: str) -> str:
    """A word in lower case as it is compared: decomposed, Latin accents dropped (BIP-39 lists do not differ by them alone)."""
    return word if word.isascii() else "".join(map(_plain_char, word))


@cache
def list_words() -> dict[str, Places]:
    """Every word of the ten lists, and every first four letters that stand for one word of a Latin list alone."""
    found: dict[str, dict[int, int]] = {}
    for number, language in enumerate(table("bip39")["languages"]):
        keys = [word_key(word) for word in raw(f"bip39/{language}.txt").decode("utf-8").split()]
        for place, key in enumerate(keys):
            found.setdefault(key, {})[number] = place
        starts: dict[str, list[int]] = {}
        for place, key in enumerate(keys):
            if key.isascii() and len(key) > _PREFIX:
                starts.setdefault(key[:_PREFIX], []).append(place)
        for start, places in starts.items():
            if len(places) == 1:
                found.setdefault(start, {}).setdefault(number, places[0])
    return {key: tuple(places.items()) for key, places in found.items()}


def places_of(word: str) -> Places | None:
    """Where a word in lower case is in the lists; one of Latin letters with look-alikes of other scripts is the one it shows."""
    if word.isascii():
        return list_words().get(word)
    if len(word) > LONGEST_WORD:
        return None
    found = list_words().get(word_key(word))
    return list_words().get(plain_letters(word)) if found is None and any(map(str.isascii, word)) else found


@cache
def _known() -> frozenset[bytes]:
    """Entropies that everybody knows."""
    vectors = table("known_secrets")
    entropies = {bytes.fromhex(entropy) for entropy in vectors["entropies"]}
    for phrase in vectors["phrases"]:
        value = joined([dict(list_words()[word])[0] for word in phrase.split()])
        entropies.add((value >> 4).to_bytes(16, "big"))
    return frozenset(entropies)


def joined(places: Iterable[int]) -> int:
    """Words by their places in a list, as one number, eleven bits each."""
    value = 0
    for place in places:
        value = value << 11 | place
    return value


def judge(value: int, size: int) -> bool | None:
    """Whether ``size`` words, eleven bits each, are a phrase to keep secret.

    None for a published one: a test vector, one word over and over, an excerpt of the list itself.
    """
    check = size // 3
    entropy = (value >> check).to_bytes(4 * check, "big")
    if hashlib.sha256(entropy).digest()[0] >> (8 - check) != value & ((1 << check) - 1):
        return False
    places = [value >> 11 * i & 2047 for i in range(size)]
    if (
        entropy in _known()
        or len(set(entropy)) == 1
        or len(set(places)) == 1
        or all(abs(a - b) == 1 for a, b in itertools.pairwise(places))
    ):
        return None
    return len(set(places)) >= _DISTINCT * size


def is_phrase(places: Sequence[int]) -> bool:
    """Whether words, by their places in one list, are a phrase to keep secret."""
    return len(places) in SIZES and judge(joined(places), len(places)) is True


def are_phrase(words: Sequence[dict[int, int]]) -> bool:
    """Whether words, each by its places in the lists, are a phrase to keep secret in one of them."""
    return bool(words) and any(all(number in word for word in words) and is_phrase([word[number] for word in words]) for number in words[0])
