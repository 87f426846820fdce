"""Telephone numbers as people and scammers write them, read into `Phone`: one number, or all in a text."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from verifier.contacts import phone_text as seen
from verifier.contacts.disguise import fold
from verifier.contacts.model import Phone
from verifier.contacts.numbering import (
    REGIONS,
    calling_code,
    international,
    is_chinese_area,
    national,
    region_code,
    short_number,
    short_number_elsewhere,
)
from verifier.contacts.numerals import BREAK, CHINESE, FILLER, KEYPAD, as_digits, has_chinese_numerals
from verifier.contacts.phone_text import Piece
from verifier.contacts.service_numbers import regions_of, service_type
from verifier.errors import N_, Unreadable

__all__ = ["REGIONS", "find_phones", "looks_like_phone", "read_phone", "region_code"]

Evidence = Literal["international", "shape", "region", "short"]
"""How sure it is that digits are a telephone number at all: by ``+`` or ``00``; by an unmistakable shape; only because the
region has such numbers; a short number, which any small number could be."""

MOST_ATTEMPTS = 64
"""How many pieces of one text are held against numbering plans (each costs some 50 µs); nobody writes more numbers."""


class _Reading(msgspec.Struct, frozen=True):
    phone: Phone
    evidence: Evidence


# --- digits → number ---------------------------------------------------------------------------------------------------

_CN_MOBILE = re.compile(r"1[3-9]\d{9}")
_CN_SERVICE = re.compile(r"[48]00\d{7}")
_NANP = re.compile(r"1?[2-9]\d\d[2-9]\d{6}")
_NANP_TOLL_FREE = re.compile(r"8(?:00|33|44|55|66|77|88)[2-9]\d{6}")
_NANP_SHAPES = frozenset({(3, 3, 4), (1, 3, 3, 4), (1, 10), (3, 7), (1, 3, 7)})
_OWN_GROUP_CODES = frozenset(
    [
        "1", "7", "20", "27", "31", "32", "33", "34", "39", "41", "43", "44", "45", "46", "47", "48", "49", "52", "54", "55",
        "57", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "94", "95", "233", "234",
        "254", "351", "353", "358", "380", "420", "852", "853", "855", "856", "880", "886", "966", "971", "972", "974", "977",
        "998",
    ]
)
"""Country codes that are read without ``+`` where they stand apart (ITU-T E.164, list of assigned codes; those often seen)."""

_SOLID_CODES = {"86": 13, "852": 11, "853": 11, "886": 12, "84": 11, "44": 12, "65": 10, "60": 11, "81": 12, "82": 12, "1": 11}
"""Country codes that are read in front of digits in one piece, and how many digits there are then in all."""


def _interpret(piece: Piece, region: str | None, elsewhere: bool) -> _Reading | None:
    """The number that digits are: with ``+`` or ``00`` first, then in ``region``, then by an unmistakable foreign shape.

    ``elsewhere`` also takes short numbers of other regions.
    """
    piece = seen.without_trunk_zero(piece)
    digits = piece.digits
    if piece.plus:
        return _certain(international(digits, unassigned=False) or _nanp_slip(piece, digits, region) or international(digits))
    if digits.startswith("00") and len(digits) >= 10:
        apart = len(piece.groups) >= 2 and 3 <= len(piece.groups[0]) <= 5
        if found := international(digits[2:], unassigned=apart):
            return _certain(found)
    if digits.startswith("011") and len(digits) >= 12 and region is None:
        return _certain(_valid(digits[3:]))
    if region and (reading := _at_home(piece, digits, region)):
        return reading
    if found := _foreign(piece, digits, region):
        return _Reading(found, "shape" if _is_unmistakable(piece, digits) else "region")
    if region and calling_code(region) == 1 and piece.shape in _NANP_SHAPES and _NANP.fullmatch(digits):
        return _certain(international("1" + digits[-10:]))
    if len(digits) > 9 and region is None and service_type(digits, "CN") and (found := short_number(digits, "CN")):
        return _Reading(_assumed(found), "short")
    somewhere = region is None or (len(digits) <= 6 and bool(regions_of(digits, calls_only=True)))
    if elsewhere and len(piece.groups) <= 2 and somewhere and (found := short_number_elsewhere(digits)):
        return _Reading(found, "short")
    return None


def _is_unmistakable(piece: Piece, digits: str) -> bool:
    """Whether a foreign shape needs no word that speaks of telephones beside it."""
    if _CN_MOBILE.fullmatch(digits) or _CN_SERVICE.fullmatch(digits):
        return True
    return len(piece.groups) >= 2 and piece.groups[0] not in _OWN_GROUP_CODES - {"1", "86", "852", "853", "886"}


def _nanp_slip(piece: Piece, digits: str, region: str | None) -> Phone | None:
    """``+(801) 730-9692``: a North American number behind a ``+`` that stands for its 1."""
    if len(digits) != 10 or not _NANP.fullmatch(digits) or (region and calling_code(region) != 1):
        return None
    if region is None and piece.shape != (3, 3, 4) and not _NANP_TOLL_FREE.fullmatch(digits):
        return None
    found = national(digits, region or "US")
    return found if region or found is None else _assumed(found)


def _certain(found: Phone | None) -> _Reading | None:
    return _Reading(found, "international") if found else None


def _at_home(piece: Piece, digits: str, region: str) -> _Reading | None:
    if len(digits) <= 9 and (found := short_number(digits, region)):
        return _Reading(found, "short")
    apart = len(piece.groups) >= 2 and is_chinese_area(piece.groups[0])
    if found := national(digits, region, separated=apart):
        return _Reading(found, "shape" if _is_telling(piece, digits, region, found) else "region")
    if found := short_number(digits, region):
        return _Reading(found, "short")
    return None


def _is_telling(piece: Piece, digits: str, region: str, found: Phone) -> bool:
    """Whether the way it is written leaves little doubt: a Chinese mobile or 400, a trunk 0, groups as its plan has them."""
    if region == "CN" and (found.type == "mobile" or _CN_SERVICE.fullmatch(digits)):
        return True
    if (digits[0] == "0" and len(digits) >= 9) or (digits[0] == "1" and _NANP_TOLL_FREE.fullmatch(digits[1:])):
        return True
    if len(piece.groups) == 1:
        return False
    if len(piece.groups) >= 3 and piece.groups[0] == str(calling_code(region)):
        return True
    local = tuple(len(group) for group in re.findall(r"\d+", found.display))
    return piece.shape in (local, local[1:]) or piece.shape in _NANP_SHAPES or (len(digits) == 8 and piece.shape == (4, 4))


def _foreign(piece: Piece, digits: str, region: str | None) -> Phone | None:
    """A number of another country than ``region`` by a shape that no other plan shares; always marked as assumed."""
    if _CN_MOBILE.fullmatch(digits) and piece.shape != (1, 3, 3, 4) and (found := _valid("86" + digits)):
        return found
    if _CN_SERVICE.fullmatch(digits) and (digits[0] == "4" or piece.shape not in _NANP_SHAPES) and (found := national(digits, "CN")):
        return _assumed(found)
    code = piece.groups[0]
    if (len(piece.groups) >= 2 and code in _OWN_GROUP_CODES and len(digits) >= 9) and (found := _valid(digits)):
        return found
    if len(piece.groups) == 1:
        for code, length in _SOLID_CODES.items():
            if len(digits) == length and digits.startswith(code) and (code != "1" or region != "CN") and (found := _valid(digits)):
                return found
    if piece.shape in _NANP_SHAPES and _NANP.fullmatch(digits) and (found := national(digits, "US")):
        return _assumed(found)
    if digits[0] == "0" and len(piece.groups) >= 2:
        if is_chinese_area(piece.groups[0][1:]) and len(digits) - len(piece.groups[0]) in (7, 8) and piece.shape != (3, 3, 4):
            found = national(digits, "CN")
        elif service_type(digits, "CN"):
            found = short_number(digits, "CN")
        elif piece.shape == (4, 3, 3) and digits.startswith("09"):
            found = national(digits, "TW")
        else:
            return None
        return _assumed(found) if found else None
    return None


def _valid(digits: str) -> Phone | None:
    return international(digits, assumed=True, unassigned=False)


def _assumed(phone: Phone) -> Phone:
    return msgspec.structs.replace(phone, region_assumed=True)


# --- text → numbers ----------------------------------------------------------------------------------------------------

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


def _numbers_in(
    digits: str, run: Piece, region: str | None, elsewhere: bool, attempts: int
) -> tuple[list[tuple[Piece, _Reading]], int]:
    """The numbers in one run: it as a whole, else its parts."""
    before = digits[max(0, run.start - _AROUND) : run.start]
    if len(run.digits) < 3 or seen.labelled_as_other(before) or seen.is_decoy(run):
        return [], 0
    used = 1
    whole = _interpret(run, region, elsewhere) if len(run.digits) <= seen.LONGEST else None
    few = len(run.groups) <= (3 if region else 2) or max(run.shape) == 1
    if whole and (whole.evidence != "short" or few or whole.phone.type == "sms-port"):
        return [(run, whole)], used
    if len(run.groups) <= 8 and (cut := seen.without_extension(digits, run)):
        used += 1
        shorter = _interpret(cut[0], region, elsewhere=False)
        if shorter and shorter.evidence in ("international", "shape") and shorter.phone.type != "unassigned":
            return [(run, _Reading(msgspec.structs.replace(shorter.phone, extension=cut[1]), shorter.evidence))], used
    best: list[tuple[Piece, _Reading]] = []
    for strong, parts in seen.split(digits, run):
        got: list[tuple[Piece, _Reading]] = []
        for part in parts:
            if not 3 <= len(part.digits) <= seen.LONGEST or seen.is_decoy(part):
                continue
            used += 1
            if used > attempts:
                return best or got, used
            if (reading := _interpret(part, region, elsewhere)) and (reading.evidence != "short" or (strong and len(part.groups) == 1)):
                got.append((part, reading))
        if len(got) > len(best):
            best = got
    return best, used


def _placed(digits: str, piece: Piece, reading: _Reading) -> _Seen:
    extension, end = seen.extension_after(digits, piece.end)
    phone = msgspec.structs.replace(reading.phone, extension=extension) if extension else reading.phone
    start = piece.start
    if start and digits[start - 1] in "([（【「<":
        start -= 1
    while start and digits[start - 1] == FILLER:
        start -= 1
    return _Seen(phone, start, end, reading.evidence)


_PLAIN = re.compile(r"\(?\+?\(?\d[\d().\- 〇零一二三四五六七八九转轉]{1,30}")


def find_phones(folded_text: str, region: str | None) -> list[tuple[Phone, int, int]]:
    """Every telephone number in a text, with its place in it (``start``, ``end`` exclusive), in order, none overlapping.

    ``folded_text`` is the text after `verifier.contacts.disguise.fold`; ``region`` reads national numbers. Digits that may as
    well be something else (amounts, dates, orders, accounts) count only where the words around speak of telephones. Linear.
    """
    found: list[tuple[Phone, int, int]] = []
    if region not in REGIONS:
        region = None
    vanity = _vanity(folded_text, region, strict=True)
    for one in (*vanity, *_scan(folded_text, region)):
        before = folded_text[max(0, one.start - _AROUND) : one.start]
        after = folded_text[one.end : one.end + _AFTER]
        if any(one.start < v.end and v.start < one.end for v in vanity if v is not one):
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


# --- letters for digits ------------------------------------------------------------------------------------------------

_VANITY = re.compile(
    r"(?<![\w.])(?:\+?1[\s.\-]{0,3})?\(?(8(?:00|33|44|55|66|77|88)|900)\)?[\s.\-]{1,3}"
    r"(?=[0-9.\- ]{0,6}[A-Za-z])((?:[A-Z0-9](?:[.\- ]?[A-Z0-9]){6,14}|[A-Za-z0-9](?:[.\-]?[A-Za-z0-9]){6,14}))(?![\w])"
)
_SPELLED = re.compile(r"\d[ .)\-]{1,3}[A-Za-z0-9.\- ]{0,6}[A-Za-z]{2}")
_VANITY_AU = re.compile(r"(?<![\w.])(1[38]00)[\s\-]?([A-Z0-9]{6,10})(?!\w)|(?<![\w.])(13)[\s\-]?([A-Z]{4})(?!\w)")


def _vanity(text: str, region: str | None, strict: bool = False) -> list[_Seen]:
    """Numbers spelled on the keypad, where that is customary: North American 8xx numbers and Australian 13, 1300 and 1800."""
    found: list[_Seen] = []
    if not _SPELLED.search(text):
        return found
    if region == "AU":
        for match in _VANITY_AU.finditer(text):
            word = match[2] or match[4]
            length = 6 if match[2] else 4
            phone = _keyed((match[1] or match[3]) + word.upper()[:length], "AU", word)
            if phone:
                found.append(_Seen(phone, match.start(), match.end(), "shape"))
        return found
    for match in _VANITY.finditer(text):
        word = re.sub(r"[.\- ]", "", match[2])
        if sum(c.isalpha() for c in word) < 3 or (strict and (" " in match[2] or not word.isupper())) or re.search(r"\d[xX]\d+$", word):
            continue
        home = region is not None and calling_code(region) == 1
        if not home and not match[0].lstrip("+(").startswith("1"):
            continue
        phone = _keyed(match[1] + word.upper()[:7], "US", word)
        if phone:
            found.append(_Seen(phone if home or match[0].startswith("+") else _assumed(phone), match.start(), match.end(), "shape"))
    return found


def _keyed(spelled: str, region: str, word: str) -> Phone | None:
    letters = {c for c in word.upper() if c.isalpha()}
    if len(letters) < 2 or "XX" in word.upper():
        return None
    return national(spelled.translate(KEYPAD), region)


# --- one number --------------------------------------------------------------------------------------------------------

_URI = re.compile(r"\s*(?:tel|sms|smsto|callto|whatsapp|facetime|sip)\s*:(?://)?(?:send\?phone=)?", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_HARMLESS = re.compile(
    "[A-Z]{2,3}|or|and|the|at|us|或|和|或者|号|號|转|中国|中國|香港|台湾|台灣|大陆|大陸|美国|美國|英国|英國|日本|澳门|澳門|新加坡"
)


def read_phone(text: str, region: str | None = None) -> Phone:
    """Read one number; of several, the first. ``region`` is tried first; without it, only an international form or an
    unmistakable shape is read, and a short number says where it would mean something.

    Raises `Unreadable` for a placeholder (``400-XXX-XXXX``), for digits that are labelled as something else, and for what is
    no number anywhere.
    """
    folded = fold(text.strip())
    plain = _URI.sub("", folded.text, count=1) if ":" in folded.text else folded.text
    plain = plain.replace("\n", " ").strip()
    one = _single(plain, region)
    if one is not None:
        how = folded.disguises + one.phone.disguises
        return msgspec.structs.replace(one.phone, disguises=how) if folded.disguises else one.phone
    if seen.is_placeholder(plain):
        raise Unreadable(N_("This is a placeholder, not a telephone number: some of its digits are missing."))
    digits = sum(c.isdigit() for c in as_digits(plain[:200]))
    if 3 <= digits <= 17:
        raise Unreadable(N_("This is not a telephone number that exists. Check it, and give the country it belongs to."))
    raise Unreadable(N_("This does not read as a telephone number."))


def _single(plain: str, region: str | None) -> _Seen | None:
    if seen.is_placeholder(plain):
        return None
    for one in _vanity(plain, region) or _scan(plain, region, elsewhere=True):
        before, after = plain[max(0, one.start - _AROUND) : one.start], plain[one.end : one.end + _AFTER]
        if seen.is_amount_by_context(before, after) or (seen.is_stuck(before, after) and one.evidence != "international"):
            continue
        if one.evidence in ("region", "short") and _strange_words(plain[: one.start]):
            continue
        return one
    return None


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
    if _URI.match(plain):
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
