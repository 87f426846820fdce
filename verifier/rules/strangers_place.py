"""A place where anybody publishes under a company's own domain: the domain proves nothing about the page."""

from __future__ import annotations

from verifier.contacts.model import Url
from verifier.errors import N_
from verifier.registry.places import is_strangers_place
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A note that names the place."""
    url = case.contact
    if not isinstance(url, Url) or case.match is not None:
        return None
    if is_strangers_place(url) or url.host.shared_platform:
        return Finding({"place": url.host.shared_platform or url.host.unicode})
    return None


RULE = Rule(
    id="strangers-place",
    kinds=frozenset({"url"}),
    group="registry",
    weight=0.0,
    title=N_("Anyone can publish here"),
    detail=N_("On {place} anybody can put up pages. The name of the site says nothing about who made this one."),
    summary=N_("Anyone can publish on {place}. We do not know who made this page."),
    needs="page",
    find=find,
    role="mentioned",
    catches=(
        example("https://docs.google.com/forms/d/e/x/viewform", "a form anybody can make"),
        example("https://some-shop.square.site", "shared hosting"),
    ),
    spares=(example("https://help.tokenpocket.pro/cn/", "a host of the brand's own"),),
)
