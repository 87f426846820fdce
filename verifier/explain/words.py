"""Fill templates: facts become words in the reader's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from string import Formatter
from typing import Any

from verifier.errors import N_
from verifier.explain.catalogue import region_name, translate
from verifier.registry.model import Brand

_BETWEEN = {"en": ", ", "zh-Hans": "、", "zh-Hant": "、"}


_NAMES_FOR = {"en": ("en",), "zh-Hans": ("zh-Hans", "en"), "zh-Hant": ("zh-Hant", "zh-Hans", "en")}
"""In which languages a name for readers of one is looked for, where not in it and in English."""


def brand_name(brand: Brand, lang: str) -> str:
    """The brand's name as readers of ``lang`` know it."""
    for tag in _NAMES_FOR.get(lang, (lang, "en")):
        if names := brand.names.get(tag):
            return names[0]
    return brand.name


def join(items: Iterable[str], lang: str) -> str:
    """A list in a sentence."""
    return _BETWEEN.get(lang, ", ").join(items)


_LONGEST = 300
"""So many characters of a fact are shown."""


def safe(text: str) -> str:
    """User text that cannot disturb the sentence around it: no controls, no direction changes, at most 300 characters."""
    clean = "".join(c for c in text[:_LONGEST] if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp"))
    return clean + ("…" if len(text) > _LONGEST else "")


def _are_plain(values: Sequence[Any]) -> bool:
    """Whether all of these are texts that can be shown as they stand: asked of all at once, as nearly always they are."""
    try:
        text = "".join(values)
    except TypeError:
        return False
    return len(text) <= _LONGEST and text.isprintable()


def _shown(value: Any, lang: str) -> str:
    if isinstance(value, str):
        return value if value.isprintable() and len(value) <= _LONGEST else safe(value)
    if isinstance(value, (list, tuple)):
        return join(value if _are_plain(value) else [_shown(v, lang) for v in value], lang)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _letters(value: Any, lang: str) -> str:
    if not isinstance(value, list):
        return _shown(value, lang)
    template = translate(N_("“{seen}” ({script}) in place of “{like}”"), lang)
    return join([template.format(seen=v["seen"], script=translate(v["script"], lang), like=v["like"]) for v in value], lang)


def _regions(value: Any, lang: str) -> str:
    return _shown(value, lang) if not isinstance(value, list) else join([region_name(code, lang) for code in value], lang)


_Put = Callable[[Any, str], str]

FORMATS: dict[str, _Put] = {"letters": _letters, "country": _regions, "home": _regions, "words": _shown}
"""How a fact of this name, a list, is put into words; what is no list is simply shown."""

TRANSLATED = frozenset({"added", "said", "how_many", "proved", "confirmed_at", "number_type", "handle_how", "fault", "recalled"})
"""Facts whose value is a msgid of our own and is translated with the sentence around it."""

SCRIPTS = (N_("Latin"), N_("Cyrillic"), N_("Greek"), N_("Armenian"), N_("Common"))


def fill(template: str, facts: Mapping[str, Any], lang: str) -> str:
    """``template`` translated and filled. A missing fact is a programming error (`KeyError`), found by the rules' own examples."""
    return fill_all((template,), facts, lang)[0]


def fill_all(templates: tuple[str, ...], facts: Mapping[str, Any], lang: str) -> Sequence[str]:
    """Each of ``templates`` as `fill` does it, with all their facts picked and looked at together."""
    parts, pick, puts = _taken_apart(templates, lang)
    if pick is None:
        return parts
    values = [*pick(facts)]
    if puts:
        for at, put in puts.items():
            values[at] = put(values[at], lang)
    if not _are_plain(values):
        values = [value if at in puts else _shown(value, lang) for at, value in enumerate(values)]
    told = parts.copy()
    told[1::2] = values
    return "".join(told).split(_APART)


_APART = "\0"
"""Stands between texts that are filled together: no fact that is shown holds a control character."""

_Pick = Callable[[Mapping[str, Any]], tuple[Any, ...]]


@lru_cache(maxsize=4096)
def _taken_apart(templates: tuple[str, ...], lang: str) -> tuple[list[str], _Pick | None, dict[int, _Put]]:
    """Templates in a language: their words with a place for a fact between any two of them, what picks the facts, and how those are put,
    by their place, that are not simply shown. Without any fact: the texts themselves."""
    parts, names = [""], []
    for literal, name, _, _ in Formatter().parse(_APART.join([translate(template, lang) for template in templates])):
        parts[-1] += literal
        if name is not None:
            names.append(name)
            parts += "", ""
    if not names:
        return parts[0].split(_APART), None, {}
    pick = itemgetter(*names) if len(names) > 1 else lambda facts: (facts[names[0]],)
    return parts, pick, {at: FORMATS.get(name, _translated) for at, name in enumerate(names) if name in FORMATS or name in TRANSLATED}


def _translated(value: Any, lang: str) -> str:
    return translate(value, lang) if isinstance(value, str) else _shown(value, lang)
