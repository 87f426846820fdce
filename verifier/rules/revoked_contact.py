"""The contact was the brand's and is withdrawn: lost, hijacked or shut."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A finding with the registry's reason."""
    entry = case.match.contact if case.match else None
    if case.match is None or entry is None or entry.status != "revoked":
        return None
    return Finding({"since": entry.history[-1].date}, brand=case.match.brand.id)


RULE = Rule(
    id="revoked-contact",
    kinds=frozenset({"url", "phone", "handle", "email"}),
    group="registry",
    weight=0.6,
    title=N_("Withdrawn"),
    detail=N_("This used to be {brand}'s and was withdrawn on {since}. Do not use it."),
    summary=N_("This is no longer {brand}'s contact: it was withdrawn."),
    needs="entry",
    find=find,
    role="owner",
    catches=(),
    spares=(example("https://help.tokenpocket.pro/cn/", "in use"),),
)
