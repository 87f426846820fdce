"""A label that mixes scripts which no writing system mixes (UTS #39, below "Highly Restrictive"), whoever it imitates."""

from __future__ import annotations

from verifier.contacts.model import Email, Url
from verifier.errors import N_
from verifier.lookalikes.confusables import disguised_letters, is_mixed_script
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """The label and its foreign letters."""
    contact = case.contact
    if not isinstance(contact, (Url, Email)) or contact.host.ascii == contact.host.unicode or case.match is not None:
        return None
    at = 0
    for label in contact.host.unicode.split("."):
        if is_mixed_script(label):
            letters = [{"at": at + x.at, "seen": x.seen, "script": x.script, "like": x.like} for x in disguised_letters(label)]
            return Finding({"seen": label, "letters": letters})
        at += len(label) + 1
    return None


RULE = Rule(
    id="mixed-script-host",
    kinds=frozenset({"url", "email"}),
    group="imitation",
    weight=0.5,
    title=N_("Letters of different scripts"),
    detail=N_("“{seen}” mixes letters of scripts that are never written together. A name made to be read does not do that."),
    summary=N_("The name mixes letters of different scripts. Do not trust what it seems to spell."),
    needs="letters",
    find=find,
    role="mentioned",
    catches=(example("https://tоkenpocket.pro", "Cyrillic among Latin"), example("https://gаrdening.com", "whatever it stands for")),
    spares=(example("https://почта.рф", "one script"), example("https://tp钱包.com", "Latin and Chinese go together")),
)
