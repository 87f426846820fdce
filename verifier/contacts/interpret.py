"""Which number a piece of digits is: in which order numbering plans are asked, and how sure the answer is."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from verifier.contacts import phone_text as seen
from verifier.contacts.model import Phone
from verifier.contacts.numbering import calling_code, international, is_chinese_area, national, short_number, short_number_elsewhere
from verifier.contacts.phone_text import Piece
from verifier.contacts.service_numbers import regions_of, service_type
from verifier.data import table

Evidence = Literal["international", "shape", "region", "short"]
"""How sure it is that digits are a telephone number at all: by ``+`` or ``00``; by an unmistakable shape; only because the
region has such numbers; a short number, which any small number could be."""


class Reading(msgspec.Struct, frozen=True):
    """A number that digits are, and how sure it is that they are one."""

    phone: Phone
    evidence: Evidence


_CN_MOBILE = re.compile(r"1[3-9]\d{9}")
_CN_SERVICE = re.compile(r"[48]00\d{7}")
_NANP = re.compile(r"1?[2-9]\d\d[2-9]\d{6}")
_NANP_TOLL_FREE = re.compile(r"8(?:00|33|44|55|66|77|88)[2-9]\d{6}")
_NANP_SHAPES = frozenset({(3, 3, 4), (1, 3, 3, 4), (1, 10), (3, 7), (1, 3, 7)})
_TABLE = table("phone_shapes")
_OWN_GROUP_CODES = frozenset(_TABLE["codes_set_apart"]["codes"])
_SOLID_CODES: dict[str, int] = _TABLE["codes_in_one_piece"]["digits"]


def interpret(piece: Piece, region: str | None, elsewhere: bool) -> Reading | None:
    """The number that a piece of digits is, or None: with ``+`` or ``00`` first, then in ``region``, then by an unmistakable foreign shape.

    ``elsewhere`` also takes short numbers of other regions.
    """
    piece = seen.without_trunk_zero(piece)
    digits = piece.digits
    if piece.plus:
        return _certain(international(digits, unassigned=False) or _nanp_slip(piece, digits, region) or international(digits))
    apart = len(piece.groups) >= 2 and 3 <= len(piece.groups[0]) <= 5
    if digits.startswith("00") and len(digits) >= (8 if apart else 10) and (found := international(digits[2:], unassigned=apart)):
        return _certain(found)
    if digits.startswith("011") and len(digits) >= 12 and region is None:
        return _certain(_valid(digits[3:]))
    if region and (reading := _at_home(piece, digits, region)):
        return reading
    if found := _foreign(piece, digits, region):
        return Reading(found, "shape" if _is_unmistakable(piece, digits) else "region")
    if region and calling_code(region) == 1 and piece.shape in _NANP_SHAPES and _NANP.fullmatch(digits):
        return _certain(international("1" + digits[-10:]))
    if len(digits) > 9 and region is None and service_type(digits, "CN") and (found := short_number(digits, "CN")):
        return Reading(assumed(found), "short")
    somewhere = region is None or (len(digits) <= 6 and bool(regions_of(digits, calls_only=True)))
    if elsewhere and len(piece.groups) <= 2 and somewhere and (found := short_number_elsewhere(digits)):
        return Reading(found, "short")
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
    return found if region or found is None else assumed(found)


def _certain(found: Phone | None) -> Reading | None:
    return Reading(found, "international") if found else None


def _at_home(piece: Piece, digits: str, region: str) -> Reading | None:
    if len(digits) <= 9 and (found := short_number(digits, region)):
        return Reading(found, "short")
    apart = len(piece.groups) >= 2 and is_chinese_area(piece.groups[0])
    if found := national(digits, region, separated=apart):
        return Reading(found, "shape" if _is_telling(piece, digits, region, found) else "region")
    if found := short_number(digits, region):
        return Reading(found, "short")
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
        return assumed(found)
    code = piece.groups[0]
    if (len(piece.groups) >= 2 and code in _OWN_GROUP_CODES and len(digits) >= 9) and (found := _valid(digits)):
        return found
    if len(piece.groups) == 1:
        for code, length in _SOLID_CODES.items():
            if len(digits) == length and digits.startswith(code) and (code != "1" or region != "CN") and (found := _valid(digits)):
                return found
    if piece.shape in _NANP_SHAPES and _NANP.fullmatch(digits) and (found := national(digits, "US")):
        return assumed(found)
    if digits[0] == "0" and len(piece.groups) >= 2:
        if is_chinese_area(piece.groups[0][1:]) and len(digits) - len(piece.groups[0]) in (7, 8) and piece.shape != (3, 3, 4):
            found = national(digits, "CN")
        elif service_type(digits, "CN"):
            found = short_number(digits, "CN")
        elif piece.shape == (4, 3, 3) and digits.startswith("09"):
            found = national(digits, "TW")
        else:
            return None
        return assumed(found) if found else None
    return None


def _valid(digits: str) -> Phone | None:
    return international(digits, assumed=True, unassigned=False)


def assumed(phone: Phone) -> Phone:
    """The number, marked as read by its shape alone."""
    return msgspec.structs.replace(phone, region_assumed=True)
