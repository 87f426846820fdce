"""An account without its platform, whose name is a brand's on some platform: the same name elsewhere is somebody else's."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.contacts.model import Handle
from verifier.contacts.platforms import PLATFORMS
from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Iterator[Finding]:
    """A note for each brand that has such an account, with the platforms it has it on."""
    account = case.contact
    if not isinstance(account, Handle) or account.platform:
        return
    where: dict[str, list[str]] = {}
    for match in case.registry.handles_named(account.name):
        if match.contact is not None and match.contact.platform in PLATFORMS:
            where.setdefault(match.brand.id, []).append(PLATFORMS[match.contact.platform].label)
    for brand, platforms in where.items():
        yield Finding({"where": sorted(set(platforms)), "name": account.name}, brand=brand)


RULE = Rule(
    id="handle-elsewhere",
    kinds=frozenset({"handle"}),
    group="registry",
    weight=0.0,
    title=N_("Depends on the platform"),
    detail=N_("On {where}, “{name}” is listed for {brand}. On any other platform the same name can be somebody else's."),
    summary=N_("“{name}” is listed for {brand} on {where}. Say on which platform you met it: elsewhere it can be somebody else's."),
    advice=("give-platform",),
    find=find,
    role="mentioned",
    catches=(example("@TokenPocket_TP", "nobody says where"),),
    spares=(example("@TokenPocket_TP", "on X it is official", platform="x"), example("@somebody_else", "nobody's name we know")),
)
