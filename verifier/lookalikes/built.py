"""What a brand's key is built of: worked out when the key is first met, so that no check works it out again."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from string import ascii_lowercase

import msgspec

from verifier.lookalikes.words import COMMON, TRADE, is_a_word

SHORT_PART = 4
"""Parts of a compound up to this length make another name when they are exchanged."""
LONG_PART = 5
"""A compound's last word has at least so many letters."""


_DICTIONARY = sorted(COMMON)


class Built(msgspec.Struct, frozen=True):
    """The places at which a key can be cut."""

    seams: tuple[int, ...]
    """Where a dictionary word begins that is the key's rest (`seams_of`)."""
    compounds: tuple[tuple[int, int], ...]
    """Beginning and end of a short part with nothing or a word before it, and nothing or a long word behind: ``ton`` in ``mytonwallet``."""
    own: tuple[int, ...]
    """Where a word of the trade begins that ends the key, with three letters or more before it that are none."""
    read_on: frozenset[str]
    """How dictionary words go on behind the key that begin inside it with nothing but words before: the next two letters, or the last
    one (``rc`` behind ``opensea``, as in ``open-search``)."""


@cache
def built_of(key: str) -> Built:
    """The places at which a brand's key can be cut. Kept for every key: there are as many as brands have names.

    >>> built_of("mytonwallet")
    Built(seams=(5, 8), compounds=((0, 5), (2, 5)), own=(5,), read_on=frozenset())
    """
    size = len(key)
    compounds = []
    for end in range(2, size + 1):
        last = key[end:]
        if not last or (len(last) >= LONG_PART and is_a_word(last)):
            for start in range(max(0, end - LONG_PART), end - 1):
                if (start or last) and _leads_a_compound(key[:start], key[start:end]):
                    compounds.append((start, end))
    own = [at for at in range(3, size - LONG_PART + 1) if key[at:] in TRADE and key[:at] not in TRADE]
    return Built(seams_of(key), tuple(compounds), tuple(own), _read_on(key))


def _read_on(key: str) -> frozenset[str]:
    cuts = [0]
    found: set[str] = set()
    for at in range(3, len(key)):
        if any(is_a_word(key[start:at]) for start in cuts if at - start > 2):
            cuts.append(at)
            size = len(key) - at
            if size > 1:
                found.update([word[size : size + 2] for word in _beginning(key[at:])])
            else:
                found.update(ascii_lowercase)  # hardly anything follows one letter that no word goes on with
    return frozenset(found - {""})


def _beginning(text: str) -> list[str]:
    """The dictionary words that begin so."""
    first = bisect_left(_DICTIONARY, text)
    return _DICTIONARY[first : bisect_left(_DICTIONARY, text + "{", first)]  # the sign behind z


def seams_of(text: str) -> tuple[int, ...]:
    """The places in a text, not too near to its ends, where a dictionary word begins that is the text's rest.

    >>> seams_of("coinbase")
    (4,)
    """
    return tuple([at for at in range(2, len(text) - 2) if text[at:] in COMMON])


def _leads_a_compound(first: str, part: str) -> bool:
    return not first or (len(part) <= SHORT_PART and (first == "my" or (len(first) >= SHORT_PART and is_a_word(first))))
