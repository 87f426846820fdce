"""Numbers as they are written, and what only looks like one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import cases
from verifier import Verifier
from verifier.contacts.disguise import fold
from verifier.contacts.number_facts import marks_of
from verifier.contacts.phone import MoreThanANumber, find_phones, looks_like_phone, read_phone
from verifier.contacts.service_numbers import regions_of, service_type
from verifier.errors import Unreadable

ROWS = [pytest.param(row, id=f"{row['raw']!r} {row['why']}") for row in cases("phones")]
FOUND = [pytest.param(row, id=f"{row['text'][:40]!r} {row['why']}") for row in cases("phones_in_texts")]


@pytest.mark.parametrize("row", ROWS)
def test_a_writing_is_read_or_refused(row: dict[str, Any]) -> None:
    """A number is read through its disguise; a decoy is refused with an explanation."""
    if row["value"] is None:
        with pytest.raises(Unreadable):
            read_phone(row["raw"], row["region"])
    else:
        assert read_phone(row["raw"], row["region"]).value == row["value"]


@pytest.mark.parametrize("row", [r for r in ROWS if r.values[0]["value"] is None])
def test_no_number_is_found_in_a_decoy(row: dict[str, Any]) -> None:
    """A text that is a decoy holds no number either."""
    assert find_phones(fold(row["raw"]).text, row["region"]) == []


@pytest.mark.parametrize("row", FOUND)
def test_numbers_are_found_in_a_text(row: dict[str, Any]) -> None:
    """All numbers of a text, in order, each at its place, and nothing else."""
    text = fold(row["text"]).text
    found = find_phones(text, row.get("region"))
    assert [phone.value for phone, _, _ in found] == row["values"]
    for piece, (_, start, end) in zip(row.get("pieces", []), found, strict=False):
        assert text[start:end] == piece


def test_a_placeholder_is_named_as_one() -> None:
    """Bait pages leave digits out: the error says so, in so many words."""
    for text in ("XXXX-XXXXXXX", "400-XXX-XXXX", "400-xxx-xxxx", "138****8000"):
        assert looks_like_phone(text)
        with pytest.raises(Unreadable, match="placeholder"):
            read_phone(text, "CN")


def test_a_foreign_shape_is_assumed() -> None:
    """A number read only by its shape says that its region is a guess; one with a country code does not."""
    assert read_phone("13800138000").region_assumed
    assert read_phone("13800138000", "US").region_assumed
    assert read_phone("852 2381 0822", "CN").region_assumed
    assert not read_phone("13800138000", "CN").region_assumed
    assert not read_phone("+86 138 0013 8000").region_assumed


def test_a_short_number_without_region_says_where_it_means_something() -> None:
    """The likeliest regions come first, and the list stays short enough to be read."""
    phone = read_phone("95588")
    assert phone.region is None
    assert phone.e164 is None
    assert phone.regions[0] == "CN"
    assert "HK" in read_phone("18222").regions
    assert len(read_phone("110").regions) <= 24


def test_a_short_number_of_another_region_is_nobodys_here() -> None:
    """A Chinese bank's number in Hong Kong is unknown, and says where it would mean something."""
    phone = read_phone("95588", "HK")
    assert phone.region is None
    assert "CN" in phone.regions


def test_extensions_are_kept_apart() -> None:
    """An extension is no part of the number."""
    for text in ("400-820-8820转8001", "400-820-8820 转 8001", "400-820-8820 ext. 8001", "400-820-8820 x8001", "400-820-8820分机8001"):
        phone = read_phone(text, "CN")
        assert (phone.value, phone.extension) == ("+864008208820", "8001")


def test_types_are_told() -> None:
    """What kind of number it is, by libphonenumber or by the region's plan."""
    kinds = {
        ("13800138000", "CN"): "mobile",
        ("400-820-8820", "CN"): "shared-cost",
        ("800-810-8888", "CN"): "toll-free",
        ("95588", "CN"): "service-number",
        ("0755-82137777", "CN"): "fixed-line",
        ("07012345678", "GB"): "personal-number",
        ("09066364315", "GB"): "premium-rate",
        ("3001 0000", "HK"): "uan",
        ("106980095533", "CN"): "sms-port",
        ("+86 128 1234 5678", None): "unassigned",
    }
    assert {question: read_phone(*question).type for question in kinds} == kinds


def test_marks_by_prefix() -> None:
    """Virtual operators, one-ring countries, satellites: what libphonenumber does not say."""
    marks = {
        "+8617012345678": "virtual-operator",
        "+18765550123": "one-ring",
        "+881631512345": "satellite",
        "+447012345678": "follow-me",
        "+19005550123": "premium",
    }
    for number, mark in marks.items():
        assert mark in marks_of(read_phone(number)), number
    assert not marks_of(read_phone("+8619212345678"))
    assert not marks_of(read_phone("95588", "CN"))


def test_service_numbers_by_region() -> None:
    """The same digits are something else elsewhere, or nothing."""
    assert service_type("95588", "CN") == "service-number"
    assert service_type("95588", "HK") == ""
    assert "CN" in regions_of("12345")
    assert regions_of("7726", calls_only=True) == tuple(r for r in regions_of("7726") if service_type("7726", r) != "sms-port")


@pytest.mark.parametrize(
    ("text", "options", "verdict"),
    [
        ("１３８ ００１３ ８０００", {"region": "CN"}, "unknown"),
        ("18222", {"region": "HK"}, "official"),
        ("18222", {}, "unknown"),
        ("18222", {"region": "HK", "direction": "incoming"}, "unknown"),
        ("400-820-0000", {"region": "CN"}, "unknown"),
        ("+1 876 555 0123", {"claimed_brand": "icbc"}, "suspicious"),
        ("+1-900-555-0123", {}, "unknown"),
    ],
)
def test_what_a_number_amounts_to(verifier: Verifier, text: str, options: dict[str, str], verdict: str) -> None:
    """What a number is never decides alone; what the registry and a claim say does."""
    assert verifier.check(text, **options).verdict == verdict


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("138-0013-8000 / 139-0013-8000", "CN"),
        ("13800138000,13900138000", "CN"),
        ("13800138000或13900138000", "CN"),
        ("(888) 274 2019 / (877) 274 2019", "US"),
        ("021-61295599/61295600", "CN"),
        ("+85237181818\n+8613800138000", None),
        ("tel:+85237181818,+8613800138000", None),
        ("sms:+85237181818,+8613800138000?body=x", None),
    ],
)
def test_of_two_numbers_neither_is_the_answer(text: str, region: str | None) -> None:
    """As a number they are refused with the reason; where the kind is open they are a message with both in it."""
    with pytest.raises(MoreThanANumber):
        read_phone(text, region)
    answer = Verifier().check(text, region=region)
    assert answer.kind == "message"


@pytest.mark.parametrize(
    "text",
    [
        "tel:+85237181818;phone-context=+1",
        "tel:+85237181818?x=+8613800138000",
        "+85237181818@evil.example",
        "sip:+85237181818@evil.example",
        "+85237181818 evil.example",
    ],
)
def test_what_may_lead_a_call_elsewhere_forbids_reading(text: str) -> None:
    """A parameter, or a host, decides where such a call ends: no number is read."""
    with pytest.raises(Unreadable):
        read_phone(text)


CODES = [
    "**21*+85237181818#", "*21*+85237181818#", "＊＊２１＊+85237181818＃", "tel:**21*+85237181818%23", "*21*+85237181818",
    "*132307#", "*110#", "#31#+85237181818", "*110", "#110", "*72 85237181818", "*#06#", "##002#",
    "*+85237181818#", "*85237181818", "#+85237181818", "##+85237181818", "*#+85237181818#",
]  # fmt: skip


@pytest.mark.parametrize("text", CODES)
@pytest.mark.parametrize("region", [None, "HK", "TW", "CN"])
@pytest.mark.parametrize("kind", ["auto", "phone"])
def test_a_dialling_code_is_no_number(text: str, region: str | None, kind: str) -> None:
    """Whatever number stands inside, the code is read as a code, belongs to nobody, and is never official."""
    answer = Verifier().check(text, kind=kind, region=region)
    assert answer.contact.type == "dial-code"  # type: ignore[union-attr]
    assert answer.verdict in ("unknown", "suspicious")
    assert answer.brand is None


def test_dialling_codes_in_a_text() -> None:
    """In running text too the code is found and the number inside is not; list signs, bold type and topics are no codes."""
    found = find_phones("Dial **21*+852 3718 1818# to secure your line", None)
    assert [phone.value for phone, _, _ in found] == ["**21*+85237181818#"]
    for text in ("Call **+852 3718 1818** today", "* 400-820-0000", "#12345678 Tel +852 3718 1818"):
        assert all(phone.type != "dial-code" for phone, _, _ in find_phones(text, "CN"))


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("+85237181818 ext. 5", None), ("+85237181818;ext=99", None), ("tel:+85237181818;ext=99", None), ("110ext 5", "TW"),
        ("+86 110", None), ("+86 10 000", "HK"), ("+8695566", None), ("+85237181818 or 1819", None), ("+852 3718-1818 (ext: 12)", None), ("★21★+85237181818#", None),
        ("+85237181818 and press 1", None), ("+85237181818,123#", None),
    ],
)  # fmt: skip
def test_an_official_number_with_an_addition_is_not_official(text: str, region: str | None) -> None:
    """What the owner publishes is the number alone: with an extension or a country code before a short number it may end elsewhere."""
    for direction in ("outgoing", "incoming"):
        assert Verifier().check(text, region=region, kind="phone", direction=direction).verdict != "official"


def test_an_extension_is_shown() -> None:
    """The answer carries the extension as read."""
    assert Verifier().check("+85237181818 ext. 5").contact.extension == "5"  # type: ignore[union-attr]


def test_a_list_of_numbers_is_read_however_long_it_is(verifier: Verifier) -> None:
    """Of very many the first ones."""
    numbers = [f"+1 415 234 {last:04}" for last in range(500)]
    found = verifier.check(" ".join(numbers), kind="message").contacts
    assert len(found) >= 50
    assert found[0].contact.value == "+14152340000"


def test_a_number_on_a_line_of_its_own_is_found() -> None:
    """The end of the line before does not belong to the number."""
    found = find_phones("our desk\n+85237181818\n+8613800138000", None)
    assert [phone.value for phone, _, _ in found] == ["+85237181818", "+8613800138000"]


@pytest.mark.parametrize("six", ["sıx", "sİx", "ſıx"])
def test_a_digits_name_with_a_letter_that_only_a_change_of_case_makes_plain_is_no_name(six: str) -> None:
    """Such a letter once broke the reading."""
    assert find_phones(f"one two three four five {six} seven eight nine", None) == []


def test_what_stands_with_a_number_is_said_in_the_readers_language(verifier: Verifier) -> None:
    """The addition is named inside the sentence, in its language."""
    answer = verifier.check("010-95588", region="CN", lang="zh-Hans")
    assert answer.verdict == "unknown"
    assert "区号" in answer.summary
    assert "area code" not in answer.summary
