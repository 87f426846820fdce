"""Digits → a number of somebody's numbering plan: the only importer of phonenumbers (libphonenumber, short numbers included).

Works on bare ASCII digits. How people write them is `verifier.contacts.phone_text`'s business.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType, ValidationResult
from phonenumbers import shortnumberinfo as short

from verifier.contacts.model import Phone
from verifier.contacts.service_numbers import regions_of, service_type
from verifier.errors import N_, InvalidRequest

# libphonenumber calls a number valid where it has a type: asking for the type once answers both questions.
TYPES: dict[int, str] = {
    PhoneNumberType.FIXED_LINE: "fixed-line",
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "fixed-line-or-mobile",
    PhoneNumberType.TOLL_FREE: "toll-free",
    PhoneNumberType.PREMIUM_RATE: "premium-rate",
    PhoneNumberType.SHARED_COST: "shared-cost",
    PhoneNumberType.VOIP: "voip",
    PhoneNumberType.PERSONAL_NUMBER: "personal-number",
    PhoneNumberType.PAGER: "pager",
    PhoneNumberType.UAN: "uan",
    PhoneNumberType.VOICEMAIL: "voicemail",
}
REGIONS: frozenset[str] = frozenset(phonenumbers.SUPPORTED_REGIONS)
"""ISO 3166-1 alpha-2 codes of the regions whose numbers we can read."""

MOST_REGIONS = 24
"""How many regions a short number without one lists; the likeliest come first."""

_CN_AREA_95 = re.compile(r"0(?:10|2\d|[3-9]\d\d)(95\d{3,4})")
_CN_AREA = re.compile(r"10|2\d|[3-9]\d\d")


def region_code(text: str) -> str:
    """The upper-case region; raises `InvalidRequest` for one that does not exist."""
    region = text.strip().upper()
    if region not in REGIONS:
        raise InvalidRequest(
            N_("“{region}” is not a region we know. Use a two-letter code such as CN, HK or US."), field="region", region=text[:20]
        )
    return region


def calling_code(region: str) -> int:
    """The country calling code of a region (86 for CN); 0 for one that has none."""
    return int(phonenumbers.country_code_for_region(region))


_FIXED = frozenset({"1", "44", "61", "65", "81", "82", "86", "852", "853", "886"})
"""Country codes whose plans are of fixed length: a number that is valid as it stands is what parsing would make of it."""
_TRUNK = {"CN": "0", "TW": "0", "GB": "0", "JP": "0", "KR": "0", "AU": "0", "HK": "", "MO": "", "SG": "", "US": "1", "CA": "1"}
"""What those plans dial at home before a number, "" for nothing."""


def _as_it_stands(code: str, rest: str) -> tuple[phonenumbers.PhoneNumber, str] | None:
    """The number without the cost of parsing, and its type; None where parsing has to decide."""
    if not 7 <= len(rest) <= 11 or rest[0] == "0":
        return None
    number = phonenumbers.PhoneNumber(country_code=int(code), national_number=int(rest))
    kind = TYPES.get(phonenumbers.number_type(number), "")
    return (number, kind) if kind else None


def _quick_international(digits: str) -> tuple[phonenumbers.PhoneNumber, str] | None:
    for length in (2, 1, 3):
        if digits[:length] in _FIXED:
            return _as_it_stands(digits[:length], digits[length:])
    return None


def _quick_national(digits: str, region: str) -> tuple[phonenumbers.PhoneNumber, str] | None:
    trunk = _TRUNK.get(region)
    if trunk is None:
        return None
    if trunk == "0" and digits[0] == "0":
        digits = digits[1:]
    elif trunk == "0" and (digits[0] != "1" or region != "CN") and digits[0] != "4":
        return None
    elif trunk == "1" and digits[0] == "1":
        digits = digits[1:]
    return _as_it_stands(str(calling_code(region)), digits)


def international(digits: str, *, assumed: bool = False, unassigned: bool = True) -> Phone | None:
    """The number behind ``+``, or None. A zero more than the plan has (``+0086…``) is a slip and is forgiven.

    ``unassigned`` also takes a number of a possible length in a range that the plan does not use: callers' numbers that
    cannot exist are worth naming. The 1 that stood before Mexican mobiles until 2019 is dropped. A service number behind its country's code (``+86 95588``) is that service number.
    """
    digits = digits.lstrip("0")
    if not 5 <= len(digits) <= 17:
        return None
    if quick := _quick_international(digits):
        return _phone(quick[0], assumed, quick[1])
    try:
        number = phonenumbers.parse("+" + digits, None)
    except phonenumbers.NumberParseException:
        return None
    if kind := TYPES.get(phonenumbers.number_type(number), ""):
        return _phone(number, assumed, kind)
    if digits.startswith("521") and len(digits) == 13:
        return international("52" + digits[3:], assumed=assumed, unassigned=unassigned)
    national = str(number.national_number)
    region = phonenumbers.region_code_for_country_code(number.country_code or 0)
    if len(national) <= 9 and region in REGIONS and (found := short_number(national, region)) and not found.e164:
        return msgspec.structs.replace(found, disguises=("country-code",))
    if unassigned and phonenumbers.is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE and len(set(national)) > 1:
        found = _phone(number, assumed, "unassigned")
        return found if found.value == f"+{number.country_code}{national}" and national[0] != "0" else None
    return None


def national(digits: str, region: str, *, separated: bool = False) -> Phone | None:
    """The number as dialled inside ``region``, or None.

    Chinese landlines want their 0, or an area code set apart: ten digits in one piece are a QQ number as often as a landline.
    """
    if not 3 <= len(digits) <= 17:
        return None
    if quick := _quick_national(digits, region):
        number, kind = quick
    else:
        try:
            number = phonenumbers.parse(digits, region)
        except phonenumbers.NumberParseException:
            return None
        kind = TYPES.get(phonenumbers.number_type(number), "")
    if not kind:
        return None
    found = _phone(number, False, kind)
    if found.region == "CN" and found.type == "fixed-line" and digits[0] not in "0" and not separated and not _with_code(digits, number):
        return None
    return found


def _with_code(digits: str, number: phonenumbers.PhoneNumber) -> bool:
    return digits == f"{number.country_code}{number.national_number}"


def is_chinese_area(digits: str) -> bool:
    """Whether digits are a Chinese area code, without its 0 (电信网编号计划, 长途区号)."""
    return bool(_CN_AREA.fullmatch(digits))


def short_number(digits: str, region: str) -> Phone | None:
    """The short or service number ``digits`` of ``region``, or None. A Chinese 95 number behind an area code is that number:
    95XXX(X) are the same company's all over the country (96XXX are not)."""
    kind = service_type(digits, region)
    if kind and region == "CN" and (match := _CN_AREA_95.fullmatch(digits)):
        return Phone(match[1], _spaced(digits, region), None, region, False, kind)
    if not kind and not (2 < len(digits) < 10 and digits[0] != "0" and _is_short(digits, region)):
        return None
    if kind in ("toll-free", "shared-cost", "premium-rate") and len(digits) >= 7 and (full := national(digits, region)):
        return full
    return Phone(digits, _spaced(digits, region), None, region, False, kind or "short-code")


def short_number_elsewhere(digits: str) -> Phone | None:
    """A short number with no region: what it is depends on where it is dialled, which ``regions`` lists; None for nowhere."""
    if not 3 <= len(digits) <= 9:
        return None
    regions = _short_regions(digits)
    return Phone(digits, digits, None, None, False, "short-code", regions=regions) if regions else None


@lru_cache(maxsize=1024)
def _short_regions(digits: str) -> tuple[str, ...]:
    ours = regions_of(digits)
    others = () if digits[0] == "0" else tuple(r for r in sorted(REGIONS) if r not in ours and _is_short(digits, r))
    return (*ours, *others)[:MOST_REGIONS]


@lru_cache(maxsize=8192)
def _is_short(digits: str, region: str) -> bool:
    number = phonenumbers.PhoneNumber(country_code=calling_code(region), national_number=int(digits))
    return bool(short.is_valid_short_number_for_region(number, region))


def _spaced(digits: str, region: str) -> str:
    if region == "CN" and digits[0] == "0":
        area = 3 if digits[1] in "12" else 4
        return f"{digits[:area]}-{digits[area:]}"
    return digits


def _phone(number: phonenumbers.PhoneNumber, assumed: bool, kind: str) -> Phone:
    code = number.country_code or 0
    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(code, ("",))
    region = regions[0] if len(regions) == 1 or kind == "unassigned" else phonenumbers.region_code_for_number(number)
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return Phone(
        value=e164,
        display=phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
        e164=e164,
        region=region if region in REGIONS else None,
        region_assumed=assumed,
        type=kind,
    )
