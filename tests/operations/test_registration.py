"""A domain's age, from a real WHOIS server on loopback."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.operations.conftest import WhoisServer
from verifier.answer import CheckRequest
from verifier.checker import Checker
from verifier.contacts.reader import read
from verifier.edge.shared import Shared
from verifier.registration import MOST_WAITING, RegistrationFacts, WhoisFailed, ask_whois, domain_to_ask
from verifier.settings import read_settings
from verifier.web import create_app
from verifier.web.services import build_services
from verifier.world import World


def facts_from(whois: WhoisServer, shared: Shared | None = None, seconds: float = 2, **options: Any) -> RegistrationFacts:
    """Slow facts that ask the test's server."""
    return RegistrationFacts(shared or Shared(), ask=lambda domain: ask_whois(domain, seconds, whois.address), **options)


def eventually(condition: Callable[[], bool]) -> None:
    """Wait until something holds that other threads bring about."""
    for _ in range(400):
        if condition():
            return
        time.sleep(0.025)
    raise AssertionError("it never happened")


def test_a_registry_says_when_a_domain_was_registered(whois: WhoisServer) -> None:
    """The date comes back as a day; only the domain was sent."""
    assert ask_whois("shop.com", 2, whois.address) == (datetime.now(UTC) - timedelta(days=12)).date()
    assert set(whois.queries) == {"com", "shop.com"}


def test_an_internationalised_domain_is_asked_for_in_ascii(whois: WhoisServer) -> None:
    """What goes over the wire is punycode."""
    assert ask_whois("xn--fiq228c.com", 2, whois.address) is not None
    assert whois.queries[-1] == "xn--fiq228c.com"


@pytest.mark.parametrize("domain", ["nodate.com", "nobody.com", "future.com"])
def test_an_answer_without_a_plausible_date_is_none(whois: WhoisServer, domain: str) -> None:
    """A registry that says nothing about the date, or says nonsense, is believed to know nothing."""
    assert ask_whois(domain, 2, whois.address) is None


@pytest.mark.parametrize("domain", ["slow.com", "endless.com", "silent.com"])
def test_a_server_that_does_not_come_to_an_end_is_given_up(whois: WhoisServer, domain: str) -> None:
    """Time-outs cover the whole exchange, not only each read."""
    with pytest.raises(WhoisFailed):
        ask_whois(domain, 1, whois.address)


@pytest.mark.parametrize("domain", ["garbage.com", "huge.com"])
def test_garbage_is_no_answer(whois: WhoisServer, domain: str) -> None:
    """Bytes that mean nothing end in None or in `WhoisFailed`, whatever the parser makes of them."""
    with suppress(WhoisFailed):
        assert ask_whois(domain, 2, whois.address) is None


def test_a_server_that_is_gone_is_a_failure(whois: WhoisServer) -> None:
    """Connection refused is `WhoisFailed`, like every other failure."""
    whois.stop()
    with pytest.raises(WhoisFailed):
        ask_whois("shop.com", 1, whois.address)


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("https://a.b.shop-help.com/x?y=1", "shop-help.com"),
        ("https://trezor-login.github.io/", ""),
        ("https://203.0.113.9/", ""),
        ("https://[2001:db8::1]/", ""),
        ("https://t.me/somebody", ""),
        ("+86 138 0013 8000", ""),
        ("someone@shop-help.com", ""),
    ],
)
def test_only_domains_that_tell_something_are_asked_for(text: str, domain: str) -> None:
    """No addresses, no shared platforms, no profiles; of a url only its registrable domain."""
    assert domain_to_ask(read(text)) == domain


def test_a_check_does_not_wait_and_the_next_one_knows(whois: WhoisServer, world: World) -> None:
    """The first answer names the fact as pending; a later one has it, with the rule's reason and no change of verdict by it alone."""
    checker = Checker(world, facts_from(whois))
    request = CheckRequest(input="https://completely-unrelated-flowers.com/")
    first = checker.check(request)
    assert first.pending == ("registration-age",)
    eventually(lambda: not checker.check(request).pending)
    later = checker.check(request)
    reason = next(r for r in later.reasons if r.rule == "young-domain")
    assert reason.facts["days"] == 12
    assert later.verdict == first.verdict == "unknown"
    assert later.risk > first.risk


def test_an_old_domain_is_no_reason(whois: WhoisServer, world: World) -> None:
    """Age speaks against a domain only while it is young."""
    checker = Checker(world, facts_from(whois))
    request = CheckRequest(input="https://old.com/")
    eventually(lambda: not checker.check(request).pending)
    assert "young-domain" not in {r.rule for r in checker.check(request).reasons}


@pytest.mark.parametrize("text", ["https://help.tokenpocket.pro/", "https://docs.google.com/forms/d/e/x/viewform", "@TokenPocket_TP"])
def test_what_a_domains_age_says_nothing_about_is_not_looked_up(whois: WhoisServer, world: World, text: str) -> None:
    """The registry's own contacts, and places where strangers publish under somebody's domain."""
    answer = Checker(world, facts_from(whois)).check(CheckRequest(input=text))
    assert answer.pending == ()
    assert whois.queries == []


def test_many_questions_about_one_domain_are_one_look_up(whois: WhoisServer) -> None:
    """While a look-up is under way, nobody starts another for the same domain; afterwards the cache answers."""
    facts, contact = facts_from(whois), read("https://shop.com/")
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: facts(contact), range(200)))
    eventually(lambda: not facts(contact)[1])
    facts(contact)
    assert whois.queries.count("shop.com") == 1


def test_a_failure_is_remembered_for_a_while(whois: WhoisServer) -> None:
    """A domain without an answer is not asked for again at once."""
    facts, contact = facts_from(whois), read("https://nobody.com/")
    eventually(lambda: not facts(contact)[1])
    assert facts(contact) == ({}, ())
    assert whois.queries.count("nobody.com") == 1


def test_a_failure_is_forgotten_after_a_while(whois: WhoisServer) -> None:
    """Once the time for a retry has come, the domain is asked for again."""
    facts, contact = facts_from(whois, retry_seconds=1), read("https://nobody.com/")
    eventually(lambda: not facts(contact)[1])
    eventually(lambda: bool(facts(contact)[1]))
    eventually(lambda: whois.queries.count("nobody.com") == 2)


def test_a_full_queue_costs_the_fact_and_nothing_else(whois: WhoisServer) -> None:
    """When all places are taken a domain is not looked up, and is not promised either."""
    facts = facts_from(whois, seconds=5, threads=1)
    pending = [facts(read(f"https://{'slow' if i == 0 else f'shop{i}'}.com/"))[1] for i in range(MOST_WAITING + 20)]
    assert pending[0] == ("registration-age",)
    assert pending[-1] == ()


def test_a_parser_that_trips_costs_no_later_look_up() -> None:
    """An exception nobody foresaw ends one look-up, not the thread that does them."""

    def ask(domain: str) -> Any:
        if domain == "bad.com":
            raise RuntimeError("unforeseen")
        return datetime(2020, 1, 1, tzinfo=UTC).date()

    facts = RegistrationFacts(Shared(), ask=ask, threads=1)
    facts(read("https://bad.com/"))
    good = read("https://good.com/")
    eventually(lambda: "registration_age_days" in facts(good)[0])
    assert facts(read("https://bad.com/")) == ({}, ())


def test_the_page_says_that_more_is_on_its_way(whois: WhoisServer, world: World) -> None:
    """The first card says that the age is being looked up; asked again, it has the reason instead."""
    settings = read_settings({"VERIFIER_WHOIS_SERVER": "{}:{}".format(*whois.address)})
    client = create_app(settings, build_services(settings, world)).test_client()
    form = {"input": "https://quite-unrelated-bakery.com/"}
    assert "We are looking up how old this address is" in client.post("/", data=form).text
    eventually(lambda: "We are looking up" not in client.post("/", data=form).text)
    assert "Registered only recently" in client.post("/", data=form).text
