"""Words of the pages: what each id of the contract and the registry is called, and the helpers templates use."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, g
from markupsafe import Markup, escape

from verifier.errors import N_
from verifier.explain import LANGUAGES, fill
from verifier.explain.catalogue import region_name
from verifier.explain.words import FORMATS, join
from verifier.web.language import NAMES, page_language

VERDICTS: dict[str, str] = {
    "official": N_("Official"),
    "dangerous": N_("Dangerous"),
    "suspicious": N_("Suspicious"),
    "unknown": N_("Unknown"),
}

KINDS: dict[str, str] = {
    "url": N_("Web address"),
    "phone": N_("Phone number"),
    "handle": N_("Account"),
    "email": N_("E-mail address"),
    "email-domain": N_("Mail domain"),
    "app": N_("App"),
    "message": N_("Message"),
}

PROOFS: dict[str, str] = {
    "brand-controlled": N_("Published by the brand itself"),
    "anchored": N_("Confirmed by two independent public registries"),
    "listed": N_("Listed by others, not proved"),
}

STATUSES: dict[str, str] = {
    "active": N_("In use"),
    "disputed": N_("Disputed"),
    "superseded": N_("Replaced"),
    "revoked": N_("Withdrawn"),
}

SOURCE_KINDS: dict[str, str] = {
    "official-page": N_("The brand's own page"),
    "official-repository": N_("The brand's own repository"),
    "authority-page": N_("An authority's page"),
    "curated-registry": N_("A curated public registry"),
    "third-party": N_("Somebody else's page"),
}

CATEGORIES: dict[str, str] = {
    "self-custody-wallet": N_("Wallets"),
    "hardware-wallet": N_("Hardware wallets"),
    "exchange": N_("Exchanges"),
    "payment": N_("Payment"),
    "defi": N_("DeFi"),
    "nft": N_("NFT markets"),
    "infrastructure": N_("Infrastructure"),
    "bank": N_("Banks"),
    "telecom": N_("Telecoms"),
    "platform": N_("Platforms"),
    "authority": N_("Authorities and hotlines"),
}

PURPOSES: dict[str, str] = {
    "website": N_("Website"),
    "support": N_("Support"),
    "help-centre": N_("Help centre"),
    "ticket-replies": N_("Replies to tickets"),
    "complaints": N_("Complaints"),
    "security": N_("Security reports"),
    "report-fraud": N_("Report fraud"),
    "emergency": N_("Emergency"),
    "press": N_("Press"),
    "business": N_("Business"),
    "developers": N_("Developers"),
    "community": N_("Community"),
    "news": N_("News"),
    "download": N_("Download"),
    "app": N_("App"),
    "tool": N_("Tool"),
    "status": N_("Service status"),
    "assets": N_("Images and files"),
    "recruiting": N_("Jobs"),
    "legal": N_("Legal"),
    "privacy": N_("Privacy"),
}

STATEMENTS: dict[str, str] = {
    "no-phone-support": N_("{brand} has no phone support."),
    "no-chat-app-support": N_("{brand} gives no support in chat apps."),
    "no-email-support": N_("{brand} gives no support by e-mail."),
    "channels-are-exhaustive": N_("{brand} can be reached only through the channels it lists itself."),
    "never-asks-for-seed-phrase": N_("{brand} never asks for your recovery phrase."),
    "never-asks-for-private-key": N_("{brand} never asks for your private key."),
    "never-asks-for-password": N_("{brand} never asks for your password."),
    "never-asks-for-code": N_("{brand} never asks for a verification code."),
    "never-asks-for-remote-access": N_("{brand} never asks to control your phone or computer."),
    "never-asks-for-transfer": N_("{brand} never asks you to move your money to another account or address."),
    "never-asks-for-payment": N_("{brand} never asks you to pay for its help."),
    "never-contacts-first": N_("{brand} never contacts you first."),
    "contacts-first": N_("{brand} may contact you first."),
}
"""Statements in one sentence, by kind."""

BASES: dict[str, str] = {"said": N_("Says so itself"), "implied": N_("Follows from its closed list of channels")}

NAMED_BY: dict[str, str] = {"brand": N_("Named as fake by the brand itself"), "third-party": N_("Named as fake by others")}

ROLES: dict[str, str] = {
    "owner": N_("Belongs to {brand}"),
    "imitated": N_("Imitates {brand}"),
    "claimed": N_("Said to be {brand}"),
    "mentioned": N_("About {brand}"),
}

PENDING: dict[str, str] = {"registration-age": N_("We are looking up how old this address is. Check again in a few seconds to include it.")}

DIRECTIONS: dict[str, str] = {"outgoing": N_("I am about to contact it"), "incoming": N_("It contacted me")}

COUNTS: dict[str, tuple[str, str]] = {
    "contacts": (N_("{count} contact"), N_("{count} contacts")),
    "hours": (N_("{count} hour"), N_("{count} hours")),
}
"""How many of what: one, and any other number."""

LABELS: dict[str, dict[str, str]] = {
    "verdict": VERDICTS,
    "kind": KINDS,
    "proof": PROOFS,
    "status": STATUSES,
    "source": SOURCE_KINDS,
    "category": CATEGORIES,
    "purpose": PURPOSES,
    "basis": BASES,
    "named_by": NAMED_BY,
    "role": ROLES,
    "pending": PENDING,
    "direction": DIRECTIONS,
}
"""All tables of words, by what they name."""


def register_words(app: Flask) -> None:
    """Give templates the language and its words: ``_("English text", brand=…)``, ``label("proof", "anchored")``, ``region("HK")``."""

    @app.context_processor
    def _words() -> dict[str, Any]:
        lang = g.get("page_lang") or page_language()

        def text(message: str, **facts: Any) -> str:
            return fill(message, facts, lang)

        def count(what: str, number: int) -> str:
            return fill(COUNTS[what][number != 1], {"count": number}, lang)

        def label(table: str, id: str, **facts: Any) -> str:
            words = LABELS[table].get(id)
            return fill(words, facts, lang) if words else id

        def labels(table: str, ids: Iterable[str]) -> str:
            return join([label(table, id) for id in ids], lang)

        def region(code: str) -> str:
            return region_name(code, lang)

        def regions_of(codes: Iterable[str]) -> str:
            return join([region(code) for code in codes], lang)

        return {
            "_": text,
            "count": count,
            "label": label,
            "labels": labels,
            "region": region,
            "sourced": sourced,
            "asset": asset,
            "letters": lambda found: FORMATS["letters"](found, lang),
            "regions_of": regions_of,
            "day": lambda value: day(value, lang),
            "comma": join(["", ""], lang),
            "lang": lang,
            "languages": [(tag, NAMES[tag]) for tag in LANGUAGES],
        }


@cache
def asset(name: str) -> str:
    """The address of a static file, with a digest of its content: browsers may keep it for as long as it stays the same."""
    digest = hashlib.blake2b((resources.files("verifier.web") / "static" / name).read_bytes(), digest_size=6).hexdigest()
    return f"/static/{name}?v={digest}"


def sourced(text: str, source: str | None) -> Markup:
    """``text`` with the address of its source, where it stands in there, as a link that shows the source's host only."""
    if not source or not source.startswith("https://") or source not in text:
        return escape(text)
    before, after = text.split(source, 1)
    return Markup('{}<a href="{}" rel="noreferrer noopener">{}</a>{}').format(before, source, urlsplit(source).hostname or source, after)


def day(value: date | str, lang: str) -> str:
    """A date as readers of ``lang`` write it.

    >>> day(date(2025, 3, 9), "en"), day(date(2025, 3, 9), "zh-Hans")
    ('9 March 2025', '2025年3月9日')
    """
    value = date.fromisoformat(value) if isinstance(value, str) else value
    if lang.startswith("zh"):
        return f"{value.year}年{value.month}月{value.day}日"
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    return f"{value.day} {months[value.month - 1]} {value.year}"
