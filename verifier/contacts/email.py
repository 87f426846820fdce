"""Mail addresses: ``local@host``, ``mailto:`` and ``Name <local@host>``."""

from __future__ import annotations

import re

from verifier.contacts.disguise import fold
from verifier.contacts.hosts import is_host, read_host
from verifier.contacts.model import Email
from verifier.contacts.url import refang
from verifier.errors import N_, Unreadable

_ANGLE = re.compile(r"^\s*\"?([^\"<>]{0,200}?)\"?\s*<\s*([^<>\s]{3,320})\s*>\s*$")
_AT = re.compile(r"\s*(?:\[at\]|\(at\)|\{at\}|\[@\]|\(@\))\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"([A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}|[^\s@<>,;:\"()\[\]\\]{1,64})@([^\s@/\\?#:<>,;]{1,253})")


def read_email(text: str) -> Email:
    """Read one address. Raises `Unreadable` where there is none, or no host that could receive mail."""
    folded = fold(text.strip())
    plain, how = refang(folded.text)
    at = _AT.sub("@", plain)
    if at != plain:
        how += ("bracketed-at",)
    plain = re.sub(r"^\s*mailto:", "", at, flags=re.IGNORECASE).split("?", 1)[0]
    display_name = ""
    if match := _ANGLE.match(plain):
        display_name, plain = match[1].strip(), match[2]
    match = _ADDRESS.fullmatch(plain.strip())
    if not match:
        raise Unreadable(N_("This does not read as an e-mail address."))
    local, host = match[1], read_host(match[2])
    if host.is_ip or not is_host(host) or local.startswith(".") or local.endswith(".") or ".." in local:
        raise Unreadable(N_("This e-mail address cannot receive mail: check the part after “@”."))
    return Email(
        value=f"{local.lower()}@{host.ascii}",
        local=local,
        host=host,
        display_name=display_name,
        disguises=folded.disguises + how,
    )


def looks_like_email(text: str) -> bool:
    """Whether a text is one address, with or without a display name."""
    plain = _AT.sub("@", refang(text)[0]).strip()
    if plain.lower().startswith("mailto:"):
        return True
    match = _ANGLE.match(plain)
    return bool(_ADDRESS.fullmatch(match[2] if match else plain)) and "://" not in plain
