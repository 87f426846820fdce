"""The gettext catalogues: the only importer of babel. English is the language of the msgids."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from babel import Locale
from babel.messages.pofile import read_po

LANGUAGES: tuple[str, ...] = ("en", "zh-Hans", "zh-Hant")
"""Languages we answer in, as BCP 47 tags."""

_TRADITIONAL = {"tw", "hk", "mo", "hant"}


@cache
def _messages(lang: str) -> dict[str, str]:
    """All translations of one language; every ``*.po`` in its directory counts."""
    found: dict[str, str] = {}
    folder = resources.files("verifier").joinpath("locale", lang.replace("-", "_"), "LC_MESSAGES")
    if lang == "en" or not folder.is_dir():
        return found
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".po"):
            with file.open("rb") as handle:
                for message in read_po(handle, locale=lang.replace("-", "_")):
                    if message.id and message.string and not message.fuzzy:
                        found[str(message.id)] = str(message.string)
    return found


def translate(message: str, lang: str) -> str:
    """``message`` in ``lang``; the English text where there is no translation (a test makes sure there is one)."""
    return message if lang == "en" else _messages(lang).get(message, message)


@lru_cache(maxsize=1024)
def negotiate(*wanted: str | None) -> str:
    """The language to answer in: the first of ``wanted`` that we have, else ``en``.

    >>> negotiate("zh-TW"), negotiate("fr", "zh-CN"), negotiate(None)
    ('zh-Hant', 'zh-Hans', 'en')
    """
    for tag in wanted:
        parts = (tag or "").replace("_", "-").lower().split("-")
        if parts[0] == "en":
            return "en"
        if parts[0] in ("zh", "yue", "cmn"):
            rest = set(parts[1:])
            if rest & {"hans"}:
                return "zh-Hans"
            return "zh-Hant" if rest & _TRADITIONAL or parts[0] == "yue" else "zh-Hans"
    return "en"


_SHORT_REGIONS = {
    "zh-Hans": {"HK": "香港", "MO": "澳门"},
    "zh-Hant": {"HK": "香港", "MO": "澳門"},
    "en": {"HK": "Hong Kong", "MO": "Macao"},
}
"""The short names of CLDR (``alt="short"``), which babel does not carry."""


@cache
def region_name(code: str, lang: str) -> str:
    """What readers of ``lang`` call a region (CLDR); the code itself where there is no name.

    >>> region_name("CN", "zh-Hant"), region_name("HK", "en")
    ('中國', 'Hong Kong')
    """
    short = _SHORT_REGIONS.get(lang, {}).get(code)
    return short or str(Locale.parse(lang.replace("-", "_")).territories.get(code, code))
