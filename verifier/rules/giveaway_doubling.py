"""Promises to send back a multiple of what one sends."""

from __future__ import annotations

import re

from verifier.errors import N_
from verifier.messages.lexicon import Hit
from verifier.messages.pattern import FirstOf, Together, named_brand, reading_of
from verifier.messages.reading import Reading
from verifier.messages.stance import stance
from verifier.messages.verb_final import is_verb_final
from verifier.rules.record import Case, Finding, Rule, example
from verifier.screening import Screen

_COMES_BACK = re.compile(
    "返|退回|送回|奉还|back|return|balik|kembali|nhận|hoàn|trả|คืน|กลับ|zurück|revien|renvo|rend|rembours|devuelv|devolv|regres|de vuelta|de volta"
)
_PAYS = r"(?:send|start with|deposit|pay|transfer|invest|contribute|envoy|dépos|vers|plac|mis|schick|überweis|zahl|setz|\bmand[ae]|\benv[ií][ae]|\bpon(?:ga)?\b|\bingres[ae]|\brecarg|\binviert|\binvist|\bcolo(?:ca|que)|\btransf[ie]|kirim|setor|gửi|chuyển|nạp|ส่ง|โอน|ฝาก|转入|转|打|充值|充|投入|投|存入|存|垫付)"
_IN_AND_OUT = re.compile(
    _PAYS + r"\D{0,14}(?P<paid>\d[\d,]{0,9}(?:\.\d{1,6})?)\s?(?P<unit>[a-z$€£]{1,5}|元|块|万|个?u|枚)?"
    r"[^\n.!?。]{0,60}?(?:receive|get|returns?|back|earn|withdraw|recev|reçoi|récup|touche|erhalt|bekomm|hol|\brecib|\breceb|\bsac[ao]|\bsaque|\bretir|de v(?:ue|o)lta|\bdev(?:ue|o)lv|balik|kembali|dapat|terima|jadi|nhận|hoàn|trả|thành|คืน|ได้|รับ|กลับ|返还|返|得到|得|送|回|拿回|变)\D{0,14}(?P<back>\d[\d,]{0,9}(?:\.\d{1,6})?)\s?(?P=unit)?"
)

_PAYS_VERB_LAST = "(?:送|入金|入れ|预け|보내|송금|입금|넣)"
_IN_AND_OUT_VERB_LAST = re.compile(
    r"(?P<paid>\d[\d,]{0,9}(?:\.\d{1,6})?)\s?(?P<unit>[a-z]{1,5}|[이비테원円万만][가-힣円원더]{0,3})?(?:을|를|を|だけ|만)?\s?"
    + _PAYS_VERB_LAST
    + r"[^\n!?。]{0,40}?(?P<back>\d[\d,]{0,9}(?:\.\d{1,6})?)\s?(?P=unit)?[^\n!?。\d]{0,16}?(?:戻|返|受け取|送り返|もらえ|反映|着金|돌려|드립|드려|받|되돌려|반영|반환)"
)
"""The same where the verb stands last, in Japanese and Korean, in matching form."""
_SCREEN = Screen([_PAYS, _PAYS_VERB_LAST])
_TWO_NUMBERS = re.compile(r"\d\D+\d")
_FRACTION = re.compile(r"\d{1,3},\d{1,2}|0,\d{1,6}")
"""A comma that stands before a fraction and not between thousands: "0,5 ETH"."""


def _comes_back(reading: Reading, hits: tuple[Hit, ...]) -> bool:
    return _COMES_BACK.search(reading.plain.text, hits[0].start, hits[0].end) is not None


def _amount(written: str) -> float:
    """A number with a comma or a point before its fraction, or commas between its thousands.

    >>> _amount("1,000"), _amount("0,5"), _amount("2.5")
    (1000.0, 0.5, 2.5)
    """
    return float(written.replace(",", "." if _FRACTION.fullmatch(written) else ""))


def _more_back(case: Case) -> Finding | None:
    """ "Deposit 1000 USDT, receive 2000 USDT": the same unit, more of it."""
    reading = reading_of(case)
    text, is_last = reading.plain.text, is_verb_final(reading)
    if not _TWO_NUMBERS.search(text) or int(is_last) not in _SCREEN.may_match(text):
        return None
    for match in (_IN_AND_OUT_VERB_LAST if is_last else _IN_AND_OUT).finditer(text):
        paid, back = (_amount(match[name]) for name in ("paid", "back"))
        if (match["unit"] or paid >= 50) and paid and 1.2 * paid <= back <= 100 * paid:
            whole = Hit(match.start(), match.end(), ("double",))
            if stance(reading, whole) == "request":
                return Finding({}, brand=named_brand(case), spans=(reading.span(whole),))
    return None


RULE = Rule(
    id="giveaway-doubling",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.9,
    title=N_("Promises to multiply what you send"),
    detail=N_("The text promises to send back more than you send. What you send is gone: nobody gives coins away to those who pay first."),
    summary=N_("This text promises more back than you send. Whatever you send is lost."),
    advice=(
        "do-not-pay",
        "money-was-sent",
    ),
    find=FirstOf(
        Together("doubleline", when="pay|money|returns|contactme|urgent|walletword"),
        Together("double pay", within=40, only_if=_comes_back),
        Together("double pay money|returns|walletword", within=40),
        _more_back,
    ),
    role="mentioned",
    catches=(
        example("Send 1 ETH, get 2 back instantly.", "doubling"),
        example("转入任意数量USDT,双倍返还。", "doubling"),
    ),
    spares=(
        example('Nobody doubles your money: "send 1 ETH, get 2 back" is always a scam.', "advice"),
        example("Double the flour if you want a thicker batter.", "a recipe"),
        example("这家店会员日双倍积分。", "a shop's points"),
    ),
)
