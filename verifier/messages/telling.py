"""Who is said to do it: somebody else than the speaker, in a warning, a report or a victim's account."""

from __future__ import annotations

import re

from verifier.messages.lexicon import Hit
from verifier.messages.reading import Reading
from verifier.messages.speech import LIST_OR, is_for_speaker, is_order

_DEFENDING = re.compile(
    r"(?:stop|block|revoke|remove|kick|lock out|protect|prevent|against|from|keep|catch|cancel|avoid|before|防止|阻止|避免|拦截|抵御|防|免受|阻断|以防|被)\W{0,3}(?:\w+\W+){0,3}$"
)
_ASKED_ME = re.compile(
    r"ask|told|tell|want|said|say|made|trick|convinc|让我|叫我|要我|问我|跟我要|向我要|要求我|催我|骗|pid|demand|réclam|exig|propos|dit |écri|bat|gebeten|gefragt|fragt|verlang|forder|will |wollte |soll|sagt|прос|сказал|bảo|yêu cầu|minta|"
    r"menyuruh|言われ|頼まれ|求められ|달라고|하라고|ขอให้|บอกให้"
)
_CROOK = re.compile(
    r"骗|诈|歹徒|黑客|不法|scam|fraud|thie|crim|hacker|attacker|estaf|delinc|golp|escroc|arnaq|betrüg|мошенн|злоумышл|kẻ|lừa|penipu|詐欺|犯人|사기|มิจฉา"
)
_ADDRESSED = re.compile(
    r"(?:尊敬|尊进|尊贵|亲爱|各位|您是|dear|valued|attention|hello|hi)[^.!?。]{0,16}(?:用户|使用者|会员|users?|customers?|members?|clients?)$"
)
"""The reader himself, addressed: no third party."""
_READERS = re.compile("用户|使用者|users?|customers?|members?|clients?|holders?")
_MUST = re.compile(r"\b(?:must|need to|have to|required to|should|are asked to)\b|需要|必须|须|需|应")
_SPEAKER = frozenset(
    (
        "chúng tôi",
        "chúng em",
        "bên em",
        "bên mình",
        "em",
        "mình",
        "tôi",
        "kami",
        "saya",
        "kita",
        "aku",
        "tim kami",
        "petugas kami",
        "เรา",
        "ทางเรา",
        "ผม",
        "ดิฉัน",
        "หนู",
        "แอด",
    )
)
"""Words of the speaker's side that the openings in `_speaks` do not reach."""
_OWNER_AFTER = frozenset({"vi", "id", "th"})


def is_others_doing(reading: Reading, act: Hit, first: int, low: int, high: int) -> bool:
    """Whether somebody else than the speaker is said to do or to demand it."""
    if not reading.has("third", "askto", "induce"):
        return False
    if reading.between("habit", low, act.start) and (is_for_speaker(reading, act.start, high) or reading.between("agent", act.end, high)):
        return False
    text = reading.plain.text
    if reading.between("induce", low, first):
        return True
    clause_low, _ = reading.clause(first)
    asked = reading.last("askto", clause_low, act.start) or reading.last("askto", reading.clause(act.start)[0], act.start)
    if asked:
        third, agent = reading.last("third", low, asked.start), reading.last("agent", low, asked.start)
        if third and (agent is None or third.start >= agent.start or not _speaks(text, agent)):
            return True
        if agent is None and (reading.between("scamword", low, high) or reading.between("neg", low, asked.start)):
            return True
        if third and reading.between("scamword", low, high + 80):
            return True
        if reading.between("onlyif", low, asked.start) and "tome" not in act.concepts and not is_for_speaker(reading, act.end, high):
            return True
    third = reading.last("third", clause_low, first)
    if third is None and (before := reading.last("third", low, first)):
        subjectless = not is_order(reading, before.end, first) and LIST_OR.match(text[clause_low:first].strip() + " ")
        third = before if subjectless else None
    if third is None or _ADDRESSED.search(text[max(0, third.start - 24) : third.end]):
        return False
    between = text[third.end : act.start]
    if _is_defence(reading, third):
        return False
    if reading.last("agent", third.end, act.start) and not asked:
        return False
    ordered = is_order(reading, third.end, act.start) or (_READERS.search(text[third.start : third.end]) and _MUST.search(between))
    return not (ordered and not asked)


def _is_defence(reading: Reading, third: Hit) -> bool:
    """Whether somebody is named only as the one to be stopped: "to keep the thief out"."""
    low = max(0, third.start - 40)
    return _DEFENDING.search(reading.plain.text[low : third.start]) is not None or reading.between("defend", low, third.start)


def _speaks(text: str, agent: Hit) -> bool:
    """Whether an agent is the speaker's side (we, our, I) and not just any support."""
    word = text[agent.start : agent.end]
    return (
        word.startswith(
            ("we", "our", "us", "i", "我", "本", "这边", "咱", "nuestr", "nosotr", "noss", "nós", "nous", "notre", "nos", "je", "j'", "wir")
        )
        or word in _SPEAKER
    )


def _is_owned(reading: Reading, obj: Hit) -> bool:
    """Whether the owner, named after his thing, is the writer: "cụm từ của tôi", "frasa milik saya"."""
    return reading.language in _OWNER_AFTER and reading.between("mine", obj.end, obj.end + 12)


def last_of(act: Hit, obj: Hit | None) -> int:
    """Where the passage ends."""
    return max(act.end, obj.end) if obj else act.end


def is_told(reading: Reading, act: Hit, obj: Hit | None, first: int, low: int, high: int) -> bool:
    """A victim's or a reporter's account."""
    if not reading.has("mereport", "mine", "report", "third"):
        return False
    to_me = is_for_speaker(reading, act.start, min(high, act.end + 60))
    me = reading.last("mereport", low, act.start)
    text = reading.plain.text
    if me and reading.between("neg", reading.clause(me.start)[0], me.start):
        me = None
    if me:
        if _ASKED_ME.search(text[me.start : me.end]) and act.start - me.end < 40:
            return True
        if not (to_me or is_order(reading, me.end, act.start)):
            return True
    if obj and not to_me and (reading.last("mine", max(low, obj.start - 14), obj.start) or _is_owned(reading, obj)):
        return True
    if not to_me and not is_order(reading, low, act.start):
        crook = reading.first("third", last_of(act, obj), high)
        if (
            crook
            and _CROOK.search(text[crook.start : crook.end])
            and not _is_defence(reading, crook)
            and not is_order(reading, act.end, crook.start)
        ):
            return True
    told = reading.last("report", low, act.start) or reading.first("report", act.end, high)
    if told is None or to_me:
        return False
    return not (is_order(reading, max(told.end, low), act.start) or reading.between("iam", low, first))
