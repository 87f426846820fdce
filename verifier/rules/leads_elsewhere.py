"""An official host that leads on to somebody else's address: an open redirect lends its good name to any page."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import DANGEROUS, Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Keeps the address from being called official; weighs heavily where the target itself imitates a brand."""
    target = case.foreign_target
    if target is None:
        return None
    strongest = max((look.strength for look in case.world.lookalikes.of(target)), default=0.0)
    known = case.registry.look_up(target)
    heavy = strongest >= DANGEROUS or (known is not None and known.impostor is not None)
    return Finding({"target": target.host.unicode}, weight=0.9 if heavy else 0.3, brand=case.site_owner)


RULE = Rule(
    id="leads-elsewhere",
    kinds=frozenset({"url"}),
    group="address",
    weight=0.9,
    title=N_("Leads on to another site"),
    detail=N_("The address begins at {brand}, but what opens in the end is {target}. Judge that address, not the first one."),
    summary=N_("This address only passes through {brand}: it leads on to {target}."),
    needs="site",
    find=find,
    role="mentioned",
    catches=(
        example("https://www.google.com/url?q=https://tokenpocket.pro.verify.top/login", "a search engine's redirector"),
        example("https://help.tokenpocket.pro/cn/?next=https%3A%2F%2Fexample.com%2F", "a page that sends on"),
    ),
    spares=(
        example("https://help.tokenpocket.pro/cn/?next=https%3A%2F%2Fwww.tokenpocket.pro%2F", "it stays in the house"),
        example("https://help.tokenpocket.pro/cn/", "no other address inside"),
    ),
)
