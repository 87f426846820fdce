"""Said to be a brand's, but not among the contacts we know of it; the brand made no statement either way."""

from __future__ import annotations

from verifier.errors import N_
from verifier.rules.contradicts_statement import may_be_theirs, statement_against
from verifier.rules.record import Case, Finding, Rule, example


def find(case: Case) -> Finding | None:
    """A suspicion for numbers and accounts, a note for links and mail: there are many honest ones we do not know."""
    if case.claimed is None or case.match is not None or may_be_theirs(case) or statement_against(case):
        return None
    brand = case.registry.brands[case.claimed]
    known = sum(c.kind == case.contact.kind and c.status == "active" and c.proof != "listed" for c in brand.contacts)
    facts = {"known": known, "how_many": N_("We know of none of this kind.") if not known else N_("The proved ones are shown here.")}
    return Finding(facts, weight=None if case.contact.kind in ("phone", "handle") else 0.0, brand=case.claimed)


RULE = Rule(
    id="not-among-known-contacts",
    kinds=frozenset({"url", "phone", "handle", "email"}),
    group="claim",
    weight=0.5,
    title=N_("Not among the contacts we know"),
    detail=N_(
        "It is said to be {brand}'s, but it is not among the contacts of {brand} that we could prove. {how_many} That is no proof that it is false."
    ),
    summary=N_("This is not among {brand}'s contacts that we know. Confirm it through one of those shown here."),
    needs="claim",
    find=find,
    role="claimed",
    catches=(example("+1 202 555 0143", "an unknown number in an authority's name", claimed_brand="hk-adcc"),),
    spares=(
        example("18222", "the authority's own number", claimed_brand="hk-adcc", region="HK"),
        example("+1 202 555 0143", "nothing is claimed"),
        example("18222", "theirs in one region: only the region is missing", claimed_brand="hk-adcc"),
    ),
)
