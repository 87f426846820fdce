"""Telephone numbers as people and scammers write them, read into `Phone`: one number, or all in a text."""

from __future__ import annotations

import re
from urllib.parse import unquote

import msgspec

from verifier.contacts import phone_text as seen
from verifier.contacts.dial_codes import find_dial_codes, read_dial_code
from verifier.contacts.disguise import fold
from verifier.contacts.interpret import Evidence, Reading, interpret
from verifier.contacts.model import Phone
from verifier.contacts.numbering import REGIONS, region_code
from verifier.contacts.numerals import BREAK, CHINESE, FILLER, as_digits, has_chinese_numerals
from verifier.contacts.phone_text import Piece
from verifier.contacts.spelled import spelled_numbers
from verifier.errors import N_, Unreadable

__all__ = ["REGIONS", "MoreThanANumber", "find_phones", "looks_like_phone", "read_phone", "region_code"]

MOST_ATTEMPTS = 64
"""How many pieces of one text are held against numbering plans (each costs some 50 µs); nobody writes more numbers."""


class MoreThanANumber(Unreadable):
    """More stands there than one number: which number the answer were about would be a guess."""


class _Seen(msgspec.Struct, frozen=True):
    """A number in a text: its place in the folded text, and how sure it is."""

    phone: Phone
    start: int
    end: int
    evidence: Evidence


_AROUND = 18
_AFTER = 10


def _scan(text: str, region: str | None, elsewhere: bool = False) -> list[_Seen]:
    """All numbers in ``text`` (already folded), in order."""
    found = _scan_digits(as_digits(text), region, elsewhere)
    if has_chinese_numerals(text):
        taken = [(s.start, s.end) for s in found]
        others = _scan_digits(as_digits(text, chinese=False), region, elsewhere)
        found += [s for s in others if not any(s.start < e and b < s.end for b, e in taken) and not _is_torn(text, s)]
        found.sort(key=lambda s: s.start)
    return found


def _spelled(text: str, region: str | None, strict: bool = False) -> list[_Seen]:
    return [_Seen(one.phone, one.start, one.end, "shape") for one in spelled_numbers(text, region, strict)]


def _is_torn(text: str, one: _Seen) -> bool:
    """Whether a short number is what is left of a longer one when numerals beside it are not read."""
    return one.evidence == "short" and (text[one.start - 1 : one.start] in CHINESE or text[one.end : one.end + 1] in CHINESE)


def _scan_digits(digits: str, region: str | None, elsewhere: bool) -> list[_Seen]:
    found: list[_Seen] = []
    attempts = MOST_ATTEMPTS
    for run in seen.runs(digits):
        if attempts <= 0:
            break
        pieces, used = _numbers_in(digits, run, region, elsewhere, attempts)
        attempts -= used
        found.extend(_placed(digits, piece, reading) for piece, reading in pieces)
    return found


def _numbers_in(digits: str, run: Piece, region: str | None, elsewhere: bool, attempts: int) -> tuple[list[tuple[Piece, Reading]], int]:
    """The numbers in one run: it as a whole, else its parts."""
    before = digits[max(0, run.start - _AROUND) : run.start]
    if len(run.digits) < 3 or seen.labelled_as_other(before) or seen.is_decoy(run):
        return [], 0
    used = 1
    whole = interpret(run, region, elsewhere) if len(run.digits) <= seen.LONGEST else None
    few = len(run.groups) <= (3 if region else 2) or max(run.shape) == 1
    if whole and (whole.evidence != "short" or few or whole.phone.type == "sms-port"):
        return [(run, whole)], used
    if len(run.groups) <= 8 and (cut := seen.without_extension(digits, run)):
        used += 1
        shorter = interpret(cut[0], region, elsewhere=False)
        if shorter and shorter.evidence in ("international", "shape") and shorter.phone.type != "unassigned":
            return [(run, Reading(msgspec.structs.replace(shorter.phone, extension=cut[1]), shorter.evidence))], used
    best: list[tuple[Piece, Reading]] = []
    for strong, parts in seen.split(digits, run):
        got: list[tuple[Piece, Reading]] = []
        for part in parts:
            if not 3 <= len(part.digits) <= seen.LONGEST or seen.is_decoy(part):
                continue
            used += 1
            if used > attempts:
                return best or got, used
            if (reading := interpret(part, region, elsewhere)) and (reading.evidence != "short" or (strong and len(part.groups) == 1)):
                got.append((part, reading))
        if len(got) > len(best):
            best = got
    return best, used


def _placed(digits: str, piece: Piece, reading: Reading) -> _Seen:
    extension, end = seen.extension_after(digits, piece.end)
    phone = msgspec.structs.replace(reading.phone, extension=extension) if extension else reading.phone
    start = piece.start
    if start and digits[start - 1] in "([（【「<":
        start -= 1
    while start and digits[start - 1] == FILLER:
        start -= 1
    return _Seen(phone, start, end, reading.evidence)


_CODE_HIDDEN = "囗"
"""What stands for a dialling code while numbers are looked for: a letter that is in no number and no word."""
_PLAIN = re.compile(r"\(?\+?\(?\d[\d().\- 〇零一二三四五六七八九转轉]{1,30}")


def find_phones(folded_text: str, region: str | None) -> list[tuple[Phone, int, int]]:
    """Every telephone number in a text, with its place in it (``start``, ``end`` exclusive), in order, none overlapping.

    ``folded_text`` is the text after `verifier.contacts.disguise.fold`; ``region`` reads national numbers. Digits that may as
    well be something else (amounts, dates, orders, accounts) count only where the words around speak of telephones. Linear.
    """
    found: list[tuple[Phone, int, int]] = find_dial_codes(folded_text)
    for _, start, end in found:
        folded_text = folded_text[:start] + _CODE_HIDDEN * (end - start) + folded_text[end:]
    if region not in REGIONS:
        region = None
    spelled = _spelled(folded_text, region, strict=True)
    for one in (*spelled, *_scan(folded_text, region)):
        before = folded_text[max(0, one.start - _AROUND) : one.start]
        after = folded_text[one.end : one.end + _AFTER]
        if any(one.start < v.end and v.start < one.end for v in spelled if v is not one):
            continue
        if seen.is_stuck(before, after) or seen.is_amount_by_context(before, after):
            continue
        if one.evidence in ("region", "short") and not seen.speaks_of_phones(before, after):
            continue
        if one.evidence in ("region", "short") and (one.phone.regions or seen.is_solid_date(folded_text[one.start : one.end])):
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
_SURELY = re.compile(r"\+[\d\s()\-]{5,24}|\d{3,13}|1[3-9]\d[ -]\d{4}[ -]\d{4}|[48]00[ -]\d{3,4}[ -]\d{3,4}")
_LETTERS = re.compile(r"[^\W\d_]+")
_HARMLESS = re.compile(
    "[A-Z]{2,3}|or|and|the|at|us|或|和|或者|号|號|转|中国|中國|香港|台湾|台灣|大陆|大陸|美国|美國|英国|英國|日本|澳门|澳門|新加坡"
)


def read_phone(text: str, region: str | None = None) -> Phone:
    """Read one number. ``region`` is tried first; without it, only an international form or an unmistakable shape is read,
    and a short number says where it would mean something. A code to be dialled (``**21*…#``) is read as that code.

    Raises `MoreThanANumber` for several, or other digits beside it; `Unreadable` for a placeholder (``400-XXX-XXXX``), for digits
    that are labelled as something else, and for what is no number anywhere.
    """
    folded = fold(text.strip())
    if _BARE.fullmatch(folded.text) and (alone := _alone(folded.text, region)):
        return msgspec.structs.replace(alone, disguises=folded.disguises + alone.disguises) if folded.disguises else alone
    plain = _without_scheme(folded.text).replace("\n", " \n").strip()
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
    if seen.is_placeholder(plain):
        raise Unreadable(N_("This is a placeholder, not a telephone number: some of its digits are missing."))
    digits = sum(c.isdigit() for c in as_digits(plain[:200]))
    if 3 <= digits <= 17:
        raise Unreadable(N_("This is not a telephone number that exists. Check it, and give the country it belongs to."))
    raise Unreadable(N_("This does not read as a telephone number."))


def _alone(text: str, region: str | None) -> Phone | None:
    """The number that a text of bare digits is as a whole: the common case, in which nothing has to be undone or looked for."""
    run = next(seen.runs(text))
    found, _ = _numbers_in(text, run, region, elsewhere=True, attempts=MOST_ATTEMPTS)
    return found[0][1].phone if found and found[0][0] is run else None


_SEVERAL = N_("There is more than one number in this. Check them one at a time, or send the whole text as a message.")
_MORE = N_("Besides a number there is more in this, which may lead the call elsewhere. Send the number alone.")


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


def _refuse_more(plain: str, one: _Seen, region: str | None) -> bool:
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


def _single(plain: str, region: str | None) -> _Seen | None:
    return next(iter(_all(plain, region)), None)


def _all(plain: str, region: str | None) -> list[_Seen]:
    """The numbers in a text that is said to be one, in order."""
    if seen.is_placeholder(plain):
        return []
    found: list[_Seen] = []
    for one in _spelled(plain, region) or _scan(plain, region, elsewhere=True):
        before, after = plain[max(0, one.start - _AROUND) : one.start], plain[one.end : one.end + _AFTER]
        if seen.is_amount_by_context(before, after) or (seen.is_stuck(before, after) and one.evidence != "international"):
            continue
        if one.evidence in ("region", "short") and _strange_words(plain[: one.start]):
            continue
        found.append(one)
    return found


def _strange_words(text: str) -> bool:
    """Whether words stand before digits that do not speak of telephones."""
    words = [w for w in _LETTERS.findall(text[-60:]) if not _HARMLESS.fullmatch(w)]
    return bool(words) and not seen.speaks_of_phones(text, "")


def looks_like_phone(text: str) -> bool:
    """Whether a text is one telephone number and little else: decoration, a country's name, an extension.

    Digits that no plan knows count as well where nothing else stands there, so that the answer says why they are none.
    """
    if len(text) > 200:
        return False
    plain = fold(text.strip()).text.strip()
    if _SURELY.fullmatch(plain) or _URI.match(plain) or read_dial_code(plain):
        return True
    if seen.is_placeholder(plain) and not _LETTERS.search(re.sub(r"[xXхХ×nN]", "", plain)):
        return True
    letters = [w for w in _LETTERS.findall(as_digits(plain)) if w != BREAK]
    if not letters:
        digits = as_digits(plain)
        return sum(c.isdigit() for c in digits) >= 3 and not _is_other(plain, digits)
    one = _single(plain, None) or _single(plain, "US")
    if one is None:
        return False
    rest = plain[: one.start] + " " + plain[one.end :]
    return all(_HARMLESS.fullmatch(w) for w in _LETTERS.findall(rest))


def _is_other(plain: str, digits: str) -> bool:
    runs = list(seen.runs(digits))
    return bool(re.match(r"\s*[$¥￥€£]", plain)) or (len(runs) == 1 and seen.is_decoy(runs[0]))
