"""Requests: somebody asks the reader to hand over something (recovery words, a key, a code, a password).

A request is an act and its object in one breath: "send us your phrase", "your phrase: send it here", "把助记词发给客服".
Acts of telling (send, read out, show) are requests by themselves; acts of typing (enter, verify, import) are what every
wallet's own help says, and count only towards a place that is not the reader's own app.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from verifier.contacts.model import Span
from verifier.messages.lexicon import Hit
from verifier.messages.reading import Reading
from verifier.messages.stance import stance
from verifier.messages.verb_final import is_verb_final

_AGAIN = re.compile(
    "다시|再|重新|again|erneut|noch einmal|de nuevo|otra vez|nuevamente|de novo|outra vez|novamente|à nouveau|もう一度|повторно|lại lần"
)
"""Somebody waits for it himself: "the code does not come, send it again"."""
_ENDS = re.compile(r"\s*(?:[.?!]|$|please\b|asap\b|now\b)")
_STOPS = re.compile(r"[,。!?;\n]")
_ONLY_IF = re.compile(r"\bif\b|\bwhen\b|如果|若|要是|wenn |falls |\bsi |если |nếu |jika |もし|만약|หาก|ถ้า")
_GIVEN_TO_READER = re.compile("[^,。!?]{0,6}(?:给|供)(?:用户|您|你|他人|其他|使用者)")
"""After the object: it is the reader who is given it."""
_ONE_ACT = 14
"""How near two acts stand that are one: "send us the required words"."""
_PLACE = 40
"""How near stands the form or link to which a need leads where nobody is said to need it (Japanese, Korean), in characters."""
_POLITE = 8
"""How near its act stands what makes it a request, where an act is named before its object in Japanese or Korean."""
_REACH_LATIN, _REACH_HAN = 70, 36
"""How far an object may stand from its act, in characters, twice as far in a list; a Han character carries about a word's half."""


_CASUAL = frozenset({"vi", "id", "th"})
"""Languages that leave out what was named before: "difoto saja, nanti tim kami yang masukkan"."""
_CASUAL_REACH = 50
"""Within how many characters they say to whom instead."""
_RUNNING_IN = _CASUAL | {"es", "pt"}
"""Languages in which an act may run into its object: "ขอรหัส otp", "¿qué te pone en el SMS?"."""
_RUNS_IN = 12
"""How far before its object an act may begin that runs into it, in characters."""
_NEXT = 150
"""How far into the next sentence an act on what "it" stands for is looked for, in characters."""
_NOWHERE = 10
"""How near a denial stands that makes a place none: "on no web page"."""
_AT_ONCE = 12
"""Within how many characters an English act says to whom: "forward to me"."""
_CLITIC = 8
"""Where a pronoun stands before its verb: "merci de la lui envoyer"."""


class Asked(msgspec.Struct, frozen=True):
    """A request found: its act, its object, and whether it needs a place to go to that the text does not name."""

    act: Hit
    obj: Hit


def requests_for(reading: Reading, *objects: str, contacts: Iterable[Span] = (), typing: bool = True) -> Iterator[Asked]:
    """Requests for any of these concepts. ``contacts`` are the places of contacts that are not known to be the reader's own
    or official; ``typing`` also takes "enter it there" for a request."""
    places = tuple(contacts)
    for obj in reading.all(*objects)[:60]:
        for act, kind in _acts(reading, obj):
            if kind == "input" and not (_is_typed_to_somebody(reading, act, obj) or (typing and _leads_out(reading, act, obj, places))):
                continue
            if kind == "ask" and not _asked_by_speaker(reading, act, obj):
                continue
            if stance(reading, act, obj) == "request":
                yield Asked(act, obj)
                break


def _acts(reading: Reading, obj: Hit) -> Iterator[tuple[Hit, str]]:
    """The acts an object may belong to, the likeliest first."""
    low, high = reading.sentence(obj.start)
    han = reading.language[:2] in ("zh", "ja")
    closing = is_verb_final(reading)
    reach = _REACH_HAN if han and not closing else _REACH_LATIN
    is_list = reading.plain.text.find(":", max(0, obj.start - 2 * reach), obj.start) > 0
    from_here = max(low, obj.start - (2 * reach if is_list else reach))
    before = [(h, kind) for kind in ("give", "input", "keep", "ask") if (h := _act_before(reading, kind, from_here, obj))]
    before.sort(key=lambda pair: -pair[0].start)
    if before and han and _STOPS.search(reading.plain.text[before[0][0].end : obj.start]):
        before = []
    if before and closing and not reading.between("polite", before[0][0].start, min(obj.start, before[0][0].end + _POLITE)):
        before = []
    if before and _GIVEN_TO_READER.match(reading.plain.text[obj.end : obj.end + 14]):
        before = []
    if before and before[0][1] != "keep":
        yield before[0]
        if before[0][1] == "ask":
            yield from (pair for pair in before[1:2] if pair[1] != "keep" and before[0][0].start - pair[0].end < _ONE_ACT)
    for kind in ("give", "input", "refuse"):
        act = reading.first(kind, obj.end, min(high, obj.end + reach))
        hops = 0
        while act and hops < 3:
            if _refers_back(reading, act, obj):
                yield act, kind
            act = reading.first(kind, act.end, min(high, obj.end + reach))
            hops += 1
    if passive := reading.first("passive", obj.end, min(high, obj.end + 30)):
        yield passive, "input"
    if reading.language[:2] in ("zh", "ja", "ko") and (act := reading.first("ask", obj.end, min(high, obj.end + 14))):
        yield act, "ask"
    following = reading.sentence(high)[1] if high < len(reading.plain.text) else high
    act = reading.first("give", high, min(following, obj.end + _NEXT))
    again = act is not None and _AGAIN.search(reading.plain.text[obj.end : act.end + 8]) is not None
    if act and not again and _says_it(reading, act) and not reading.between("otherobj", obj.end, act.start):
        yield act, "give"
    typed = reading.first("input", high, min(following, obj.end + _NEXT))
    if typed and _says_it(reading, typed) and not reading.between("otherobj", obj.end, typed.start):
        yield typed, "give" if reading.between("tome", typed.end, typed.end + 50) else "input"
    later = reading.first("give", following, obj.end + 130)
    if (
        later
        and _says_it(reading, later)
        and reading.between("tome", later.start, later.end + 16)
        and not reading.between("otherobj", obj.end, later.start)
    ):
        yield later, "give"


def _is_typed_to_somebody(reading: Reading, act: Hit, obj: Hit) -> bool:
    """Whether it is typed into a chat, which is to tell it."""
    return reading.between("inchat", min(act.start, obj.start), max(act.end, obj.end) + 40)


def _act_before(reading: Reading, kind: str, low: int, obj: Hit) -> Hit | None:
    """The nearest act before an object; in some languages also one that runs into it, as "ขอรหัส" into "รหัส otp"."""
    if reading.language in _RUNNING_IN:
        into = reading.first(kind, max(low, obj.start - _RUNS_IN), obj.end)
        if into and into.start <= obj.start < into.end:
            return into
    return reading.last(kind, low, obj.start + 1)


def _refers_back(reading: Reading, act: Hit, obj: Hit) -> bool:
    """Whether an act after the object is done to the object: a pronoun in English, nearness elsewhere."""
    if reading.between("otherobj", obj.end, act.start):
        return False
    if reading.language == "en":
        to_me = reading.first("tome", act.end, act.end + _AT_ONCE)
        if to_me and not reading.plain.text[act.end : to_me.start].strip():
            return True
        return _says_it(reading, act) or ("tome" in act.concepts and _ENDS.match(reading.plain.text, act.end) is not None)
    if reading.language[:2] == "zh" and reading.clause(obj.start) != reading.clause(act.start):
        if reading.between("tome", act.start, act.end + 6):
            return True
        return reading.clause(act.start)[1] - act.end < 4 and not reading.between("keep", obj.start - 8, act.start)
    return True


def _says_it(reading: Reading, act: Hit) -> bool:
    if reading.language == "en":
        return reading.between("it", act.start, act.end + 14)
    if reading.language in _CASUAL:
        return reading.between("it", act.start, act.end + 16) or reading.between("tome", act.start, act.end + _CASUAL_REACH)
    if reading.plain.text[act.start : act.end].isascii():
        return reading.between("it", max(0, act.start - _CLITIC), act.end + 14)
    if reading.between("it", act.start, act.end + 6) or reading.between("tome", act.start, act.end + 10):
        return True
    if not is_verb_final(reading):
        return False
    return reading.between("polite", act.start, act.end + 10) or reading.between("it", act.start - 10, act.start)


def _leads_out(reading: Reading, act: Hit, obj: Hit, contacts: tuple[Span, ...]) -> bool:
    """Whether typing it leads out of the reader's own app: a link, a form, a chat, a bot."""
    low = min(reading.sentence(act.start)[0], reading.sentence(obj.start)[0])
    high = max(reading.sentence(act.start)[1], reading.sentence(obj.start)[1])
    start, end = reading.plain.span(low, min(high, len(reading.plain.text)))
    near = any(c.start < end + 80 and start - 80 < c.end for c in contacts)
    if reading.between("ownapp", max(0, low - 60), high) and not near:
        return False
    if is_verb_final(reading):
        return near or _is_wanted_there(reading, low, high)
    if near or any(reading.between(c, low, high) for c in ("link", "tome", "airdrop", "prize")):
        return True
    return any(low <= h.start < high and not reading.between("neg", h.start - _NOWHERE, h.start) for h in reading.all("here"))


def _is_wanted_there(reading: Reading, low: int, high: int) -> bool:
    """The same where politeness is an ending of the verb: "please" leads nowhere, a threat or a pretext does."""
    pressed = ("tome", "here", "link", "airdrop", "prize", "pretext", "threat", "urgent", "validate")
    return any(reading.between(c, low, high) for c in pressed)


def _asked_by_speaker(reading: Reading, act: Hit, obj: Hit) -> bool:
    """ "Our team needs your phrase": the one who needs it is the one who speaks."""
    clause_low, _ = reading.clause(min(act.start, obj.start))
    sentence_low = reading.sentence(min(act.start, obj.start))[0]
    if _ONLY_IF.search(reading.plain.text[sentence_low : act.start]) or reading.between("onlyif", sentence_low, act.start):
        return False
    agent = reading.last("agent", clause_low, act.end + 8)
    if agent is None:
        low, high = obj.start - _PLACE, act.end + _PLACE
        led = is_verb_final(reading) and not (reading.between("ownapp", low, high) or reading.between("ui", low, high))
        return led and any(reading.between(c, act.end, high) for c in ("here", "link", "contact"))
    return not reading.between("third", min(agent.end, act.start), act.start) and not reading.between("neg", clause_low, act.start)
