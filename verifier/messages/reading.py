"""A message read for its meaning: the concepts in it, its sentences and clauses, and how each passage is meant.

Who asks whom for what is decided clause by clause. A passage counts when it stands there as a *request* (or as a plain
statement); it does not when it is a warning, a refusal, a quotation, a question, a report or documentation. What is said
in one clause excuses nothing in another: "we never ask for it, so send it" is a request.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from verifier.contacts.model import Span
from verifier.messages.language import language_of, table_languages
from verifier.messages.lexicon import Hit, hits, known_words
from verifier.messages.plain import Plain, plain
from verifier.screening import Screen

Stance = Literal["request", "warning", "negation", "quotation", "question", "report", "documentation"]

_SENTENCE_END = re.compile(r"[。!?\n;]+|\.(?=\s|$)|\.(?=[\"”」)])|…+")
_CLAUSE_END = re.compile(r"[,:()\[\]【】“”\"「」『』]|\s-+\s|--+|[。!?\n;]|\.(?=\s|$)")
_SPACE_OF_CLAUSES = re.compile(r"(?<=[\u0e01-\u0e5b]) +(?=[\u0e01-\u0e5b])(?!หรือ|ที่|ซึ่ง|แก่|กับ|ให้ใคร)")
"""Thai writes its words together and ends clauses with a space."""
_PARTICLE_END = re.compile(r"(?<=[\u0e01-\u0e5b])(?:ค่ะ|ครับ|คะ|คับ|จ้า|จ้ะ|จ๊ะ|ฮะ)\s+")
"""In Thai a polite particle closes a sentence."""
_COMMA_OF_CLAUSES = re.compile("、")
"""In Japanese it ends a clause; in Chinese it stands between the items of a list."""
_JOINTS_OF_CLAUSES = re.compile("(?:지만|는데|니까|므로|더라도|거든요?)[, ]")
"""Korean endings that close a clause without a comma."""
_BREAKS = re.compile(
    r"\b(?:but|so|otherwise|therefore|because|then|and then|however|sino|pero|así que|porque|entonces|por eso|por lo tanto|por tanto|de modo que|aunque|sin embargo|ya que|sondern|aber|also|sonst|mais|donc|sinon|mas|então|senão|porém|por isso|portanto|entretanto|contudo|só que|pois|já que|tapi|jadi|nhưng|nên|но|поэтому|иначе)\b"
    r"|但是|但|所以|因此|否则|然后|不过|不然|之后再|再把|并把|并将|就把|就将|只要|只需|ただし|しかし|そのため|하지만|그러니|แต่|ดังนั้น"
)
_OPENS = re.compile(r"[“「『«„]|(?<!\w)[\"']")
_CLOSES = {"“": "”", "「": "」", "『": "』", "«": "»", "„": "“”", '"': '"', "'": "'"}
_SHORTEST_QUOTE = {"'": 6}
_LONGEST_QUOTE = 240
_LINK = re.compile(
    r"(?:https?:[/\\l]{0,3}|www\.)[^\s<>\"'，。、）)】]{2,300}|(?<![\w@.])(?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.){1,5}(?:example|test|invalid)(?![\w])(?:/[^\s，。、）)]{0,200})?"
    r"|(?<=[\u4e00-\u9fff])url(?=[\u4e00-\u9fff]|$)"
    r"|[\[(<{]\s?(?:link|url|short link|phishing link|scam link|malicious link|链接|网址|连结|lien|enlace)\s?[\])>}]"
)
"""What stands for a link where no host that could exist is written: a placeholder, a name reserved for examples (RFC 2606)."""
_SCREEN = Screen([_LINK.pattern, _BREAKS.pattern])
_LINKS, _BREAKING = 0, 1
_MOST = 200
"""How many words of one concept are looked at: a hostile text is read to here, an honest one never gets there."""


class Reading(msgspec.Struct, dict=True):
    """The concepts of a message with their places, in matching form; `span` leads back to the original."""

    plain: Plain
    language: str
    by_concept: dict[str, list[Hit]]
    _starts: dict[str, list[int]]
    _sentences: list[int]
    _clauses: list[int]
    _quotes: list[tuple[int, int]]
    stances: dict[tuple[int, int, int], Stance] = msgspec.field(default_factory=dict)
    """How passages are meant, as far as somebody has asked (`verifier.messages.stance`)."""

    # -- looking words up -------------------------------------------------------------------------------------------

    def all(self, *concepts: str) -> list[Hit]:
        """The words of these concepts, in order, at most a bounded number."""
        if len(concepts) == 1:
            return self.by_concept.get(concepts[0], [])[:_MOST]
        merged = {(h.start, h.end): h for c in concepts for h in self.by_concept.get(c, [])[:_MOST]}
        return [merged[key] for key in sorted(merged)]

    def has(self, *concepts: str) -> bool:
        """Whether any word of any of these concepts stands in the text."""
        return not self.by_concept.keys().isdisjoint(concepts)

    def last(self, concept: str, low: int, high: int) -> Hit | None:
        """The last word of ``concept`` that begins at ``low`` or later and ends at ``high`` or before."""
        if starts := self._starts.get(concept):
            i = bisect_left(starts, high) - 1
            while i >= 0 and starts[i] >= low:
                hit = self.by_concept[concept][i]
                if hit.end <= high:
                    return hit
                i -= 1
        return None

    def first(self, concept: str, low: int, high: int) -> Hit | None:
        """The first word of ``concept`` inside the range."""
        if starts := self._starts.get(concept):
            i = bisect_left(starts, low)
            if i < len(starts) and starts[i] < high:
                hit = self.by_concept[concept][i]
                if hit.end <= high:
                    return hit
        return None

    def between(self, concept: str, low: int, high: int) -> bool:
        """Whether a word of ``concept`` stands in the range."""
        return concept in self._starts and self.first(concept, low, high) is not None

    # -- places -----------------------------------------------------------------------------------------------------

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around a place."""
        return _around(self._sentences, at)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """All sentences, in order, as places of the matching form."""
        length = len(self.plain.text)
        return ((low, min(high, length)) for low, high in pairwise(self._sentences) if low < length)

    def passage(self, low: int, high: int) -> Span:
        """The passage of the original that a range of the matching form came from, without the spaces around it."""
        text = self.plain.text[low:high]
        low, high = low + len(text) - len(text.lstrip()), high - len(text) + len(text.rstrip())
        return Span(*self.plain.span(low, max(low, high)))

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around a place."""
        return _around(self._clauses, at)

    def quoted(self, at: int) -> tuple[int, int] | None:
        """The quotation a place stands in."""
        i = bisect_right(self._quotes, (at, 1 << 30)) - 1
        if i >= 0 and self._quotes[i][0] <= at < self._quotes[i][1]:
            return self._quotes[i]
        return None

    def span(self, *found: Hit) -> Span:
        """The passage of the original from the first to the last of these words."""
        one = found[0]
        if len(found) == 1:
            return Span(*self.plain.span(one.start, one.end))
        return Span(*self.plain.span(min([h.start for h in found]), max([h.end for h in found])))


def _around(bounds: list[int], at: int) -> tuple[int, int]:
    i = bisect_right(bounds, at)
    return bounds[i - 1], bounds[i if i < len(bounds) else -1]


def read_meaning(text: str, contacts: Sequence[Span] = (), language: str = "") -> Reading:
    """Read ``text``, in which contacts stand at these places. Linear; never raises. ``language`` is found out where not given."""
    language = language or language_of(text)
    form = plain(text, known_words(table_languages(text, language)))
    by_concept: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits(form.text, table_languages(form.text, language)):
        for concept in hit.concepts:
            if concept != "none":
                by_concept[concept].append(hit)
    now = form.text
    held = _SCREEN.may_match(now)
    if _LINKS in held and (links := [Hit(m.start(), m.end(), ("link",)) for m in _LINK.finditer(now)]):
        by_concept["link"] = links
    if contacts:
        by_concept["contact"] = [Hit(*form.place(contact), ("contact",)) for contact in contacts]
    ends = [0, *(m.end() for m in _SENTENCE_END.finditer(now)), len(now) + 1]
    if language == "th":
        ends = sorted({*ends, *(m.end() for m in _PARTICLE_END.finditer(now))})
    breaks = [m.start() for m in _BREAKS.finditer(now)] if _BREAKING in held else []
    clauses = sorted({*ends, *(m.end() for m in _CLAUSE_END.finditer(now)), *breaks})
    if further := {"ja": _COMMA_OF_CLAUSES, "ko": _JOINTS_OF_CLAUSES, "th": _SPACE_OF_CLAUSES}.get(language):
        clauses = sorted({*clauses, *(m.end() for m in further.finditer(now))})
    return Reading(
        form,
        language,
        dict(by_concept),
        {c: [h.start for h in found] for c, found in by_concept.items()},
        sorted(set(ends)),
        clauses,
        _quotations(now),
    )


def _quotations(text: str) -> list[tuple[int, int]]:
    """The quotations in a text, marks included: on one line, and for the mark that is also an apostrophe, of some words."""
    found: list[tuple[int, int]] = []
    closed = {mark for mark, closes in _CLOSES.items() if any(close in text for close in closes)}
    reach = 0
    for match in _OPENS.finditer(text) if closed else ():
        mark, start = match[0], match.start()
        if start < reach or mark not in closed:
            continue
        ends = [at for close in _CLOSES[mark] if (at := text.find(close, start + 1, start + 2 + _LONGEST_QUOTE)) >= 0]
        if not ends or min(ends) - start <= _SHORTEST_QUOTE.get(mark, 2) or "\n" in text[start : min(ends)]:
            continue
        end = min(ends) + 1
        if mark == "'" and text[end : end + 1].isalnum():
            continue
        found.append((start, end))
        reach = end
    return found
