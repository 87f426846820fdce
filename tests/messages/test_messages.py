"""Messages read whole: what is asked, what is meant, which contacts stand inside."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from verifier import Verifier
from verifier.contacts.message import read_message
from verifier.data import table
from verifier.messages.lexicon import LANGUAGES, known_words
from verifier.messages.plain import plain
from verifier.messages.reading import read_meaning

CASES = Path(__file__).parent.parent / "cases"
HOSTILE = st.text(
    alphabet=st.sampled_from("ab@.:/ 请把助记词发给我不要。\n“”\"'send your seed phrase to me never 1３０\u200b\u202eТ❤-_[]()"),
    max_size=300,
)


def _cases(name: str) -> list[Any]:
    rows: list[Any] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return [pytest.param(row, id=f"{row['text'][:40]} – {row['why']}") for row in rows]


@pytest.mark.parametrize("case", _cases("messages"))
def test_a_message_is_judged_by_what_it_asks(case: dict[str, Any], verifier: Verifier) -> None:
    """Verdict, reasons, claim and brand of each case are as its line says."""
    answer = verifier.check(case["text"], kind="message")
    reasons = {reason.rule for reason in answer.reasons}
    assert answer.verdict in case["verdict"]
    assert set(case.get("rules", ())) <= reasons
    assert not set(case.get("not", ())) & reasons
    if "claim" in case:
        assert answer.claim is not None and answer.claim.brand == case["claim"]
    if "brand" in case:
        assert answer.brand is not None and answer.brand.id == case["brand"]


@pytest.mark.parametrize("case", _cases("contacts_in_texts"))
def test_contacts_are_found_through_their_disguise(case: dict[str, Any]) -> None:
    """Exactly the contacts of the case are found, and each span leads to the place where it stands."""
    message = read_message(case["text"], "US" if "801" in case["text"] else None)
    assert [found.contact.value for found in message.found] == case["values"]
    for found in message.found:
        written = case["text"][found.span.start : found.span.end]
        assert written == written.strip() and written


@given(st.text(max_size=400) | HOSTILE)
def test_reading_never_raises_and_keeps_every_place(text: str) -> None:
    """Any text is read; the matching form keeps one place for each of its characters, in order and inside the text."""
    form = plain(text, known_words())
    assert len(form.origin) == len(form.text) + 1
    assert list(form.origin) == sorted(form.origin)
    assert all(0 <= place <= len(text) for place in form.origin)
    reading = read_meaning(text)
    for hits in reading.by_concept.values():
        for hit in hits:
            span = reading.span(hit)
            assert 0 <= span.start <= span.end <= len(text)


@given(HOSTILE)
def test_contacts_in_any_text_have_places_in_it(text: str) -> None:
    """Spans of found contacts lie inside the text, in order, and do not overlap."""
    spans = [found.span for found in read_message(text).found]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(HOSTILE.filter(lambda text: bool(text.strip())))
def test_an_answer_underlines_places_of_the_input(text: str) -> None:
    """Offsets in an answer count code points of the input as sent."""
    from verifier.errors import CheckError

    try:
        answer = Verifier().check(text, kind="message")
    except CheckError:
        return
    assert all(0 <= span.start < span.end <= len(text) for span in answer.spans)


def test_every_language_has_words_for_the_gravest_requests() -> None:
    """Each table knows recovery words, keys, codes, safe accounts, acts of telling and denials."""
    for language in LANGUAGES:
        concepts = table(f"patterns.{language}")["concepts"]
        for concept in ("seed", "key", "code", "safeacct", "give", "neg", "third", "tome"):
            assert concepts.get(concept), (language, concept)


def test_tables_hold_no_empty_or_doubled_words() -> None:
    """A word stands once in a concept and is never empty: an empty one would match everywhere."""
    for language in LANGUAGES:
        for concept, listed in table(f"patterns.{language}")["concepts"].items():
            words = listed.split(" | ")
            assert all(word.strip() for word in words), (language, concept)
            assert len(words) == len(set(words)), (language, concept, [w for w in words if words.count(w) > 1])


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("[https://coinbase.com](https://desk.example.net/a)", {"https://coinbase.com", "https://desk.example.net/a"}),
        ("https://a.example.com/x,https://b.example.com", {"https://a.example.com/x", "https://b.example.com"}),
        ("https://a.example.com,https://b.example.com", {"https://a.example.com", "https://b.example.com"}),
        ("https://a.example.com|https://b.example.com", {"https://a.example.com", "https://b.example.com"}),
        ("客服电话95555,24小时服务", {"95555"}),
        ("İnstagram: foo_123, ınstagram: foo_123", set()),
    ],
)
def test_contacts_written_into_one_another_are_all_found(text: str, contacts: set[str]) -> None:
    """Neither a link's words, nor a comma, nor opening hours hide the contact beside them."""
    from verifier.contacts.message import read_message

    assert {found.contact.display for found in read_message(text).found} == contacts


def test_a_platform_beside_an_account_is_no_brand() -> None:
    """The word that says where an account is does not make the message one about that company."""
    from verifier import Verifier

    assert Verifier().check("请加微信kefu_8888领取空投").brand is None


@pytest.mark.parametrize(
    "text",
    [
        "先把前四个单词报给我，剩下的等我同事上班再说，钱包马上就能解锁。",
        "在钱包里点导出，把出来的那串字母数字贴给我，我替您放行。",
        "钱先挪到我们给您开的新账户，旧账户马上会被转空。",
        "Which word is number 5 on your sheet? Reply with it so we can confirm the wallet is yours.",
        "Hand the cash to our officer who will come to your door; the police need it as evidence against the people laundering in your name.",
        "Our team recruits only on Telegram, write to @nova_hire_22 and earn $200 a day.",
    ],
)
def test_a_request_is_seen_without_its_usual_words(text: str) -> None:
    """Secrets described or asked for in parts, accounts opened for the reader, cash fetched, chats that dodge the platform."""
    assert Verifier().check(text, kind="message").verdict in ("suspicious", "dangerous")


@pytest.mark.parametrize(
    "text",
    [
        "AnyDesk will be removed from all laptops; if you need remote help, raise a ticket.",
        "Staff must never ask for passwords, PINs or remote access.",
        "There is no wallet rectification and no node activation. Pages that offer one steal your phrase.",
        "首尾几位一样不代表是同一个地址，请核对完整地址。",
        "征信小知识：注销账户不会影响征信，也不需要转账。",
    ],
)
def test_policies_removals_and_denials_are_spared(text: str) -> None:
    """A rule for staff, a tool taken away and a thing that does not exist ask the reader for nothing."""
    assert Verifier().check(text, kind="message").verdict not in ("suspicious", "dangerous")
