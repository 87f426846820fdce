"""Digits → a telephone number: which plan's it is, or what short number.

Works on bare ASCII digits. How people write them is `verifier.contacts.phone_text`'s business.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from verifier.contacts import plans
from verifier.contacts.model import Phone
from verifier.contacts.plans import REGIONS, Number, calling_code
from verifier.contacts.service_numbers import regions_of, service_type
from verifier.errors import N_, InvalidRequest

__all__ = [
    "REGIONS",
    "calling_code",
    "international",
    "is_chinese_area",
    "national",
    "region_code",
    "short_number",
    "short_number_elsewhere",
]

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


def international(digits: str, *, assumed: bool = False, unassigned: bool = True) -> Phone | None:
    """The number behind ``+``, or None. A zero more than the plan has (``+0086…``) is a slip and is forgiven.

    ``unassigned`` also takes a number of a possible length in a range that the plan does not use: callers' numbers that
    cannot exist are worth naming. The 1 that stood before Mexican mobiles until 2019 is dropped. A service number behind its country's code (``+86 95588``) is that service number.
    """
    digits = digits.lstrip("0")
    number = plans.parsed(digits, None) if 5 <= len(digits) <= 17 else None
    if number is None:
        return None
    if number.code == 86 and (line := _behind_area("0" + number.national)):
        return msgspec.structs.replace(line, disguises=("country-code",))
    region, kind = plans.identified(number)
    if kind:
        return _phone(number, region, kind, assumed)
    if digits.startswith("521") and len(digits) == 13:
        return international("52" + digits[3:], assumed=assumed, unassigned=unassigned)
    home = plans.main_region(number.code)
    if len(number.national) <= 9 and home in REGIONS and (found := short_number(number.national, home)) and not found.e164:
        return msgspec.structs.replace(found, disguises=("country-code",))
    if unassigned and number.national[0] != "0" and len(set(number.national)) > 1 and plans.is_possible(number):
        bare = number.e164[1:]
        stands = plans.parsed(bare, None) == number  # what is left may begin with a trunk prefix again
        return _phone(number, home, "unassigned", assumed) if stands else international(bare, assumed=assumed)
    return None


def national(digits: str, region: str, *, separated: bool = False) -> Phone | None:
    """The number as dialled inside ``region``, or None.

    Chinese landlines want their 0, or an area code set apart: ten digits in one piece are a QQ number as often as a landline.
    """
    number = plans.parsed(digits, region) if 3 <= len(digits) <= 17 else None
    if number is None:
        return None
    whose, kind = plans.identified(number)
    if not kind:
        return None
    bare = digits[0] != "0" and not separated and digits != number.e164[1:]
    return None if bare and whose == "CN" and kind == "fixed-line" else _phone(number, whose, kind)


def is_chinese_area(digits: str) -> bool:
    """Whether digits are a Chinese area code, without its 0 (电信网编号计划, 长途区号)."""
    return bool(_CN_AREA.fullmatch(digits))


def _behind_area(digits: str) -> Phone | None:
    """The Chinese 95 number behind an area code, or None: 95XXX(X) are one company's all over the country (96XXX are not).

    Whether a company answers there as well is its own affair, and few publish it: the area code is kept as an addition.
    """
    match = _CN_AREA_95.fullmatch(digits)
    return Phone(match[1], match[1], None, "CN", False, "service-number", disguises=("area-code",)) if match else None


def short_number(digits: str, region: str) -> Phone | None:
    """The short or service number ``digits`` of ``region``, or None."""
    if region == "CN" and (line := _behind_area(digits)):
        return line
    kind = service_type(digits, region)
    if not kind and not (2 < len(digits) < 10 and digits[0] != "0" and plans.is_short(digits, region)):
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
    others = () if digits[0] == "0" else tuple(r for r in sorted(REGIONS) if r not in ours and plans.is_short(digits, r))
    return (*ours, *others)[:MOST_REGIONS]


def _spaced(digits: str, region: str) -> str:
    if region == "CN" and digits[0] == "0":
        area = 3 if digits[1] in "12" else 4
        return f"{digits[:area]}-{digits[area:]}"
    return digits


def _phone(number: Number, region: str, kind: str, assumed: bool = False) -> Phone:
    return Phone(
        value=number.e164,
        display=plans.international_spelling(number),
        e164=number.e164,
        region=region if region in REGIONS else None,
        region_assumed=assumed,
        type=kind,
    )
