"""Every word a person reads exists in every language, with the same placeholders."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from verifier.explain.catalogue import LANGUAGES, negotiate

ROOT = Path(__file__).parent.parent / "verifier"
TRANSLATIONS = [lang for lang in LANGUAGES if lang != "en"]


def _messages() -> set[str]:
    found = extract_from_dir(
        str(ROOT),
        method_map=[("**.py", "python"), ("**/templates/**.html", "jinja2")],
        options_map={"**/templates/**.html": {"silent": "false"}},
        keywords={"N_": None, "_": None, "gettext": None},
    )
    return {message for _, _, message, _, _ in found if isinstance(message, str) and message}


def _placeholders(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name})


def _catalogue(lang: str) -> dict[str, str]:
    folder = ROOT / "locale" / lang.replace("-", "_") / "LC_MESSAGES"
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as handle:
            for message in read_po(handle, locale=lang.replace("-", "_")):
                if message.id:
                    assert not message.fuzzy, f"{path.name}: {message.id!r} is marked fuzzy"
                    assert message.id not in found or found[str(message.id)] == message.string, (
                        f"{path.name}: {message.id!r} is translated twice, differently"
                    )
                    found[str(message.id)] = str(message.string)
    return found


MESSAGES = _messages()


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_nothing_is_left_untranslated(lang: str) -> None:
    """A msgid in code or templates has a translation in each language."""
    missing = MESSAGES - {m for m, text in _catalogue(lang).items() if text}
    assert not missing, f"{len(missing)} messages lack {lang}: {sorted(missing)[:5]}"


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_placeholders_survive_translation(lang: str) -> None:
    """A translation uses exactly the placeholders of its message."""
    wrong = {m for m, text in _catalogue(lang).items() if m in MESSAGES and _placeholders(m) != _placeholders(text)}
    assert not wrong


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_no_translation_outlives_its_message(lang: str) -> None:
    """The catalogues hold nothing that no code asks for."""
    assert not _catalogue(lang).keys() - MESSAGES


@pytest.mark.parametrize(("lang", "wrong"), [("zh-Hans", "聯繫電話號碼賬這們請"), ("zh-Hant", "联系电话号码账这们请")])
def test_each_script_keeps_to_itself(lang: str, wrong: str) -> None:
    """Simplified text holds no traditional characters and the other way round."""
    mixed = {text for text in _catalogue(lang).values() if set(text) & set(wrong)}
    assert not mixed


def test_messages_are_found_at_all() -> None:
    """The extraction sees rules, errors and advice, so that the tests above cannot pass on nothing."""
    assert len(MESSAGES) > 60
    assert any("recovery words" in m for m in MESSAGES)
    assert not any(re.search(r"[\u4e00-\u9fff]", m) for m in MESSAGES)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("zh-CN", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("", "en"),
    ],
)
def test_a_reader_gets_the_nearest_language(wanted: str, expected: str) -> None:
    """Regions imply scripts; a language we lack falls back to English."""
    assert negotiate(wanted) == expected
