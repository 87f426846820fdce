"""Combination and precedence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verifier import Verifier
from verifier.rules import all_rules
from verifier.rules.record import GROUP_CAPS, SUSPICIOUS, Finding
from verifier.verdict import combine

_findings = st.lists(
    st.builds(lambda rule, weight: Finding(weight=weight, rule=rule), st.sampled_from(all_rules()), st.floats(0, 1, allow_nan=False)),
    max_size=12,
)


@given(_findings, st.builds(lambda rule, weight: Finding(weight=weight, rule=rule), st.sampled_from(all_rules()), st.floats(0, 1)))
def test_another_finding_never_lowers_the_risk(found: list[Finding], more: Finding) -> None:
    """The combination is monotone."""
    assert combine([*found, more]) >= combine(found)


@given(_findings)
def test_the_risk_is_a_probability_whatever_is_found_in_whatever_order(found: list[Finding]) -> None:
    """Between 0 and 1, and independent of order."""
    assert 0 <= combine(found) <= 1
    assert abs(combine(found) - combine(found[::-1])) < 1e-9


def test_weak_groups_never_decide_alone() -> None:
    """A group meant for weak signs stays below the first threshold however many of its rules fire."""
    weak = {group for group, cap in GROUP_CAPS.items() if cap < SUSPICIOUS}
    assert {"pressure", "writing", "number", "age"} <= weak
    for rule in all_rules():
        if rule.group in weak:
            assert combine([Finding(weight=1.0, rule=rule)] * 20) < SUSPICIOUS


def test_the_band_of_the_risk_fits_the_verdict(verifier: Verifier) -> None:
    """Risk and verdict never contradict each other."""
    for text, low, high in (
        ("https://help.tokenpocket.pro", 0, 0),
        ("tokenpocket.pro.verify.top", 0.8, 1),
        ("https://example.org", 0, 0.39),
    ):
        assert low <= verifier.check(text).risk <= high


def test_an_official_number_on_another_scheme_or_port_is_not_called_official(verifier: Verifier) -> None:
    """Conditions of official: http(s), default port, no user information."""
    for text in ("ftp://tokenpocket.pro/", "https://tokenpocket.pro:8443/", "https://help@tokenpocket.pro/"):
        assert verifier.check(text).verdict != "official"
    assert verifier.check("https://tokenpocket.pro:443/").verdict == "official"


def test_a_verified_sender_is_official_and_a_failed_one_suspicious(verifier: Verifier) -> None:
    """Authentication results, where the receiver passes them, decide about an incoming mail."""
    for dmarc, verdict in (("pass", "official"), ("none", "unknown"), ("fail", "suspicious")):
        answer = verifier.check("service@tokenpocket.pro", direction="incoming", authentication={"dmarc": dmarc})
        assert answer.verdict == verdict
