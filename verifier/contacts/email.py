"""Mail addresses: ``local@host``, ``mailto:``, ``Name <local@host>``, and what people write so that robots do not see one.

Follows RFC 5322 where people do: a name before ``<…>``, quoted or not; quoted local parts are read, comments are dropped.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from verifier.contacts.disguise import fold
from verifier.contacts.hosts import is_host, read_host
from verifier.contacts.model import Email, Host
from verifier.contacts.url import refang
from verifier.errors import N_, Unreadable

LONGEST_LOCAL = 64
LONGEST = 254
"""RFC 5321, section 4.5.3.1: a local part of 64 octets, and a path of 256 with its angle brackets."""

_MAILTO = re.compile(r"\s*(?:mailto\s*:|(?:e-?mail|mail|邮箱|郵箱|电子邮件|電子郵件|信箱|邮件|郵件)\s*[:：])\s*", re.IGNORECASE)
_NAMED = re.compile(r"(?P<name>.{0,300})<\s*(?:mailto:)?(?P<address>[^<>\s]{3,320})\s*>[\s.,;。；]*", re.DOTALL)
_BEHIND = re.compile(r"(?P<address>[^\s<>()]{3,320})\s*\((?P<name>[^()]{1,200})\)")
_AT = re.compile(
    r"\s{0,3}(?:\[\s?(?:at|@|艾特)\s?\]|\(\s?(?:at|@|艾特)\s?\)|\{\s?(?:at|@)\s?\}|<\s?(?:at|@)\s?>|＠|﹫|#at#|\(a\))\s{0,3}", re.IGNORECASE
)
_SPACED_AT = re.compile(r"(?<=[\w.+\-])\s{1,2}@\s{0,2}(?=[\w\-])|(?<=[\w.+\-])@\s{1,2}(?=[\w\-])")
_ATEXT = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]"
_LOCAL = re.compile(rf"(?:{_ATEXT}|[^\x00-\x7f\s]){{1,{LONGEST_LOCAL}}}|\"(?:[^\"\\\r\n]|\\.){{1,{LONGEST_LOCAL - 2}}}\"")
_HOST = re.compile(r"[^\s@/\\?#:<>,;()\"]{1,253}")
_WORDS_AT = re.compile(r"(\S{1,64})\s+(?:at|艾特)\s+((?:[\w-]{1,63}\s*(?:\.|\s+dot\s+)\s*){1,5}[A-Za-z]{2,18})", re.IGNORECASE)
_WORD_DOT = re.compile(r"\s+dot\s+", re.IGNORECASE)
_MORE_READERS = re.compile(r"(?:^|[&;?])\s*(?:amp;)?(?:to|cc|bcc)\s*=", re.IGNORECASE)
"""Header fields of a ``mailto:`` link (RFC 6068) that send the mail to others as well."""
_PASSED_ON = re.compile(r"[^!]*\.[A-Za-z]{2,}!|.*%[^%]*\.[A-Za-z]{2,}$|.*@", re.DOTALL)
"""Local parts that old mail servers take for a way on to another host: ``host!user``, ``user%host``, ``"user@host"``
(RFC 1123 section 5.2.16; RFC 5321 appendix F.2 and C)."""
_SEVERAL = N_("This link sends the mail to other addresses as well. Check each of them alone.")
_ROUTED = N_("This address asks a mail server to pass the mail on to another address. Do not use it.")
_NO_ADDRESS = N_("This does not read as an e-mail address.")
_NO_MAIL = N_("This e-mail address cannot receive mail: check the part after “@”.")


def _undisguised(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its signs for ``@`` and ``.`` undone, and which of them stood there."""
    plain, how = refang(text)
    at = _SPACED_AT.sub("@", _AT.sub("@", plain))
    if "@" not in at and (match := _WORDS_AT.fullmatch(at.strip())):
        at = match[1] + "@" + re.sub(r"\s+", "", _WORD_DOT.sub(".", match[2]))
    return (at, (*how, "bracketed-at")) if at != plain else (at, how)


def _parts(text: str) -> tuple[str, str]:
    """The address and the name shown before (or in brackets behind) it."""
    plain = text.strip()
    if match := _MAILTO.match(plain):
        plain, _, fields = plain[match.end() :].partition("?")
        if _MORE_READERS.search(unquote(fields)):
            raise Unreadable(_SEVERAL)
        plain = unquote(plain)
    match = _NAMED.fullmatch(plain) or _BEHIND.fullmatch(plain)
    if match:
        return match["address"], _unquoted(match["name"])
    around = " \t'“”「」『』【】（）<>,;，。；" + ("" if '"@' in plain else '"')
    return plain.lstrip(around).rstrip(around + "."), ""


def _unquoted(name: str) -> str:
    name = name.strip()
    if len(name) >= 2 and name[0] in "\"'“" and name[-1] in "\"'”":
        name = name[1:-1]
    return name.replace('\\"', '"').replace("\\\\", "\\").strip()


def _split(address: str) -> tuple[str, str] | None:
    """Local part and host at the last ``@``; None where either cannot be one."""
    local, at, host = address.rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or not _HOST.fullmatch(host) or len(address) > LONGEST + 66:
        return None
    return local, host


def read_email(text: str) -> Email:
    """Read one address. Raises `Unreadable` where there is none, or no host that could receive mail."""
    folded = fold(text.strip()[:2000])
    plain, how = _undisguised(folded.text)
    address, display_name = _parts(plain)
    split = _split(address)
    if split is None:
        raise Unreadable(_NO_ADDRESS)
    local, host = split[0], read_host(split[1].strip("."))
    if _PASSED_ON.match(local):
        raise Unreadable(_ROUTED)
    if not _receives(host) or (local[0] != '"' and (local.startswith(".") or local.endswith(".") or ".." in local)):
        raise Unreadable(_NO_MAIL)
    return Email(
        value=f"{local.lower()}@{host.ascii}",
        local=local,
        host=host,
        display_name=display_name[:200],
        disguises=folded.disguises + how,
    )


def _receives(host: Host) -> bool:
    """Whether a host can have mail: a name somebody owns, or a suffix below which others have theirs but whose keeper writes too
    (``gov.uk``, ``brave.io``); not a bare top-level domain (RFC 7085)."""
    is_somebodys = is_host(host) or ("." in host.ascii and host.ascii == host.public_suffix)
    return not host.is_ip and is_somebodys and len(host.ascii) <= 253 and all(0 < len(label) <= 63 for label in host.ascii.split("."))


def looks_like_email(text: str) -> bool:
    """Whether a text is one address, with or without a display name; text as `verifier.contacts.disguise.fold` leaves it."""
    if len(text) > 1000:
        return False
    plain = _undisguised(text)[0].strip()
    if plain[:7].lower() == "mailto:":
        return True
    address, name = _parts(plain)
    split = _split(address)
    if split is None or "://" in plain.partition("<")[0] or address.startswith("@"):
        return False
    return bool(name) or "/" not in split[0]
