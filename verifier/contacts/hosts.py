"""Host names: the only importer of tldextract (public suffixes) and idna (decoding of punycode labels).

The public suffix list is the snapshot that ships with tldextract: nothing is fetched.
"""

from __future__ import annotations

import ipaddress
from functools import lru_cache

import idna
import tldextract

from verifier.contacts.model import Host
from verifier.data import table

_extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def _platform_suffixes() -> frozenset[str]:
    return frozenset(table("shared_places")["platforms"])


_PLATFORMS = _platform_suffixes()


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
    return _read_ascii(host)


def encode(host: str) -> str:
    """Punycode a Unicode host by UTS #46; labels that IDNA refuses are encoded one by one so that they stay readable."""
    try:
        return idna.encode(host, uts46=True, transitional=False).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return ".".join(
            label if label.isascii() else "xn--" + label.encode("punycode", "replace").decode("ascii") for label in host.split(".")
        )


@lru_cache(maxsize=4096)
def _read_ascii(host: str) -> Host:
    if host.startswith("[") or (host[-1:].isdigit() and host.replace(".", "").isdigit()):
        try:
            ipaddress.ip_address(host.strip("[]"))
        except ValueError:
            pass
        else:
            return Host(ascii=host, unicode=host, registrable_domain="", public_suffix="", is_ip=True)
    parts = _extract.extract_str(host)
    unicode = ".".join(map(decode_label, host.split("."))) if "xn--" in host else host
    suffix, domain = parts.suffix, parts.domain
    platform = suffix if parts.is_private else ""
    if suffix and domain and not platform:
        platform = _platform_of(parts.subdomain, domain, suffix)
        if platform:
            inner = host[: -len(platform) - 1].rsplit(".", 1)[-1]
            return Host(host, unicode, f"{inner}.{platform}", platform, platform)
    return Host(host, unicode, f"{domain}.{suffix}" if domain and suffix else "", suffix, platform)


def _platform_of(subdomain: str, domain: str, suffix: str) -> str:
    """The shared platform of our own table that a host stands on, or ""."""
    if not subdomain:
        return ""
    candidate = f"{domain}.{suffix}"
    if candidate in _PLATFORMS:
        return candidate
    labels = subdomain.split(".")
    for i in range(len(labels) - 1, 0, -1):
        candidate = f"{labels[i]}.{candidate}"
        if candidate in _PLATFORMS:
            return candidate
    return ""


def is_host(host: Host) -> bool:
    """Whether anybody could own this: an address, or a name below a public suffix."""
    return host.is_ip or bool(host.registrable_domain)
