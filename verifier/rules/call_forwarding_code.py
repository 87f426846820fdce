"""A code to be dialled that changes how a telephone treats calls (``**21*number#``): it hands one's calls to somebody else."""

from __future__ import annotations

from verifier.contacts.dial_codes import DIAL_CODE, changes_settings
from verifier.contacts.model import Phone
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Codes that forward or bar calls, change a network password, or carry a number to somewhere."""
    phone = case.contact
    if not isinstance(phone, Phone) or phone.type != DIAL_CODE or not changes_settings(phone.value):
        return None
    return Finding({})


RULE = Rule(
    id="call-forwarding-code",
    kinds=frozenset({"phone"}),
    group="request",
    weight=0.6,
    title=N_("A code that changes your phone's settings"),
    detail=N_(
        "{contact} is no telephone number. It is a code that changes settings of your phone, such as call forwarding. Whoever then gets your "
        "calls also hears the codes that banks and apps read out by telephone."
    ),
    summary=N_("This is a code that changes settings of your phone, such as call forwarding. Do not dial it."),
    advice=("do-not-call",),
    find=find,
    role="mentioned",
    catches=(
        example("**21*+85237181818#", "all calls to a number, even a bank's"),
        example("*21*+852 3718 1818#", "the same, activated"),
        example("tel:**62*+15550100%23", "in a link"),
        example("*72 202 555 0193", "in North America"),
    ),
    spares=(
        example("##21#", "ends forwarding"),
        example("*#06#", "shows the device's number"),
        example("*110#", "a network's menu"),
        example("+852 3718 1818", "a number"),
    ),
)
