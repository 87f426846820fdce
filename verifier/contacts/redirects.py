"""Addresses that lead on to another one: ``google.com/url?q=https://…``, ``…/amp/s/host/…``, ``login?next=https://…``.

An open redirect on an official host is a favourite alibi: the host is real, the page that opens is not. Only what the
address itself shows is read; nothing is opened.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from verifier.contacts.model import Url
from verifier.contacts.url import read_url
from verifier.errors import CheckError

_INNER = re.compile(r"(?:https?:)?(?://|\\\\|%2f%2f)[^\s&\"'<>]{3,1000}", re.IGNORECASE)
_AMP = re.compile(r"^/amp/(?:s/)?([^/?#]+\.[^/?#]+.*)$")


def redirect_target(url: Url) -> Url | None:
    """The first address inside the path or query of ``url`` whose host belongs to another registrable domain, or None."""
    if not url.query and len(url.path) < 8:
        return None
    texts = []
    if amp := _AMP.match(url.path):
        texts.append("https://" + amp[1])
    for part in (url.query, url.path[1:]):
        for _ in range(2):  # once as written, once decoded: redirectors nest no deeper in practice
            texts.extend(match[0] for match in _INNER.finditer(part[:4096]))
            part = unquote(part)
        texts.extend(match[0] for match in _INNER.finditer(part[:4096]))
    for text in texts[:8]:
        try:
            target = read_url(text if ":" in text[:6] else "https:" + unquote(text))
        except CheckError:
            continue
        if (target.host.registrable_domain or target.host.is_ip) and target.host.registrable_domain != url.host.registrable_domain:
            return target
    return None
