"""The world's numbering plans, as libphonenumber tabulates them: the only importer of phonenumbers.

The library compiles a table's patterns anew for every question. A check asks for a number's region, type and usual spelling,
so each plan's patterns are compiled here, once, when its first number comes; they are asked in the library's order, and tests
hold the answers against the library's own. What takes more than stripping a trunk prefix is left to its parser.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec
import phonenumbers
from phonenumbers import ValidationResult
from phonenumbers import shortnumberinfo as short

REGIONS: frozenset[str] = frozenset(phonenumbers.SUPPORTED_REGIONS)
"""ISO 3166-1 alpha-2 codes of the regions whose numbers we can read."""

MOST_PLANS = 512
"""More than there are plans: 245 regions and the few networks that belong to none."""


class Number(msgspec.Struct, frozen=True):
    """A number as a plan has it."""

    code: int
    """Country calling code."""
    national: str
    """National (significant) number, with the zeros that belong to it (ITU-T E.164)."""

    @property
    def e164(self) -> str:
        """``+`` and all digits."""
        return f"+{self.code}{self.national}"


class _Shape:
    """Numbers of one description: how long they can be and what they look like."""

    def __init__(self, description: Any) -> None:
        self.lengths = frozenset(description.possible_length)
        self._pattern = re.compile(description.national_number_pattern)

    def resembles(self, national: str) -> bool:
        """Whether a national number has their pattern, whatever its length."""
        return self._pattern.fullmatch(national) is not None

    def fits(self, national: str) -> bool:
        """Whether a national number is one of them."""
        return (not self.lengths or len(national) in self.lengths) and self._pattern.fullmatch(national) is not None


def _shape(description: Any) -> _Shape | None:
    return _Shape(description) if description is not None and description.national_number_pattern else None


# In the library's order: the first that fits is the type. Fixed lines and mobiles come last and may be one and the same.
_SPECIAL = {
    "premium-rate": "premium_rate",
    "toll-free": "toll_free",
    "shared-cost": "shared_cost",
    "voip": "voip",
    "personal-number": "personal_number",
    "pager": "pager",
    "uan": "uan",
    "voicemail": "voicemail",
}


class _Plan:
    """One region's plan, compiled."""

    def __init__(self, plan: Any) -> None:
        self.code: int = plan.country_code
        self.general = _Shape(plan.general_desc)
        self._special = tuple((name, shape) for name, field in _SPECIAL.items() if (shape := _shape(getattr(plan, field))))
        self._fixed, self._mobile = _shape(plan.fixed_line), _shape(plan.mobile)
        self._alike = bool(plan.same_mobile_and_fixed_line_pattern)
        self.leading = re.compile(plan.leading_digits) if plan.leading_digits else None
        self._trunk = re.compile(plan.national_prefix_for_parsing) if plan.national_prefix_for_parsing else None
        self._rewrites = bool(plan.national_prefix_transform_rule)
        self._abroad = re.compile(plan.international_prefix) if plan.international_prefix else None
        self._spellings = tuple(
            (
                re.compile(form.leading_digits_pattern[-1]) if form.leading_digits_pattern else None,
                re.compile(form.pattern),
                re.sub(r"\\(\d)", r"{\1}", form.format),
            )
            for form in plan.intl_number_format or plan.number_format
        )

    def type_of(self, national: str) -> str:
        """What kind of number it is (``mobile``, ``toll-free`` …), "" for one the plan does not have."""
        if not self.general.fits(national):
            return ""
        for name, shape in self._special:
            if shape.fits(national):
                return name
        if self._fixed and self._fixed.fits(national):
            return "fixed-line-or-mobile" if self._alike or (self._mobile and self._mobile.fits(national)) else "fixed-line"
        return "mobile" if not self._alike and self._mobile and self._mobile.fits(national) else ""

    def spelled(self, national: str) -> str:
        """The groups people in the plan's regions write it in."""
        for leading, pattern, spelling in self._spellings:
            if (leading is None or leading.match(national)) and (match := pattern.fullmatch(national)):
                return spelling.format(match[0], *match.groups())
        return national

    def without_trunk(self, digits: str) -> str | None:
        """National digits without what is dialled before them at home; None where only the library's parser knows."""
        match = self._trunk.match(digits) if self._trunk else None
        if match is None:
            return digits
        if self._rewrites or match.groups():
            return None
        rest = digits[match.end() :]
        return digits if self.general.resembles(digits) and not self.general.resembles(rest) else rest

    def dials_abroad(self, digits: str) -> bool:
        """Whether digits begin with what is dialled before a foreign number."""
        return self._abroad is not None and self._abroad.match(digits) is not None


@lru_cache(maxsize=MOST_PLANS)
def _plan(code: int, region: str) -> _Plan:
    return _Plan(phonenumbers.PhoneMetadata.metadata_for_region_or_calling_code(code, region))


def calling_code(region: str) -> int:
    """The country calling code of a region (86 for CN); 0 for one that has none."""
    return int(phonenumbers.country_code_for_region(region))


def main_region(code: int) -> str:
    """The region that a country calling code belongs to first (US for 1), ``001`` for a network of no country."""
    return str(phonenumbers.region_code_for_country_code(code))


def identified(number: Number) -> tuple[str, str]:
    """The region whose number it is and its type (``mobile``, ``toll-free`` …); two empty strings for one that nobody can have."""
    regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(number.code, ())
    for region in regions:
        plan = _plan(number.code, region)
        if len(regions) > 1 and plan.leading and not plan.leading.match(number.national):
            continue
        kind = plan.type_of(number.national)
        if kind or plan.leading:
            return (region, kind) if kind else ("", "")
    return "", ""


def international_spelling(number: Number) -> str:
    """``+86 138 0013 8000``."""
    return f"+{number.code} {_plan(number.code, main_region(number.code)).spelled(number.national)}"


def parsed(digits: str, region: str | None) -> Number | None:
    """The number that bare digits are: behind a ``+`` without ``region``, else as dialled there. None for what cannot be one.

    It need not be assigned: see `identified`.
    """
    short_way = _international(digits) if region is None else _national(digits, region)
    if short_way is not None:
        return short_way
    try:
        number = phonenumbers.parse(digits if region else "+" + digits, region)
    except phonenumbers.NumberParseException:
        return None
    return Number(number.country_code or 0, phonenumbers.national_significant_number(number))


def _international(digits: str) -> Number | None:
    for length in (1, 2, 3) if digits[:1] != "0" else ():
        code = int(digits[:length])
        if code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            rest = digits[length:]
            plan = _plan(code, main_region(code))
            return Number(code, rest) if plan.general.fits(rest) and plan.without_trunk(rest) == rest else None
    return None


def _national(digits: str, region: str) -> Number | None:
    plan = _plan(calling_code(region), region)
    if plan.dials_abroad(digits) or (digits.startswith(str(plan.code)) and not plan.general.fits(digits)):
        return None
    rest = plan.without_trunk(digits)
    return Number(plan.code, rest) if rest and plan.general.fits(rest) else None


def is_possible(number: Number) -> bool:
    """Whether a number has a length that its plan knows, in use or not."""
    value = phonenumbers.parse(number.e164, None)
    return bool(phonenumbers.is_possible_number_with_reason(value) == ValidationResult.IS_POSSIBLE)


@lru_cache(maxsize=8192)
def is_short(digits: str, region: str) -> bool:
    """Whether the library knows ``digits`` as a short number of ``region``."""
    number = phonenumbers.PhoneNumber(country_code=calling_code(region), national_number=int(digits))
    return bool(short.is_valid_short_number_for_region(number, region))
