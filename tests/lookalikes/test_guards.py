"""Each guard with a host it excuses and a near one it does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.contacts.hosts import read_host
from verifier.lookalikes import guards
from verifier.lookalikes.company import company
from verifier.lookalikes.names import Name
from verifier.lookalikes.search import How, Occurrence
from verifier.lookalikes.written import Written


def found(
    label: str, key: str, seen: str, how: How = "exact", errors: int = 0, category: str = "exchange", primary: bool = True
) -> tuple[Written, Occurrence]:
    """``key`` met as ``seen`` in a host's labels."""
    text = Written(label)
    start = text.compact.index(seen)
    name = Name(key, key, f"{key}.com", "distinctive", category=category, primary=primary)
    return text, Occurrence(name, start, start + len(seen), how, errors)


WORDS = [
    (guards.is_inside_word, ("gamerevolution", "revolut", "revolut"), True),
    (guards.is_inside_word, ("revolut-login", "revolut", "revolut"), False),
    (guards.is_inside_word, ("phantoms", "phantom", "phantom"), False),
    (guards.reads_as_words, ("metabase", "metamask", "metabase", "typo", 2), True),
    (guards.reads_as_words, ("openset", "opensea", "openset", "typo", 1), True),
    (guards.reads_as_words, ("metamsk", "metamask", "metamsk", "typo", 1), False),
    (guards.reads_as_words, ("walletsconnect", "walletconnect", "walletsconnect", "typo", 1), False),
    (guards.shares_only_a_word, ("nsinternational", "cncbinternational", "nsinternational", "typo", 3), True),
    (guards.shares_only_a_word, ("myeatherwalet", "myetherwallet", "myeatherwalet", "typo", 2), False),
    (guards.cuts_word, ("open-searchengine", "opensea", "opensea"), True),
    (guards.cuts_word, ("open-sea-mint", "opensea", "opensea"), False),
    (guards.reads_otherwise, ("opensearch", "opensea", "opensea"), True),
    (guards.reads_otherwise, ("opensealogin", "opensea", "opensea"), False),
    (guards.reads_otherwise, ("coinbaseball", "coinbase", "coinbase"), True),
    (guards.reads_otherwise, ("metamasked", "metamask", "metamask"), False),
    (guards.reads_as_words, ("qinance", "pinance", "qinance", "typo", 1), False),
    (guards.reads_as_words, ("pfinance", "pinance", "pfinance", "typo", 1), True),
    (guards.reads_as_words, ("open-pinances", "pinance", "pinances", "typo", 1), False),
    (guards.is_another_compound, ("my-hbar-wallet", "mynearwallet", "myhbarwallet", "typo", 2), True),
    (guards.is_another_compound, ("mynaerwallet", "mynearwallet", "mynaerwallet", "typo", 1), False),
    (guards.is_another_compound, ("igtoken", "imtoken", "igtoken", "typo", 1), True),
    (guards.is_another_compound, ("imttoken", "imtoken", "imttoken", "typo", 1), False),
    (guards.is_another_compound, ("cryptonom", "cryptocom", "cryptonom", "typo", 1), True),
    (guards.is_another_compound, ("cryptcom", "cryptocom", "cryptcom", "typo", 1), False),
    (guards.reads_otherwise, ("headphonekey", "onekey", "onekey"), True),
    (guards.reads_otherwise, ("bestonekey", "onekey", "onekey"), False),
    (guards.is_plainly_a_word, ("ibank", "lbank", "ibank", "characters"), True),
    (guards.is_plainly_a_word, ("1bank", "lbank", "1bank", "characters"), False),
    (guards.is_chance, ("bo-kx", "bokx", "bokx"), False),
    (guards.is_chance, ("limbo-kxen", "bokx", "bokx"), True),
]


@pytest.mark.parametrize(("guard", "arguments", "excused"), WORDS, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_guard_on_words(guard: Callable[[Written, Occurrence], bool], arguments: tuple[str, ...], excused: bool) -> None:
    """The honest neighbour is excused, the imitation beside it is not."""
    assert guard(*found(*arguments)) is excused  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "key", "seen", "how", "excused"),
    [
        ("vethorscan", "etherscan", "ethorscan", "typo", True),
        ("testnet.hashkeyscan", "hashkey", "hashkey", "exact", True),
        ("hashkey-login", "hashkey", "hashkey", "exact", False),
        ("testnet.hashkey", "hashkey", "hashkey", "exact", False),
        ("etherscan", "etherscan", "etherscan", "exact", False),
    ],
)
def test_block_explorers_have_names_of_their_own(label: str, key: str, seen: str, how: How, excused: bool) -> None:
    """A chain's explorer is not an imitation of what it explores."""
    text, occurrence = found(label, key, seen, how, int(how == "typo"))
    assert guards.is_block_explorer(text, occurrence) is excused


def test_namesakes_under_decent_endings() -> None:
    """A piece of infrastructure, or an alias, under another ending is not a finding; under an abused ending it is."""
    _, infrastructure = found("etherscan", "etherscan", "etherscan", category="infrastructure")
    _, alias = found("satoshilabs", "satoshilabs", "satoshilabs", category="hardware-wallet", primary=False)
    _, wallet = found("tokenpocket", "tokenpocket", "tokenpocket", category="self-custody-wallet")
    _, exchange = found("coinspot", "coinspot", "coinspot")
    assert guards.is_namesake(infrastructure, True, "kr", 0.0) and guards.is_namesake(alias, True, "design", 0.0)
    assert guards.is_namesake(exchange, True, "io", 0.0)
    assert not guards.is_namesake(infrastructure, True, "top", 1.0)
    assert not guards.is_namesake(exchange, True, "vip", 0.5)
    assert not guards.is_namesake(wallet, True, "com", 0.0)


def test_a_banks_branches_have_their_own_domains() -> None:
    """The plain name under a country's ending, for a bank only."""
    _, bank = found("maybank", "maybank", "maybank", category="bank")
    _, wallet = found("tokenpocket", "tokenpocket", "tokenpocket")
    assert guards.is_regional_bank(bank, True, "sg")
    assert not guards.is_regional_bank(bank, True, "top")
    assert not guards.is_regional_bank(wallet, True, "sg")


def test_company_is_read_off_the_host() -> None:
    """Words beside the name, its edges, the platform and the ending."""
    host = read_host("login.metamask-help7.webflow.io")
    text, occurrence = found(".".join(host.labels), "metamask", "metamask")
    around = company(text, host, occurrence)
    assert around.left_edge and around.right_edge and around.near.asks == 1 and around.far.asks == 1
    assert around.platform and around.registered and not around.whole_label


@pytest.mark.parametrize(
    ("suffix", "reserved"),
    [("gov", True), ("gov.uk", True), ("edu.pl", True), ("gob.mx", True), ("com", False), ("ac", False), ("co.uk", False)],
)
def test_nobody_deceives_under_a_reserved_ending(suffix: str, reserved: bool) -> None:
    """Only public bodies and schools get a name there."""
    assert guards.is_reserved_ending(suffix) is reserved
