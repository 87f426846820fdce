"""Hosts are cut where the public suffix list says: our own walk along the rules against the library that ships them."""

from __future__ import annotations

import pytest
import tldextract

from verifier.contacts.hosts import encode, read_host
from verifier.data import table

LIBRARY = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
OURS = frozenset(table("shared_places")["platforms"])


@pytest.mark.parametrize("before", ["", "a.", "b.a.", "c.b.a."])
def test_every_rule_cuts_as_the_library_does(before: str) -> None:
    """Plain rules, wildcards and exceptions, with up to three labels in front."""
    for rule in LIBRARY.tlds:
        name = before + rule.replace("*", "any").replace("!", "")
        name = name if name.isascii() else encode(name)
        if any(name.endswith("." + platform) for platform in OURS):
            continue
        host, parts = read_host(name), LIBRARY.extract_str(name)
        assert (host.public_suffix, host.registrable_domain, host.shared_platform) == (
            parts.suffix,
            f"{parts.domain}.{parts.suffix}" if parts.domain else "",
            parts.suffix if parts.is_private else "",
        ), name


def test_platforms_of_our_own_count_below_their_front_page() -> None:
    """The platform is its operator's own, what stands below it is somebody else's; the list's own platforms come first."""
    unlisted = sorted(platform for platform in OURS if not LIBRARY.extract_str("a." + platform).is_private)
    assert unlisted
    for platform in unlisted:
        assert not read_host(platform).shared_platform
        host = read_host("b.a." + platform)
        assert (host.shared_platform, host.public_suffix, host.registrable_domain) == (platform, platform, "a." + platform)
