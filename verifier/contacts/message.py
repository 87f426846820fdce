"""Messages: find every contact inside a text, with its place, and say which language the text is in."""

from __future__ import annotations

import re

from verifier.contacts.disguise import fold
from verifier.contacts.email import read_email
from verifier.contacts.handle import looks_like_handle, read_handle
from verifier.contacts.model import Email, Found, Handle, Message, Phone, Span, Url
from verifier.contacts.phone import read_phone
from verifier.contacts.url import read_url
from verifier.errors import CheckError

_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+=?^_`{|}~\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8}")
_URL = re.compile(
    r"(?:h(?:tt|xx)ps?://[^\s<>\"'，。；！？、）】》]{3,2000}|(?:[A-Za-z0-9\u0400-\u04ff\-]{1,63}\.){1,8}[A-Za-z]{2,24}(?:/[A-Za-z0-9\-._~%/?#&=+@]{0,500})?)"
)
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z0-9_]{3,32}\b|(?:微信|weixin|wechat|vx|QQ|扣扣)(?:号|群)?\s*[:：]\s*[A-Za-z0-9_\-]{5,20}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.])(?:\+|00)?\(?\d[\d\s().\-*]{4,24}\d(?![\w])")


def read_message(text: str, region: str | None = None) -> Message:
    """Read a text: never raises; a text without contacts is a message too."""
    folded = fold(text)
    language = language_of(folded.text)
    region = region or {"zh-Hans": "CN"}.get(language)
    taken: list[tuple[int, int]] = []
    found: list[Found] = []
    for pattern, reader in ((_EMAIL, read_email), (_URL, _url), (_HANDLE, _handle), (_PHONE, lambda t: read_phone(t, region))):
        for match in pattern.finditer(folded.text):
            start, end = match.span()
            if any(start < e and s < end for s, e in taken):
                continue
            try:
                contact: Url | Email | Handle | Phone = reader(match[0].rstrip(".,;:!?)"))
            except CheckError:
                continue
            taken.append((start, end))
            found.append(Found(contact, Span(folded.at(start), folded.at(end))))
    found.sort(key=lambda f: f.span.start)
    return Message(text, language, tuple(found))


def _url(text: str) -> Url | Handle:
    url = read_url(text)
    return url.profile or url


def _handle(text: str) -> Handle:
    return read_handle(text) if looks_like_handle(text) else read_handle(text.replace(" ", ""))


_TRADITIONAL_ONLY = frozenset("們這個說電話點對應該請帳號錢麼過來時後會為與從發學國當門開關問題無氣體聯絡繫詢驗證詐騙轉專員務處戶")


def language_of(text: str) -> str:
    """A coarse language tag by script: enough to choose word lists and a default region; ``und`` where there is nothing."""
    han = sum("\u4e00" <= c <= "\u9fff" for c in text)
    latin = sum(c.isascii() and c.isalpha() for c in text)
    if han and han * 3 >= latin:
        return "zh-Hant" if sum(c in _TRADITIONAL_ONLY for c in text) * 12 >= han else "zh-Hans"
    return "en" if latin else "und"
