"""How a passage is meant: as a request or plain statement, or as one of the things that must not count.

The order of the questions matters and is the order of `stance`: who speaks (a quotation, a list of scammers' lines), is it
denied (with the two traps of denial: "… except our agent", "if you do not …, it is lost"), who is said to do it, is it
called a scam, is it asked, is it told.
"""

from __future__ import annotations

import re

from verifier.messages import verb_final
from verifier.messages.lexicon import Hit
from verifier.messages.reading import Reading, Stance

_NAMES_A_TRICK = re.compile(
    r"骗|诈|话术|套路|手法|剧本|scam|phish|fraud|red flag|warning sign|tactic|script|beware|watch out|look out|fall for|suspicious of|轻信|相信|别信|谨防|警惕|小心|当心|特征"
)
_DEFENDING = re.compile(
    r"(?:stop|block|revoke|remove|kick|lock out|protect|prevent|against|from|keep|catch|cancel|avoid|before|防止|阻止|避免|拦截|抵御|防|免受|阻断|以防|被)\W{0,3}(?:\w+\W+){0,3}$"
)
_ORDER = re.compile(r"\b(?:please|kindly|pls|just|now|you must|you need to)\b|请|麻烦|务必|速")
_ASKED_ME = re.compile(
    r"ask|told|tell|want|said|say|made|trick|convinc|让我|叫我|要我|问我|跟我要|向我要|要求我|催我|骗|pid|demand|réclam|exig|propos|dit |écri|bat|gebeten|gefragt|fragt|verlang|forder|will |wollte |soll|sagt|прос|сказал|bảo|yêu cầu|minta|"
    r"menyuruh|言われ|頼まれ|求められ|달라고|하라고|ขอให้|บอกให้"
)
_LIST_OR = re.compile(
    r"\b(?:or|nor|and|o|u|y|ni|oder|und|ou|e|nem|hoặc|hay|và|lẫn|atau|ataupun|maupun|dan|serta|или)\b|或|以及|和|也|、|หรือ|และ|รวมถึง"
)
_LIST_END = re.compile(r"[\w' \-]{1,40}\b(?:or|nor|o|u|ni|ou|nem|oder|noch)")
"""The item of a list before its last: "never ask for passwords, PINs or …"."""
_TAKES = re.compile("把|将")
_CROOK = re.compile(
    r"骗|诈|歹徒|黑客|不法|scam|fraud|thie|crim|hacker|attacker|estaf|delinc|golp|escroc|arnaq|betrüg|мошенн|злоумышл|kẻ|lừa|penipu|詐欺|犯人|사기|มิจฉา"
)
_ADDRESSED = re.compile(
    r"(?:尊敬|尊进|尊贵|亲爱|各位|您是|dear|valued|attention|hello|hi)[^.!?。]{0,16}(?:用户|使用者|会员|users?|customers?|members?|clients?)$"
)
"""The reader himself, addressed: no third party."""
_READERS = re.compile("用户|使用者|users?|customers?|members?|clients?|holders?")
_MUST = re.compile(r"\b(?:must|need to|have to|required to|should|are asked to)\b|需要|必须|须|需|应")
_TO_OTHERS = re.compile(
    r"(?:了|过)?(?:别人|他人|任何人|陌生人|对方|骗子|谁)|[^.!?\n]{0,40}\bto (?:anyone|someone|somebody|others|strangers|a stranger|another person)\b"
)
_WOULD_YOU = re.compile(
    r"\b(?:can|could|would|will) you\b|(?:可以|能|可不可以|能不能|方便).{0,3}帮我|(?:可以|能不能|可不可以|能).{0,14}(?:给我|发我|传我)"
)
_ASKS_ONLY_WITH_MARK = frozenset(
    ["是不是", "是否", "多少", "哪里", "哪个", "区别", "能不能", "会不会", "要不要", "真假", "什么样", "安全吗"]
)
_ASKING_END = 8
"""How near its end a question in Japanese or Korean is known by its ending, in characters."""
_SCREEN_WORDS = 2
"""Words of a screen that make a passage an explanation of it."""
_SPEAKER = frozenset(
    ("chúng tôi", "chúng em", "bên em", "bên mình", "em", "mình", "tôi", "kami", "saya", "kita", "aku", "tim kami", "petugas kami")
    + ("เรา", "ทางเรา", "ผม", "ดิฉัน", "หนู", "แอด")
)
"""Words of the speaker's side that the openings in `_speaks` do not reach."""
_OWNER_AFTER = frozenset({"vi", "id", "th"})
_ASKS_AT_THE_END = frozenset({"th"})
"""Languages that close a question with a word and no mark."""
_APP = re.compile(r"\bapp\b|application|extension|device|wallet itself|应用|软件|app|插件|设备|钱包内")


def stance(reading: Reading, act: Hit, obj: Hit | None = None) -> Stance:
    """What the passage from ``act`` to ``obj`` is; ``request`` also stands for a plain statement where nothing is asked."""
    key = (act.start, act.end, obj.start if obj else -1)
    known = reading.stances.get(key)
    if known is None:
        known = reading.stances[key] = _stance(reading, act, obj)
    return known


def _stance(reading: Reading, act: Hit, obj: Hit | None) -> Stance:
    first = min(act.start, obj.start) if obj else act.start
    last = max(act.end, obj.end) if obj else act.end
    if _is_quoted(reading, first):
        return "quotation"
    low, high = reading.sentence(first)
    high = max(high, reading.sentence(last - 1)[1])
    closing = verb_final.is_verb_final(reading)
    if verb_final.is_denied(reading, act, last, high) if closing else _is_denied(reading, act, first, last, high):
        return "negation"
    if closing and verb_final.is_hearsay(reading, act, low, high):
        return "report"
    if _is_others_doing(reading, act, first, low, high):
        return "report"
    to_others = _TO_OTHERS.match(reading.plain.text[act.end : act.end + 70]) or reading.between("toothers", act.end, act.end + 70)
    if to_others and not _to_me(reading, act.end, high) and not reading.between("except", act.end, high):
        return "report"
    if _is_called_scam(reading, first, last, high):
        return "warning"
    if _is_asked(reading, act, obj, first, low, high):
        return "question"
    if _is_told(reading, act, obj, first, low, high) or (closing and verb_final.is_past(reading, act, obj, high)):
        return "report"
    if _is_documentation(reading, first, last, low, high):
        return "documentation"
    return "request"


def _is_quoted(reading: Reading, at: int) -> bool:
    """Inside quotation marks beside talk of scams or of what somebody said, or in a list of scammers' lines."""
    quote = reading.quoted(at)
    if quote is None and not reading.has("frame"):
        return False
    if quote:
        start, end = quote
        around = ((max(0, start - 140), start), (end, end + 100))
        if any(
            reading.between(c, a, b)
            for c in ("third", "scamword", "report", "mereport", "frame", "warnpred", "question", "neg")
            for a, b in around
        ):
            return True
    text = reading.plain.text
    low, high = reading.sentence(at)
    frame = reading.last("frame", low, at)
    if frame and any(reading.between(c, low, high + 120) for c in ("warnpred", "scamword", "loss")):
        return True
    frame = reading.last("frame", max(0, at - 500), at)
    if frame is None:
        return False
    between = text[frame.end : at]
    low_of_line = max(0, text.rfind("\n", 0, frame.start))
    line = text[low_of_line : frame.end]
    return (
        ":" in between[:40]
        and "\n\n" not in between.strip()
        and (bool(_NAMES_A_TRICK.search(line)) or reading.between("scamword", low_of_line, frame.end))
    )


def _is_denied(reading: Reading, act: Hit, first: int, last: int, high: int) -> bool:
    clause_low, clause_high = reading.clause(act.start)
    neg = reading.last("neg", clause_low, act.start)
    if neg is None and first < clause_low:
        of_object, _ = reading.clause(first)
        neg = reading.last("neg", of_object, first)
        if neg and not _TAKES.search(reading.plain.text[neg.end : first]):
            neg = None
    if neg is None:
        neg = _neg_of_list(reading, first, reading.clause(first)[0])
    if neg is None:
        neg = _neg_after(reading, act, max(clause_high, reading.clause(act.start)[1]))
    if neg is None:
        return False
    text = reading.plain.text
    exception = reading.first("except", neg.start, high) or reading.last("except", reading.sentence(first)[0], neg.start)
    if exception:
        agent = reading.first("exceptagent", exception.start, exception.end + 30)
        if (
            agent
            and agent.end <= high
            and not (_APP.search(text[agent.start : agent.end + 25]) or reading.between("ownapp", exception.start, agent.end + 25))
        ):
            return False
    condition = reading.last("cond", clause_low, neg.start) or text[neg.start : neg.end] == "不"
    return not (condition and reading.between("threat", last, high + 80))


def _neg_after(reading: Reading, act: Hit, high: int) -> Hit | None:
    """A denial that follows its verb ("geben Sie den Code niemals weiter"), unless it is a later verb's or wants the matter kept secret."""
    neg = reading.first("negafter", act.end, high)
    if neg is None or reading.between("neg", act.end, neg.start):
        return None
    kept_secret = any(hit.start <= neg.start and neg.end <= hit.end for hit in reading.all("secret"))
    return None if kept_secret else neg


def _neg_of_list(reading: Reading, first: int, clause_low: int) -> Hit | None:
    """A denial in an earlier clause that covers a list: "never click links, enter your phrase, or …"; "never, ever, …"."""
    low, high = reading.sentence(first)
    neg = reading.last("neg", low, clause_low)
    if neg is None:
        return None
    text = reading.plain.text
    between = text[neg.end : first]
    if len(between) > 160 or _is_order(reading, neg.end, first) or any(m for m in _breaks_between(reading, neg.end, first)):
        return None
    if between.startswith(",") and len(between) < 50:
        return neg
    own_words = text[clause_low:first].strip()
    if _LIST_END.fullmatch(own_words):
        return neg
    if not own_words or _LIST_OR.fullmatch(own_words):
        return (
            neg
            if _LIST_OR.search(text[first - len(own_words) - 2 : high]) or "或" in text[first:high] or " or " in text[neg.end : high]
            else None
        )
    return None


def _breaks_between(reading: Reading, low: int, high: int) -> list[str]:
    return re.findall(
        r"\b(?:but|so|then|instead|only|unless|just|therefore|pero|sino|sólo|solo|únicamente|porém|só|apenas|somente|mais|donc|seulement|uniquement|seule?s?|aber|sondern|nur|dann|lediglich|ausschließlich)\b|但|所以|然后|只|因此|除非|否则",
        reading.plain.text[low:high],
    )


def _is_others_doing(reading: Reading, act: Hit, first: int, low: int, high: int) -> bool:
    """Whether somebody else than the speaker is said to do or to demand it."""
    if not reading.has("third", "askto", "induce"):
        return False
    if reading.between("habit", low, act.start) and (_to_me(reading, act.start, high) or reading.between("agent", act.end, high)):
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
    third = reading.last("third", clause_low, first)
    if third is None and (before := reading.last("third", low, first)):
        subjectless = not _is_order(reading, before.end, first) and _LIST_OR.match(text[clause_low:first].strip() + " ")
        third = before if subjectless else None
    if third is None or _ADDRESSED.search(text[max(0, third.start - 24) : third.end]):
        return False
    between = text[third.end : act.start]
    if _is_defence(reading, third):
        return False
    if reading.last("agent", third.end, act.start) and not asked:
        return False
    ordered = _is_order(reading, third.end, act.start) or (_READERS.search(text[third.start : third.end]) and _MUST.search(between))
    return not (ordered and not asked)


def _is_order(reading: Reading, low: int, high: int) -> bool:
    """Whether something in the range turns what follows into an order to the reader: "please", "you must"."""
    return _ORDER.search(reading.plain.text, low, max(low, high)) is not None or reading.between("command", low, high)


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


def _is_called_scam(reading: Reading, first: int, last: int, high: int) -> bool:
    if not reading.has("warnpred"):
        return False
    around = reading.last("warnpred", reading.sentence(first)[0], high)
    if around and around.start <= first and last <= around.end:
        return True
    if found := reading.first("warnpred", last, high):
        return not _is_warning_denied(reading, found)
    after = reading.sentence(high)[1]
    found = reading.first("warnpred", high, min(after, high + 70))
    return found is not None and not _is_warning_denied(reading, found)


def _is_warning_denied(reading: Reading, found: Hit) -> bool:
    """ "This is no scam"."""
    low, high = reading.clause(found.start)
    if verb_final.is_verb_final(reading):
        return reading.between("neg", found.end, min(high, found.end + 8))
    return reading.between("neg", low, found.start)


def _is_asked(reading: Reading, act: Hit, obj: Hit | None, first: int, low: int, high: int) -> bool:
    """A question about it, not a request put as a question ("could you send me …?")."""
    question = reading.first("question", low, high)
    if question is None:
        return False
    ends = reading.plain.text[first:high].rstrip().endswith("?") or (
        verb_final.is_verb_final(reading) and reading.between("question", high - _ASKING_END, high)
    )
    if not ends and reading.language in _ASKS_AT_THE_END:
        ends = any(act.end <= q.start < high and reading.plain.text[q.end : q.end + 1] in ("", " ", "\n") for q in reading.all("question"))
    if not ends and reading.language[:2] != "zh" and question.start > low + 3:
        return False
    if not ends and reading.plain.text[question.start : question.end] in _ASKS_ONLY_WITH_MARK:
        return False
    if not ends and reading.language[:2] == "zh" and _ORDER.search(reading.plain.text[low:first]):
        return False
    if not ends and question.start < first and reading.clause(question.start) != reading.clause(first):
        return False
    if _WOULD_YOU.search(reading.plain.text[low:high]) or reading.between("wouldyou", low, high):
        return False
    to_me = _to_me(reading, act.start, high)
    told_from = act.start if verb_final.is_verb_final(reading) else low
    return not to_me or reading.between("mine", low, high) or reading.between("mereport", told_from, high)


def _to_me(reading: Reading, low: int, high: int) -> bool:
    """Whether something is to be done for the speaker: "to us"; in Japanese and Korean a polite ending says as much."""
    return reading.between("tome", low, high) or (verb_final.is_verb_final(reading) and reading.between("polite", low, high))


def _is_owned(reading: Reading, obj: Hit) -> bool:
    """Whether the owner, named after his thing, is the writer: "cụm từ của tôi", "frasa milik saya"."""
    return reading.language in _OWNER_AFTER and reading.between("mine", obj.end, obj.end + 12)


def last_of(act: Hit, obj: Hit | None) -> int:
    """Where the passage ends."""
    return max(act.end, obj.end) if obj else act.end


def _is_documentation(reading: Reading, first: int, last: int, low: int, high: int) -> bool:
    """An explanation or a step in one's own app: words of the screen around it, nobody to hand it to, no haste, no contact."""
    words = [h for h in reading.all("ui") if low - 60 <= h.start < high + 60]
    if len(words) < _SCREEN_WORDS:
        return False
    return not any(
        reading.between(c, max(0, low - 20), high + 20) for c in ("tome", "contact", "link", "threat", "urgent", "contactme", "agent")
    )


def _is_told(reading: Reading, act: Hit, obj: Hit | None, first: int, low: int, high: int) -> bool:
    """A victim's or a reporter's account."""
    to_me = _to_me(reading, act.start, min(high, act.end + 60))
    me = reading.last("mereport", low, act.start)
    text = reading.plain.text
    if me and reading.between("neg", reading.clause(me.start)[0], me.start):
        me = None
    if me:
        if _ASKED_ME.search(text[me.start : me.end]) and act.start - me.end < 40:
            return True
        if not (to_me or _is_order(reading, me.end, act.start)):
            return True
    if obj and not to_me and (reading.last("mine", max(low, obj.start - 14), obj.start) or _is_owned(reading, obj)):
        return True
    if not to_me and not _is_order(reading, low, act.start):
        crook = reading.first("third", last_of(act, obj), high)
        if (
            crook
            and _CROOK.search(text[crook.start : crook.end])
            and not _is_defence(reading, crook)
            and not _is_order(reading, act.end, crook.start)
        ):
            return True
    told = reading.last("report", low, act.start) or reading.first("report", act.end, high)
    if told is None or to_me:
        return False
    return not (_is_order(reading, max(told.end, low), act.start) or reading.between("iam", low, first))
