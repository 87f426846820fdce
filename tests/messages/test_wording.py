"""The weighing of a text's wording, and what it may and may not do to the rules' findings."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.text import corpus, fingerprint
from verifier import Verifier
from verifier.data import table
from verifier.explain.advice import ADVICE
from verifier.messages.kinds import KINDS, NO_KIND
from verifier.messages.wording import fitted, nameless, probability, written
from verifier.rules import all_rules
from verifier.rules.fraud_wording import RULE, lowered
from verifier.rules.record import SUSPICIOUS, Finding
from verifier.verdict import combine

_HARMLESS = (
    "The garden club meets again on Sunday at four, cake and tea as always, and Margaret brings the new tomato plants. "
    "We talked about the compost, the hedge and the broken gate, and nobody minded the rain. "
)


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    """One verifier for all tests here."""
    return Verifier()


def test_the_weights_belong_to_the_corpus() -> None:
    """Whoever adds a text fits the weights anew (`make fit`)."""
    assert table("wording")["corpus"] == fingerprint(corpus())
    assert table("fraud_kinds")["corpus"] == fingerprint(corpus())


def test_what_is_particular_to_a_text_carries_no_weight() -> None:
    """Contacts and figures count by their shape only."""
    assert written("pay 1,250 to a@b.example") == written("pay 9,480 to other@c.example")
    assert written("see https://x.example/1") == written("see https://yy.example/2?z")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.sets(st.sampled_from(sorted(fitted().signs)), max_size=12))
def test_any_text_has_a_probability(text: str, signs: set[str]) -> None:
    """Whatever the text, the figure lies between 0 and 1."""
    assert 0.0 <= probability(text, signs) <= 1.0


def test_harmless_words_around_a_request_are_no_alibi(verifier: Verifier) -> None:
    """A request that is dangerous by itself stays so however much honest talk surrounds it."""
    request = "Please send me the 12 words of your recovery phrase so that I can restore your wallet."
    answer = verifier.check(_HARMLESS * 3 + request + " " + _HARMLESS * 3, kind="message")
    assert answer.verdict == "dangerous"
    assert "seed-phrase-request" in {reason.rule for reason in answer.reasons}


def test_wording_alone_is_suspicious_at_most(verifier: Verifier) -> None:
    """Of our texts in which nothing but the wording speaks for fraud, of which there are some, none is dangerous."""
    sample = [item.text for item in corpus() if hashlib.sha256(item.text.encode()).digest()[0] < 8]
    answers = [verifier.check(text, kind="message") for text in sample]
    alone = [a for a in answers if {r.rule for r in a.reasons if r.weight} == {RULE.id} and not a.contacts]
    assert alone
    assert {answer.verdict for answer in alone} == {"suspicious"}


@pytest.mark.parametrize("brand", ["Trezor", "MetaMask", "TokenPocket"])
def test_whom_a_text_names_carries_no_weight(brand: str) -> None:
    """The same words with another brand in them are worded the same."""
    text = "my {} is stuck on synchronizing, {} support says wait".lower()
    one, other = (text.format(name, name) for name in ("ledger", brand.lower()))
    assert written(nameless(one, _places("ledger", one))) == written(nameless(other, _places(brand.lower(), other)))


def _places(name: str, text: str) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in re.finditer(name, text)]


def test_a_name_stays_where_it_was() -> None:
    """Making names unreadable moves nothing, so that passages keep their places; names may overlap."""
    assert nameless("a ledger live b", [(2, 8), (2, 13)]) == "a ◆◆◆◆◆◆◆◆◆◆◆ b"


@pytest.mark.parametrize(
    ("honest", "fraud"),
    [
        (
            "Please send me the 12 words you wrote down for this week's spelling test, Ms Tan only gave Ethan ten of them.",
            "Please send me the 12 words you wrote down for your wallet, our team only got ten of them from the sync.",
        ),
        (
            "Write the 24 words on the card in the box, check them twice, and never type them into a computer.",
            "Write the 24 words on the card in the box, check them twice, and type them into our form at https://restore.example",
        ),
        (
            "can u read me the 6 digits off the back of the router? no not the serial, the wps pin. printer wants it",
            "can u read me the 6 digits off the sms you just got? no not the amount, the code. our system wants it",
        ),
    ],
)
def test_a_request_is_none_where_nothing_is_worded_like_fraud(honest: str, fraud: str, verifier: Verifier) -> None:
    """The same request: of a neighbour or a manual, and of somebody who should never have it."""
    spared = verifier.check(honest, kind="message")
    assert spared.verdict == "unknown"
    assert "not worded like one" in spared.summary
    assert verifier.check(fraud, kind="message").verdict in {"suspicious", "dangerous"}


def test_a_request_that_leads_to_a_strange_contact_stays(verifier: Verifier) -> None:
    """However it is worded: whoever sends readers somewhere with their words is not teaching them."""
    text = "Die 24 Wörter gibt man niemandem. Einzige Ausnahme ist die jährliche Prüfung: https://wallet-kontrolle.example"
    assert verifier.check(text, kind="message").verdict == "dangerous"


def test_lowered_findings_do_not_decide_even_together() -> None:
    """However many there are."""
    rule = next(rule for rule in all_rules() if rule.id == "fake-refund")
    found = [Finding({}, weight=weight, rule=rule) for weight in (0.45, 0.6, 0.3, 0.15)]
    assert combine(found) >= SUSPICIOUS
    assert combine(lowered(found, lambda _: False)) < SUSPICIOUS


def test_soft_findings_need_wording_that_bears_them_out(verifier: Verifier) -> None:
    """A pattern's words in a text that is worded like nothing of the kind are told, and do not decide."""
    answer = verifier.check("補習社請兼職導師,時薪$150起,有意請附CV", kind="message")
    assert {reason.rule: reason.weight for reason in answer.reasons}["job-task"] < SUSPICIOUS
    assert answer.verdict == "unknown"


def test_every_kind_of_fraud_has_its_weights_and_its_advice() -> None:
    """A kind that was never fitted would never be named."""
    assert set(table("fraud_kinds")["kinds"]) == set(KINDS)
    assert {id for kind in KINDS.values() for id in kind.advice} <= set(ADVICE)


@pytest.mark.parametrize(
    ("text", "recalled", "advice"),
    [
        (
            "Just hold the sheet from the setup to the camera for a second, I only compare the order on my side and then your balance shows again.",
            "a wallet's recovery words or keys",
            "never-share-secret",
        ),
        (
            "Mama ich hab ein neues Handy, meld dich bitte hier, ich muss heute noch was überweisen und komm nicht ins Banking",
            "poses as a relative or friend in need",
            "call-known-number",
        ),
    ],
)
def test_the_reader_learns_what_kind_of_fraud_a_text_recalls(text: str, recalled: str, advice: str, verifier: Verifier) -> None:
    """The reason says it, and the advice fits it."""
    answer = verifier.check(text, kind="message")
    reason = next(reason for reason in answer.reasons if reason.rule == RULE.id)
    assert recalled in reason.detail
    assert advice in {each.id for each in answer.advice}


def test_no_kind_is_named_where_none_is_clear(verifier: Verifier) -> None:
    """Then the reason says fraud, and nothing more."""
    answer = verifier.check("您先别挂电话,我这边帮您登记一下,等会儿弹出来的那个框点允许就行,扣费马上就取消了", kind="message")
    reason = next(reason for reason in answer.reasons if reason.rule == RULE.id)
    assert reason.facts == {"recalled": NO_KIND.recalled}


def test_haste_and_threats_alone_decide_nothing(verifier: Verifier) -> None:
    """Without anything to do, no wording is a reason."""
    answer = verifier.check("Hurry! Within 30 minutes your assets will be burned permanently!", kind="message")
    assert RULE.id not in {reason.rule for reason in answer.reasons}


def test_a_list_of_numbers_is_no_wording(verifier: Verifier) -> None:
    """However long: figures are no words."""
    numbers = [f"+1 415 234 {last:04}" for last in range(60)]
    assert verifier.check("\n".join(numbers), kind="message").verdict == "unknown"
    assert verifier.check("Our team: " + ", ".join(numbers), kind="message").verdict == "unknown"


def test_a_few_words_beside_a_link_are_no_wording(verifier: Verifier) -> None:
    """A link with a word or two is judged by the link."""
    answer = verifier.check("下载地址：https://evil.example.com/x", kind="message")
    assert RULE.id not in {reason.rule for reason in answer.reasons}
