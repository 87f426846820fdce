"""Host names: the only importer of tldextract (public suffixes) and idna (decoding of punycode labels).

The public suffix list is the snapshot that ships with tldextract: nothing is fetched.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

import idna
import tldextract

from verifier.contacts.model import Host
from verifier.data import table

Section = Literal["way", "public", "private", "ours"]
"""Where a rule stands: on the ``way`` to longer ones only, in either section of the public suffix list, or in our own table."""


def _rules() -> tuple[dict[str, Section], dict[str, Section], frozenset[str]]:
    """The names that are rules or the ends of rules, those below which every label is a suffix (``*.ck``), the exceptions to these."""
    public, everything = (
        frozenset(tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=private).tlds)
        for private in (False, True)
    )
    sections: tuple[tuple[Section, Iterable[str]], ...] = (
        ("ours", table("shared_places")["platforms"]),
        ("public", public),
        ("private", everything - public),
    )
    names: dict[str, Section] = {}
    wildcards: dict[str, Section] = {}
    exceptions: set[str] = set()
    for section, rules in sections:
        for rule in rules:
            name = rule.lstrip("*.!")
            name = name if name.isascii() else encode(name)
            if rule.startswith("!"):
                exceptions.add(name)
            elif rule.startswith("*."):
                wildcards[name] = section
            else:
                names[name] = section
    for name in [*names, *wildcards]:
        while name:
            names.setdefault(name, "way")
            name = name.partition(".")[2]
    return names, wildcards, frozenset(exceptions)


def decode_label(label: str) -> str:
    """The Unicode form of one label; a label that is no valid punycode stays as it is.

    >>> decode_label("xn--tkenpocket-evi")
    'tоkenpocket'
    """
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def read_host(text: str) -> Host:
    """Split an already canonical host (lower case ASCII or Unicode, as the URL parser returns it) into its parts.

    Never raises: a host without a known suffix has empty ``registrable_domain``.
    """
    host = text.strip().rstrip(".").lower()
    if not host.isascii():
        host = encode(host)
    return read_canonical(host)


def encode(host: str) -> str:
    """Punycode a Unicode host by UTS #46; labels that IDNA refuses are encoded one by one so that they stay readable."""
    try:
        return idna.encode(host, uts46=True, transitional=False).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return ".".join(
            label if label.isascii() else "xn--" + label.encode("punycode", "replace").decode("ascii") for label in host.split(".")
        )


_RULES, _WILDCARDS, _EXCEPTIONS = _rules()
_ENDINGS = frozenset(name for name, section in _RULES.items() if section == "public" and "." not in name and name not in _WILDCARDS)
"""Top-level domains directly below which names are registered."""


@lru_cache(maxsize=4096)
def read_canonical(host: str) -> Host:
    """`read_host` of an ASCII host in lower case and without a trailing dot: there is nothing to make canonical."""
    unicode = ".".join(map(decode_label, host.split("."))) if "xn--" in host else host
    left, _, ending = host.rpartition(".")
    owner = left.rpartition(".")[2]
    domain = f"{owner}.{ending}"
    if owner and ending in _ENDINGS and domain not in _RULES:  # nearly all: what follows comes to the same
        return Host(host, unicode, domain, ending, "", False)
    if host[:1] == "[" or (host[-1:].isdigit() and host.replace(".", "").isdigit()):
        try:
            ipaddress.ip_address(host.strip("[]"))
        except ValueError:
            pass
        else:
            return Host(host, host, "", "", is_ip=True)
    suffix, platform = _suffix_of(host)
    owner = host[: -len(suffix) - 1].rpartition(".")[2] if suffix else ""
    return Host(host, unicode, f"{owner}.{suffix}" if owner else "", suffix, platform)


def _suffix_of(host: str) -> tuple[str, str]:
    """The suffix of an ASCII host by the longest rule, "" where none fits; and the same again where it is a shared platform's, else "".

    A platform of our own table counts only below its own front page, and where the list knows no platform. Linear: one step for each
    label of the rule.
    """
    suffix = ours = tail = ""
    section: Section = "way"
    rest, dot = host, "."
    while dot:
        parent = tail
        rest, dot, label = rest.rpartition(".")
        tail = f"{label}.{parent}" if parent else label
        rule = _RULES.get(tail)
        if rule is None:
            if parent in _WILDCARDS:
                suffix, section = parent if tail in _EXCEPTIONS else tail, _WILDCARDS[parent]
            break
        if rule == "ours":
            ours = ours or (tail if rest else "")
        elif rule != "way":
            suffix, section = tail, rule
    if section == "private":
        return suffix, suffix
    return (ours, ours) if ours else (suffix, "")


def is_host(host: Host) -> bool:
    """Whether anybody could own this: an address, or a name below a public suffix."""
    return host.is_ip or bool(host.registrable_domain)
