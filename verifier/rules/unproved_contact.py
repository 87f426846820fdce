"""The registry knows of this contact, but not well enough to vouch for it."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """Listed by third parties only, disputed, past its own expiry, or a phone without the brand's own word."""
    entry = case.match.contact if case.match else None
    if case.match is None or entry is None:
        return None
    if entry.status == "disputed" or (
        entry.status == "active" and entry.proof != "brand-controlled" and (entry.proof == "listed" or entry.kind == "phone")
    ):
        return Finding({"status": entry.status, "proof": entry.proof, "source": case.match.sources[0].address}, brand=case.match.brand.id)
    return None


RULE = Rule(
    id="unproved-contact",
    kinds=frozenset({"url", "phone", "handle", "email"}),
    group="registry",
    weight=0.0,
    title=N_("Named elsewhere, not proved"),
    detail=N_("Others list this as a contact of {brand}, but we have not found {brand} saying so itself. We do not vouch for it."),
    summary=N_("This may be {brand}'s, but nothing from {brand} itself proves it."),
    needs="entry",
    find=find,
    role="owner",
    catches=(example("https://tp.xyz/", "in a public file that is not shown to be the brand's own"),),
    spares=(example("https://help.tokenpocket.pro/cn/", "proved by the brand's own repository"),),
)
