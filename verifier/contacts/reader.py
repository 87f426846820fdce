"""Raw text → typed contact: decides the kind and hands over to the one reader for it."""

from __future__ import annotations

import re

from verifier.contacts.email import looks_like_email, read_email
from verifier.contacts.handle import looks_like_handle, read_handle
from verifier.contacts.message import read_message
from verifier.contacts.model import Contact, Url
from verifier.contacts.phone import looks_like_phone, read_phone
from verifier.contacts.url import looks_like_url, read_url, refang, scheme_of
from verifier.contacts.disguise import fold
from verifier.errors import N_, TooLarge, Unreadable

MAX_LENGTH = 10_000
"""The longest input, in code points (the contract)."""

_SPACE = re.compile(r"\s")


def clean(text: str) -> str:
    """The input without surrounding space. Raises `Unreadable` for emptiness, NUL and lone surrogates, `TooLarge` past the limit."""
    if len(text) > MAX_LENGTH:
        raise TooLarge(N_("The input is longer than {limit} characters. Send the part that matters."), limit=MAX_LENGTH)
    if "\x00" in text:
        raise Unreadable(N_("The input contains a NUL character."))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Unreadable(N_("The input contains half a character (a lone surrogate): it was damaged on its way here.")) from None
    text = text.strip()
    if not text or not fold(text).text.strip():
        raise Unreadable(N_("There is nothing to check: paste a number, a link, an account, an address or a message."))
    return text


def read(text: str, kind: str = "auto", *, region: str | None = None, platform: str = "") -> Contact:
    """Read ``text`` (already `clean`) as ``kind``; ``auto`` decides by its shape. Raises `Unreadable`."""
    match kind:
        case "url":
            return read_url(text)
        case "phone":
            return read_phone(text, region)
        case "handle":
            return _read_handle(text, platform)
        case "email":
            return read_email(text)
        case "message":
            return read_message(text, region)
    return _read_auto(text, region, platform)


def _read_handle(text: str, platform: str) -> Contact:
    if looks_like_url(text) and (profile := read_url(text).profile):
        return profile
    return read_handle(text, platform)


def _read_auto(text: str, region: str | None, platform: str) -> Contact:
    plain = refang(fold(text).text.strip())[0]
    scheme = scheme_of(plain)
    if scheme in ("tel", "sms", "callto"):
        return read_phone(plain.split(":", 1)[1].split("?")[0].split(";")[0], region)
    if scheme in ("weixin", "wechat"):
        return read_handle("weixin:" + plain.split(":", 1)[1].strip("/"), platform)
    if looks_like_email(plain):
        return read_email(text)
    if looks_like_handle(plain):
        return read_handle(text, platform)
    one_token = not _SPACE.search(plain)
    if platform and one_token and not looks_like_url(plain):
        return read_handle(text, platform)
    if looks_like_phone(plain):
        return read_phone(text, region)
    if one_token and looks_like_url(plain):
        return _url_or_profile(read_url(text))
    return read_message(text, region)


def _url_or_profile(url: Url) -> Contact:
    return url.profile or url
