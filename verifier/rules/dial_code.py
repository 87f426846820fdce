"""A code for the telephone or its network (``*100#``), or a number behind one (``#31#number``): no plain number."""

from __future__ import annotations

from verifier.contacts.dial_codes import DIAL_CODE, changes_settings
from verifier.contacts.model import Phone
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A note, where it is not one of the codes of `verifier.rules.call_forwarding_code`."""
    phone = case.contact
    if not isinstance(phone, Phone) or phone.type != DIAL_CODE or changes_settings(phone.value):
        return None
    return Finding({})


RULE = Rule(
    id="dial-code",
    kinds=frozenset({"phone"}),
    group="request",
    weight=0.0,
    title=N_("A code, not a telephone number"),
    detail=N_(
        "With “*” or “#” in it, {contact} is no plain number: your phone or your telephone company carries it out as a command. Dial such "
        "codes only if your telephone company itself publishes them."
    ),
    summary=N_("This is a code for your phone or its network, not a telephone number. We do not know what it does."),
    find=find,
    role="mentioned",
    catches=(
        example("*110#", "a network's menu"),
        example("#31#+85237181818", "hides the caller's number"),
        example("##21#", "ends forwarding"),
    ),
    spares=(example("**21*+85237181818#", "worse than a note"), example("110", "a number", region="CN")),
)
