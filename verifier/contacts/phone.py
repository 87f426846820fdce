"""Telephone numbers as people and scammers write them, read into `Phone`: one number, or all in a text."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import msgspec

from verifier.contacts import number_decoys as decoys
from verifier.contacts import phone_text as seen
from verifier.contacts.dial_codes import find_dial_codes, read_dial_code
from verifier.contacts.disguise import fold
from verifier.contacts.model import Phone
from verifier.contacts.numbering import REGIONS, region_code
from verifier.contacts.numerals import BREAK, as_digits
from verifier.contacts.phone_scan import Seen, alone, scan, spelled
from verifier.data import table
from verifier.errors import N_, Unreadable

__all__ = ["REGIONS", "MoreThanANumber", "find_phones", "looks_like_phone", "read_phone", "region_code"]


class MoreThanANumber(Unreadable):
    """More stands there than one number: which number the answer were about would be a guess."""


_HIDDEN = "囗"
"""What stands for a dialling code, or for hours, while numbers are looked for: a letter that is in no number and no word."""
_ROUND_THE_CLOCK = re.compile(r"(?<![\d.\-])(?:24\s?[x×*/]\s?7|7\s?[x×*/]\s?24)(?![\d.\-])")
_PLAIN = re.compile(r"\(?\+?\(?\d[\d().\- 〇零一二三四五六七八九转轉]{1,30}")


def _without_round_the_clock(text: str) -> str:
    """The text with ``24/7`` and its like hidden, every other place kept."""
    return _ROUND_THE_CLOCK.sub(lambda hours: _HIDDEN * len(hours[0]), text) if "24" in text else text


def find_phones(folded_text: str, region: str | None) -> list[tuple[Phone, int, int]]:
    """Every telephone number in a text, with its place in it (``start``, ``end`` exclusive), in order, none overlapping.

    ``folded_text`` is the text after `verifier.contacts.disguise.fold`; ``region`` reads national numbers. Digits that may as
    well be something else (amounts, dates, orders, accounts) count only where the words around speak of telephones. Linear.
    """
    found: list[tuple[Phone, int, int]] = find_dial_codes(folded_text)
    for _, start, end in found:
        folded_text = folded_text[:start] + _HIDDEN * (end - start) + folded_text[end:]
    folded_text = _without_round_the_clock(folded_text)
    if region not in REGIONS:
        region = None
    keyed = spelled(folded_text, region, strict=True)
    for one in (*keyed, *scan(folded_text, region)):
        before, after = one.around(folded_text)
        if any(one.start < v.end and v.start < one.end for v in keyed if v is not one):
            continue
        if decoys.is_stuck(before, after, short=one.evidence == "short") or decoys.is_amount_by_context(before, after):
            continue
        if one.evidence in ("region", "short") and not decoys.speaks_of_phones(before, after):
            continue
        if one.evidence in ("region", "short") and (one.phone.regions or decoys.is_solid_date(folded_text[one.start : one.end])):
            continue
        if (one.phone.e164 is None or one.phone.type == "unassigned") and not _PLAIN.fullmatch(folded_text, one.start, one.end):
            continue
        found.append((one.phone, one.start, one.end))
    found.sort(key=lambda f: f[1])
    return found


_URI = re.compile(r"\s*(tel|smsto|sms|callto|whatsapp|facetime|sip)\s*:(?://)?(?:send\?phone=)?", re.IGNORECASE)
_TEXT_TO_SEND = re.compile(r"[?;&](?:body|text)=.*", re.IGNORECASE | re.DOTALL)
_PARAMETER = re.compile(r";(?!ext(?:ension)?=\d)[A-Za-z-]+=|[?&]")
_LEFT_OVER = re.compile(r"\d[\d.,\s]{0,2}\d[\d.,\s]{0,2}\d")
_HOURS = re.compile(
    r"\d{1,2}\s?[:：]\s?\d{2}|\d{1,2}\s?(?:[ap]\.?m\b|h\b|hrs?\b|hours|小时|小時|点|點|时|時)|7\s?[x×*/]\s?24|24\s?[x×*/]\s?7",
    re.IGNORECASE,
)
_HOST = re.compile(r"[A-Za-z0-9-]\.[A-Za-z]{3,}|://")
_ENDING = re.compile(r"\s{0,2}(?:/|or|或|、|,|，)\s{0,2}\d{1,4}(?!\d)")
_BARE = re.compile(r"\(?\+?[0-9](?:[0-9 .\-]|[()](?=[0-9 .\-])){2,38}")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLACES = REGIONS | frozenset(table("phone_shapes")["words_beside"]["words"])
"""Words that may stand with a number and say nothing: which country it is in, or that it is one of several."""


def read_phone(text: str, region: str | None = None) -> Phone:
    """Read one number. ``region`` is tried first; without it, only an international form or an unmistakable shape is read,
    and a short number says where it would mean something. A code to be dialled (``**21*…#``) is read as that code.

    Raises `MoreThanANumber` for several, or other digits beside it; `Unreadable` for a placeholder (``400-XXX-XXXX``), for digits
    that are labelled as something else, and for what is no number anywhere.
    """
    folded = fold(_decoded(text.strip()))
    if _BARE.fullmatch(folded.text) and (found := alone(folded.text, region)):
        return msgspec.structs.replace(found, disguises=folded.disguises + found.disguises) if folded.disguises else found
    plain = _without_round_the_clock(_without_scheme(folded.text)).replace("\n", " \n").strip()
    if code := read_dial_code(plain):
        return code
    one = _single(plain.replace("\n", " "), region)
    if one is not None:
        if find_dial_codes(plain):
            raise MoreThanANumber(_MORE)
        how = folded.disguises + one.phone.disguises
        if ending := _ENDING.match(plain, one.end):
            plain, how = plain[: one.end] + plain[ending.end() :], (*how, "other-digits")
        if _refuse_more(plain, one, region) and "other-digits" not in how:
            how = (*how, "other-digits")
        return msgspec.structs.replace(one.phone, disguises=how) if how != one.phone.disguises else one.phone
    if decoys.is_placeholder(plain):
        raise Unreadable(N_("This is a placeholder, not a telephone number: some of its digits are missing."))
    digits = sum(c.isdigit() for c in as_digits(plain[:200]))
    if 3 <= digits <= 17:
        raise Unreadable(N_("This is not a telephone number that exists. Check it, and give the country it belongs to."))
    raise Unreadable(N_("This does not read as a telephone number."))


_SEVERAL = N_("There is more than one number in this. Check them one at a time, or send the whole text as a message.")
_MORE = N_("Besides a number there is more in this, which may lead the call elsewhere. Send the number alone.")


def _decoded(text: str) -> str:
    """The text without what an address (``%2B``) or a page's source (``&nbsp;``) makes of plus signs and spaces."""
    return unescape(text).replace("%2B", "+").replace("%2b", "+") if "%" in text or "&" in text else text


def _without_scheme(text: str) -> str:
    """What ``tel:`` and its like call (RFC 3966, RFC 5724), without a text to be sent. Raises `Unreadable` for parameters that
    change where the call goes, or that we do not know."""
    match = _URI.match(text) if ":" in text else None
    if match is None:
        return text
    rest = _TEXT_TO_SEND.sub("", unquote(text[match.end() :]), count=1)
    if _PARAMETER.search(rest):
        raise Unreadable(_MORE)
    return rest


def _refuse_more(plain: str, one: Seen, region: str | None) -> bool:
    """Raise where another number, a host, or digits that nobody read stand beside the one that was read; whether a digit or two do."""
    if one.start <= 1 and one.end == len(plain):
        return False  # the number is all there is
    lined = plain.replace("\n", ";")
    values = {other.phone.value for other in _all(lined, region)} - {one.phone.value}
    rest = as_digits(plain[: one.start], chinese=False) + "|" + as_digits(plain[one.end :], chinese=False)
    if values:
        raise MoreThanANumber(_SEVERAL)
    rest = _HOURS.sub(" ", rest)
    if _LEFT_OVER.search(rest) or "@" in rest or _HOST.search(rest):
        raise MoreThanANumber(_MORE)
    return any(c.isdigit() for c in rest)


def _single(plain: str, region: str | None) -> Seen | None:
    return next(iter(_all(plain, region)), None)


def _all(plain: str, region: str | None) -> list[Seen]:
    """The numbers in a text that is said to be one, in order."""
    if decoys.is_placeholder(plain):
        return []
    found: list[Seen] = []
    for one in spelled(plain, region) or scan(plain, region, elsewhere=True):
        before, after = one.around(plain)
        if decoys.is_amount_by_context(before, after):
            continue
        if one.evidence != "international" and decoys.is_stuck(before, after, short=one.evidence == "short"):
            continue
        if one.evidence in ("region", "short") and _strange_words(plain[: one.start]):
            continue
        found.append(one)
    return found


def _strange_words(text: str) -> bool:
    """Whether words stand before digits that do not speak of telephones."""
    words = [w for w in _LETTERS.findall(text[-60:].replace(_HIDDEN, " ")) if w not in _PLACES]
    return bool(words) and not decoys.speaks_of_phones(text, "")


def looks_like_phone(text: str) -> bool:
    """Whether a text is one telephone number and little else: decoration, a country's name, an extension.

    Digits that no plan knows count as well where nothing else stands there, so that the answer says why they are none.
    """
    if len(text) > 200:
        return False
    plain = fold(text.strip()).text.strip()
    if _BARE.fullmatch(plain):
        return sum(c.isdigit() for c in plain) >= 3 and not _is_other(plain, plain)
    if _URI.match(plain) or read_dial_code(plain):
        return True
    if decoys.is_placeholder(plain) and not _LETTERS.search(re.sub(r"[xXхХ×nN]", "", plain)):
        return True
    letters = [w for w in _LETTERS.findall(as_digits(plain)) if w != BREAK]
    if not letters:
        digits = as_digits(plain)
        return sum(c.isdigit() for c in digits) >= 3 and not _is_other(plain, digits)
    one = _single(plain, None) or _single(plain, "US")
    if one is None:
        return False
    rest = plain[: one.start] + " " + plain[one.end :]
    return all(w in _PLACES for w in _LETTERS.findall(rest))


def _is_other(plain: str, digits: str) -> bool:
    runs = list(seen.runs(digits))
    return bool(re.match(r"\s*[$¥￥€£]", plain)) or (len(runs) == 1 and decoys.is_decoy(runs[0]))
