"""Accounts: how they are written, what their platforms allow, whom their names imitate."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import cases
from verifier import Verifier
from verifier.contacts.handle import deep_link, looks_like_handle, read_handle
from verifier.contacts.model import Handle, Url
from verifier.contacts.platforms import PLATFORMS, fault_of, is_name, make_handle, platform_id
from verifier.contacts.profiles import account_in
from verifier.contacts.reader import clean, read
from verifier.contacts.url import read_url
from verifier.errors import InvalidRequest, Unreadable
from verifier.rules.record import SUSPICIOUS
from verifier.verdict import DANGEROUS
from verifier.world import World

NAMES = [pytest.param(row, id=f"{row['platform']} {row['name']}: {row['why']}") for row in cases("accounts")]
WRITTEN = [pytest.param(row, id=f"{row['text']!r} {row.get('why', '')}") for row in cases("accounts_written")]
LINKS = [pytest.param(row, id=row["link"]) for row in cases("account_links")]


@pytest.mark.parametrize("row", NAMES)
def test_whom_a_name_imitates(world: World, row: dict[str, Any]) -> None:
    """An imitation is found with its brand and never alone dangerous; an honest name is at most a weak note."""
    found = [f for f in world.accounts.of(make_handle(row["platform"], row["name"])) if f.strength >= SUSPICIOUS]
    if row["brand"] is None:
        assert not found
    else:
        assert row["brand"] in {f.brand for f in found}
    assert all(f.strength < DANGEROUS for f in found)


@pytest.mark.parametrize("row", WRITTEN)
def test_how_accounts_are_written(row: dict[str, Any]) -> None:
    """A platform's word before a name, an app's link, an @: all read as the account, or refused as something else."""
    contact = read(clean(row["text"]), "auto")
    if row["value"] is None:
        assert not isinstance(contact, Handle)
    else:
        assert isinstance(contact, Handle)
        assert contact.value == row["value"]


@pytest.mark.parametrize("row", LINKS)
def test_which_account_a_link_leads_to(row: dict[str, Any]) -> None:
    """Profile and invitation links are the account; what lies below one is only under its name; the rest is no account."""
    url = read_url(row["link"])
    found = account_in(url.host, url.path, url.query)
    assert (found[0].value if found else None) == row.get("account")
    if found:
        assert found[1] is row.get("own", True)


def test_the_table_of_platforms_is_sound() -> None:
    """Every platform has a source, words that name no other, and rules that its own shortest and longest names pass."""
    assert len(PLATFORMS) >= 18
    words: dict[str, str] = {}
    for id, row in PLATFORMS.items():
        assert row.source
        assert row.shortest <= row.longest
        for word in row.words:
            assert words.setdefault(word.casefold(), id) == id
        assert platform_id(id) == id


@pytest.mark.parametrize(
    ("platform", "name", "possible"),
    [
        ("x", "TokenPocket_TP", True),
        ("x", "token-pocket", False),
        ("x", "a" * 16, False),
        ("telegram", "tokenpocket_cn", True),
        ("telegram", "_tokenpocket", False),
        ("telegram", "token__pocket", False),
        ("telegram", "tp", False),
        ("telegram", "9token", False),
        ("wechat", "abc_12345", True),
        ("wechat", "1abcde", False),
        ("wechat", "TP钱包", True),
        ("qq", "12345", True),
        ("qq", "0123456", False),
        ("github", "Meta-Mask", True),
        ("github", "meta--mask", False),
        ("instagram", "a..b", False),
        ("discord", "name#1234", True),
        ("bluesky", "name.bsky.social", True),
        ("farcaster", "name.eth", True),
        ("signal", "name.42", True),
        ("signal", "name", False),
        ("line", "@tw165", True),
        ("whatsapp", "+8613800138000", True),
        ("youtube", "UCZNt3fZazX9cwWcC9vjDJ4Q", True),
        ("nowhere", "anything at all", True),
    ],
)
def test_what_platforms_allow(platform: str, name: str, possible: bool) -> None:
    """A name that no account can have is told, with the reason."""
    assert (fault_of(platform, name) is None) is possible
    if platform in PLATFORMS and name.isascii():
        assert is_name(platform, name) is possible


def test_accounts_differ_where_platforms_keep_them_apart() -> None:
    """A Reddit user is no community, LINE's @name no private id, and a registry entry for one never answers for the other."""
    assert read_handle("u/tokenpocket").value != read_handle("r/tokenpocket").value
    assert read_handle("@uniswap", "discord").value != read_url("discord.gg/uniswap").profile.value  # type: ignore[union-attr]
    assert read_handle("@tw165", "line").value != read_handle("tw165", "line").value
    assert read_handle("AbC", "x").value == read_handle("abc", "x").value


def test_unknown_platforms_are_an_error() -> None:
    """A platform nobody knows is the caller's mistake; the platform's words in any language are not."""
    assert platform_id("微信") == "wechat"
    assert platform_id("Twitter") == "x"
    with pytest.raises(InvalidRequest):
        platform_id("myspace2")


def test_what_is_no_account_name() -> None:
    """Sentences and addresses are no account names."""
    for text in ("", "two words", "a/b", "a\\b", "x" * 200, "a<b"):
        with pytest.raises(Unreadable):
            read_handle(text)


def test_words_side_by_side_are_no_account() -> None:
    """A platform's word before another word says nothing yet."""
    for text in ("Line Pay", "WeChat Pay", "signal strength", "telegram support", "x", "微信", "QQ"):
        assert not looks_like_handle(text)
    assert deep_link("bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT") is None


def test_a_post_below_an_account_is_not_the_account(verifier: Verifier) -> None:
    """Strangers write issues, replies and messages below official accounts: none of them is official."""
    for text in ("https://x.com/TokenPocket_TP/status/1", "https://t.me/tokenpocket_en/55", "https://github.com/TP-Lab/tp-js-sdk/issues/1"):
        url = read(text)
        assert isinstance(url, Url)
        assert url.profile is None
        assert verifier.check(text).verdict != "official"


@pytest.mark.parametrize(
    ("text", "options", "verdict", "rule"),
    [
        ("@TokenPocket_TP", {"platform": "x"}, "official", "official-contact"),
        ("@TokenPocket_TP", {"platform": "telegram"}, "suspicious", "right-name-wrong-platform"),
        ("@TokenPocket_TP", {}, "unknown", "handle-elsewhere"),
        ("t.me/TokenPocket_Help", {}, "suspicious", "imitating-handle"),
        ("@tоkenpocket", {"platform": "x"}, "suspicious", "impossible-handle"),
        ("@T0kenPocket", {"platform": "x", "claimed_brand": "tokenpocket"}, "dangerous", "imitating-handle"),
        ("@somebody_else", {"platform": "x"}, "unknown", None),
        ("Binance_News", {"platform": "telegram"}, "unknown", "imitating-handle"),
    ],
)
def test_what_a_name_amounts_to(verifier: Verifier, text: str, options: dict[str, str], verdict: str, rule: str | None) -> None:
    """The registry settles it; a name pattern alone is a suspicion at most; a claim on top makes it more."""
    answer = verifier.check(text, **options)
    assert answer.verdict == verdict
    if rule:
        assert rule in {reason.rule for reason in answer.reasons}


@pytest.mark.parametrize("text", ["lıne: foo", "LİNE: foo12", "lıne id: foo_123", "加lıne: foo_12", "TİKTOK: @foo_12"])
def test_a_platform_written_with_another_i_is_no_platform(text: str) -> None:
    """A dotless or dotted I matches without regard to case, but no word of ours has it: such a text is read as words."""
    assert not isinstance(read(clean(text), "auto"), Handle)
    with pytest.raises(Unreadable):
        read(clean(text), "handle")
