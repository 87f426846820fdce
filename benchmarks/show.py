"""How one text is read, for whoever tunes words and rules: clauses, concepts, how each word is meant, names, contacts, findings.

    python -m benchmarks.show "Dear user, send your seed phrase to our agent"
    echo "…" | python -m benchmarks.show -
    python -m benchmarks.show --near "…"      also the rules of which one term is missing
    python -m benchmarks.show --concept fee   the words of a concept in every language

Each word is followed by its concepts and, where it is no plain request, by how it is meant (`verifier.messages.stance`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from verifier.answer import CheckRequest
from verifier.checker import Checker
from verifier.contacts.message import read_message
from verifier.contacts.reader import clean
from verifier.data import table
from verifier.errors import CheckError
from verifier.messages.claims import claim_in
from verifier.messages.lexicon import LANGUAGES
from verifier.messages.pattern import Asks, FirstOf, Together
from verifier.messages.reading import Reading
from verifier.messages.signs import FACTS, terms
from verifier.messages.stance import stance
from verifier.rules import all_rules
from verifier.rules.record import Case


def show(text: str, checker: Checker, near: bool = False) -> Iterator[str]:
    """The lines that say how a text is read."""
    message = read_message(clean(text))
    reading = message.reading
    yield f"language   {message.language}"
    yield "contacts   " + (", ".join(f"{f.contact.kind} {f.contact.display}" for f in message.found) or "none")
    names = [
        f"{reading.plain.text[n.start : n.end]} ({'/'.join(sorted(n.brands))}{', in a role' if n.role else ''})"
        for n in message.named(checker.world.registry)
    ]
    yield "names      " + (", ".join(names) or "none")
    claim = claim_in(message, checker.world.registry)
    yield "claim      " + (f"{claim.status} {claim.brand or '/'.join(claim.candidates)}" if claim else "none")
    signs = Case(contact=message, world=checker.world).signs & FACTS
    yield "facts      " + (", ".join(sorted(signs)) or "none") + "   (contacts apart)"
    yield ""
    yield from _clauses(reading)
    yield ""
    try:
        answer = checker.check(CheckRequest(input=text, kind="message"))
    except CheckError as problem:
        yield f"refused    {problem.problem}"
        return
    yield f"verdict    {answer.verdict} {answer.risk}"
    for reason in answer.reasons:
        passages = [text[s.start : s.end] for s in answer.spans if s.rule == reason.rule]
        yield f"  {reason.weight:<5}{reason.rule:28}{passages}"
    for inner in answer.contacts:
        yield f"  inside {inner.contact.value}: {inner.verdict} {[r.rule for r in inner.reasons]}"
    if near:
        yield ""
        yield from _near_misses(reading)


def _clauses(reading: Reading) -> Iterator[str]:
    hits = sorted({h for found in reading.by_concept.values() for h in found}, key=lambda h: (h.start, -h.end))
    bounds = sorted({reading.clause(h.start) for h in hits})
    text = reading.plain.text
    for low, high in bounds:
        yield f"| {text[low:high].strip()}"
        for hit in hits:
            if low <= hit.start < high:
                meant = stance(reading, hit)
                yield f"    {text[hit.start : hit.end]:24} {' '.join(hit.concepts)}" + ("" if meant == "request" else f"   [{meant}]")


def _near_misses(reading: Reading) -> Iterator[str]:
    there = frozenset(reading.by_concept)
    for rule in all_rules():
        for words in _words(rule.find):
            missing = [present for present, _ in terms(words) if there.isdisjoint(present)]
            if len(missing) == 1 and len(terms(words)) > 1:
                yield f"  {rule.id} lacks {'|'.join(missing[0])}   ({words})"


def _words(shape: object) -> Iterator[str]:
    if isinstance(shape, FirstOf):
        for way in shape.ways:
            yield from _words(way)
    elif isinstance(shape, Together):
        yield shape.words
    elif isinstance(shape, Asks):
        yield shape.objects


def concept(name: str) -> Iterator[str]:
    """The words and shapes of a concept, by language."""
    for language in LANGUAGES:
        data = table(f"patterns.{language}")
        if words := data["concepts"].get(name):
            yield f"{language}  {words}"
        for shape in data.get("shapes", {}).get(name, []):
            yield f"{language}  /{shape}/"


def main() -> None:
    """Show one text, or one concept."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("text", nargs="?", help="the text, or - for standard input")
    arguments.add_argument("--near", action="store_true", help="list the rules of which one term is missing")
    arguments.add_argument("--concept", help="print the words of a concept instead")
    options = arguments.parse_args()
    if options.concept:
        lines = concept(options.concept)
    elif options.text:
        lines = show(sys.stdin.read().strip() if options.text == "-" else options.text, Checker(), options.near)
    else:
        arguments.error("give a text or --concept")
    for line in lines:
        print(line)


if __name__ == "__main__":
    main()
