"""What holds for any text: readers refuse or read, nothing else, and what they read they read the same way again."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verifier.contacts.disguise import fold
from verifier.contacts.email import looks_like_email, read_email
from verifier.contacts.handle import looks_like_handle, make_handle, read_handle
from verifier.contacts.model import Email, Handle, Message, Phone, Url
from verifier.contacts.numbering import REGIONS
from verifier.contacts.numerals import as_digits
from verifier.contacts.phone import find_phones, looks_like_phone, read_phone
from verifier.contacts.platforms import PLATFORMS, fault_of
from verifier.contacts.profiles import deep_link
from verifier.contacts.reader import clean, read, unwrapped
from verifier.contacts.url import bare_link, read_url
from verifier.errors import CheckError

ANY = st.text(max_size=200)
NUMBERISH = st.text(
    alphabet="0123456789０１３８①⑧一三八零壹捌oOlI+（）()[]-–—.·*|~>→ /\\:,;xX转ext#電话客服QQ订单¥$元\u200b\ufe0f\u20e3\n", max_size=60
)
LINKISH = st.text(alphabet="abcTPt.me/@:：_-+=?&#%微信QQ加V群tgx.comwhatspp0189 。点「」<>\"'\\[]", max_size=60)
REGION = st.sampled_from([None, "CN", "HK", "TW", "US", "GB", "AU", "JP", "DE", "IN", "MX"])
PLATFORM = st.sampled_from(["", *sorted(PLATFORMS)])


@given(ANY | NUMBERISH | LINKISH, REGION, PLATFORM)
@example("1.2.3.4.5.6", "CN", "")
@example("+", None, "line")
@example("@" * 150, None, "")
@example("[" * 150, None, "telegram")
@example("+0", "US", "")
@example("00", None, "whatsapp")
def test_a_text_is_read_or_refused(text: str, region: str | None, platform: str) -> None:
    """`auto` reads any text or raises the input error, and nothing else."""
    with contextlib.suppress(CheckError):
        assert isinstance(read(clean(text), "auto", region=region, platform=platform), Url | Phone | Handle | Email | Message)


@given(st.from_regex(r"https?://[a-z0-9.-]{1,30}\.(?:[a-z]{2,6}|co\.uk|github\.io|bsky\.social|tumblr\.com|t\.me)/?", fullmatch=True))
@example("https://www.youtube.com/")
@example("https://name.bsky.social")
@example("https://xn--a.com")
@example("https://a..com")
@example("https://1.0x1")
@example("https://" + "a." * 125 + "example")
def test_a_bare_link_is_read_as_the_parser_reads_it(text: str) -> None:
    """The short way for a link to a host and no more comes to the same."""
    link = bare_link(text)
    assert link is None or link == read_url(text)


@pytest.mark.parametrize("kind", ["phone", "handle", "email", "url", "message"])
@given(text=ANY | NUMBERISH | LINKISH, region=REGION, platform=PLATFORM)
@settings(max_examples=60)
def test_a_named_kind_is_read_or_refused(kind: str, text: str, region: str | None, platform: str) -> None:
    """A kind the caller names is read as that kind or refused."""
    with contextlib.suppress(CheckError):
        read(clean(text), kind, region=region, platform=platform)


@given(ANY | NUMBERISH)
def test_numbers_keep_their_places(text: str) -> None:
    """Digits are found without moving anything: offsets in the result are offsets in the text."""
    folded = fold(text).text
    assert len(as_digits(folded)) == len(as_digits(folded, chinese=False)) == len(folded)


@given(NUMBERISH, REGION)
def test_found_numbers_lie_in_the_text_in_order(text: str, region: str | None) -> None:
    """Numbers found in a text stand inside it, one after another, none in another."""
    folded = fold(text).text
    last = 0
    for phone, start, end in find_phones(folded, region):
        assert last <= start < end <= len(folded)
        assert phone.value
        last = end


@given(NUMBERISH | st.from_regex(r"\+?[0-9(][0-9 ()\-]{3,20}[0-9]", fullmatch=True), REGION)
@example("+1111000000000", None)
def test_a_number_read_again_is_the_same(text: str, region: str | None) -> None:
    """The canonical form of a number, read again in its own region, is that form."""
    with contextlib.suppress(CheckError):
        phone = read_phone(text, region)
        again = read_phone(phone.value, phone.region if phone.e164 is None else region)
        assert again.value == phone.value
        assert again.type == phone.type
        if phone.region is not None:
            assert phone.region in REGIONS


@given(st.sampled_from(sorted(REGIONS)), st.integers(0, 10**15))
@settings(max_examples=150)
def test_national_numbers_of_all_regions(region: str, number: int) -> None:
    """Whatever a region reads of plain digits, it reads again; nothing else is raised."""
    with contextlib.suppress(CheckError):
        phone = read_phone(str(number), region)
        assert read_phone(phone.value, phone.region or region).value == phone.value


@given(LINKISH | st.from_regex(r"@?[A-Za-z0-9_.-]{1,40}", fullmatch=True), PLATFORM)
def test_an_account_read_again_is_the_same(text: str, platform: str) -> None:
    """An account's name, read again on its platform, is the same account."""
    with contextlib.suppress(CheckError):
        handle = read_handle(text, platform)
        assert read_handle(handle.name, handle.platform).value == handle.value


@given(PLATFORM, st.text(min_size=1, max_size=150))
def test_names_of_any_kind_have_a_form_and_a_fault_or_none(platform: str, name: str) -> None:
    """Canonical forms and faults exist for any name on any platform."""
    handle = make_handle(platform, name)
    assert handle.value
    fault_of(platform, name)


@given(ANY | LINKISH)
def test_an_address_read_again_is_the_same(text: str) -> None:
    """A mail address's canonical form reads as itself."""
    with contextlib.suppress(CheckError):
        mail = read_email(text)
        assert read_email(mail.value).value == mail.value


@given(ANY | NUMBERISH | LINKISH)
def test_looks_never_raise(text: str) -> None:
    """Deciding what a text is never raises, folded or not."""
    for plain in (text, fold(text).text):
        looks_like_phone(plain)
        looks_like_handle(plain)
        looks_like_email(plain)
        deep_link(plain)


@given(ANY | LINKISH)
def test_unwrapping_ends(text: str) -> None:
    """Quotes and brackets come off once: unwrapping what is unwrapped changes nothing."""
    once = unwrapped(text)
    assert len(once) <= len(text)
    assert unwrapped(once) in (once, unwrapped(unwrapped(once)))


HOSTILE = [
    "\ud800", "a\udfffb", "\x00", "", " \u200b ", "é" + "\u0301" * 9_990, "." * 5_000, "@" * 5_000, "a@" * 4_000, "[" * 10_000, "<" * 10_000,
    "1 " * 5_000, "1-" * 5_000, "+1" * 5_000, "(1" * 5_000, "一" * 10_000, "0oO" * 3_333, "X-" * 5_000, "微信:" * 3_000, "QQ1" * 3_000,
    "13800138000 " * 800, "1-800-FLOWERS " * 700, "tg://resolve?domain=" * 400, "a.b" * 3_000, "((" * 4_000 + "))" * 900, "\n" * 9_000 + "1",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: ascii(t[:8]) + f"*{len(t)}")
@pytest.mark.parametrize("kind", ["auto", "phone", "handle", "email", "url", "message"])
def test_hostile_inputs_are_read_or_refused(kind: str, text: str) -> None:
    """Damaged and endless inputs are read or refused like any other."""
    with contextlib.suppress(CheckError):
        read(clean(text), kind, region="CN")
