"""Many words in one pass: the only importer of pyahocorasick.

An Aho-Corasick automaton finds every occurrence of thousands of words in time linear in the text, whatever the text is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Generic, TypeVar

import ahocorasick

T = TypeVar("T")


class Automaton(Generic[T]):
    """Words with a value each; frozen once built, safe to share between threads."""

    def __init__(self, words: Mapping[str, T]) -> None:
        self._automaton = ahocorasick.Automaton()
        for word, value in words.items():
            if word:
                self._automaton.add_word(word, (len(word), value))
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def ends(self, text: str) -> Iterator[tuple[int, tuple[int, T]]]:
        """`find` for those in a hurry: the place of each occurrence's last character, its length, its value.

        >>> list(Automaton({"she": 1, "he": 2}).ends("she"))
        [(2, (3, 1)), (2, (2, 2))]
        """
        found: Iterator[tuple[int, tuple[int, T]]] = iter(()) if self._empty else self._automaton.iter(text)
        return found

    def holds(self, text: str) -> bool:
        """Whether any of the words stands in the text.

        >>> Automaton({"he": 2}).holds("she"), Automaton({"he": 2}).holds("her") and Automaton({}).holds("her")
        (True, False)
        """
        return next(self.ends(text), None) is not None

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Every occurrence as (start, end, value), by its end; words inside other words included.

        >>> [(s, e) for s, e, _ in Automaton({"she": 1, "he": 2}).find("she")]
        [(0, 3), (1, 3)]
        """
        for last, (length, value) in self.ends(text):
            yield last + 1 - length, last + 1, value


_NUMBER = itemgetter(1)


class Numbered:
    """Words known by their numbers alone, in the order given, none twice: for tens of thousands, of which only what a text holds is asked.

    Frozen once built, safe to share between threads.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for number, word in enumerate(words):
            self._automaton.add_word(word, number)
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def within(self, text: str) -> set[int]:
        """The numbers of the words that stand in the text, each once.

        >>> Numbered(["she", "he", "it"]).within("she or he")
        {0, 1}
        """
        return set() if self._empty else set(map(_NUMBER, self._automaton.iter(text)))


class Beginnings:
    """How words begin. Frozen once built, safe to share between threads."""

    def __init__(self, words: Iterable[str]) -> None:
        self._trie = ahocorasick.Automaton()
        for word in words:
            self._trie.add_word(word, True)
        self._empty = len(self._trie) == 0

    def shared(self, text: str) -> int:
        """How many letters at the beginning of the text are the beginning of one of the words.

        >>> Beginnings(["metamask"]).shared("metamsk"), Beginnings(["metamask"]).shared("ask"), Beginnings([]).shared("ask")
        (5, 0, 0)
        """
        length: int = 0 if self._empty else self._trie.longest_prefix(text)
        return length
