"""The host is a bare IP address: no company leads its customers to one."""

from __future__ import annotations

import ipaddress

from verifier.contacts.model import Url
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A weak sign that never decides alone; addresses of one's own network are left out."""
    url = case.contact
    if not isinstance(url, Url) or not url.host.is_ip:
        return None
    address = ipaddress.ip_address(url.host.ascii.strip("[]"))
    local = (
        address.is_loopback or address.is_link_local or any(address in network for network in _HOME if network.version == address.version)
    )
    return None if local else Finding({"address": url.host.ascii})


_HOME = tuple(ipaddress.ip_network(n) for n in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"))
"""Private networks (RFC 1918, RFC 4193). The documentation networks of RFC 5737 count as foreign."""

RULE = Rule(
    id="numeric-address",
    kinds=frozenset({"url"}),
    group="address",
    weight=0.3,
    title=N_("A number instead of a name"),
    detail=N_(
        "The address has no name but a number ({address}). No company leads its customers to a number, and it does not say whose it is."
    ),
    needs="number",
    find=find,
    role="mentioned",
    catches=(example("http://203.0.113.9/login", "a public address"), example("http://0xcb007109/", "the same, written oddly")),
    spares=(example("http://192.168.1.1/", "one's own router"), example("https://example.com", "a name")),
)
