"""Messages in Japanese, Korean, Spanish, Portuguese, Russian, Vietnamese, Indonesian, Thai, French and German."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from verifier import Verifier
from verifier.data import table
from verifier.messages.lexicon import LANGUAGES

CASES: dict[str, dict[str, list[dict[str, str]]]] = yaml.safe_load(
    (Path(__file__).parent / "cases_other_languages.yaml").read_text("utf-8")
)
FLAGGED = {"suspicious", "dangerous"}
OTHERS = [language for language in LANGUAGES if language not in ("en", "zh")]


def _texts(side: str) -> list[object]:
    return [
        pytest.param(text, id=f"{language} {kind}: {text[:40]}")
        for language, sides in CASES.items()
        for row in sides[side]
        for kind, text in row.items()
    ]


@pytest.mark.parametrize("text", _texts("scams"))
def test_a_scam_is_flagged_in_its_language(text: str, verifier: Verifier) -> None:
    """Paraphrased requests and patterns are suspicious or dangerous in every language."""
    assert verifier.check(text, kind="message").verdict in FLAGGED


@pytest.mark.parametrize("text", _texts("honest"))
def test_honest_words_about_the_same_things_are_spared(text: str, verifier: Verifier) -> None:
    """Advice, reports, documentation, one-time codes, questions and everyday talk are not flagged."""
    assert verifier.check(text, kind="message").verdict not in FLAGGED


def test_every_language_has_cases() -> None:
    """Each language with a table has fourteen scams and fourteen honest texts at least."""
    assert sorted(CASES) == sorted(OTHERS)
    assert all(len(sides[side]) >= 14 for sides in CASES.values() for side in ("scams", "honest"))


@pytest.mark.parametrize("language", OTHERS)
def test_tables_speak_of_known_concepts(language: str) -> None:
    """A table names only concepts of the glossary, and no word is empty or twice in one concept."""
    known = {name for names in table("concepts").values() if isinstance(names, dict) for name in names}
    concepts = table(f"patterns.{language}")["concepts"]
    assert set(concepts) <= known
    for concept, listed in concepts.items():
        words = listed.split(" | ")
        assert all(word.strip("* ") for word in words), concept
        assert len(words) == len(set(words)), concept
