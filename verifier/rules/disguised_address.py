"""Characters in an address that a reader cannot see or that turn its order around."""

from __future__ import annotations

from verifier.contacts.model import Email, Url
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Heavier where the writing direction is turned: that has no use but to deceive."""
    contact = case.contact
    if not isinstance(contact, (Url, Email)):
        return None
    if "bidi" in contact.disguises:
        return Finding({"disguise": "bidi"}, weight=0.6)
    return Finding({"disguise": "invisible"}, weight=0.3) if "invisible" in contact.disguises else None


RULE = Rule(
    id="disguised-address",
    kinds=frozenset({"url", "email"}),
    group="address",
    weight=0.6,
    title=N_("Hidden characters"),
    detail=N_("The address contains characters that cannot be seen or that turn the order of letters around. We read it without them."),
    summary=N_("The address contains hidden characters. An address that is meant to be read has none."),
    needs="disguise",
    find=find,
    role="mentioned",
    catches=(example("https://exam\u202eple.com", "turns the direction"), example("https://exam\u200bple.com", "a space of no width")),
    spares=(example("https://example.com", "nothing hidden"),),
)
