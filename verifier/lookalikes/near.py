"""Edit distance: the only importer of rapidfuzz.

Distances are optimal string alignment (Damerau-Levenshtein without editing twice at one place): a letter left out, put in,
exchanged, or two neighbours swapped count one each.
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

_distance = OSA.distance


def distance(a: str, b: str, most: int) -> int:
    """The distance of two short texts, or ``most + 1`` where it is larger.

    >>> distance("metmask", "metamask", 2), distance("metaamsk", "metamask", 2), distance("abc", "xyz", 1)
    (1, 1, 2)
    """
    return _distance(a, b, score_cutoff=most)


def deletions(word: str) -> set[str]:
    """The word and all words one letter shorter: two words within distance 1 share one of them (SymSpell)."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYBOARD = frozenset(
    pair
    for y, row in enumerate(_ROWS)
    for x, key in enumerate(row)
    for other in (row[x + 1 : x + 2], _ROWS[y + 1][max(0, x - 1) : x + 1] if y < 2 else "")
    for neighbour in other
    for pair in (key + neighbour, neighbour + key)
)
_VOWELS = frozenset("aeiouy")

Slip = str


def slip(seen: str, meant: str) -> Slip:
    """What kind of single error makes ``meant`` into ``seen`` (their distance is 1).

    ``swap`` of neighbours, ``double`` letter, ``drop``, ``insert``, ``vowel`` for another, ``near`` (a neighbouring
    key), ``exchange`` of any other letter, ``first`` where the first letter is another.

    >>> slip("metmask", "metamask"), slip("mettamask", "metamask"), slip("emtamask", "metamask"), slip("metamark", "metamask")
    ('drop', 'double', 'swap', 'exchange')
    """
    at = 0
    while at < len(seen) and at < len(meant) and seen[at] == meant[at]:
        at += 1
    if len(seen) > len(meant):
        letter = seen[at : at + 1]
        return "double" if letter in (meant[at - 1 : at], meant[at : at + 1]) else "insert"
    if len(seen) < len(meant):
        return "drop" if at else "first"
    if seen[at : at + 2] == meant[at : at + 2][::-1]:
        return "swap"
    if at == 0:
        return "first"
    if seen[at] in (seen[at - 1], seen[at + 1 : at + 2]):
        return "double"
    pair = seen[at] + meant[at]
    if pair[0] in _VOWELS and pair[1] in _VOWELS:
        return "vowel"
    return "near" if pair in _KEYBOARD else "exchange"
