"""Whether an act is denied: "do not send it", a denial that covers a list, and the two traps that take it back.

"Never share it except with our agent" and "if you do not share it, it is lost" are requests.
"""

from __future__ import annotations

import re

from verifier.messages.lexicon import Hit
from verifier.messages.reading import Reading
from verifier.messages.speech import LIST_OR, is_order

_LIST_OR_OF = {"es": re.compile(r"\b(?:o|u|ni)\b"), "pt": re.compile(r"\b(?:ou|nem)\b")}
"""The same in languages in which words of others mean something else: "o" is an article in Portuguese, "hay" no "or" in Spanish."""
_AFFIRMED = {
    "es": re.compile(r"\w*[aeiáéí]n?(?:me|nos|(?:me|nos|se)l[oa]s?)"),
    "pt": re.compile(r"\w+-(?:me|nos|m[oa]s?|no-l[oa]s?)"),
}
"""Imperatives that carry their pronouns at the end, which no denial can: it draws them to the front ("dámelo", but "no me lo des")."""
_LIST_END = re.compile(r"[\w' \-]{1,40}\b(?:or|nor|ni|ou|nem|oder|noch)")
"""The item of a list before its last: "never ask for passwords, PINs or …"."""
_MORE_OF_LIST = re.compile(
    r"[\w' \-]{0,40}\b(?:o|u|ni|ou|nem) (?:(?:que|para|a|de|em) (?:te |le |se |lhe )?\w{3,}|\w{2,}[aei]r(?:l[aeo]s?|te|se|nos|me)?)\b[\w' \-]{0,60}"
)
"""The last item of such a list as a clause: "nunca pedimos senhas, códigos ou para transferir dinheiro"."""
_DETERMINERS = re.compile(
    r"(?:(?:eine?[nrms]?|den|die|das|ihre?[nm]?|deine?[nm]?|une?|les?|la|votre|vos|ton|ta|tes|de|des|du|à|que|your|an?|the)\b ?|d'|l'){1,3}"
)
"""What may stand between a comma and the next item of such a list: "…, einen Code nennen oder …"."""
_PURPOSE = re.compile(r"\W{0,2}(?:damit|dass) (?:sie|du)\b")
"""What is never done for that purpose either: "ruft Sie niemals an, damit Sie …"."""
_TAKES = re.compile("把|将")
_APP = re.compile(r"\bapp\b|application|extension|device|wallet itself|应用|软件|app|插件|设备|钱包内")


def is_denied(reading: Reading, act: Hit, first: int, last: int, high: int) -> bool:
    """Whether a denial before the act, over its list or after it holds, and nothing takes it back."""
    if not reading.has("neg", "negafter"):
        return False
    affirmed = _AFFIRMED.get(reading.language)
    if affirmed and affirmed.fullmatch(reading.plain.text, act.start, act.end):
        return False
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
    if len(between) > 160 or is_order(reading, neg.end, first) or any(m for m in _breaks_between(reading, neg.end, first)):
        return None
    if between.startswith(",") and len(between) < 50:
        return neg
    own_words = text[clause_low:first].strip()
    if _DETERMINERS.fullmatch(own_words):
        own_words = ""
    if _PURPOSE.match(text, clause_low) and text.count(",", neg.end, clause_low + 1) < 2:
        return neg
    if _LIST_END.fullmatch(own_words) or _MORE_OF_LIST.fullmatch(own_words):
        return neg
    list_or = _LIST_OR_OF.get(reading.language, LIST_OR)
    if not own_words or list_or.fullmatch(own_words):
        return (
            neg
            if list_or.search(text[first - len(own_words) - 2 : high]) or "或" in text[first:high] or " or " in text[neg.end : high]
            else None
        )
    return None


def _breaks_between(reading: Reading, low: int, high: int) -> list[str]:
    return re.findall(
        r"\b(?:but|so|then|instead|only|unless|just|therefore|pero|sino|sólo|solo|únicamente|porém|só|apenas|somente|mais|donc|seulement|uniquement|seule?s?|aber|sondern|nur|dann|lediglich|ausschließlich)\b|但|所以|然后|只|因此|除非|否则",
        reading.plain.text[low:high],
    )
