"""The brand once used this contact and has replaced it; somebody else may hold it by now."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A note that names the successor where there is one."""
    entry = case.match.contact if case.match else None
    if case.match is None or entry is None or entry.status != "superseded":
        return None
    return Finding({"successor": entry.successor or "—", "since": entry.history[-1].date}, brand=case.match.brand.id)


RULE = Rule(
    id="superseded-contact",
    kinds=frozenset({"url", "phone", "handle", "email"}),
    group="registry",
    weight=0.0,
    title=N_("Replaced by the brand"),
    detail=N_("{brand} used this once and has replaced it (noted {since}). Somebody else may own it now. Its successor: {successor}."),
    summary=N_("{brand} no longer uses this. Do not rely on it."),
    needs="entry",
    find=find,
    role="owner",
    catches=(example("https://mytokenpocket.vip/", "a domain the brand has left"),),
    spares=(example("https://help.tokenpocket.pro/cn/", "in use"),),
)
