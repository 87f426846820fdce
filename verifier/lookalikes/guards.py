"""When a host only *looks* as if it imitated somebody: each case a named predicate, in the manner of Chromium's lookalikes.

All take the text and the place of the supposed name in it, and answer whether the resemblance is to be dropped.
"""

from __future__ import annotations

from verifier.lookalikes.built import built_of, seams_of
from verifier.lookalikes.near import distance, slip
from verifier.lookalikes.search import Occurrence
from verifier.lookalikes.words import COMMON, TRADE, as_words, everyday_words_in, is_a_word, read_words
from verifier.lookalikes.written import Written

INFLECTIONS = frozenset({"s", "es", "d", "ed", "er", "ers", "or", "ors", "ion", "ions", "ing", "ings", "y"})
"""Endings that make another form of the same word (``connect``, ``connection``), not another word."""
SPAN = 8
"""How many letters before and after a name are tried for a longer word around it."""


def is_inside_word(text: Written, found: Occurrence) -> bool:
    """The name is a piece of a longer dictionary word: ``revolut`` in ``gamerevolution``, ``gate`` in ``investigate``."""
    if found.how == "exact" and not found.name.inside_words:
        return False
    start, end, compact = found.start, found.end, text.compact
    token_start, token_end = text.token_around(start, end)
    least = max(token_start, start - SPAN)
    plural = end + 1 if compact[end : end + 1] == "s" else 0
    for first, last in everyday_words_in(compact[least : min(token_end, end + SPAN)]):
        first, last = first + least, last + least
        if first <= start and last >= end and last - first > end - start + (last == plural):
            return True
    return False


def reads_otherwise(text: Written, found: Occurrence) -> bool:
    """The name's letters belong to other words, whose seams lie elsewhere: open-search, not opensea and ``rch``."""
    start, end = found.start, found.end
    token_start, token_end = text.token_around(start, end)
    if found.how not in ("exact", "characters") or token_end - token_start > 24 or text.compact[end:token_end] == "s":
        return False
    if end - start > 4 and start > token_start and _lies_over_a_seam(text.compact, max(token_start, start - SPAN), found):
        return True
    if start == token_start and found.how == "exact" and not _may_read_on(text.compact, found):
        return False
    at = token_start
    for word in as_words(text.compact[token_start:token_end]) or ():
        last = at + len(word)
        if at < start < last < end and len(word) > 4 and (word in COMMON or word in TRADE):
            return True
        if start < at < end < last and text.compact[end:last] not in INFLECTIONS:
            return TRADE.get(word, "dress") == "dress" and len(word) > 4 and word in COMMON
        at = last
    return False


def _may_read_on(compact: str, found: Occurrence) -> bool:
    """Whether a word that begins inside a name may end behind it: a look before the token is read as words."""
    read_on = built_of(found.name.key).read_on
    return bool(read_on) and (compact[found.end : found.end + 2] in read_on or compact[found.end : found.end + 1] in read_on)


def _lies_over_a_seam(compact: str, least: int, found: Occurrence) -> bool:
    """A long word that begins before the name ends inside it, and the rest of the name is a word: ``headphone-key``, not onekey."""
    start = found.start
    for at in built_of(found.name.key).seams if found.how == "exact" else seams_of(compact[start : found.end]):
        seam = start + at
        if any(compact[begin:seam] in COMMON for begin in range(least, min(start, seam - 7))):
            return True
    return False


def reads_as_words(text: Written, found: Occurrence) -> bool:
    """What is taken for a typing error reads as words by itself: ``metabase``, ``metamap``, ``openset``, ``bitcoincloud``.

    Fingers slip into words only by chance, so doubled, swapped and added letters and changed vowels are not excused, nor is
    a dropped letter unless the words are long (``stargaze``, ``agentx``).
    """
    if found.how != "typo":
        return False
    seen = text.compact[found.start : found.end]
    kind = slip(seen, found.name.key) if found.errors == 1 else "several"
    if kind == "insert" and _hides_a_longer_word(seen, found.name.key):
        return True
    common = found.name.kind in ("ordinary", "famous")
    if common and kind == "insert" and found.name.key in seen:
        return True
    if kind in ("double", "swap", "vowel", "insert"):
        return kind == "vowel" and (common or len(seen) < 7) and as_words(seen) is not None
    if kind == "drop" and len(seen) == 6 and seen[:5] in COMMON and seen[:5] not in TRADE and not found.name.key.startswith(seen):
        return True
    for piece in (seen, text.compact[slice(*text.token_around(found.start, found.end))]):
        words = as_words(piece)
        if words is None:
            continue
        ordinary = any(TRADE.get(word, "dress") == "dress" for word in words)
        if kind == "drop":
            if ordinary and all(len(word) > 3 and word in COMMON for word in words):
                return True
        elif kind == "several":
            if ordinary and (min(map(len, words)) > 3 or max(map(len, words)) > 7):
                return True
        elif len(words) < 3 or piece != seen:
            return True
    return False


def _hides_a_longer_word(seen: str, meant: str) -> bool:
    """A letter before a word that the name does not hold: ``bfinance`` is finance, not ``binance``."""
    return len(seen) > 6 and seen[1:] not in meant and (seen[1:] in COMMON or seen[1:] in TRADE)


def is_another_compound(text: Written, found: Occurrence) -> bool:
    """The name is a short part and words, and all errors are in the short part: ``my-zen-wallet`` is no misspelt ``my-ton-wallet``.

    Letters put in or swapped stay errors, and so do dropped ones where the part has three letters or more.
    """
    if found.how != "typo":
        return False
    seen, meant = text.compact[found.start : found.end], found.name.key
    compounds = built_of(meant).compounds
    if not compounds:
        return False
    front, back = _common_ends(seen, meant)
    for start, end in compounds:
        behind = len(meant) - end
        if start <= front and behind <= back and _is_another(meant[start:end], seen[start : len(seen) - behind], not start, not behind):
            return True
    return False


def _is_another(part: str, other: str, leads: bool, ends: bool) -> bool:
    """Whether two parts are different names, and not one misspelt. An ending (``com``) with an error in it is none at all."""
    if part == "com" and ends:
        return True
    if len(part) < 3:
        return leads and 0 < len(other) <= len(part)
    if len(other) > len(part) or (len(other) < len(part) and not leads):
        return False
    return sorted(other) != sorted(part) and distance(part, other, 1) > 1


def _common_ends(seen: str, meant: str) -> tuple[int, int]:
    """How many letters two texts share at the beginning and, after that, at the end."""
    least = min(len(seen), len(meant))
    front = 0
    while front < least and seen[front] == meant[front]:
        front += 1
    back = 0
    while back < least and seen[-1 - back] == meant[-1 - back]:
        back += 1
    return front, back


def shares_only_a_word(text: Written, found: Occurrence) -> bool:
    """Most of the likeness is one common ending or beginning: ``nsinternational`` is no ``cncbinternational``."""
    if found.errors < 2:
        return False
    seen, meant = text.compact[found.start : found.end], found.name.key
    front, back = _common_ends(seen, meant)
    back = min(back, min(len(seen), len(meant)) - front)
    word = max(_word_at_start(seen[:front]), _word_at_end(seen[len(seen) - back :]))
    return word > 0 and found.errors * 2 >= len(meant) - word


def _word_at_start(piece: str) -> int:
    return next((size for size in range(len(piece), 4, -1) if is_a_word(piece[:size])), 0)


def _word_at_end(piece: str) -> int:
    return next((size for size in range(len(piece), 4, -1) if is_a_word(piece[-size:])), 0)


def cuts_word(text: Written, found: Occurrence) -> bool:
    """The name lies over the seam of two parts of which one is a longer word of its own: ``open-searchengine``, not open-sea."""
    start, end = found.start, found.end
    for first, last in text.tokens:
        if start < first < end < last:
            rest = text.compact[end:last]
            if rest != "s" and not read_words(rest, glued=True).is_trade and _word_from(text.compact, first, end, last):
                return True
        if first < start < last < end and any(text.compact[begin:last] in COMMON for begin in range(max(first, start - SPAN), start)):
            return True
    return False


def _word_from(compact: str, first: int, end: int, last: int) -> bool:
    return any(compact[first:stop] in COMMON for stop in range(end + 1, min(last, end + SPAN) + 1))


def is_chance(text: Written, found: Occurrence) -> bool:
    """A short name across the seam of two words or labels (``bo-okx``), in the middle of other letters."""
    start, end = found.start, found.end
    token_start, token_end = text.token_around(start, end)
    inside = any(start < s < end for s, _ in text.tokens)
    return inside and (start != token_start) + (end != token_end) > (len(found.name.key) > 6)


def is_block_explorer(text: Written, found: Occurrence) -> bool:
    """A chain's explorer or test network, with a name of its own: ``vethorscan.io``, ``testnet.hashkeyscan.io``.

    A name written right is only excused where it is glued to ``scan`` or a chain's.
    """
    if found.how == "exact" and (found.name.category not in ("infrastructure", "defi") or found.name.targeted):
        return text.compact.startswith("scan", found.end) and text.token_around(found.start, found.end)[1] == found.end + 4
    if found.name.key.endswith("scan") and found.how == "exact":
        return False
    for first, last in text.tokens:
        token = text.compact[first:last]
        if token in ("explorer", "blockscout", "testnet", "mainnet", "rpc") or (token.endswith("scan") and len(token) > 6):
            return True
    return False


FIRST_CHOICE = frozenset({"com", "org", "net", "io", "ai"})
"""Endings that a company takes for itself, or that somebody honest took before it."""


def is_namesake(found: Occurrence, whole_label: bool, tld: str, abused_tld: float) -> bool:
    """Only the name under another, decent ending, where the name is an alias, the brand a piece of infrastructure that many
    build upon, or the ending one that companies take for themselves: ``etherscan.kr``, ``coinspot.io``. Wallets are not
    excused under those: they are imitated there too."""
    name = found.name
    if not whole_label or found.how != "exact" or abused_tld == 1.0 or name.targeted:
        return False
    if name.category == "infrastructure" or not name.primary:
        return True
    return tld in FIRST_CHOICE and "wallet" not in name.category


def is_plainly_a_word(text: Written, found: Occurrence) -> bool:
    """A word, or one with an ``i`` or ``e`` before it as in ``ibank``, is taken for other letters only by a machine."""
    seen = text.compact[found.start : found.end]
    return found.how == "characters" and len(seen) > 4 and (seen in COMMON or (seen[0] in "ie" and is_a_word(seen[1:])))


def is_number(text: Written, found: Occurrence) -> bool:
    """The look-alike characters at the name's end are a plain number: ``base12`` is no ``basel2``."""
    seen = text.compact[found.start : found.end]
    return found.how == "characters" and seen[-2:].isdigit() and not found.name.key[-2:].isdigit()


def is_regional_bank(found: Occurrence, whole_label: bool, tld: str) -> bool:
    """A bank's plain name under a country's own domain: branches abroad have their own sites (``maybank.co.id``)."""
    return found.name.category == "bank" and whole_label and found.how == "exact" and len(tld) == 2


RESERVED = frozenset({"gov", "edu", "mil", "int", "gob", "gouv"})
"""Endings, and first parts of endings, under which only public bodies and schools get a name."""


def is_reserved_ending(public_suffix: str) -> bool:
    """Nobody registers a name there to deceive: ``pendletoncounty.gov``."""
    return public_suffix.split(".", 1)[0] in RESERVED or public_suffix.rsplit(".", 1)[-1] in RESERVED
