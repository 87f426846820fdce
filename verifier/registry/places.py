"""Places where strangers publish under somebody's domain: forums, profiles, forms, payment links, reviews.

The table is ``verifier/data/shared_places.json``. The front page of such a place is its operator's; what stands below it
is never official by its domain.
"""

from __future__ import annotations

from collections import defaultdict

from verifier.contacts.model import Url
from verifier.data import table

_TABLE = table("shared_places")
_HOSTS = frozenset(_TABLE["places"])
_LABELS = frozenset(_TABLE["labels"])
_PATHS: dict[str, list[tuple[str, ...]]] = defaultdict(list)
for _place in _TABLE["paths"]:
    _host, _, _path = _place.partition("/")
    _PATHS[_host.removeprefix("www.")].append(tuple(_path.split("/")))


def is_strangers_place(url: Url) -> bool:
    """Whether strangers publish at this address, so that the domain's owner vouches for nothing there."""
    if url.path == "/" and not url.query:
        return False
    host = url.host.ascii.removeprefix("www.")
    if host in _HOSTS:
        return True
    if host != url.host.registrable_domain and host.split(".", 1)[0] in _LABELS:
        return True
    shapes = _PATHS.get(host)
    if not shapes:
        return False
    segments = url.path.lower().strip("/").split("/")
    return any(len(segments) >= len(shape) and all(want in ("*", got) for want, got in zip(shape, segments, strict=False)) for shape in shapes)
