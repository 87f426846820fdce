"""Addresses that lead on to another one: ``google.com/url?q=https://…``, ``…/amp/s/host/…``, ``login?next=//…``.

An open redirect on an official host is a favourite alibi: the host is real, the page that opens is not. Only what the
address itself shows is read; nothing is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from verifier.contacts.model import Url
from verifier.contacts.url import read_url
from verifier.errors import CheckError

_INNER = re.compile(r"(?:(?:https?|wss?|ftp):[/\\]{0,3}|(?<![:\w])[/\\]{2,3})[^\s&\"'<>/\\][^\s&\"'<>]{2,1000}", re.IGNORECASE)
"""An absolute or scheme-relative address, as loosely as browsers take one (``https:evil.example``, ``/\\evil.example``)."""
_SLASH_TAB = re.compile(r"[/\\][\t\r\n]+(?=[/\\])")
_AMP = re.compile(r"^/amp/(?:s/)?([^/?#]+\.[^/?#]+.*)$")
_BARE = re.compile(r"(?:[^\s/@.:?&=#%]{1,63}\.){1,8}[a-z]{2,24}(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
_LEADING = frozenset(
    "u url uri q to next goto go redirect redirect_url redirect_uri redirecturl return returnto return_to returnurl return_url continue dest destination "
    "target link out forward callback cb_url ref_url site page open domain dapp browse open_url external away".split()
)
"""Names of parameters, and of path segments before the target, that say "lead on to this"."""
_CODE = re.compile(r"[=/]\s*(?:javascript|data|vbscript):|=\s*(?!https?:|wss?:)[a-z][a-z0-9+.-]{1,20}:/", re.IGNORECASE)
"""Code to run, or another program's link (``deeplink=wallet://…``), inside a parameter."""


def redirect_target(url: Url) -> Url | None:
    """The first other address inside the path, query or fragment of ``url``, or None.

    "Other" means another host; whether it belongs to the same owner is the registry's business.
    """
    fragment = url.value.partition("#")[2]
    if not url.query and not fragment and len(url.path) < 6:
        return None
    for text in _candidates(url, fragment):
        try:
            target = read_url(text)
        except CheckError:
            continue
        if (target.host.registrable_domain or target.host.is_ip) and target.host.ascii != url.host.ascii:
            return target
    return None


def is_altered(url: Url) -> bool:
    """Whether this is not a plain address as owners publish them: another port or scheme, user information, a back-slash, an
    empty first segment, code in a parameter (``?next=javascript:…``)."""
    if url.scheme not in ("http", "https") or url.port is not None or url.userinfo:
        return True
    if "back-slash" in url.disguises or url.path.startswith("//"):
        return True
    return bool(url.query) and bool(_CODE.search(unquote(url.query[:4096])))


def _candidates(url: Url, fragment: str) -> Iterator[str]:
    if amp := _AMP.match(url.path):
        yield "https://" + amp[1]
    found = 0
    for part in (url.query, fragment[:4096], url.path[1:]):
        text = part[:4096]
        for _ in range(3):  # as written, decoded once, decoded twice: redirectors nest no deeper in practice
            for match in _INNER.finditer(_SLASH_TAB.sub("/", text)):
                inner = match[0].replace("\\", "/")
                yield inner if inner[:1] != "/" else "https://" + inner.lstrip("/")
                found += 1
                if found >= 8:
                    return
            decoded = unquote(text)
            if decoded == text:
                break
            text = decoded
    for name, value in _pairs(url, fragment):
        lower = name.lower()
        if (lower in _LEADING or lower.endswith(("url", "uri", "link", "redirect"))) and _BARE.fullmatch(value):
            yield "https://" + value


def _pairs(url: Url, fragment: str) -> Iterator[tuple[str, str]]:
    """Names and values: of the query, of a query inside the fragment, and each path segment with what follows it."""
    for query in (url.query[1:4096], fragment.partition("?")[2][:4096]):
        for pair in query.split("&")[:40]:
            name, _, value = pair.partition("=")
            yield unquote(name), unquote(value)
    segments = url.path[1:2048].split("/")[:20]
    for i, segment in enumerate(segments[:-1]):
        yield segment, unquote("/".join(segments[i + 1 :]))
