"""Claims: which brand a text speaks as, or whose contact it offers; and which brands it merely mentions.

A claim needs more than a name: the name in a role ("TP客服", "Coinbase support", "this is Ledger"), as a signature or in the
brackets with which services sign their texts, or beside words that offer a line to it. Whoever only talks about a brand
claims nothing, and a link in such a text is judged without a claim.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress, count

import msgspec

from verifier.automaton import Automaton
from verifier.contacts.chinese import simplified
from verifier.contacts.model import Email, Found, Handle, Message, Phone
from verifier.data import table
from verifier.messages.reading import Reading
from verifier.registry.index import Registry
from verifier.registry.names import Claim, Names


def _any(*names: str) -> str:
    words = [word for name in names for word in table("claim_words")[name]]
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)


_ROLE_AFTER = re.compile(rf"^\s{{0,2}}(?:'s )?(?:{_any('between')}|\s){{0,3}}(?:{_any('attributes')}|\s){{0,4}}(?:{_any('roles')})")
_ROLE_BEFORE = re.compile(rf"(?:\b(?:{_any('speaking')})|{_any('speaking joined')})\s{{0,2}}(?:{_any('articles')})?$")
_SAID_FALSELY = re.compile(rf"(?:{_any('falsely')})\s{{0,2}}(?:{_any('false articles')})?$")
_COURIER = re.compile(_any("courier"))
_BRACKETED = re.compile(r"[\[【(「『<]\s*$")
_BRACKET_CLOSES = re.compile(r"^\s*[\]】)」』>]")
_SIGNED = re.compile(r"(?:^|\n)\s*(?:-{1,3}|—|~|regards,?|sincerely,?|best,?|thanks,?)?\s*(?:the )?$")
_ENDS_LINE = re.compile(r"^\s*(?:team|support|security)?\s*[.!]?\s*(?:$|\n)")
_OPENS = re.compile(r"^\s{0,3}(?:alert|notice|security|warning|通知|提醒|公告|警告|温馨提示|安全提醒|重要通知|系统)?\s{0,2}[:\-]\s")
_ONLY_GAP = re.compile(r"[\s:@=>~\-]*(?:号|id|账号|帐号|号码|群|is|at|on)?[\s:@=>~\-]*")
_PARTING = frozenset("\n,;:!?。()[]【】/@")
"""What stands inside no name."""
_MOST_NAMES = 120


class _OfNames(dict[str, bool]):
    """Whether a character counts in a name: letters, digits, and two signs."""

    def __missing__(self, char: str) -> bool:
        self[char] = found = char.isalnum() or char in "#+"
        return found


_OF_NAMES = _OfNames()


class Named(msgspec.Struct, frozen=True):
    """A brand's name in a text (places of the matching text). ``role``: it is claimed there, not only mentioned."""

    start: int
    end: int
    brands: frozenset[str]
    certain: bool
    role: bool


@lru_cache(maxsize=4)
def _automaton(names: Names) -> Automaton[tuple[frozenset[str], bool]]:
    words: dict[str, tuple[frozenset[str], bool]] = {}
    for key, ids in names.all_doubtful().items():
        words[simplified(key)] = (ids, False)
    for key, ids in names.all_certain().items():
        if len(key) > 1 and not key.isdigit():
            words[simplified(key)] = (ids, True)
    return Automaton(words)


def names_in(reading: Reading, registry: Registry) -> tuple[Named, ...]:
    """Every brand name in the text, the longest at each place. Linear."""
    text = reading.plain.text
    of_names = list(map(_OF_NAMES.__getitem__, text))
    places, squeezed = list(compress(count(), of_names)), "".join(compress(text, of_names))
    found: list[tuple[int, int, frozenset[str], bool]] = []
    for start, end, (ids, certain) in _automaton(registry.names).find(squeezed):
        low, high = places[start], places[end - 1] + 1
        if _stands_alone(text, low, high):
            found.append((low, high, ids, certain))
    found.sort(key=lambda f: (f[0], -f[1], not f[3]))
    kept: list[Named] = []
    reach = -1
    for low, high, ids, certain in found:
        if high <= reach or len(kept) >= _MOST_NAMES:
            continue
        reach = high
        ordinary = all(registry.brands[id].ordinary_word for id in ids)  # "ledger", "phantom": a name only beside the trade's words
        if (ordinary or not certain) and not _trade_nearby(reading, low, high):
            continue
        if not _is_where(reading, registry, low, high, ids):
            kept.append(Named(low, high, ids, certain, _in_role(reading, low, high)))
    return tuple(kept)


def _stands_alone(text: str, low: int, high: int) -> bool:
    inside = text[low:high]
    if not _PARTING.isdisjoint(inside):
        return False
    if inside[0].isascii() and low and ((text[low - 1].isascii() and text[low - 1].isalnum()) or text[low - 1] in "@/._-"):
        return False
    if inside[-1].isascii():
        after = text[high : high + 2]
        if (after[:1].isascii() and after[:1].isalnum()) or after[:1] in "_@/" or (after[:1] in ".-" and after[1:].isalnum()):
            return False
    return True


def _is_where(reading: Reading, registry: Registry, low: int, high: int, ids: frozenset[str]) -> bool:
    """A platform's name that only says where an account is: "加微信 kefu_8888", "on Telegram: @name"."""
    if not all(id in registry.brands and registry.brands[id].category == "platform" for id in ids):
        return False
    beside = reading.first("contact", high, high + 24)
    return beside is not None and _ONLY_GAP.fullmatch(reading.plain.text[high : beside.start]) is not None


def _trade_nearby(reading: Reading, low: int, high: int) -> bool:
    return any(reading.between(c, max(0, low - 60), high + 60) for c in ("walletword", "support", "hotline", "seed", "key", "pretext"))


def _in_role(reading: Reading, low: int, high: int) -> bool:
    text = reading.plain.text
    before, after = text[max(0, low - 60) : low], text[high : high + 70]
    if _SAID_FALSELY.search(before):
        return False
    if _BRACKETED.search(before) and _BRACKET_CLOSES.search(after):
        opens = before.rstrip()[:-1].rstrip(" ")
        return not opens or opens.endswith("\n") or not text[high:].strip(" \n]】)」』>.。")
    if _ROLE_AFTER.search(after) or _ROLE_BEFORE.search(before):
        return True
    if not before.strip() and _OPENS.search(after):
        return True
    return bool(low > 40 and _SIGNED.search(before) and _ENDS_LINE.search(after))


def claim_in(message: Message, registry: Registry) -> Claim | None:
    """The brand a message speaks as, or whose contact it offers; None where it claims nothing. Several are ambiguous."""
    claimed = [n for n in message.named(registry) if n.role]
    ids = [n.brands for n in claimed]
    if not ids:
        return None
    known = {next(iter(b)) for b in ids if len(b) == 1}
    if len(known) == 1:
        return Claim("known", next(iter(known)))
    if known:
        return Claim("ambiguous", None, tuple(sorted(known)))
    common = frozenset.intersection(*ids) or frozenset.union(*ids)
    if len(common) == 1:
        return Claim("known", next(iter(common)))
    return Claim("ambiguous", None, tuple(sorted(common)))


def mentioned(message: Message, registry: Registry) -> tuple[str, ...]:
    """The brands a text names without doubt, in order."""
    return tuple(dict.fromkeys(next(iter(n.brands)) for n in message.named(registry) if len(n.brands) == 1))


def claim_for(found: Found, claim: Claim | None, message: Message, registry: Registry) -> Claim | None:
    """The claim as far as it speaks for one contact of the message.

    A number or an account counts as the brand's where the text offers it as a line to the brand (not the courier's mobile in
    a parcel notice); another brand's own contact keeps its owner when the text names that owner, or it is a platform's.
    """
    if claim is None or claim.brand is None:
        return claim
    match = registry.look_up(found.contact)
    if match is not None and match.brand.id != claim.brand:
        if match.brand.category in ("platform", "authority") or match.brand.id in mentioned(message, registry):
            return None
        return claim
    if match is not None or not isinstance(found.contact, Phone | Handle | Email):
        return claim
    reading = message.reading
    low, high = reading.plain.place(found.span)
    sentence_low, sentence_high = reading.sentence(low)
    near_low, near_high = max(0, min(sentence_low, low - 80)), max(min(sentence_high, high + 80), high + 30)
    text = reading.plain.text[near_low:near_high]
    if _COURIER.search(text):
        return None
    offered = any(
        reading.between(c, near_low, near_high) for c in ("support", "hotline", "contactme", "seed", "key", "password", "code", "give")
    )
    offered = offered or any(near_low <= n.start < near_high for n in message.named(registry))
    return claim if offered else None
