"""What is said of an act in languages whose verbs close the sentence (Japanese, Korean): denial, hearsay and the past follow it.

"教えないでください", "보내 달라고 하면": the act comes first, and what is meant by it after it, in endings. A denial reaches
back over the clause it closes, and over clauses before it that are joined to it by an ending that lists ("… たり、… しないで",
"…거나 …지 마세요"); it does not reach back over an ending that has finished the act ("送ってください。", "보내 주셔야").
"""

from __future__ import annotations

import re

from verifier.messages.lexicon import Hit
from verifier.messages.reading import Reading

VERB_FINAL = frozenset({"ja", "ko"})
"""Languages read this way."""
_OWN_OFFER = re.compile(
    "[りえせし]?(?:(?:い?たし|致し|し|させていただき|差し上げ)ます|ますので|ますね)|(?:해|어|려)? ?(?:드립니다|드릴게요|드리겠|드려요|드렸|줄게|줄께)"
)
"""An ending, in matching form, by which the speaker says that he gives it himself."""
_APP = re.compile("アプリ|サイト|端末|デバイス|앱|기기|사이트")
_JUST_BEFORE = 3
"""How near a denial stands that comes before its verb (안 보내): in characters."""
_LIST_END = 6
"""Where an ending that lists stands before the end of its clause."""
_HEARSAY = {"ja": 34, "ko": 60}
"""How far what was said stands from who is said to have said it, in characters."""
_ATTRIBUTE = 6
"""How far from what they want stand the page or the people of whom it is said, in characters."""
_LEADS_TO = frozenset({"remote", "screen", "app"})
"""What is no act by itself but is told to lead to a loss."""
_TOLD_OF_ACT = 7
"""How near an act stands the ending that puts it into the past."""


def is_verb_final(reading: Reading) -> bool:
    """Whether a text's language closes its sentences with the verb."""
    return reading.language in VERB_FINAL


def is_denied(reading: Reading, act: Hit, last: int, high: int) -> bool:
    """Whether the act is denied by what follows it, and no exception takes the denial back; "if you do not" denies nothing."""
    neg = reading.last("neg", max(0, act.start - _JUST_BEFORE), act.start) or _denial_after(reading, act, high)
    if neg is None:
        return False
    exception = reading.last("except", reading.sentence(act.start)[0], max(neg.start, act.start)) or reading.first("except", neg.end, high)
    if exception:
        agent = reading.last("exceptagent", max(0, exception.start - 12), exception.end)
        if agent and not _APP.search(reading.plain.text[agent.start : exception.start + 4]):
            return False
    condition = reading.first("cond", neg.start, max(neg.end, act.end) + 12) or reading.last("cond", neg.start - 6, neg.end + 2)
    if condition is None:
        return not _is_undone(reading, neg)
    return reading.between("unharmed", max(condition.end, neg.end), high)


def _denial_after(reading: Reading, act: Hit, high: int) -> Hit | None:
    end = reading.clause(act.end - 1)[1]
    while end < high and reading.between("also", max(act.end, end - _LIST_END), end):
        end = reading.clause(end)[1]
    neg = reading.first("neg", act.end, end)
    if neg is None:
        return None
    closing = reading.first("closes", act.end, end)
    return None if closing and closing.start < neg.start else neg


def _is_undone(reading: Reading, neg: Hit) -> bool:
    """A denial that is denied itself: 送らなければなりません, 않을 수 없습니다."""
    return reading.between("notnot", neg.start - 2, neg.end + 12)


def is_hearsay(reading: Reading, act: Hit, obj: Hit | None, low: int, high: int) -> bool:
    """Whether what follows the act says that somebody asks, lures or makes people do it; the speaker's own asking is none.

    What is asked for in an attribute ("a page that wants your phrase: report it") is not what the act is done to.
    """
    if obj and obj.end < act.start and (wanted := reading.first("askto", obj.end - 1, act.start)):
        named = any(reading.between(c, wanted.start, wanted.end + _ATTRIBUTE) for c in ("here", "third"))
        return named or not reading.between("tome", wanted.end, act.end)
    asked = reading.first("askto", act.end - 1, min(high, act.end + _HEARSAY[reading.language]))
    asked = asked or reading.first("induce", act.end, min(high, act.end + 12))
    if asked is None:
        return False
    agent = reading.last("agent", low, act.start)
    own = agent is not None and "own" in agent.concepts
    return not own or reading.between("third", low, act.start)


def is_past(reading: Reading, act: Hit, obj: Hit | None, high: int) -> bool:
    """Whether an act done to an object is told as done or is the speaker's own, or what it leads to is told as a loss."""
    if reading.between("mereport", act.start, high) and not reading.between("polite", act.end, high):
        return True
    if obj is None and _LEADS_TO.isdisjoint(act.concepts):
        return False
    if obj and _OWN_OFFER.match(reading.plain.text, act.end) and not reading.between("polite", act.start, act.end + _TOLD_OF_ACT):
        return True
    if obj and reading.between("past", act.end - 1, min(high, act.end + _TOLD_OF_ACT)):
        return True
    lost = reading.first("loss", act.end, high)
    return lost is not None and not reading.between("polite", act.end, high)
