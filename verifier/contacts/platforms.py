"""The platforms with accounts: their names, what their accounts may be called, and how a name becomes canonical.

All of it is data (``verifier/data/platforms.json``, which describes its columns and names its sources).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from verifier.contacts.model import Handle
from verifier.data import table
from verifier.errors import N_, InvalidRequest


class Platform(msgspec.Struct, frozen=True):
    """One row of the platform table; see the table's own description of its columns."""

    label: str
    name: str
    shortest: int
    longest: int
    ignores_case: bool
    link: str
    words: tuple[str, ...]
    hosts: tuple[str, ...]
    shapes: tuple[str | tuple[str, str], ...]
    source: str
    also: str = ""
    also_link: str = ""
    subdomains: tuple[str, ...] = ()
    deep: tuple[str | tuple[str, str], ...] = ()
    reserved: frozenset[str] = frozenset()
    tabs: frozenset[str] = frozenset()
    regional: bool = False
    nicknames: bool = False
    unicode: bool = False
    numeric: bool = False
    keeps_at: bool = False
    keeps_host: bool = False
    whole_host: bool = False
    repositories: bool = False


PLATFORMS: dict[str, Platform] = msgspec.convert(table("platforms")["platforms"], dict[str, Platform])
"""Every platform by its id."""

BY_WORD: dict[str, str] = {word.casefold(): id for id, row in PLATFORMS.items() for word in (id, *row.words)}
"""The platform each word before a name stands for, case-folded."""

NO_SUCH_PLATFORM = N_("“{platform}” is not a platform we know.")


def platform_id(text: str) -> str:
    """The platform a caller names (its id or one of its words); raises `InvalidRequest` for one we do not know."""
    platform = BY_WORD.get(text.strip().casefold())
    if platform is None:
        raise InvalidRequest(NO_SUCH_PLATFORM, field="platform", platform=text[:40])
    return platform


@cache
def _pattern(platform: str, which: str) -> re.Pattern[str]:
    row = PLATFORMS[platform]
    return re.compile(row.name if which == "name" else row.also or r"(?!)", re.ASCII | (re.IGNORECASE if row.ignores_case else 0))


def is_name(platform: str, name: str) -> bool:
    """Whether ``name`` can be an account, a group or an invitation on ``platform``."""
    return len(name) <= 300 and bool(_pattern(platform, "name").fullmatch(name) or _pattern(platform, "also").fullmatch(name))


def is_other_form(platform: str, name: str) -> bool:
    """Whether ``name`` names a group, an invitation, a number or a key rather than an account by its name."""
    if platform not in PLATFORMS or not _pattern(platform, "also").fullmatch(name):
        return False
    return bool(PLATFORMS[platform].also_link) or not _pattern(platform, "name").fullmatch(name)


def fault_of(platform: str, name: str) -> dict[str, Any] | None:
    """Why no account on ``platform`` can have this name, as facts with a msgid ``fault``; None where one can.

    Where people are known by nicknames as well (WeChat, Douyin …), only a name that looks like an id is held to the rule.
    """
    row = PLATFORMS.get(platform)
    if row is None or is_name(platform, name):
        return None
    if (not name.isascii() and (row.nicknames or row.unicode)) or (row.nicknames and " " in name):
        return None
    strange = [c for c in name if not (c.isascii() and (c.isalnum() or c in "_.-@:/+"))]
    if strange:
        return {"fault": N_("it contains a character that no account name there can have"), "seen": strange[0]}
    if len(name) < row.shortest:
        return {"fault": N_("it is too short"), "shortest": row.shortest, "longest": row.longest}
    if len(name) > row.longest:
        return {"fault": N_("it is too long"), "shortest": row.shortest, "longest": row.longest}
    return {"fault": N_("account names there are not formed like this")}


def canonical_name(platform: str, name: str) -> str:
    """The name as the registry and links have it: telephone numbers as ``+digits`` on WhatsApp, LINE's ``@`` kept."""
    if platform in ("whatsapp", "viber") and re.fullmatch(r"[+\d\s().\-]{7,30}", name):
        return "+" + re.sub(r"\D", "", name).removeprefix("00")
    if platform == "reddit" and name[:2].lower() == "r/":
        return name[2:]
    if platform == "youtube" and _CHANNEL_ID.fullmatch(name.removeprefix("channel/")):
        return name.removeprefix("channel/")
    if platform == "discord" and name[:1] == "@":
        return _lower(name)
    if platform == "farcaster" or (platform == "line" and "/" not in name):
        return _lower(name)
    return name


_PLAIN_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_CHANNEL_ID = re.compile(r"UC[A-Za-z0-9_-]{22}", re.ASCII)
_CODE = re.compile(
    r"(?=[A-Za-z0-9]*[A-Z])(?=[A-Za-z0-9]*[a-z])(?=(?:[A-Za-z0-9]*[0-9]|[A-Za-z0-9]*[A-Z][A-Za-z0-9]*[A-Z]))[A-Za-z0-9]{6,12}", re.ASCII
)


def _lower(name: str) -> str:
    """Plain letters in lower case and no others: ſ or the Kelvin sign fold to plain letters, but are not in the same name."""
    return name.translate(_PLAIN_LETTERS)


def is_code(platform: str, name: str) -> bool:
    """Whether a name is an identifier the platform gave, in which case matters: a channel's id, a random invitation code.

    Discord's random codes are 6 to 12 letters and digits in mixed case; invitations that servers choose (``imToken``) ignore case.
    """
    if platform == "youtube":
        return bool(_CHANNEL_ID.fullmatch(name))
    if platform == "discord":
        return bool(_CODE.fullmatch(name))
    return platform == "telegram" and name.startswith("+")


def lookup_name(platform: str, name: str) -> str:
    """The name as the registry's look-ups compare it.

    >>> lookup_name("discord", "Ledger"), lookup_name("discord", "gnWqCQsteh")
    ('ledger', 'gnWqCQsteh')
    """
    return name if is_code(platform, name) else _lower(name)


def make_handle(platform: str, name: str, disguises: tuple[str, ...] = ()) -> Handle:
    """A handle with its canonical form and link; the name is taken as it stands."""
    row = PLATFORMS.get(platform)
    name = canonical_name(platform, name)
    if row is None:
        return Handle(platform, name, _lower(name), "", disguises)
    other = is_other_form(platform, name)
    prefixed = "/" in name
    folded = name if not row.ignores_case or (other and platform not in _PREFIX_IS_PATH) else _lower(name)
    link = row.also_link if other and (not prefixed or platform in _PREFIX_IS_PATH) else "" if other else row.link
    if platform == "telegram" and other:
        link = row.link
    if platform == "medium" and name.lower().endswith(".medium.com"):
        link = "https://{}"
    if fault_of(platform, name) or "#" in name or (platform == "discord" and name[0] == "@"):
        link = ""
    return Handle(platform, name, folded, link.format(name.removeprefix("+") if platform == "whatsapp" else name), disguises)


_PREFIX_IS_PATH = frozenset({"reddit", "linkedin", "zhihu"})
"""Platforms whose other forms (``u/name``, ``in/name``) are paths of their sites and ignore case."""
