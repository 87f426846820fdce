"""An official host, but not at the plain address its owner publishes: another port, another scheme, text before ``@``."""

from __future__ import annotations

from verifier.contacts.model import Url
from verifier.contacts.redirects import is_altered
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A weak sign: it keeps the address from being called official."""
    url = case.contact
    if not isinstance(url, Url) or case.match is None or case.match.contact is None:
        return None
    if not is_altered(url):
        return None
    return Finding({"port": url.port, "scheme": url.scheme, "userinfo": bool(url.userinfo)}, brand=case.match.brand.id)


RULE = Rule(
    id="altered-address",
    kinds=frozenset({"url"}),
    group="address",
    weight=0.3,
    title=N_("Not the plain address"),
    detail=N_(
        "The host is {brand}'s, but the address has something added (a port, a name before “@”, another scheme, doubled slashes, code) that {brand} does not publish."
    ),
    summary=N_("The host is {brand}'s, but this is not an address that {brand} publishes."),
    needs="entry",
    find=find,
    role="owner",
    catches=(
        example("https://tokenpocket.pro:8443/", "a port nobody publishes"),
        example("https://login@tokenpocket.pro/", "text before @"),
        example("https://tokenpocket.pro\\@example.com", "a back-slash, which programs read in different ways"),
        example("https://tokenpocket.pro//example.com", "doubled slashes, a way to be sent on"),
        example("https://tokenpocket.pro/?next=javascript:alert(1)", "code in a parameter"),
    ),
    spares=(example("https://tokenpocket.pro:443/", "the scheme's own port"), example("https://tokenpocket.pro/", "as published")),
)
