"""Telephone numbers: the only importer of phonenumbers (libphonenumber with its short numbers)."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from phonenumbers import shortnumberinfo as short

from verifier.contacts.disguise import fold
from verifier.contacts.model import Phone
from verifier.errors import InvalidRequest, N_, Unreadable

_TYPES = {
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

_SHAPE = re.compile(r"[\d\s+().\-–—/·•*#,;:~xX|_]{2,60}")
_PLACEHOLDER = re.compile(r"[\d\s+()\-–—*xX×]*[xX×*]{2,}[\d\s+()\-–—*xX×]*")


def region_code(text: str) -> str:
    """The upper-case region; raises `InvalidRequest` for one that does not exist."""
    region = text.strip().upper()
    if region not in REGIONS:
        raise InvalidRequest(
            N_("“{region}” is not a region we know. Use a two-letter code such as CN, HK or US."), field="region", region=text[:20]
        )
    return region


def looks_like_phone(text: str) -> bool:
    """Whether a text consists of what numbers are written with, three digits at least."""
    plain = fold(text.strip()).text
    return bool(_SHAPE.fullmatch(plain) or _PLACEHOLDER.fullmatch(plain)) and (
        sum(c.isdigit() for c in plain) >= 3 or bool(_PLACEHOLDER.fullmatch(plain))
    )


def read_phone(text: str, region: str | None = None) -> Phone:
    """Read one number. ``region`` is tried first; without it, only an international form or an unmistakable shape is read.

    Raises `Unreadable` for a placeholder (``400-XXX-XXXX``) and for what is no number anywhere.
    """
    folded = fold(text.strip())
    plain = folded.text.strip()
    if _PLACEHOLDER.fullmatch(plain):
        raise Unreadable(N_("This is a placeholder, not a telephone number: some of its digits are missing."))
    if plain.startswith("00"):
        plain = "+" + plain[2:]
    digits = re.sub(r"\D", "", plain)
    if not plain.startswith("+"):
        if region and (number := _short(digits, region, folded.disguises)):
            return number
    for candidate, assumed in ((region, False), ("CN", True), ("HK", True), ("TW", True), ("US", True)):
        if assumed and (plain.startswith("+") or region):
            break
        try:
            parsed = phonenumbers.parse(plain, candidate)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            if assumed and not re.fullmatch(r"1[3-9]\d{9}|400\d{7}|[0-9]{10,11}", digits):
                continue
            return _phone(parsed, assumed and not plain.startswith("+"), folded.disguises)
    if not region and 3 <= len(digits) <= 8 and not plain.startswith("+"):
        regions = tuple(sorted(r for r in REGIONS if short.is_valid_short_number_for_region(_bare(digits, r), r)))
        return Phone(digits, digits, None, None, False, "short-code", regions=regions, disguises=folded.disguises)
    if 3 <= len(digits) <= 16:
        raise Unreadable(N_("This is not a telephone number that exists. Check it, and give the country it belongs to."))
    raise Unreadable(N_("This does not read as a telephone number."))


def _bare(digits: str, region: str) -> phonenumbers.PhoneNumber:
    return phonenumbers.PhoneNumber(country_code=phonenumbers.country_code_for_region(region), national_number=int(digits))


def _short(digits: str, region: str, disguises: tuple[str, ...]) -> Phone | None:
    if not 2 < len(digits) < 10 or digits.startswith("0"):
        return None
    if short.is_valid_short_number_for_region(_bare(digits, region), region) or (
        region == "CN" and re.fullmatch(r"95\d{3,6}|96\d{3,4}|12\d{3,6}|10\d{3}", digits)
    ):
        return Phone(digits, digits, None, region, False, "short-code", disguises=disguises)
    return None


def _phone(number: phonenumbers.PhoneNumber, assumed: bool, disguises: tuple[str, ...]) -> Phone:
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return Phone(
        value=e164,
        display=phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
        e164=e164,
        region=phonenumbers.region_code_for_number(number),
        region_assumed=assumed,
        type=_TYPES.get(phonenumbers.number_type(number), "unknown"),
        extension=number.extension or "",
        disguises=disguises,
    )
