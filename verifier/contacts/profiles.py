"""Links that lead to accounts and apps: profile, invitation and deep links, store pages.

The shapes are data (``verifier/data/platforms.json``). A *profile* is the account's own page; a link *below* an account (a post, an
issue, a message in a group) may show what strangers wrote, so it says whose page it claims to be and proves nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import parse_qs, unquote

import msgspec

from verifier.contacts.model import App, Handle, Host
from verifier.contacts.platforms import PLATFORMS, is_code, is_name, make_handle


class _Shape(msgspec.Struct, frozen=True):
    """``/path/{}`` or ``/path?key={}``: the parts before the name, the query key if the name stands there, the kept form."""

    platform: str
    before: tuple[str, ...]
    key: str
    form: str

    @property
    def is_bare(self) -> bool:
        return not self.before and not self.key


def _shape(platform: str, text: str, form: str) -> tuple[str, _Shape]:
    """The host ("" for all of the platform's) and the shape."""
    host, _, rest = text.partition("/")
    path, _, query = rest.partition("?")
    before = tuple(part for part in path.split("/") if part and "{}" not in part)
    key = query.rpartition("&")[2].partition("=")[0] if "=" in query else ""
    marker = next((part for part in path.split("/") if "{}" in part), "{}")
    if marker != "{}":
        before = (*before, marker.partition("{}")[0] + "\0")
    return host, _Shape(platform, before, key, form)


_BY_HOST: dict[str, list[_Shape]] = defaultdict(list)
_SUBDOMAINS: dict[str, str] = {}
_DEEP: dict[str, list[_Shape]] = defaultdict(list)
for _id, _row in PLATFORMS.items():
    for _host in _row.hosts:
        _BY_HOST.setdefault(_host, [])
    for _entry in _row.shapes:
        _text, _form = (_entry, "{}") if isinstance(_entry, str) else _entry
        _only, _found = _shape(_id, _text, _form)
        for _host in (_only,) if _only else _row.hosts:
            _BY_HOST[_host].append(_found)
    for _entry in _row.deep:
        _text, _form = (_entry, "{}") if isinstance(_entry, str) else _entry
        _scheme, _, _text = _text.partition(":")
        _DEEP[_scheme].append(_shape(_id, "/" + _text.lstrip("/"), _form)[1])
    for _host in _row.subdomains:
        _SUBDOMAINS[_host] = _id
for _shapes in (*_BY_HOST.values(), *_DEEP.values()):
    _shapes.sort(key=lambda s: (s.is_bare, -len(s.before)))

_REGIONAL = {host for row in PLATFORMS.values() if row.regional for host in row.hosts}
_SAME_SITE = re.compile(r"(?:www|m|mobile|web|touch)$")
_REGION = re.compile(r"[a-z]{2}(?:-[a-z]{2})?$")
_NAME_PART = re.compile(r"[^\s<>\"#?&]{1,200}")

DEEP_SCHEMES: frozenset[str] = frozenset(_DEEP)
"""Schemes of apps whose links lead to accounts (``tg``, ``weixin``, ``whatsapp`` …)."""


def account_in(host: Host, path: str, query: str = "") -> tuple[Handle, bool] | None:
    """The account a link leads to or below, and whether it leads to the account's own page; None where there is no account."""
    name = host.ascii
    first, _, rest = name.partition(".")
    if name in _BY_HOST:
        return _below(name, path, query)
    if rest in _BY_HOST and (_SAME_SITE.match(first) or (rest in _REGIONAL and _REGION.match(first))):
        return _below(rest, path, query)
    platform = _SUBDOMAINS.get(rest)
    if platform is None or first == "www" or not is_name(platform, first if rest != "bsky.social" else name):
        return None
    return make_handle(platform, name if PLATFORMS[platform].whole_host else first), not path.strip("/")


def _below(site: str, path: str, query: str) -> tuple[Handle, bool] | None:
    """The account a path names on a site of the table."""
    parts = [part for part in path.split("/") if part]
    for shape in _BY_HOST[site]:
        if found := _fit(shape, parts, query, site):
            return found
    return None


def _fit(shape: _Shape, parts: list[str], query: str, host: str) -> tuple[Handle, bool] | None:
    row = PLATFORMS[shape.platform]
    prefix = ""
    before = shape.before
    if before and before[-1].endswith("\0"):
        prefix, before = before[-1][:-1], before[:-1]
    if len(parts) < len(before) or any(a.lower() != b.lower() for a, b in zip(parts, before, strict=False)):
        return None
    rest = parts[len(before) :]
    if shape.key:
        if prefix or rest:
            return None
        names = _query(query).get(shape.key, [])
        name = names[0] if len(names) == 1 else ""
        rest = []
    else:
        name, rest = unquote(rest[0]) if rest else "", rest[1:]
        if not name.startswith(prefix):
            return None
        name = name[len(prefix) :]
    if shape.platform == "whatsapp" and shape.form == "{}":
        name = "+" + re.sub(r"\D", "", name)
    if not _NAME_PART.fullmatch(name) or (not before and not prefix and not shape.key and name.lower().rstrip("/") in row.reserved):
        return None
    if shape.form == "{}" and shape.is_bare and name.startswith("@") and not row.keeps_at:
        name = name[1:]
    if shape.form == "{}" and not is_name(shape.platform, name) and (shape.is_bare or not row.unicode):
        return None
    form = "@{}" if shape.platform == "youtube" and prefix == "@" and is_code("youtube", name) else shape.form  # a name like an id
    handle = make_handle(shape.platform, form.format(name, host=host))
    own = not rest or (len(rest) == 1 and rest[0].lower() in row.tabs)
    if row.repositories and shape.is_bare:
        own = len(rest) <= 1 or rest[1] == "releases"
    return handle, own and not _opens_more(shape, query)


def _query(query: str) -> dict[str, list[str]]:
    try:
        return parse_qs(query.lstrip("?"), keep_blank_values=True, max_num_fields=40) if len(query) < 2000 else {}
    except ValueError:
        return {}


_SAME_PLACE = re.compile(
    r"start|startapp|startgroup|startchannel|text|q|before|after|embed|single|domain|invite|lang|ref|utm_[a-z]+", re.ASCII
)
"""What a Telegram link may carry and still open the account it names (core.telegram.org/api/links)."""


def _opens_more(shape: _Shape, query: str) -> bool:
    """Whether a Telegram link opens something beside or instead of the account: another bot (``attach``), a number, a second name."""
    if shape.platform != "telegram" or len(query) <= 1:
        return False
    parameters = _query(query)
    return not parameters or any(len(values) > 1 or not _SAME_PLACE.fullmatch(key) for key, values in parameters.items())


def profile_of(host: Host, path: str, query: str = "") -> Handle | None:
    """The account whose own page a link is, or None."""
    found = account_in(host, path, query)
    return found[0] if found and found[1] else None


def deep_link(text: str) -> Handle | None:
    """The account an app's link leads to (``tg://resolve?domain=name``, ``weixin://dl/chat?name``), or None."""
    scheme, colon, rest = text.strip().partition(":")
    shapes = _DEEP.get(scheme.lower())
    if not colon or shapes is None or len(rest) > 2000:
        return None
    path, _, query = rest.partition("?")
    parts = [part for part in path.split("/") if part]
    for shape in shapes:
        bare_query = not shape.key and query and "=" not in query
        if found := _fit(shape, [*parts, query] if bare_query else parts, query, ""):
            return found[0] if found[1] or shape.platform != "telegram" else None
    return None


_STORES = (
    ("apps.apple.com", "app-store", re.compile(r"/(?:[a-z]{2}/)?app/(?:[^/]+/)?id(\d{6,12})/?")),
    ("itunes.apple.com", "app-store", re.compile(r"/(?:[a-z]{2}/)?app/(?:[^/]+/)?id(\d{6,12})/?")),
    ("chromewebstore.google.com", "chrome-web-store", re.compile(r"/detail/(?:[^/]+/)?([a-p]{32})/?")),
    ("chrome.google.com", "chrome-web-store", re.compile(r"/webstore/detail/(?:[^/]+/)?([a-p]{32})/?")),
    ("addons.mozilla.org", "firefox-addons", re.compile(r"/(?:[A-Za-z-]{2,6}/)?(?:firefox/|android/)?addon/([^/]+)/?")),
    ("microsoftedge.microsoft.com", "edge-addons", re.compile(r"/addons/detail/(?:[^/]+/)?([a-p]{32})/?")),
    ("apps.microsoft.com", "microsoft-store", re.compile(r"/(?:store/)?detail/(?:[^/]+/)?([A-Za-z0-9]{12})/?")),
)
"""The whole path of a store's page about one app. The id is where the store reads it, not where else a path may show one."""
_STORE_HOSTS = frozenset(host for host, _, _ in _STORES) | {"play.google.com"}
_PACKAGE = re.compile(r"[A-Za-z0-9._]{3,200}")


def store_app_of(host: Host, path: str, query: str) -> App | None:
    """The app a store's page shows, or None."""
    if host.ascii not in _STORE_HOSTS:
        return None
    if host.ascii == "play.google.com":
        ids = [unquote(pair[3:]) for pair in query.removeprefix("?").split("&")[:40] if pair.startswith("id=")]
        if path.rstrip("/") == "/store/apps/details" and len(ids) == 1 and _PACKAGE.fullmatch(ids[0]):
            return App("google-play", ids[0])
        return None
    for store, platform, pattern in _STORES:
        if host.ascii == store and (match := pattern.fullmatch(path[:1000])):
            return App(platform, match[1])
    return None
