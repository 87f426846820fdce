"""Web addresses: undo the disguise people and scammers write them in, parse them as browsers do.

The only importer of can_ada (the WHATWG URL parser that Node.js uses): what it returns is what a browser would open,
odd IPv4 spellings, back-slashes and percent-encoded hosts included.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

import can_ada

from verifier.contacts.disguise import fold
from verifier.contacts.hosts import is_host, read_canonical, read_host
from verifier.contacts.model import Host, Url
from verifier.contacts.profiles import account_in, store_app_of
from verifier.errors import N_, Unreadable

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):(?=/|\\|[^0-9]|$)")
_READABLE = {"http", "https", "ftp", "ws", "wss"}
_RUNS_CODE = {"javascript", "data", "vbscript", "blob", "file", "about", "view-source", "intent"}

_DOTS = re.compile(r"\s*(?:\[\s*\.\s*\]|\(\s*\.\s*\)|\{\s*\.\s*\}|\[dot\]|\(dot\)|\{dot\}|。|｡|．)\s*", re.IGNORECASE)
_HXXP = re.compile(r"^h(?:xx|\*\*|tt|__)p(s?)(?=:|\[)", re.IGNORECASE)
_BRACKET_COLON = re.compile(r"^(https?)\[:\]", re.IGNORECASE)


_BARE = re.compile(r"(https?)://([a-z0-9][a-z0-9.-]{0,220}\.[a-z]{2,24})/?")
"""A host and no more, in lower case, whose last label is no number: punycode and empty labels apart, no parser changes it."""
_FANGED = frozenset({"xx", "**", "__"})


def refang(text: str) -> tuple[str, tuple[str, ...]]:
    """Undo ``hxxp``, ``[.]``, ``(dot)`` and ideographic full stops; also says which of them stood there."""
    if text.isascii() and text[1:3].lower() not in _FANGED and not ("[" in text or "(" in text or "{" in text):
        return text, ()
    how: list[str] = []
    plain = _DOTS.sub(".", text)
    if plain != text:
        how.append("bracketed-dots")
    web = _BRACKET_COLON.sub(r"\1:", _HXXP.sub(r"http\1", plain))
    if web != plain:
        how.append("hxxp")
    return web, tuple(how)


def scheme_of(text: str) -> str:
    """The lower-case scheme a text starts with, or "" (``example.com:8080`` has none)."""
    if text.startswith("https://"):
        return "https"
    match = _SCHEME.match(text)
    if not match:
        return ""
    scheme = match[1].lower()
    return scheme if "." not in scheme or text[match.end() : match.end() + 2] == "//" else ""


def bare_link(text: str) -> Url | None:
    """The link to a host and no more, written as a browser would write it: `read_url` without anything to undo or to parse.

    None for every other text.
    """
    bare = _BARE.fullmatch(text)
    if bare is None or ".." in text or "xn--" in text:
        return None
    scheme, name = bare.groups()
    host = read_canonical(name)
    address = text.rstrip("/")
    account, _ = account_in(host, "/") or (None, True)
    return Url(address, address, scheme, host, "/", "", None, "", True, account)


def read_url(text: str) -> Url:
    """Read one web address.

    Raises `Unreadable` for what no browser would open as a site: code (``javascript:``), other schemes, no host.
    """
    folded = fold(text.strip())
    plain, how = refang(folded.text.strip())
    disguises = folded.disguises + how
    scheme = scheme_of(plain)
    if scheme in _RUNS_CODE:
        raise Unreadable(
            N_("A “{scheme}:” address runs code or shows a file instead of opening a website. Do not open it."),
            scheme=scheme,
        )
    if scheme and scheme not in _READABLE:
        raise Unreadable(N_("“{scheme}:” is not a web address."), scheme=scheme)
    written = bool(scheme)
    if not written:
        plain = "https:" + plain if plain.startswith(("//", "\\\\")) else "https://" + plain
    if len(plain) > 8192 or plain.count(".", 0, 300) > 128:
        plain = plain[:8192]
    try:
        parsed = can_ada.parse(plain)
    except ValueError:
        raise Unreadable(N_("This does not read as a web address.")) from None
    name = parsed.hostname
    if ".." in name:
        raise Unreadable(N_("This has no host name that could exist on the internet."))
    host = read_host(name)
    if "\\" in plain and "\\" in plain.partition("?")[0]:
        disguises += ("back-slash",)
    if not host.ascii or not (written or is_host(host) or host.public_suffix):
        raise Unreadable(N_("This has no host name that could exist on the internet."))
    if len(host.ascii) > 253:
        raise Unreadable(N_("This host name is longer than the internet allows (253 characters)."))
    scheme = parsed.protocol.rstrip(":")
    href = parsed.href
    path, query, port, userinfo = "/", "", "", ""
    if href != f"{scheme}://{name}/":
        path, query, port = parsed.pathname, parsed.search, parsed.port
        if "@" in plain:
            userinfo = unquote(parsed.username) + (":" + unquote(parsed.password) if parsed.password else "")
    account, own = account_in(host, path, query) or (None, False)
    bare = path == "/" and not query and not userinfo and not parsed.hash
    return Url(
        value=href.rstrip("/") if bare else href,
        display=_display(scheme, host, port, path, query),
        scheme=scheme,
        host=host,
        path=path,
        query=query,
        port=int(port) if port else None,
        userinfo=userinfo,
        scheme_written=written,
        profile=account if own else None,
        account=None if own else account,
        app=store_app_of(host, path, query),
        disguises=disguises,
    )


def _display(scheme: str, host: Host, port: str, path: str, query: str) -> str:
    tail = "" if path == "/" and not query else path + query
    return f"{scheme}://{host.unicode}{':' + port if port else ''}{tail}"


_LOOKS_LIKE_HOST = re.compile(r"(?:[^\s/@.:]{1,63}\.){1,40}[^\s/@.:\d][^\s/@.:]{1,62}\.?(?:$|[/:?#\\])")
_LOOKS_LIKE_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}(?:$|[/:?#])|\[[0-9A-Fa-f:.]{2,45}\]")


def looks_like_url(text: str) -> bool:
    """Whether a single token would be read as a web address when nobody says what it is."""
    if scheme_of(text) in _READABLE | _RUNS_CODE:
        return True
    if _LOOKS_LIKE_IP.match(text):
        return True
    return bool(_LOOKS_LIKE_HOST.match(text)) or "://" in text or ("@" in text and "/" in text)
