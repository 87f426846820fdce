"""Places where strangers publish under somebody's domain: forums, profiles, forms, payment links, reviews.

The tables are in ``verifier/data/shared_places.json``, which describes them. The front page of such a place is its
operator's; what stands below it is never official by its domain.
"""

from __future__ import annotations

import re
from collections import defaultdict

from verifier.contacts.model import Url
from verifier.data import table

_TABLE = table("shared_places")
_HOSTS = frozenset(_TABLE["places"])
_LABELS = frozenset(_TABLE["labels"])
_LABELS_UNLESS_REGISTERED = frozenset(_TABLE["labels_unless_registered"])
_MIXED = frozenset(_TABLE["mixed_domains"])
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?")

Shape = tuple[str, ...]


def _by_first(paths: list[str]) -> dict[str, list[Shape]]:
    found: dict[str, list[Shape]] = defaultdict(list)
    for path in paths:
        shape = tuple(path.split("/"))
        found[shape[0]].append(shape)
    return dict(found)


def _by_host(paths: list[str]) -> dict[str, dict[str, list[Shape]]]:
    found: dict[str, list[str]] = defaultdict(list)
    for place in paths:
        host, _, path = place.partition("/")
        found[host.removeprefix("www.")] += dict.fromkeys((path, path.removeprefix("*/")))
    return {host: _by_first(below) for host, below in found.items()}


_PATHS = _by_host(_TABLE["paths"])
_OWN = _by_host(_TABLE["own"])
_ANYWHERE = _by_first(_TABLE["paths_anywhere"])


def is_strangers_place(url: Url) -> bool:
    """Whether strangers publish at this address, whoever owns the host and whatever the registry says of the host."""
    if url.path == "/" and not url.query:
        return False
    host = url.host.ascii.removeprefix("www.")
    if host in _HOSTS or (host != url.host.registrable_domain and host.split(".", 1)[0] in _LABELS):
        return True
    segments = _segments(url.path)
    if segments and (segments[0].startswith(("@", "$", "%24")) or _fits(segments, _ANYWHERE)) and "back-slash" not in url.disguises:
        return True
    shapes = _PATHS.get(host)
    return shapes is not None and _fits(segments, shapes)


def is_users_domain(url: Url) -> bool:
    """Whether the owner's users publish below this domain too, so that owning it vouches only for what the registry names."""
    if url.path == "/" and not url.query and url.host.ascii.removeprefix("www.") == url.host.registrable_domain:
        return False
    if url.host.registrable_domain in _MIXED:
        return not _is_own(url)
    host = url.host.ascii
    return host != url.host.registrable_domain and host.split(".", 1)[0] in _LABELS_UNLESS_REGISTERED


def _is_own(url: Url) -> bool:
    """Whether only the owner publishes on this part of a mixed domain."""
    shapes = _OWN.get(url.host.ascii.removeprefix("www."))
    return shapes is not None and ("" in shapes or _fits(_segments(url.path), shapes))


def _segments(path: str) -> list[str]:
    """The path's segments in lower case, without a leading language."""
    segments = path.lower().strip("/").split("/")
    return segments[1:] if len(segments) > 1 and _LANGUAGE.fullmatch(segments[0]) else segments


def _fits(segments: list[str], shapes: dict[str, list[Shape]]) -> bool:
    first = segments[0] if segments else ""
    for shape in (*shapes.get(first, ()), *shapes.get("*", ())):
        if len(segments) >= len(shape) and all(want in ("*", got) for want, got in zip(shape, segments, strict=False)):
            return True
    return False
