"""A domain registered only lately: honest ones were new once as well, but scams seldom live long enough to be old."""

from __future__ import annotations

from verifier.contacts.model import Url
from verifier.data import table
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """The age in days, where the edge has it at hand; the older, the lighter."""
    days = case.facts.get("registration_age_days")
    if not isinstance(case.contact, Url) or case.match is not None or not isinstance(days, int):
        return None
    for step in table("domain_ages")["steps"]:
        if days < step["days"]:
            domain = case.contact.host.registrable_domain
            return Finding({"domain": domain, "days": days}, step["weight"])
    return None


RULE = Rule(
    id="young-domain",
    kinds=frozenset({"url"}),
    group="age",
    weight=0.3,
    title=N_("Registered only recently"),
    detail=N_("The address {domain} was registered {days} days ago. Companies seldom move to a brand-new address; scams often use one."),
    needs="age",
    find=find,
    role="mentioned",
    catches=(example("https://wallet-help-desk.example.net/", "a domain of three weeks", facts={"registration_age_days": 21}),),
    spares=(
        example("https://wallet-help-desk.example.net/", "a domain of ten years", facts={"registration_age_days": 3650}),
        example("https://wallet-help-desk.example.net/", "an age nobody knows"),
        example("https://help.tokenpocket.pro/cn/", "the registry knows it: its age says nothing more", facts={"registration_age_days": 3}),
    ),
)
