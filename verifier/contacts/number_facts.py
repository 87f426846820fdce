"""What a number is, beyond its digits: what it costs, who runs it, where it rings (``verifier/data/number_facts.json``)."""

from __future__ import annotations

from functools import lru_cache

from verifier.contacts.model import Phone
from verifier.data import table
from verifier.errors import N_

_TABLE = table("number_facts")
_MARKS = ("virtual-operator", "satellite", "international-network", "one-ring", "premium", "follow-me")
_BY_PREFIX: dict[str, tuple[str, ...]] = {}
for _mark in _MARKS:
    for _prefix in _TABLE[_mark]["prefixes"]:
        _BY_PREFIX[_prefix] = (*_BY_PREFIX.get(_prefix, ()), _mark)
_LONGEST = max(map(len, _BY_PREFIX))

TYPE_WORDS: dict[str, str] = {
    "mobile": N_("mobile number"),
    "fixed-line": N_("landline"),
    "fixed-line-or-mobile": N_("landline or mobile number"),
    "toll-free": N_("free number"),
    "premium-rate": N_("premium-rate number"),
    "shared-cost": N_("shared-cost number"),
    "voip": N_("internet telephone number"),
    "personal-number": N_("personal number, forwarded to anywhere"),
    "uan": N_("company number"),
    "pager": N_("pager"),
    "voicemail": N_("voicemail number"),
    "short-code": N_("short number"),
    "emergency": N_("emergency number"),
    "emergency-or-operator": N_("emergency or operator's number"),
    "operator": N_("telephone company's own number"),
    "public-service": N_("public service number"),
    "service-number": N_("companies' service number"),
    "sms-port": N_("number for short messages"),
    "unassigned": N_("number in a range that is not in use"),
    "unknown": N_("number of an unknown type"),
}
"""What people call a type of number (msgids)."""


def marks_of(phone: Phone) -> frozenset[str]:
    """What the number's prefixes say about it: any of ``virtual-operator``, ``satellite``, ``international-network``,
    ``one-ring``, ``premium``, ``follow-me``. Short numbers have none."""
    return _marks(phone.e164[1 : _LONGEST + 1]) if phone.e164 else frozenset()


@lru_cache(maxsize=4096)
def _marks(digits: str) -> frozenset[str]:
    return frozenset(mark for n in range(1, _LONGEST + 1) for mark in _BY_PREFIX.get(digits[:n], ()))


EXTENSION = N_("an extension")
COUNTRY_CODE = N_("a country code before a short number")
AREA_CODE = N_("an area code before a short number")
OTHER_DIGITS = N_("other digits")


def addition_to(phone: Phone) -> str:
    """What stands with the number that its owner, who publishes the number alone, does not publish (a msgid); "" for nothing."""
    if phone.extension:
        return EXTENSION
    if "other-digits" in phone.disguises:
        return OTHER_DIGITS
    if "country-code" in phone.disguises:  # short numbers are dialled inside the country; no numbering plan we know promises them abroad
        return COUNTRY_CODE
    if "area-code" in phone.disguises:
        return AREA_CODE
    return ""
