"""An official number or address as the *sender*: anybody can write it there."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example
from verifier.verdict import authentication_holds


def find(case: Case) -> Finding | None:
    """A note, unless the receiver verified the sender."""
    if case.direction != "incoming" or case.match is None or case.match.contact is None or authentication_holds(case):
        return None
    return Finding({}, brand=case.match.brand.id)


RULE = Rule(
    id="forgeable-sender",
    kinds=frozenset({"phone", "email"}),
    group="sender",
    weight=0.0,
    title=N_("Anyone can write this sender"),
    detail=N_("{contact} is {brand}'s, but a caller's number and a mail's sender are easily forged: seeing it there proves nothing."),
    summary=N_("This is {brand}'s contact, but anyone can write it as the sender. Contact {brand} yourself."),
    advice=("hang-up-and-call-back",),
    find=find,
    role="owner",
    catches=(example("service@tokenpocket.pro", "a mail that says it is from there", direction="incoming"),),
    spares=(example("service@tokenpocket.pro", "writing to it is safe"),),
)
