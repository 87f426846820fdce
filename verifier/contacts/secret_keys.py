"""Private keys in a text, in the writings that wallets and tools export.

Whatever carries a checksum is known by it, also where lines or spaces break it: WIF of any coin, BIP-38, Tezos and extended
private keys (base58check), XRP's family seeds, Nostr, Sui, Cardano and age keys (bech32), Stellar seeds (strkey). So is a key pair of
Ed25519, as Solana and NEAR write it: its second half follows from its first. What names itself is taken at its word: PEM, AIP-80,
keystore files. Bare digits, and a WIF whose checksum is another coin's, are a key only where the words beside them say so.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import itertools
import re
from collections.abc import Callable, Iterator
from functools import cache

from verifier.contacts.ed25519 import public_key
from verifier.data import table

_B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_B58_VALUE = {c: i for i, c in enumerate(_B58)}
_B58_CHUNK = re.compile(rf"[{_B58}]+")
_B58_CHUNKS = re.compile(rf"[{_B58}]{{6,}}+(?:[ \t\r\n>|\\]{{1,8}}+[{_B58}]++)*+")
_KEY_LENGTHS = frozenset({51, 52, 54, 58, 88, 98, 111, 112})
"""Digits of WIF, compressed WIF, Tezos keys, BIP-38, Tezos keys under a password and whole, and extended keys."""
_TEZOS = ("edsk", "spsk", "p2sk", "BLsk", "edesk", "spesk", "p2esk", "BLesk")
"""How Tezos' secret keys begin, plain and under a password (gitlab.com/tezos/tezos, src/lib_crypto/base58.ml)."""
_FAMILY_SEED = re.compile(rf"(?<![0-9A-Za-z])s[{_B58}]{{27,30}}(?![0-9A-Za-z])")
_XRP_VALUE = {c: i for i, c in enumerate("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz")}
_XRP_SEEDS = {b"\x21": 17, b"\x01\xe1\x4b": 19}
"""What a family seed begins with, for keys of secp256k1 and of Ed25519, and its length without the checksum (xrpl.org/docs: base58 encodings)."""
_LONGEST = 112
_SHORTEST_CHUNK = 6
"""A key that is broken into parts shorter than this is not put together: too many words would be tried."""

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_VALUE = {c: i for i, c in enumerate(_BECH32)}
_BECH32_KEY = re.compile(
    r"(?<![0-9a-z])(?:nsec|ncryptsec|suiprivkey|age-secret-key-|root_xsk|acct_xsk|addr_xsk|stake_xsk|root_sk|acct_sk|addr_sk|stake_sk|ed25519_sk|ed25519e_sk|"
    rf"secret-spending-key-main|secret-extended-key-main)1[{_BECH32}]{{50,320}}(?![0-9a-z])",
    re.IGNORECASE,
)
"""Prefixes of private keys in bech32: NIP-19, NIP-49, SIP-15, age-encryption.org/v1, CIP-5, ZIP-32 and the Zcash protocol."""
_STELLAR = re.compile(r"(?<![0-9A-Za-z])S[A-Z2-7]{55}(?![0-9A-Za-z])")

_PREFIXED = re.compile(r"(?<![0-9a-z])(?:ed25519|secp256k1|secp256r1)-priv-0x([0-9a-f]{64})(?![0-9a-f])", re.IGNORECASE)
"""AIP-80, as Aptos writes private keys."""
_PEM = re.compile(
    r"[-–—]{2,5}\s?BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?\s?[-–—]{2,5}"
    r"(?:\s|\\[nr]|[\"'+]|(?:Proc-Type|DEK-Info|Version|Comment|Hash): [^\n]{0,80}\n){0,20}[A-Za-z0-9+/]{24}"
)

_HEX_CHUNKS = re.compile(
    r"(?:(?<![0-9A-Za-z])|(?<=[kK][eE][yY]))(?:0[xX])?[0-9a-fA-F]{2,64}(?:[\s:_-]{1,3}[0-9a-fA-F]{2,64})*(?![0-9A-Za-z])"
)
_HEX_KEY = re.compile(r"(?:(?<![0-9A-Za-z])|(?<=[kK][eE][yY]))(?:0[xX])?[0-9a-fA-F]{64}(?![0-9A-Za-z])")
_NO_HEX = re.compile(r"[^0-9a-fA-F]+")
_NUMBER = re.compile(r"\d+")
_LONG_KEY = re.compile(rf"(?<![{_B58}])[{_B58}]{{86,88}}(?![{_B58}])|\[\s*\d{{1,3}}(?:\s*,\s*\d{{1,3}}){{63}}\s*\]")
"""The two writings of a key pair of Solana or NEAR: base58 of 64 bytes, and an array of 64 numbers."""
_MOST_PAIRS = 2
"""So many of them are computed for one text."""
_WIF_SHAPED = re.compile(rf"(?<![0-9A-Za-z])(?:5[HJK][{_B58}]{{49}}|[KL][{_B58}]{{51}})(?![0-9A-Za-z])")
_SHORTEST_KEY = 28
_DENSE = re.compile(rf"[0-9A-Za-z]{{{_SHORTEST_KEY}}}")
_DECIMAL = re.compile(r"\d")
_FEWEST_DECIMALS = 20
"""Of 64 hexadecimal digits drawn by chance, fewer are decimal once in ten million times."""
_NEAR, _AT_MOST = 80, 200
"""How far from a key the words that explain it stand, in characters, and how many keys are looked at."""

_QUOTE = re.compile(r"\\{0,3}[\"'“”„‘’]")
_KEYSTORE = re.compile(r"\"?\bcrypto\"?\s*:\s*\{|\"?\bciphertext\"?\s*:\s*\"[0-9a-f]{32,}\"|\"?\bkdfparams\"?\s*:", re.IGNORECASE)
_KDF = re.compile(r"\"?\bkdf\"?\s*:", re.IGNORECASE)


def has_key(text: str) -> bool:
    """Whether ``text``, folded, holds a private key or a keystore file that is no published test vector. Linear in the text."""
    dense = is_dense(text)
    return (
        (dense and (_has_family_seed(text) or _has_named_key(text)))
        or _has_base58_key(text)
        or ((dense or "[" in text) and _has_key_pair(text))
        or ((dense or len(_DECIMAL.findall(text)) >= _FEWEST_DECIMALS) and _has_cued_key(text))
        or ("PRIVATE KEY" in text and _PEM.search(text) is not None)
        or _has_keystore(text)
    )


def is_dense(text: str) -> bool:
    """Whether letters and digits stand in a row as long as the shortest key: in all keys but those that are written in groups."""
    return len(text) >= _SHORTEST_KEY and _DENSE.search(text) is not None


@cache
def _known() -> frozenset[str]:
    """Keys that everybody knows."""
    return frozenset(table("known_secrets")["keys"])


# --- with a checksum -----------------------------------------------------------------------------------------------------


def _has_base58_key(text: str) -> bool:
    for match in _B58_CHUNKS.finditer(text):
        if match.end() - match.start() >= min(_KEY_LENGTHS) and any(
            _is_base58_key(written) and written not in _known() for written in _joined(match[0])
        ):
            return True
    return False


def _joined(text: str) -> Iterator[str]:
    """Every base58 run as long as a key, and every one that neighbours make up once the spaces between them are gone."""
    parts: list[str] = []
    total, end = 0, 0
    for match in _B58_CHUNK.finditer(text):
        chunk, start = match[0], match.start()
        near = start - end <= 8 and not text[end:start].strip(" \t\r\n>|\\")
        end = match.end()
        if len(chunk) < _SHORTEST_CHUNK and (total < 40 or not near):
            parts, total = [], 0
            continue
        if not near:
            parts, total = [], 0
        parts.append(chunk)
        total += len(chunk)
        while total > _LONGEST and parts:
            total -= len(parts.pop(0))
        rest = total
        for i, part in enumerate(parts):
            if rest in _KEY_LENGTHS:
                yield "".join(parts[i:])
            rest -= len(part)


def _is_base58_key(written: str) -> bool:
    """By structure: WIF has its coin's address version with the highest bit set, extended private keys a zero before the key."""
    payload, check = _decoded(written, _B58_VALUE)
    shape = (
        written.startswith(_TEZOS)
        or (len(payload) == 33 and payload[0] >= 0x80)
        or (len(payload) == 34 and payload[0] >= 0x80 and payload[-1] == 1)
        or (len(payload) == 39 and payload[:2] in (b"\x01\x42", b"\x01\x43"))
        or (len(payload) == 78 and payload[45] == 0)
    )
    return shape and _checksum(payload) == check


def _has_family_seed(text: str) -> bool:
    return any(_is_family_seed(match[0]) and match[0] not in _known() for match in _FAMILY_SEED.finditer(text))


def _is_family_seed(written: str) -> bool:
    payload, check = _decoded(written, _XRP_VALUE)
    return any(payload.startswith(start) and len(payload) == size for start, size in _XRP_SEEDS.items()) and _checksum(payload) == check


def _decoded(written: str, values: dict[str, int]) -> tuple[bytes, bytes]:
    """The bytes of a base58 text, and the last four of them apart."""
    number = 0
    for char in written:
        number = number * 58 + values[char]
    data = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return data[:-4], data[-4:]


def _checksum(payload: bytes) -> bytes:
    return hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]


def _has_key_pair(text: str) -> bool:
    """Whether 64 bytes are a secret and the public key that follows from it, not a signature."""
    found = itertools.islice(_LONG_KEY.finditer(text), _MOST_PAIRS)
    return any(_is_key_pair(_pair(match[0])) for match in found)


def _pair(written: str) -> bytes:
    if written[0] == "[":
        numbers = [int(number) for number in _NUMBER.findall(written)]
        return bytes(numbers) if max(numbers) < 256 else b""
    return b"".join(_decoded(written, _B58_VALUE))


def _is_key_pair(pair: bytes) -> bool:
    return len(pair) == 64 and public_key(pair[:32]) == pair[32:]


def _has_named_key(text: str) -> bool:
    return (
        _any_new(_BECH32_KEY, text, _is_bech32)
        or _any_new(_STELLAR, text, _is_strkey)
        or any(not _is_common(match[1]) for match in _PREFIXED.finditer(text))
    )


def _any_new(pattern: re.Pattern[str], text: str, holds: Callable[[str], bool]) -> bool:
    return any(holds(match[0]) and match[0].lower() not in _known() for match in pattern.finditer(text))


def _is_bech32(written: str) -> bool:
    """Whether the checksum holds (BIP-173 or BIP-350)."""
    name, _, data = written.lower().rpartition("1")
    check = 1
    for value in [ord(c) >> 5 for c in name] + [0] + [ord(c) & 31 for c in name] + [_BECH32_VALUE[c] for c in data]:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    return check in (1, 0x2BC830A3)


def _is_strkey(written: str) -> bool:
    """Whether this is a Stellar seed (SEP-23): version byte 0x90 and a CRC-16."""
    data = base64.b32decode(written)
    return data[0] == 0x90 and binascii.crc_hqx(data[:-2], 0) == int.from_bytes(data[-2:], "little")


# --- by the words beside them ----------------------------------------------------------------------------------------------


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table("secret_words")
    given = rf"(?!\W{{0,3}}(?:0x[0-9a-f]{{40}}|[13TL][{_B58}]{{25,34}}|bc1\w{{10,70}})(?![0-9a-z]))"
    own = r"(?!['’]s\b|-[a-z]{3,12}[.\s])"  # "the private key's certificate", "secret-key-tool.zip" speak of another thing
    return re.compile(f"(?:{'|'.join(words['key_cues'])}){own}", re.IGNORECASE), re.compile(
        f"(?:{'|'.join(words['other_cues'])}){given}", re.IGNORECASE
    )


def _has_cued_key(text: str) -> bool:
    keys = list(_bare_keys(text))
    if not keys:
        return False
    key_cue, other_cue = _cues()
    cues = [m.span() for m in key_cue.finditer(text)]
    if not cues:
        return False
    inside = {place for start, end in cues for place in range(start, end)}
    others = [m.span() for m in other_cue.finditer(text) if m.start() not in inside]
    for start, end, written in keys:
        if not _is_common(written) and _distance(cues, start, end) < min(_NEAR, _distance(others, start, end)):
            return True
    return False


def _bare_keys(text: str) -> Iterator[tuple[int, int, str]]:
    """Where 64 hexadecimal digits stand, whole or in groups, a key of 64 bytes, or a WIF whatever its checksum."""
    found = 0
    for match in _HEX_CHUNKS.finditer(text):
        if match.end() - match.start() < 64:
            continue
        digits = _NO_HEX.sub("", match[0].lower().replace("0x", ""))
        whole = [(match.start(), match.end(), digits)] if len(digits) == 64 else []
        for start, end, written in whole or [
            (m.start(), m.end(), m[0].lower()[-64:]) for m in _HEX_KEY.finditer(text, match.start(), match.end())
        ]:
            yield start, end, written
            if (found := found + 1) >= _AT_MOST:
                return
    for match in itertools.islice(itertools.chain(_LONG_KEY.finditer(text), _WIF_SHAPED.finditer(text)), _AT_MOST):
        yield match.start(), match.end(), match[0]


def _is_common(written: str) -> bool:
    """Whether everybody knows this key or could guess it."""
    return written in _known() or written.lower() in _known() or len(set(written.lower())) < 3


def _distance(cues: list[tuple[int, int]], start: int, end: int) -> int:
    """How far the nearest cue stands; one after the key counts double."""
    before = [start - e for _, e in cues[-400:] if e <= start]
    after = [2 * (s - end) for s, _ in cues[:400] if s >= end]
    return min([*before, *after], default=1 << 30)


def _has_keystore(text: str) -> bool:
    """A keystore file by its structure (Web3 Secret Storage), whatever quotes its names have."""
    if "kdf" not in text.lower():
        return False
    text = _QUOTE.sub('"', text)
    return len({m[0].strip('"')[:6].lower() for m in _KEYSTORE.finditer(text)}) >= 2 and _KDF.search(text) is not None
