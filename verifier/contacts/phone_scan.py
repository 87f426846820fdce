"""All telephone numbers in a text: its runs of digits, held against numbering plans as a whole, without an extension, in parts."""

from __future__ import annotations

import msgspec

from verifier.contacts import number_decoys as decoys
from verifier.contacts import phone_text as seen
from verifier.contacts.interpret import Evidence, Reading, interpret
from verifier.contacts.model import Phone
from verifier.contacts.numerals import CHINESE, FILLER, as_digits, has_chinese_numerals
from verifier.contacts.phone_text import Piece
from verifier.contacts.spelled import spelled_numbers

MOST_ATTEMPTS = 64
"""How many pieces of one text are held against numbering plans (each costs some 20 µs); nobody writes more numbers."""

_BEFORE, _AFTER = 18, 10


class Seen(msgspec.Struct, frozen=True):
    """A number in a text: its place in the folded text, and how sure it is."""

    phone: Phone
    start: int
    end: int
    evidence: Evidence

    def around(self, text: str) -> tuple[str, str]:
        """What stands right before and right behind it."""
        return text[max(0, self.start - _BEFORE) : self.start], text[self.end : self.end + _AFTER]


def scan(text: str, region: str | None, *, elsewhere: bool = False) -> list[Seen]:
    """All numbers in ``text`` (already folded), in order; ``elsewhere`` takes short numbers of other regions too."""
    found = _in_digits(as_digits(text), region, elsewhere)
    if has_chinese_numerals(text):
        taken = [(s.start, s.end) for s in found]
        others = _in_digits(as_digits(text, chinese=False), region, elsewhere)
        found += [s for s in others if not any(s.start < e and b < s.end for b, e in taken) and not _is_torn(text, s)]
        found.sort(key=lambda s: s.start)
    return found


def spelled(text: str, region: str | None, *, strict: bool = False) -> list[Seen]:
    """Numbers spelled in letters on the keypad."""
    return [Seen(one.phone, one.start, one.end, "shape") for one in spelled_numbers(text, region, strict)]


def alone(text: str, region: str | None) -> Phone | None:
    """The number that a text of bare digits is as a whole: the common case, in which nothing has to be undone or looked for."""
    run = next(seen.runs(text))
    found = _Plans(region, elsewhere=True).numbers_in(text, run)
    return found[0][1].phone if found and found[0][0] is run else None


class _Plans:
    """The numbering plans that pieces of one text are held against, a limited number of times."""

    def __init__(self, region: str | None, elsewhere: bool) -> None:
        self._region = region
        self._elsewhere = elsewhere
        self.attempts = MOST_ATTEMPTS

    def numbers_in(self, digits: str, run: Piece) -> list[tuple[Piece, Reading]]:
        """The numbers in one run: it as a whole, else without its extension, else its parts."""
        before = digits[max(0, run.start - _BEFORE) : run.start]
        if len(run.digits) < 3 or decoys.labelled_as_other(before) or decoys.is_decoy(run):
            return []
        return self._whole(run) or self._without_extension(digits, run) or self._parts(digits, run)

    def _read(self, piece: Piece, elsewhere: bool) -> Reading | None:
        if self.attempts <= 0 or not 3 <= len(piece.digits) <= seen.LONGEST:
            return None
        self.attempts -= 1
        return interpret(piece, self._region, elsewhere)

    def _whole(self, run: Piece) -> list[tuple[Piece, Reading]]:
        """A short number in more than a few groups is rather several numbers, unless its digits all stand apart."""
        found = self._read(run, self._elsewhere)
        few = len(run.groups) <= (3 if self._region else 2) or max(run.shape) == 1
        return [(run, found)] if found and (found.evidence != "short" or few or found.phone.type == "sms-port") else []

    def _without_extension(self, digits: str, run: Piece) -> list[tuple[Piece, Reading]]:
        cut = seen.without_extension(digits, run) if len(run.groups) <= 8 else None
        found = self._read(cut[0], elsewhere=False) if cut else None
        if cut is None or found is None or found.evidence not in ("international", "shape") or found.phone.type == "unassigned":
            return []
        return [(run, Reading(msgspec.structs.replace(found.phone, extension=cut[1]), found.evidence))]

    def _parts(self, digits: str, run: Piece) -> list[tuple[Piece, Reading]]:
        """The way to take the run apart that gives most numbers. Short ones count only where strong signs set them apart."""
        best: list[tuple[Piece, Reading]] = []
        for strong, parts in seen.split(digits, run):
            got = [
                (part, found)
                for part in parts
                if not decoys.is_decoy(part) and (found := self._read(part, self._elsewhere))
                if found.evidence != "short" or (strong and len(part.groups) == 1)
            ]
            best = max(best, got, key=len)
        return best


def _in_digits(digits: str, region: str | None, elsewhere: bool) -> list[Seen]:
    plans = _Plans(region, elsewhere)
    found: list[Seen] = []
    for run in seen.runs(digits):
        if plans.attempts <= 0:
            break
        found.extend(_placed(digits, piece, reading) for piece, reading in plans.numbers_in(digits, run))
    return found


def _placed(digits: str, piece: Piece, reading: Reading) -> Seen:
    extension, end = seen.extension_after(digits, piece.end, short=reading.evidence == "short")
    phone = msgspec.structs.replace(reading.phone, extension=extension) if extension else reading.phone
    start = piece.start
    if start and digits[start - 1] in "([（【「<":
        start -= 1
    while start and digits[start - 1] == FILLER:
        start -= 1
    return Seen(phone, start, end, reading.evidence)


def _is_torn(text: str, one: Seen) -> bool:
    """Whether a short number is what is left of a longer one when numerals beside it are not read."""
    return one.evidence == "short" and (text[one.start - 1 : one.start] in CHINESE or text[one.end : one.end + 1] in CHINESE)
