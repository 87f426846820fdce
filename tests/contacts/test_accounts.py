"""Accounts: how they are written, what their platforms allow, whom their names imitate."""

from __future__ import annotations

from contextlib import suppress
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


NOT_OFFICIAL = [
    ("discord: Ledger", {}, "a person's name, not the server's invitation"),
    ("Discord user @ledger", {}, "the same"),
    ("Scroll", {"platform": "discord"}, "the same, with the platform given"),
    ("@scroll", {"platform": "discord"}, "the same"),
    ("add me on discord: ledger", {}, "the same in a text"),
    ("https://discord.gg/GNwQcqSTEH", {}, "a random invitation in another case leads to another server"),
    ("https://youtube.com/channel/ucnjkrlqawebsnkzq71gdyfa", {}, "a channel's id keeps its case"),
    ("https://youtube.com/@UCnjkrlqaWEBSnKZQ71gdyFA", {}, "a chosen name that looks like a channel's id"),
    ("@UCnjkrlqaWEBSnKZQ71gdyFA", {"platform": "youtube", "kind": "handle"}, "the same"),
    ("https://www.youtube.com/user/Arbitrum", {}, "an old user name is not the handle"),
    ("https://www.youtube.com/c/Arbitrum", {}, "nor is an old custom address"),
    ("https://www.youtube.com/channel/Arbitrum", {}, "nor is no channel at all"),
    ("https://medium.com/@pendle", {}, "a writer is not the publication"),
    ("https://pendle.medium.com", {}, "nor is a subdomain"),
    ("https://t.me/arbitrum?attach=evilbot", {}, "opens another bot"),
    ("https://t.me/arbitrum?phone=15550100", {}, "carries a number"),
    ("aavelab\u017f", {"platform": "linkedin", "kind": "handle"}, "a long s"),
    ("lido\ufb01nance", {"platform": "telegram", "kind": "handle"}, "a ligature"),
    ("lido\ufb01nance", {"platform": "telegram"}, "a ligature"),
    ("https://t.me/lido%EF%AC%81nance", {}, "a ligature in a link"),
    ("aave.", {"platform": "x", "kind": "handle"}, "a dot is part of a name where names have dots"),
    ("@@aave", {"platform": "x", "kind": "handle"}, "no account has an @ in its name"),
    ("@@aave", {"platform": "x"}, "no account has an @ in its name"),
]


@pytest.mark.parametrize(("text", "options", "why"), NOT_OFFICIAL, ids=[f"{text} {options}" for text, options, _ in NOT_OFFICIAL])
def test_another_name_is_not_official(verifier: Verifier, text: str, options: dict[str, Any], why: str) -> None:
    """Names of another namespace, in another case where case counts, or with letters no account has, are not the registry's."""
    answer = verifier.check(text, **options)
    assert answer.verdict != "official", why
    assert all(inner.verdict != "official" for inner in answer.contacts), why


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("https://discord.gg/LEDGER", {}),
        ("https://discord.com/invite/gnWqCQsteh", {}),
        ("https://youtube.com/channel/UCnjkrlqaWEBSnKZQ71gdyFA", {}),
        ("https://www.youtube.com/@arbitrum", {}),
        ("https://medium.com/pendle", {}),
        ("https://t.me/arbitrum?start=abc", {}),
        ("tg://resolve?domain=arbitrum", {}),
        ("ＴｏｋｅｎＰｏｃｋｅｔ＿ＴＰ", {"platform": "x"}),
    ],
)
def test_the_published_form_is_official(verifier: Verifier, text: str, options: dict[str, Any]) -> None:
    """Servers' chosen invitations and names ignore case; codes in their own case are the registry's."""
    assert verifier.check(text, **options).verdict == "official"


@pytest.mark.parametrize(("name", "platform"), [("lido\ufb01nance", "telegram"), ("aave.", "x"), ("@@aave", "x")])
def test_a_name_no_account_can_have_is_told(verifier: Verifier, name: str, platform: str) -> None:
    """Rather than folded into one that exists."""
    answer = verifier.check(name, kind="handle", platform=platform)
    assert "impossible-handle" in {reason.rule for reason in answer.reasons} or answer.verdict == "suspicious"


@pytest.mark.parametrize(
    "link", ["tg://resolve?phone=1&domain=arbitrum", "tg://resolve?domain=arbitrum&domain=evil", "tg:resolve?domain=arbitrum&attach=evil"]
)
def test_an_apps_link_that_opens_more_is_no_account(link: str) -> None:
    """Two names, a number or another bot beside the name: which of them opens is the app's secret."""
    assert deep_link(link) is None
    with pytest.raises(Unreadable):
        read(clean(link), "handle", platform="telegram")


@pytest.mark.parametrize("link", ["https://x.com/intent/user?" + "a=1&" * 45 + "screen_name=aave", "tg://resolve?domain=x" + "&a" * 41])
def test_a_link_with_too_many_fields_is_read_without_its_query(verifier: Verifier, link: str) -> None:
    """However many parameters there are, the answer is a verdict or a plain refusal."""
    with suppress(Unreadable):
        assert verifier.check(link).verdict != "official"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("ledger-recovery@outlook.com", "suspicious"),
        ("metamask.support@some-sender.com", "suspicious"),
        ("jane.doe+metamask-support@gmail.com", "suspicious"),
        ("jane.doe+metamask@gmail.com", "unknown"),
        ("metamask@jane-doe.com", "unknown"),
        ("中国银行 <x@some-sender.com>", "suspicious"),
        ("支付宝客服 <x@some-sender.com>", "suspicious"),
        ("ΒΙΝΑΝCE <x@some-sender.com>", "suspicious"),
        ("K r a k e n Support <x@some-sender.com>", "suspicious"),
        ("Anna Ledger <anna@some-sender.com>", "unknown"),
        ("Rainbow Bakery <orders@some-sender.com>", "unknown"),
        ("Safe Kids <info@some-sender.com>", "unknown"),
        ("Apple Support <noreply@email.apple.com>", "unknown"),
        ("Amazon Customer Service <cs@amazon.de>", "unknown"),
        ("TokenPocket Support <x@tokenpocket.zendesk.com>", "suspicious"),
        ("support@metamask.io <x@metamask.some-sender.com>", "dangerous"),
    ],
)
def test_whose_name_a_mail_wears(verifier: Verifier, text: str, verdict: str) -> None:
    """The shown name and the part before @ are free to choose; tags for sorting mail, and people's own names, are no sign."""
    assert verifier.check(text, kind="email").verdict == verdict


@pytest.mark.parametrize(
    ("text", "platform", "kind"),
    [
        ("https://t.me/tokenpocket_en", "x", "auto"),
        ("https://x.com/TokenPocket_TP/status/1", "telegram", "auto"),
        ("https://x.com/TokenPocket_TP", "telegram", "handle"),
        ("微信: abc_1234", "telegram", "handle"),
        ("tg://resolve?domain=arbitrum", "x", "auto"),
    ],
)
def test_an_account_on_another_platform_than_named_is_an_error(text: str, platform: str, kind: str) -> None:
    """Either may be the slip: the answer for one of them would be a guess."""
    with pytest.raises(InvalidRequest) as caught:
        read(clean(text), kind, platform=platform)
    assert caught.value.field == "platform"


def test_a_platform_and_a_link_that_agree_are_read() -> None:
    """The old name of a platform, an ordinary address and a text beside a platform are no contradiction."""
    assert isinstance(read("https://twitter.com/TokenPocket_TP", platform="x"), Handle)
    assert isinstance(read("https://example.com/", platform="x"), Url)
    assert read("Ask at t.me/tokenpocket_en for help", "message", platform="x").kind == "message"


def test_shown_names_have_spaces() -> None:
    """With a platform the name an account shows is read; that no account name there can be one is told where names are unique."""
    for platform in ("whatsapp", "x"):
        assert read_handle("Binance Support Team", platform).name == "Binance Support Team"
    assert fault_of("whatsapp", "Binance Support Team") is None
    assert fault_of("x", "Binance Support Team") is not None
    for text, platform in (("Binance Support Team", ""), ("this is a whole sentence of words", "x")):
        with pytest.raises(Unreadable):
            read_handle(text, platform)
