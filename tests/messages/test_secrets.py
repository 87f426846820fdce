"""Secrets in an input are refused, nothing of them is repeated, and what merely looks like one passes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import random
import traceback
import unicodedata
from collections.abc import Callable

import pytest

from verifier import Verifier
from verifier.contacts.ed25519 import public_key
from verifier.contacts.secrets import holds_secret
from verifier.data import raw, table
from verifier.errors import SecretInInput

LANGUAGES: list[str] = table("bip39")["languages"]


def _words(language: str) -> list[str]:
    return raw(f"bip39/{language}.txt").decode("utf-8").split()


def _phrase(language: str, size: int, seed: int = 7) -> list[str]:
    """A valid phrase that nobody uses."""
    return _spelled(random.Random(f"{language}{size}{seed}").randbytes(size * 4 // 3), language)


def _spelled(entropy: bytes, language: str) -> list[str]:
    """The words for an entropy by BIP-39 itself: its checksum behind it, eleven bits a word."""
    size = len(entropy) * 3 // 4
    bits = size * 11
    check = size // 3
    value = int.from_bytes(entropy, "big") << check | hashlib.sha256(entropy).digest()[0] >> (8 - check)
    words = _words(language)
    return [words[value >> (bits - 11 * (i + 1)) & 2047] for i in range(size)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [12, 15, 18, 21, 24])
def test_a_recovery_phrase_is_known_in_any_writing(language: str, size: int) -> None:
    """Plain, composed, numbered, in lines, with commas, inside a longer text."""
    words = _phrase(language, size)
    assert holds_secret(" ".join(words))
    assert holds_secret(unicodedata.normalize("NFC", "\n".join(words)))
    assert holds_secret("my backup: " + " ".join(f"{i}. {w}" for i, w in enumerate(words, 1)) + " - is it complete?")
    assert holds_secret(",".join(words).upper())


DRESSES: dict[str, Callable[[list[str]], str]] = {
    "label with number": lambda w: "\n".join(f"word{i}: {x}" for i, x in enumerate(w, 1)),
    "label, number, equals": lambda w: "\n".join(f"Word {i} = {x}" for i, x in enumerate(w, 1)),
    "Chinese counting": lambda w: " ".join(f"第{i}个{x}" for i, x in enumerate(w, 1)),
    "Chinese counting of words": lambda w: "，".join(f"第 {i} 个词：{x}" for i, x in enumerate(w, 1)),
    "ordinal": lambda w: ", ".join(f"{i}th word: {x}" for i, x in enumerate(w, 1)),
    "list of a page": lambda w: "<ol>" + "".join(f'<li class="word">{x}</li>' for x in w) + "</ol>",
    "joined by and": lambda w: " and ".join(w),
    "object": lambda w: json.dumps({str(i): x for i, x in enumerate(w, 1)}, ensure_ascii=False),
    "inside list words": lambda w: f"phrase seed {' '.join(w)} please help",
    "two columns": lambda w: "\n".join(f"{i + 1}. {w[i]}    {i + 1 + len(w) // 2}. {w[i + len(w) // 2]}" for i in range(len(w) // 2)),
}


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [12, 24])
def test_a_phrase_is_known_behind_numbers_labels_and_markup(language: str, size: int, dress: str) -> None:
    """What stands between the words, and two columns read across, hide nothing."""
    assert holds_secret(DRESSES[dress](_phrase(language, size)))


@pytest.mark.parametrize("size", [12, 24])
def test_a_phrase_is_known_with_a_look_alike_in_each_word(size: int) -> None:
    """A Cyrillic letter for a Latin one changes nothing a reader sees."""
    words = _phrase("english", size)
    assert holds_secret(" ".join(words).translate(str.maketrans("aeo", "аео")))


@pytest.mark.parametrize("language", ["english", "spanish", "french", "italian", "czech", "portuguese"])
def test_the_first_four_letters_stand_for_the_word(language: str) -> None:
    """As they are engraved on steel plates."""
    words = ["".join(c for c in unicodedata.normalize("NFKD", w) if c.isascii())[:4] for w in _phrase(language, 24)]
    assert holds_secret(" ".join(words))


def test_a_wrong_checksum_is_no_phrase() -> None:
    """Twelve words of the list that are no phrase pass: only the checksum tells."""
    words = _phrase("english", 12)
    others = [w for w in _words("english") if w != words[11]]
    passed = sum(not holds_secret(" ".join([*words[:11], other])) for other in others[:160])
    assert passed > 130


@pytest.mark.parametrize("phrase", table("known_secrets")["phrases"])
def test_published_phrases_pass(phrase: str) -> None:
    """Defaults of development tools are known to everybody."""
    assert not holds_secret(phrase)


def test_the_standards_own_vectors_pass() -> None:
    """The BIP-39 vectors whose entropy is one byte over and over, the best known of all phrases."""
    assert not holds_secret("abandon " * 11 + "about")
    assert not holds_secret("legal winner thank year wave sausage worth useful legal winner thank yellow")
    assert not holds_secret("letter advice cage absurd amount doctor acoustic avoid letter advice cage above")
    assert not holds_secret("zoo " * 11 + "wrong")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entropy", table("known_secrets")["entropies"])
def test_published_vectors_pass_in_every_language(entropy: str, language: str) -> None:
    """A part of them that holds by chance is no secret, and numbering or glueing makes none of them."""
    words = _spelled(bytes.fromhex(entropy), language)
    assert not holds_secret("".join(words))
    assert not holds_secret(" ".join(words))
    assert not holds_secret("\n".join(f"{i}. {w}" for i, w in enumerate(words, 1)))


def test_the_whole_table_of_vectors_passes() -> None:
    """Vectors one after the other pass too: what overlaps one of them is no secret."""
    assert not holds_secret("\n".join(" ".join(_spelled(bytes.fromhex(e), "english")) for e in table("known_secrets")["entropies"]))


def test_a_secret_beside_a_published_vector_is_refused() -> None:
    """A vector is no cover for the phrase behind it."""
    vector = _spelled(bytes.fromhex(table("known_secrets")["entropies"][0]), "english")
    assert holds_secret(" ".join([*vector, *_phrase("english", 12)]))
    assert holds_secret(" ".join([*_phrase("english", 24), *vector]))


@pytest.mark.parametrize("key", table("known_secrets")["keys"])
def test_published_keys_pass(key: str) -> None:
    """Keys of the standards' test vectors, alone and beside the words for them."""
    assert not holds_secret(f"The test vector is {key}, thanks")
    assert not holds_secret(f"private key: {key}")


GLUED: dict[str, Callable[[list[str]], str]] = {
    "nothing between": "".join,
    "capitals between": lambda w: "".join(x.title() for x in w),
    "in a sentence": lambda w: f"here it is: {''.join(w)}, please keep it",
    "in a link": lambda w: f"https://example.com/?words={''.join(w)}",
}


@pytest.mark.parametrize("how", GLUED)
@pytest.mark.parametrize("language", [name for name in LANGUAGES if "chinese" not in name])
@pytest.mark.parametrize("size", [12, 24])
def test_a_phrase_is_known_without_its_spaces(language: str, size: int, how: str) -> None:
    """All the ways to take the letters apart are tried."""
    assert holds_secret(GLUED[how](_phrase(language, size)))
    assert holds_secret(unicodedata.normalize("NFC", "".join(_phrase(language, size))))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [12, 15, 18, 21, 24])
def test_a_phrase_is_known_backwards(language: str, size: int) -> None:
    """From the last word to the first; each word from its last letter; the whole text from its last letter."""
    words = _phrase(language, size)
    assert holds_secret("backwards: " + " ".join(words[::-1]))
    assert holds_secret(" ".join(word[::-1] for word in words))
    assert holds_secret(" ".join(words)[::-1])


PLACES: dict[str, Callable[[list[int]], str]] = {
    "SeedQR": lambda p: "".join(f"{i:04}" for i in p),
    "SeedQR in a sentence": lambda p: f"scan this {''.join(f'{i:04}' for i in p)} please",
    "numbers from zero": lambda p: "my seed as numbers: " + " ".join(map(str, p)),
    "numbers from one": lambda p: "助记词的序号：" + "，".join(str(i + 1) for i in p),
    "four digits, in lines": lambda p: "BIP39 words\n" + "\n".join(f"{i + 1:04}" for i in p),
}


@pytest.mark.parametrize("how", PLACES)
@pytest.mark.parametrize("size", [12, 24])
def test_a_phrase_is_known_by_its_words_places(size: int, how: str) -> None:
    """The digits of a SeedQR by themselves, numbers where the text speaks of a phrase."""
    places = [_words("english").index(word) for word in _phrase("english", size)]
    assert holds_secret(PLACES[how](places))


def _base58check(payload: bytes) -> str:
    return _base58(payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4])


def _base58(data: bytes) -> str:
    number, out = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        out = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"[rest] + out
    return out


KEY = hashlib.sha256(b"a key nobody uses").digest()


def _bech32(name: str, data: bytes) -> str:
    """BIP-173."""
    bits, size = int.from_bytes(data, "big"), len(data) * 8
    pad = -size % 5
    values = [(bits << pad) >> (size + pad - 5 * (i + 1)) & 31 for i in range((size + pad) // 5)]
    check = 1
    for value in [ord(c) >> 5 for c in name] + [0] + [ord(c) & 31 for c in name] + values + [0] * 6:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    values += [(check ^ 1) >> 5 * (5 - i) & 31 for i in range(6)]
    return f"{name}1" + "".join("qpzry9x8gf2tvdw0s3jn54khce6mua7l"[v] for v in values)


def _stellar(version: int) -> str:
    """SEP-23."""
    data = bytes([version]) + KEY
    return base64.b32encode(data + binascii.crc_hqx(data, 0).to_bytes(2, "little")).decode()


HEX = KEY.hex()
WIF = _base58check(b"\x80" + KEY)
XPRV = _base58check(b"\x04\x88\xad\xe4" + bytes(9) + KEY + b"\x00" + KEY)
KEYSTORE = json.dumps({"version": 3, "crypto": {"ciphertext": HEX, "kdf": "scrypt", "kdfparams": {}}})


@pytest.mark.parametrize(
    "text",
    [
        WIF,
        "sent by " + _base58check(b"\x80" + KEY + b"\x01") + " yesterday",
        f"https://x.com/{WIF}",
        XPRV,
        f"{WIF[:6]}\n{WIF[6:]}",
        f"> {WIF[:26]}\n> {WIF[26:]}",
        " ".join(WIF[i : i + 10] for i in range(0, 51, 10)),
        f"{XPRV[:64]}\r\n{XPRV[64:]}",
        f"my key {XPRV[:40]}\n{XPRV[40:80]}\n{XPRV[80:]}\nand thanks",
    ],
)
def test_keys_in_base58check_are_known(text: str) -> None:
    """WIF and extended keys, in a link, and broken over lines."""
    assert holds_secret(text)


def _recoded(text: str) -> str:
    """From Bitcoin's alphabet to the XRP Ledger's."""
    return text.translate(
        str.maketrans(
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
        )
    )


SECP_SEED = _recoded(_base58check(b"\x21" + KEY[:16]))
EDWARDS_SEED = _recoded(_base58check(b"\x01\xe1\x4b" + KEY[:16]))
PAIR = KEY + public_key(KEY)


@pytest.mark.parametrize(
    "text",
    [
        SECP_SEED,
        EDWARDS_SEED,
        f"send it to me: {SECP_SEED}.",
        f"https://example.com/?seed={EDWARDS_SEED}",
        *(_base58check(bytes.fromhex(prefix) + KEY) for prefix in "0d0f3a07 11a2e0c9 1051eebd 0396c028".split()),
        *(_base58check(bytes.fromhex(prefix) + KEY + KEY[:24]) for prefix in "075a3cb329 09edf1ae96 09303973ab 02051e3519".split()),
        _base58check(bytes.fromhex("2bf64e07") + PAIR),
        "ed25519:" + _base58(PAIR),
        _base58(PAIR),
        str(list(PAIR)),
        f"my private key is {WIF[:-1]}{'1' if WIF[-1] != '1' else '2'}",
    ],
)
def test_keys_of_other_chains_are_known(text: str) -> None:
    """XRP Ledger, Tezos, NEAR, Solana; a WIF with the checksum of another coin beside the words for a key."""
    assert holds_secret(text)


@pytest.mark.parametrize("version", [0x80, 0xB0, 0x9E, 0xCC, 0xB7, 0xD4, 0xEF, 0xF1])
def test_wif_of_any_coin_is_known(version: int) -> None:
    """Bitcoin, Litecoin, Dogecoin, Dash, Peercoin, PIVX and test nets: chainparams SECRET_KEY, 128 and the address version."""
    assert holds_secret(_base58check(bytes([version]) + KEY))
    assert holds_secret(_base58check(bytes([version]) + KEY + b"\x01"))


@pytest.mark.parametrize(
    "version",
    "0488ade4 049d7878 04b2430c 0295b005 02aa7a99 04358394 044a4e28 024285b5 045f18bc 02575048 019d9cfe 01b26792 0436ef7d 03e25945 02fac398".split(),
)
def test_extended_private_keys_are_known_and_public_ones_pass(version: str) -> None:
    """All of SLIP-132 and Dogecoin's: what tells is the zero byte before the key (BIP-32)."""
    assert holds_secret(_base58check(bytes.fromhex(version) + bytes(9) + KEY + b"\x00" + KEY))
    assert not holds_secret(_base58check(bytes.fromhex(version) + bytes(9) + KEY + b"\x02" + KEY))


@pytest.mark.parametrize(
    "text",
    [
        f"log in with {_bech32('nsec', KEY)}",
        _bech32("suiprivkey", b"\x00" + KEY),
        _bech32("age-secret-key-", KEY).upper(),
        _bech32("addr_xsk", KEY * 3),
        _stellar(0x90),
        f"ed25519-priv-0x{HEX}",
        f"secp256k1-priv-0x{HEX}",
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA" + "Jq8Kz7" * 6 + "\n-----END PRIVATE KEY-----",
        r"-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA" + "Jq8Kz7" * 6 + r"\n-----END EC PRIVATE KEY-----",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAE\n",
    ],
)
def test_keys_that_name_themselves_are_known(text: str) -> None:
    """Nostr, Sui, age, Cardano, Stellar, Aptos, PEM."""
    assert holds_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        f"my private key: 0x{HEX}",
        f"私钥是 {HEX}",
        f"pk={HEX}",
        f"secret: {HEX}",
        f"wallet secret 0x{HEX}",
        f"hello, my key is {HEX} can you help?",
        f"EVM key {HEX}",
        f"钱包的钥匙 {HEX}",
        f"私 钥：{HEX}",
        f"privatekey{HEX}",
        "private key " + " ".join(HEX[i : i + 8] for i in range(0, 64, 8)),
        f"private key\n{HEX[:32]}\n{HEX[32:]}",
        "priv:\n    " + ":".join(HEX[i : i + 2] for i in range(0, 64, 2)),
        f"private key hash {HEX}",
        f"private key of my address 0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045: {HEX}",
    ],
)
def test_bare_digits_are_a_key_beside_the_words_for_one(text: str) -> None:
    """64 hexadecimal digits, whole, in groups or over two lines."""
    assert holds_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        KEYSTORE,
        KEYSTORE.replace('"', "'"),
        KEYSTORE.replace('"', '\\"'),
        json.dumps(json.dumps(json.loads(KEYSTORE), indent=1)),
        KEYSTORE.replace(' "', " “").replace('"', "”"),
        f"{{version: 3, crypto: {{ciphertext: '{HEX}', kdf: 'scrypt', kdfparams: {{n: 8192}}}}}}",
    ],
)
def test_a_keystore_file_is_known_in_any_quotes(text: str) -> None:
    """JSON, JSON in JSON, an object of Python or JavaScript, quotes an editor has curled."""
    assert holds_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        f"tx hash 0x{KEY.hex()}",
        f"0x{KEY.hex()}",
        f"The private key never leaves the device. Transaction: 0x{KEY.hex()}",
        "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045 is my address, not my private key",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        f"commit id: {HEX}",
        f"sha256 checksum of the secret-key-tool.zip: {HEX}",
        f"Never send your private key. My Sui address: 0x{HEX}",
        f"pubkey={HEX}, topic {HEX}",
        "SHA-256 fingerprint of the private key's certificate: " + ":".join(HEX[i : i + 2] for i in range(0, 64, 2)).upper(),
        _base58check(b"\x04\x88\xb2\x1e" + bytes(9) + KEY + b"\x03" + KEY),
        _bech32("npub", KEY) + " is my name",
        _stellar(0x30),
        SECP_SEED[:-1] + ("r" if SECP_SEED[-1] != "r" else "p"),
        "ed25519:" + _base58(KEY + KEY[::-1]),
        f"signature {_base58(KEY[::-1] + KEY)} of the transaction",
        _base58check(b"\x06\xa1\x9f" + KEY[:20]),
        WIF[:-1] + ("1" if WIF[-1] != "1" else "2"),
        "2010 2011 2013 2014 2015 2016 2017 2018 2019 2020 2021 2023",
        "0830 0845 0900 0915 0930 1000 1030 1100 1200 1300 1430 1500",
        "The train to Donaudampfschifffahrtsgesellschaftskapitaenswitwenhaus leaves at ten",
        "https://example.com/averylongaddresswithoutanyseparatorsthatreadslikewordsinarow",
        "9" * 48,
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA" + "Jq8Kz7" * 6,
        "A file that begins with -----BEGIN PRIVATE KEY----- must never leave your computer, says the manual.",
        "A keystore has the fields crypto, ciphertext, kdf and kdfparams, in this order, and opens with a password.",
        "1. Open the app 2. Choose a wallet 3. Enter the amount 4. Confirm 5. Wait 6. Check 7. Save 8. Close 9. Update 10. Repeat 11. Rest 12. Enjoy",
        "major version number, " * 3 + "minor version number, middle version number, patch version number, " * 2,
        '<mark style="color: orange">Swap</mark> click ' * 12,
        "We went to the market to buy fresh fruit and then walked along the river until evening came.",
        "请妥善保管您的助记词等重要信息并做好迁移工作。",
    ],
)
def test_what_only_looks_like_a_secret_passes(text: str) -> None:
    """Hashes, addresses and prose."""
    assert not holds_secret(text)


def test_a_refusal_repeats_nothing(verifier: Verifier) -> None:
    """Neither message, facts, advice nor the chain of exceptions holds a word of the secret."""
    words = _phrase("english", 12)
    text = "help me, my words are " + " ".join(words)
    with pytest.raises(SecretInInput) as caught:
        verifier.check(text)
    shown = str(caught.value) + repr(caught.value.facts) + "".join(traceback.format_exception_only(caught.value))
    assert not {w for w in words if len(w) > 6} & set(shown.lower().split())
    assert caught.value.__cause__ is None and caught.value.__context__ is None
    assert {"never-share-secret", "secret-was-shared"} <= set(caught.value.advice)
