"""A contact that is known to imitate a brand: the brand itself warns of it, or a sourced third party does."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Heavier where the brand itself says so."""
    impostor = case.match.impostor if case.match else None
    if case.match is None or impostor is None:
        return None
    return Finding(
        {"named_by": impostor.named_by, "source": case.match.sources[0].address if case.match.sources else ""},
        weight=0.95 if impostor.named_by == "brand" else 0.6,
        brand=case.match.brand.id,
    )


RULE = Rule(
    id="known-impostor",
    kinds=frozenset({"url", "phone", "handle", "email"}),
    group="registry",
    weight=0.95,
    title=N_("Known to imitate {brand}"),
    detail=N_("This contact is on record as an imitation of {brand}. Source: {source}."),
    summary=N_("This is not {brand}: it is on record as an imitation."),
    needs="entry",
    find=find,
    catches=(example("https://robinh00d.com/", "the brand itself warns of this address"),),
    spares=(example("https://help.tokenpocket.pro/cn/", "the brand's own"),),
)
