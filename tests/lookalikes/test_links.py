"""Disguised links and honest ones, through the whole check."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import cases
from verifier import Verifier
from verifier.contacts.hosts import read_host
from verifier.errors import CheckError
from verifier.world import World

CASES = cases("links")
AT_LEAST = {"at least suspicious": {"suspicious", "dangerous"}}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['input']}: {case['why']}")
def test_a_link_gets_its_verdict_and_its_reason(case: dict[str, Any], verifier: Verifier) -> None:
    """Verdict, leading rule and brand are those that the table of cases names."""
    answer = verifier.check(case["input"])
    assert answer.verdict in AT_LEAST.get(case["verdict"], {case["verdict"]})
    if "rule" in case:
        assert answer.reasons[0].rule == case["rule"]
    if "brand" in case:
        assert answer.brand is not None
        assert (answer.brand.id, answer.brand.role) == (case["brand"], "imitated")


def test_the_contracts_example_holds(verifier: Verifier) -> None:
    """The answer to a Cyrillic о names the real domain and the very letter."""
    answer = verifier.check("https://tоkenpocket.pro/kefu")
    first = answer.reasons[0]
    assert (answer.verdict, first.rule, first.weight) == ("dangerous", "confusable-host", 0.9)
    assert first.facts["domain"] == "tokenpocket.pro"
    assert first.facts["letters"] == [{"at": 1, "seen": "о", "script": "Cyrillic", "like": "o"}]


def test_owned_domains_and_their_subdomains_are_never_flagged(verifier: Verifier, world: World) -> None:
    """No rule on resemblance speaks about a host that the registry owns, whatever stands in front of it."""
    read = {domain: read_host(domain) for domain in world.lookalikes.domains}
    owned = [domain for domain, host in read.items() if host.ascii == host.registrable_domain and not host.shared_platform]
    for domain in owned:
        for host in (domain, f"login-metamask-support.{domain}"):
            answer = verifier.check(f"https://{host}/", kind="url")
            assert answer.brand is None or answer.brand.role != "imitated", (host, [r.rule for r in answer.reasons])


@given(
    st.lists(
        st.sampled_from(
            ["metamask", "tоkenpocket", "rnetamask", "login", "-", ".", "com", "xn--", "a", "é", "0", "wallet", "ledger", "@", "/"]
        ),
        min_size=1,
        max_size=40,
    ).map("".join)
)
@settings(max_examples=150, deadline=None)
def test_no_host_breaks_the_search(text: str) -> None:
    """Whatever is pieced together from names and signs is answered or refused clearly."""
    try:
        answer = VERIFIER.check("https://" + text, kind="url")
    except CheckError:
        return
    assert answer.verdict in ("official", "dangerous", "suspicious", "unknown")
    assert all(0 <= reason.weight <= 1 for reason in answer.reasons)


VERIFIER = Verifier()
