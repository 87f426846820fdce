"""The compiled numbering plans give libphonenumber's own answers."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from verifier.contacts.plans import REGIONS, identified, international_spelling, parsed

TYPES = {value: name.lower().replace("_", "-") for name, value in vars(PhoneNumberType).items() if name.isupper()}


def assert_as_the_library(digits: str, region: str | None) -> None:
    """Same number, region, type and spelling, or no number with either."""
    ours = parsed(digits, region)
    try:
        theirs = phonenumbers.parse(digits if region else "+" + digits, region)
    except phonenumbers.NumberParseException:
        assert ours is None
        return
    assert ours is not None
    assert ours.e164 == phonenumbers.format_number(theirs, PhoneNumberFormat.E164)
    whose, kind = identified(ours)
    assert kind == ("" if not phonenumbers.is_valid_number(theirs) else TYPES[phonenumbers.number_type(theirs)])
    if kind:
        assert whose == phonenumbers.region_code_for_number(theirs)
        assert international_spelling(ours) == phonenumbers.format_number(theirs, PhoneNumberFormat.INTERNATIONAL)


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_examples_of_each_plan_are_read_as_by_the_library(region: str) -> None:
    """Every type of number of every region: international, national, without its trunk prefix, behind its country code, one digit off."""
    for kind in (value for value in TYPES if value != PhoneNumberType.UNKNOWN):
        example = phonenumbers.example_number_for_type(region, kind)
        if example is None:
            continue
        number = phonenumbers.format_number(example, PhoneNumberFormat.E164)[1:]
        at_home = "".join(c for c in phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL) if c.isdigit())
        assert_as_the_library(number, None)
        for digits in (number, at_home, phonenumbers.national_significant_number(example), "0" + at_home, "00" + number, number[:-1]):
            assert_as_the_library(digits, region)


@given(st.from_regex(r"[0-9]{5,14}", fullmatch=True), st.sampled_from([None, *sorted(REGIONS)]))
@settings(max_examples=600)
def test_any_digits_are_read_as_by_the_library(digits: str, region: str | None) -> None:
    """What no plan has, and what only its parser can take apart, included."""
    assert_as_the_library(digits, region)
