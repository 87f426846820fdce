"""A page beneath a company's own domain, where its users have pages, posts or payment links too."""

from __future__ import annotations

from verifier.contacts.model import Url
from verifier.errors import N_
from verifier.registry.places import is_strangers_place, is_users_domain
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A note that names the owner of the domain without vouching for the page."""
    url = case.contact
    if not isinstance(url, Url) or case.match is not None or not is_users_domain(url) or is_strangers_place(url) or case.foreign_target:
        return None
    owner = case.registry.owner_of(url.host.registrable_domain)
    if owner is None or owner.contact is None:
        return None
    return Finding({"place": url.host.unicode}, brand=owner.brand.id)


RULE = Rule(
    id="users-domain",
    kinds=frozenset({"url"}),
    group="registry",
    weight=0.0,
    title=N_("Users publish on this site too"),
    detail=N_(
        "{place} belongs to {brand}, but its users have pages, posts, files or payment links there as well. The address alone does not show whose page this is."
    ),
    summary=N_("This is on {brand}'s site, where its users publish too. The address alone does not show whose page it is."),
    needs="site",
    find=find,
    role="mentioned",
    catches=(
        example("https://www.paypal.com/ncp/payment/ABC", "anybody's payment page"),
        example("https://customervoice.microsoft.com/Pages/ResponsePage.aspx?id=x", "anybody's form"),
    ),
    spares=(
        example("https://www.paypal.com/", "the owner's front page"),
        example("https://help.tokenpocket.pro/cn/", "nobody but the owner publishes there"),
    ),
)
