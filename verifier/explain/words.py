"""Fill templates: facts become words in the reader's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Any

from verifier.errors import N_
from verifier.explain.catalogue import region_name, translate
from verifier.registry.model import Brand

_BETWEEN = {"en": ", ", "zh-Hans": "、", "zh-Hant": "、"}


def brand_name(brand: Brand, lang: str) -> str:
    """The brand's name as readers of ``lang`` know it."""
    for tag in (lang, "zh-Hans" if lang == "zh-Hant" else "", "en"):
        if names := brand.names.get(tag):
            return names[0]
    return brand.name


def join(items: list[str], lang: str) -> str:
    """A list in a sentence."""
    return _BETWEEN.get(lang, ", ").join(items)


def _letters(value: list[dict[str, Any]], lang: str) -> str:
    template = translate(N_("“{seen}” ({script}) in place of “{like}”"), lang)
    return join([template.format(seen=v["seen"], script=translate(v["script"], lang), like=v["like"]) for v in value], lang)


def _regions(value: list[str], lang: str) -> str:
    return join([region_name(code, lang) for code in value], lang)


FORMATS: dict[str, Callable[[Any, str], str]] = {"letters": _letters, "country": _regions, "home": _regions}
"""How a fact of this name is put into words, where it is not simply shown."""

TRANSLATED = frozenset({"added", "said", "how_many", "proved", "confirmed_at", "number_type", "handle_how", "fault"})
"""Facts whose value is a msgid of our own and is translated with the sentence around it."""

SCRIPTS = (N_("Latin"), N_("Cyrillic"), N_("Greek"), N_("Armenian"), N_("Common"))


def safe(text: str) -> str:
    """User text that cannot disturb the sentence around it: no controls, no direction changes, at most 300 characters."""
    if text.isascii() and text.isprintable() and len(text) <= 300:
        return text
    clean = "".join(c for c in text[:300] if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp"))
    return clean + ("…" if len(text) > 300 else "")


def fill(template: str, facts: Mapping[str, Any], lang: str) -> str:
    """``template`` translated and filled. A missing fact is a programming error (`KeyError`), found by the rules' own examples."""
    pieces, end = _pieces(template, lang)
    text = ""
    for before, name in pieces:
        text += before + _word(name, facts[name], lang)
    return text + end


@lru_cache(maxsize=4096)
def _pieces(template: str, lang: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """A template in a language, taken apart: each fact's name with the text before it, and the text at the end."""
    found: list[tuple[str, str]] = []
    text = ""
    for literal, name, _, _ in Formatter().parse(translate(template, lang)):
        text += literal
        if name is not None:
            found.append((text, name))
            text = ""
    return tuple(found), text


def _word(name: str, value: Any, lang: str) -> str:
    if isinstance(value, str):
        return translate(value, lang) if name in TRANSLATED else safe(value)
    if name in FORMATS and isinstance(value, list):
        return FORMATS[name](value, lang)
    if isinstance(value, list | tuple):
        return join([_word("", v, lang) for v in value], lang)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
