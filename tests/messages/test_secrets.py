"""Secrets in an input are refused, nothing of them is repeated, and what merely looks like one passes."""

from __future__ import annotations

import hashlib
import json
import random
import traceback
import unicodedata

import pytest

from verifier import Verifier
from verifier.contacts.secrets import holds_secret
from verifier.data import raw, table
from verifier.errors import SecretInInput

LANGUAGES: list[str] = table("bip39")["languages"]


def _words(language: str) -> list[str]:
    return raw(f"bip39/{language}.txt").decode("utf-8").split()


def _phrase(language: str, size: int, seed: int = 7) -> list[str]:
    """A valid phrase by BIP-39 itself: entropy, checksum, eleven bits a word."""
    entropy = random.Random(f"{language}{size}{seed}").randbytes(size * 4 // 3)
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


def _base58check(payload: bytes) -> str:
    data = payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number, out = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        out = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"[rest] + out
    return out


KEY = hashlib.sha256(b"a key nobody uses").digest()


@pytest.mark.parametrize(
    "text",
    [
        _base58check(b"\x80" + KEY),
        "sent by " + _base58check(b"\x80" + KEY + b"\x01") + " yesterday",
        _base58check(b"\x04\x88\xad\xe4" + bytes(9) + KEY + b"\x00" + KEY),
        f"my private key: 0x{KEY.hex()}",
        f"私钥是 {KEY.hex()}",
        json.dumps({"version": 3, "crypto": {"ciphertext": KEY.hex(), "kdf": "scrypt", "kdfparams": {}}}),
    ],
)
def test_keys_are_known(text: str) -> None:
    """WIF, extended keys, keystore files, and hexadecimal digits that the words call a private key."""
    assert holds_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        f"tx hash 0x{KEY.hex()}",
        f"0x{KEY.hex()}",
        f"The private key never leaves the device. Transaction: 0x{KEY.hex()}",
        "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045 is my address, not my private key",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
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
