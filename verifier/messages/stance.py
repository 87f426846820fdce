"""How a passage is meant: as a request or plain statement, or as one of the things that must not count.

The order of the questions matters and is the order of `stance`: who speaks (a quotation, a list of scammers' lines), is it
denied (with the two traps of denial: "… except our agent", "if you do not …, it is lost"), who is said to do it, is it
called a scam, is it asked, is it told.
"""

from __future__ import annotations

import re

from verifier.messages import verb_final
from verifier.messages.denial import is_denied
from verifier.messages.lexicon import Hit
from verifier.messages.reading import Reading, Stance
from verifier.messages.speech import ORDER, is_for_speaker
from verifier.messages.telling import is_others_doing, is_told

_NAMES_A_TRICK = re.compile(
    r"骗|诈|话术|套路|手法|剧本|scam|phish|fraud|red flag|warning sign|tactic|script|beware|watch out|look out|fall for|suspicious of|轻信|相信|别信|谨防|警惕|小心|当心|特征"
)
_BUTTON_WORDS = 30
"""How long the words of a button are at most, in characters."""
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
_ASKS_AT_THE_END = frozenset({"th"})
"""Languages that close a question with a word and no mark."""


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
    if last > high:
        high = reading.sentence(last - 1)[1]
    closing = verb_final.is_verb_final(reading)
    if verb_final.is_denied(reading, act, last, high) if closing else is_denied(reading, act, first, last, high):
        return "negation"
    if closing and verb_final.is_hearsay(reading, act, obj, low, high):
        return "report"
    told_from, told_low = first, low
    if obj and not closing and obj.end <= (own_low := reading.sentence(act.start)[0]):
        told_from, told_low = act.start, own_low  # who does it is said in the act's own sentence
    if is_others_doing(reading, act, told_from, told_low, high):
        return "report"
    to_others = _TO_OTHERS.match(reading.plain.text[act.end : act.end + 70]) or reading.between("toothers", act.end, act.end + 70)
    if (
        to_others
        and "secret" not in act.concepts
        and not is_for_speaker(reading, act.end, high)
        and not reading.between("except", act.end, high)
    ):
        return "report"
    if _is_called_scam(reading, first, last, high):
        return "warning"
    asked_from = reading.sentence(act.start)[0] if closing else low
    if _is_asked(reading, act, obj, first, asked_from, high):
        return "question"
    if is_told(reading, act, obj, first, low, high) or (closing and verb_final.is_past(reading, act, obj, high)):
        return "report"
    if _is_documentation(reading, first, last, low, high):
        return "documentation"
    return "request"


def _is_quoted(reading: Reading, at: int) -> bool:
    """Inside quotation marks beside talk of scams or of what somebody said, or in a list of scammers' lines."""
    quote = reading.quoted(at)
    if quote is None and not reading.has("frame"):
        return False
    if quote and not _is_button(reading, *quote):
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


def _is_button(reading: Reading, start: int, end: int) -> bool:
    """Whether the quotation names a button that the reader is to press."""
    return end - start <= _BUTTON_WORDS and reading.between("click", start - 14, start)


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
    if not ends and reading.language[:2] == "zh" and ORDER.search(reading.plain.text[low:first]):
        return False
    if not ends and question.start < first and reading.clause(question.start) != reading.clause(first):
        return False
    if _WOULD_YOU.search(reading.plain.text[low:high]) or reading.between("wouldyou", low, high):
        return False
    to_me = is_for_speaker(reading, act.start, high)
    told_from = act.start if verb_final.is_verb_final(reading) else low
    return not to_me or reading.between("mine", low, high) or reading.between("mereport", told_from, high)


def _is_documentation(reading: Reading, first: int, last: int, low: int, high: int) -> bool:
    """An explanation or a step in one's own app: words of the screen around it, nobody to hand it to, no haste, no contact."""
    words = [h for h in reading.all("ui") if low - 60 <= h.start < high + 60]
    if len(words) < _SCREEN_WORDS:
        return False
    return not any(
        reading.between(c, max(0, low - 20), high + 20) for c in ("tome", "contact", "link", "threat", "urgent", "contactme", "agent")
    )
