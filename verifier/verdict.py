"""Precedence and combination: findings and a registry match in, one verdict out. Pure, and short enough to be checked by eye.

**Combination.** Within a group of related rules, and then over the groups, weights combine as independent chances of
being right (noisy-or): ``1 - (1-a)(1-b)…``. A group is capped (`verifier.rules.record.GROUP_CAPS`) before it joins the
others. The formula is monotone (another finding never lowers the risk), bounded by 1, and independent of order.

**Precedence.** What the registry knows wins over every heuristic; see `conclude`, which follows DESIGN's list line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from verifier.contacts.model import Email, Phone, Url
from verifier.contacts.number_facts import addition_to
from verifier.contacts.redirects import is_altered
from verifier.registry.index import Match, is_vouched_for
from verifier.rules.record import DANGEROUS, GROUP_CAPS, SUSPICIOUS, Case, Finding, Group, Role

Verdict = Literal["official", "dangerous", "suspicious", "unknown"]
SEVERITY: dict[str, int] = {"official": 0, "unknown": 1, "suspicious": 2, "dangerous": 3}
"""Order of verdicts for "the worst of"; ``official`` counts as nothing to fear."""

_BANDS: dict[str, tuple[float, float]] = {
    "official": (0.0, 0.0),
    "unknown": (0.0, SUSPICIOUS - 0.01),
    "suspicious": (SUSPICIOUS, DANGEROUS - 0.01),
    "dangerous": (DANGEROUS, 1.0),
}


class Conclusion(msgspec.Struct, frozen=True, gc=False):
    """The verdict before it is put into words. ``findings`` are its reasons, heaviest first."""

    verdict: Verdict
    risk: float
    findings: tuple[Finding, ...]
    brand: str | None = None
    role: Role | None = None
    stale: bool = False


def combine(findings: Sequence[Finding]) -> float:
    """The risk of all findings together, 0 to 1.

    >>> combine([])
    0.0
    """
    if not findings:
        return 0.0
    if len(findings) == 1:
        only = findings[0]
        weight, cap = only.weight or 0.0, GROUP_CAPS[only.rule.group]
        return _rounded(weight if weight < cap else cap, 4)
    groups: dict[Group, float] = {}
    for finding in findings:
        if finding.weight:
            group = finding.rule.group
            groups[group] = 1 - (1 - groups.get(group, 0.0)) * (1 - finding.weight)
    safe = 1.0
    for group, risk in groups.items():
        safe *= 1 - min(risk, GROUP_CAPS[group])
    return _rounded(1 - safe, 4)


_HUNDREDTHS = frozenset(round(n / 100, 2) for n in range(101))


def _rounded(risk: float, digits: int) -> float:
    """``round``, which costs much more than to see that nothing is to be done: one weight alone is nearly always written so."""
    return risk if risk in _HUNDREDTHS else round(risk, digits)


def conclude(case: Case, findings: Sequence[Finding], today: date | None) -> Conclusion:
    """The verdict on one case. ``today`` is for the age of the registry's entry: None only where there is none."""
    risk = combine(findings)
    match = case.match
    if match is None:
        return _by_findings(case, findings, risk)
    if match.impostor:
        named_by_brand = match.impostor.named_by == "brand"
        least: Verdict = "dangerous" if named_by_brand or risk >= DANGEROUS else "suspicious"
        return _conclusion(least, risk, findings, match.brand.id, "imitated")
    assert today is not None
    verdict = _of_official_entry(case, match, today)
    if verdict == "unknown" and _is_altered(case):
        verdict = _by_findings(case, findings, risk).verdict
    role: Role = "owner"
    return _conclusion(verdict, risk, findings, match.brand.id, role, case.registry.is_stale(match, today))


def _of_official_entry(case: Case, match: Match, today: date) -> Verdict:
    """What a registry entry of the brand's own amounts to (precedence 1 and 2)."""
    entry = match.contact
    assert entry is not None
    if entry.status == "revoked":
        return "suspicious"
    if case.claimed and not case.registry.same_family(case.claimed, match.brand.id):
        return "suspicious"
    if case.claim_is_open:
        return "unknown"
    if case.shown_as_other:
        return "suspicious"
    if entry.status != "active" or (entry.expires and entry.expires < today):
        return "unknown"
    if not is_vouched_for(entry):
        return "unknown"
    if isinstance(case.contact, Phone) and (case.contact.region_assumed or addition_to(case.contact)):
        return "unknown"
    if isinstance(case.contact, Phone | Email) and case.direction == "incoming":
        if authentication_fails(case):
            return "suspicious"
        return "official" if authentication_holds(case) else "unknown"
    return "unknown" if _is_altered(case) else "official"


def _is_altered(case: Case) -> bool:
    return isinstance(case.contact, Url) and (is_altered(case.contact) or case.foreign_target is not None)


def authentication_holds(case: Case) -> bool:
    """Whether what the receiver verified proves the sender: DMARC for mail, full attestation (A) for a call."""
    if isinstance(case.contact, Email):
        return case.authentication.get("dmarc") == "pass"
    return case.authentication.get("stir") == "A"


def authentication_fails(case: Case) -> bool:
    """Whether what the receiver verified speaks against the sender."""
    if isinstance(case.contact, Email):
        return case.authentication.get("dmarc") == "fail"
    return False


def _by_findings(case: Case, findings: Sequence[Finding], risk: float) -> Conclusion:
    """The verdict where the registry has no entry (precedence 3 to 5), and for a message with what stands in it."""
    verdict: Verdict = "dangerous" if risk >= DANGEROUS else "suspicious" if risk >= SUSPICIOUS else "unknown"
    if len(findings) > 1:
        weighty = [finding.rule.id for finding in findings if finding.weight]
        if len(weighty) > 1 and "contradicts-statement" in weighty:
            verdict = "dangerous"  # the brand's own word and any other sign beside it
    for inner in case.inside:
        if SEVERITY[inner.verdict] > SEVERITY[verdict]:
            verdict = inner.verdict  # type: ignore[assignment]
        if inner.verdict in ("dangerous", "suspicious"):
            risk = max(risk, inner.risk)
    brand, role = _brand_of(case, findings)
    return _conclusion(verdict, risk, findings, brand, role)


def _brand_of(case: Case, findings: Sequence[Finding]) -> tuple[str | None, Role | None]:
    """The brand the answer is about: whom the strongest finding names, else whom the claim names, else who is inside."""
    for finding in findings:
        if finding.brand and finding.weight:
            return finding.brand, finding.rule.role
    if case.claim and case.claim.brand:
        return case.claim.brand, "claimed"
    for finding in findings:
        if finding.brand:
            return finding.brand, finding.rule.role
    for inner in case.inside:
        if inner.brand:
            return inner.brand, "mentioned"
    return None, None


def _conclusion(
    verdict: Verdict, risk: float, findings: Sequence[Finding], brand: str | None, role: Role | None, stale: bool = False
) -> Conclusion:
    low, high = _BANDS[verdict]
    risk = low if risk <= low else high if risk >= high else _rounded(risk, 2)
    return Conclusion(verdict, risk, tuple(findings), brand, role, stale)
