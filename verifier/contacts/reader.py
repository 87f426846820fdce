"""Raw text → typed contact: decides the kind and hands over to the one reader for it."""

from __future__ import annotations

import ipaddress
import re

from verifier.contacts.disguise import fold, is_plain
from verifier.contacts.email import looks_like_email, read_email
from verifier.contacts.handle import hold_to, looks_like_handle, read_handle
from verifier.contacts.message import read_message
from verifier.contacts.model import Contact, Url
from verifier.contacts.phone import MoreThanANumber, looks_like_phone, read_phone
from verifier.contacts.platforms import is_name
from verifier.contacts.profiles import DEEP_SCHEMES, deep_link
from verifier.contacts.redirects import is_altered, redirect_target
from verifier.contacts.url import bare_link, looks_like_url, read_url, refang, scheme_of
from verifier.errors import N_, TooLarge, Unreadable

MAX_LENGTH = 10_000
"""The longest input, in code points (the contract)."""

_HALF = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s")
_PAIRS = dict(zip("([{<（「『【《“‘\"'`", ")]}>）」』】》”’\"'`", strict=True))
_TRAILING = ".,;:!?，。；：！？、…"
_NO_HOST = re.compile(r"[^A-Za-z0-9.\-]")
_NO_WORDS = re.compile(r"[\d\s+().\-]{1,40}")
_DIGITS = re.compile(r"\d\D{0,4}\d\D{0,4}\d|[xX]{2}")
_SPACED_DOT = re.compile(r"(?<=[\w\-])\s{0,2}[.。．｡]\s{0,2}(?=[\w\-])")
_HOST_IN_SPACES = re.compile(r"(?:[\w\-]{1,63}\s{0,2}[.。．｡]\s{0,2}){1,5}[A-Za-z]{2,18}/?")
_RUNS_CODE = frozenset({"javascript", "vbscript", "data"})
_TELEPHONE = frozenset({"tel", "sms", "smsto", "callto", "facetime"})


def clean(text: str) -> str:
    """The input without surrounding space. Raises `Unreadable` for emptiness, NUL and lone surrogates, `TooLarge` past the limit."""
    if len(text) > MAX_LENGTH:
        raise TooLarge(N_("The input is longer than {limit} characters. Send the part that matters."), limit=MAX_LENGTH)
    text = text.strip()
    if text and is_plain(text):
        return text
    if "\x00" in text:
        raise Unreadable(N_("The input contains a NUL character."))
    if not text.isascii() and _HALF.search(text):
        raise Unreadable(N_("The input contains half a character (a lone surrogate): it was damaged on its way here."))
    if not fold(text).text.strip():
        raise Unreadable(N_("There is nothing to check: paste a number, a link, an account, an address or a message."))
    return text


def read(text: str, kind: str = "auto", *, region: str | None = None, platform: str = "") -> Contact:
    """Read ``text`` (already `clean`) as ``kind``; ``auto`` decides by its shape. Raises `Unreadable`, and `InvalidRequest` for an
    account on another platform than ``platform``."""
    contact = _read_auto(text, region, platform) if kind == "auto" else _read_as(text, kind, region, platform)
    if platform:
        hold_to(contact, platform)
    return contact


def _read_as(text: str, kind: str, region: str | None, platform: str) -> Contact:
    match kind:
        case "url":
            return read_url(unwrapped(text))
        case "phone":
            return read_phone(text, region)
        case "handle":
            return _read_handle(text, platform)
        case "email":
            return read_email(unwrapped(text))
    return read_message(text, region)


_WORDS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
_HAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SENTENCE = re.compile(
    rf"[{_HAN}][。！？；，、][{_HAN}]|[{_HAN}]https?://|^[{_HAN}]+[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/{_HAN}]|$)"
    r"|[,;|，；、]\s*https?://|\]\(https?://|[a-z0-9/]。[" + _HAN + "]",
    re.IGNORECASE,
)
"""What says that a text without spaces is a sentence and no address: punctuation between Han, kana or hangul, an address in the
middle of them, a second address behind a comma, a Markdown link."""


def unwrapped(text: str) -> str:
    """``text`` without the quotes and brackets around all of it and the punctuation behind it.

    >>> unwrapped("「https://example.com/a_(b)」。")
    'https://example.com/a_(b)'
    """
    for _ in range(4):
        text = text.strip()
        bare = text.rstrip(_TRAILING) or text
        if len(bare) > 2 and _PAIRS.get(bare[0]) == bare[-1] and bare[0] not in bare[1:-1] and bare[-1] not in bare[1:-1]:
            text = bare[1:-1]
            continue
        return bare
    return text


def _read_handle(text: str, platform: str) -> Contact:
    """An account: a link to one, an app's link, or a name. A dotted name (``Phemex.official``) is a name unless it has a path."""
    plain = refang(fold(text.strip()).text)[0]
    if (scheme_of(plain) in ("http", "https") or "/" in plain) and not (platform and is_name(platform, plain)) and looks_like_url(plain):
        if profile := read_url(text).profile:
            return profile
    elif not platform and "." in plain and looks_like_url(plain) and (profile := read_url(text).profile):
        return profile
    return read_handle(text, platform)


def _read_auto(text: str, region: str | None, platform: str) -> Contact:
    if link := bare_link(text):
        return link.profile or link
    bare = unwrapped(text)
    folded = fold(bare).text.strip()
    no_second_address = folded.isascii() and folded[:1].isalnum() and folded.rfind("://") < 6
    if not no_second_address and _SENTENCE.search(folded):
        return read_message(text, region)
    if len(folded) <= 300 or not _SPACE.search(folded):
        try:
            found = _one_contact(bare, refang(folded)[0].strip(), region, platform)
        except Unreadable:
            if not _WORDS.search(folded):
                raise
            found = None  # a guess at a contact inside a sentence without spaces
        if found is not None:
            return found
    return read_message(text, region)


def _one_contact(text: str, plain: str, region: str | None, platform: str) -> Contact | None:
    """The contact that a text is, by its shape; None where it is words, or a contact among words."""
    scheme = scheme_of(plain)
    one_token = not _SPACE.search(plain)
    if scheme in ("http", "https") and one_token:
        return _url_or_profile(read_url(text))
    if scheme in _RUNS_CODE and not plain[len(scheme) + 1 : len(scheme) + 2].isspace():
        return read_url(text)
    if scheme in _TELEPHONE:
        return _one_phone(text, region)
    if scheme in DEEP_SCHEMES and (linked := deep_link(plain)):
        return linked
    plain_host = one_token and plain.isascii() and not _NO_HOST.search(plain)
    no_words = bool(_NO_WORDS.fullmatch(plain))
    if not plain_host and not no_words and looks_like_email(plain):
        return read_email(text)
    if plain.count(":") >= 2 and (address := _ipv6(plain)):
        return read_url(f"http://[{address}]/")
    if plain.startswith(("//", "\\\\")) and looks_like_url(plain[2:]):
        return _url_or_profile(read_url(text))
    if one_token and "/" in plain and looks_like_url(plain) and not looks_like_handle(plain):
        return _url_or_profile(read_url(text))
    if not no_words and (not plain_host or plain[:2] in ("qq", "QQ")) and looks_like_handle(plain):
        return read_handle(text, platform)
    if platform and one_token and (is_name(platform, plain) or not looks_like_url(plain)):
        return read_handle(text, platform)
    if (not plain_host or _DIGITS.search(plain)) and looks_like_phone(plain):
        return _one_phone(text, region)
    if one_token and looks_like_url(plain):
        return _url_or_profile(read_url(text))
    if not one_token and _HOST_IN_SPACES.fullmatch(plain):
        joined = _SPACED_DOT.sub(".", plain)
        if looks_like_url(joined):
            return _url_or_profile(read_url(joined))
    return None


def _one_phone(text: str, region: str | None) -> Contact | None:
    """The number a text is; None where there is more, which makes it a message."""
    try:
        return read_phone(text, region)
    except MoreThanANumber:
        return None


def _ipv6(text: str) -> str:
    """The address a text is, "" for none."""
    try:
        return str(ipaddress.IPv6Address(text.strip("[]")))
    except ValueError:
        return ""


def _url_or_profile(url: Url) -> Contact:
    """The account a plain profile link leads to; a link with something added stays a link, so that the addition is judged."""
    return url.profile if url.profile and not is_altered(url) and redirect_target(url) is None else url
