"""Accounts on platforms: ``@name``, ``微信: name``, profile links, store pages.

The platforms, their name rules and link shapes are data (``verifier/data/platforms.json``).
"""

from __future__ import annotations

import re
from urllib.parse import unquote

import msgspec

from verifier.contacts.disguise import fold
from verifier.contacts.model import App, Handle, Host
from verifier.data import table
from verifier.errors import InvalidRequest, N_, Unreadable


class Platform(msgspec.Struct, frozen=True):
    """One row of the platform table; see the table's own description of its columns."""

    label: str
    name: str
    ignores_case: bool
    hosts: tuple[str, ...]
    paths: tuple[str, ...]
    link: str
    words: tuple[str, ...]


PLATFORMS: dict[str, Platform] = msgspec.convert(table("platforms")["platforms"], dict[str, Platform])
_BY_HOST = {host: id for id, p in PLATFORMS.items() for host in p.hosts}
_BY_WORD = {word.casefold(): id for id, p in PLATFORMS.items() for word in p.words}
_VALID = {id: re.compile(p.name) for id, p in PLATFORMS.items()}
_NOT_NAMES = frozenset(
    "about account accounts api app apps blog business careers communities compose contact discover docs download downloads "
    "explore features help hashtag home i intent invite jobs join joinchat legal login logout messages new notifications orgs "
    "policies pricing privacy r search security settings share signup site sites sponsors status story support terms topics "
    "tos trending user users watch web addstickers proxy socks setlanguage channels guild-discovery events groups marketplace "
    "pages people photo photos profile.php public reel stories tr".split()
)
_PREFIXED = re.compile(
    "^\\s*(" + "|".join(sorted(map(re.escape, _BY_WORD), key=len, reverse=True)) + ")\\s*(?:号|號|id|账号|帳號)?\\s*[:：=/ ]\\s*@?(\\S{1,100})\\s*$",
    re.IGNORECASE,
)


def platform_id(text: str) -> str:
    """The platform a caller names (its id or one of its words); raises `InvalidRequest` for one we do not know."""
    platform = text.strip().casefold()
    if platform in PLATFORMS:
        return platform
    if platform in _BY_WORD:
        return _BY_WORD[platform]
    raise InvalidRequest(N_("“{platform}” is not a platform we know."), field="platform", platform=text[:40])


def make_handle(platform: str, name: str, disguises: tuple[str, ...] = ()) -> Handle:
    """A handle with its canonical form and link; the name is taken as it stands."""
    row = PLATFORMS.get(platform)
    folded = name.lower() if row is None or row.ignores_case else name
    return Handle(platform, name, folded, row.link.format(name) if row and row.link else "", disguises)


def read_handle(text: str, platform: str = "") -> Handle:
    """Read ``@name``, ``name`` (with a platform) or ``微信: name``. Raises `Unreadable` for what is no account name."""
    folded = fold(text.strip())
    plain = folded.text.strip()
    match = _PREFIXED.match(plain)
    if match:
        platform, plain = platform or _BY_WORD[match[1].casefold()], match[2]
    name = plain.removeprefix("@").strip()
    if platform == "line" and plain.startswith("@"):
        name = plain
    if not name or len(name) > 100 or re.search(r"[\s/\\@:?#<>]", name.removeprefix("@")):
        raise Unreadable(N_("This does not read as an account name."))
    return make_handle(platform, name, folded.disguises)


def looks_like_handle(text: str) -> bool:
    """Whether a text says by itself that it is an account: ``@name`` or a platform's word before a name."""
    return bool(re.fullmatch(r"\s*@[\w.\-]{1,64}\s*", text)) or bool(_PREFIXED.match(text))


def profile_of(host: Host, path: str, query: str = "") -> Handle | None:
    """The account a link leads to, or None."""
    name = host.ascii.removeprefix("www.")
    platform = _BY_HOST.get(name)
    if platform is None:
        return None
    for shape in PLATFORMS[platform].paths:
        prefix = shape.partition("{}")[0]
        if path.startswith(prefix) and (len(path) > len(prefix)):
            found = unquote(path[len(prefix) :]).split("/", 1)[0]
            if found.lower() in _NOT_NAMES or not found:
                continue
            if prefix == "/" and found.startswith("@"):
                found = found[1:]
            if _VALID[platform].fullmatch(found):
                return make_handle(platform, found)
    return None


_STORES = (
    ("play.google.com", "google-play", re.compile(r"[?&]id=([A-Za-z0-9._]+)")),
    ("apps.apple.com", "app-store", re.compile(r"/id(\d{6,12})\b")),
    ("itunes.apple.com", "app-store", re.compile(r"/id(\d{6,12})\b")),
    ("chromewebstore.google.com", "chrome-web-store", re.compile(r"/([a-p]{32})\b")),
    ("chrome.google.com", "chrome-web-store", re.compile(r"/([a-p]{32})\b")),
    ("addons.mozilla.org", "firefox-addons", re.compile(r"/addon/([^/]+)")),
    ("microsoftedge.microsoft.com", "edge-addons", re.compile(r"/([a-p]{32})\b")),
)
_STORE_HOSTS = frozenset(host for host, _, _ in _STORES)


def store_app_of(host: Host, path: str, query: str) -> App | None:
    """The app a store's page shows, or None."""
    if host.ascii not in _STORE_HOSTS:
        return None
    for store, platform, pattern in _STORES:
        if host.ascii == store and (match := pattern.search(path + query)):
            return App(platform, match[1])
    return None
