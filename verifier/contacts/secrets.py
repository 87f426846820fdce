"""Recovery phrases and private keys in an input: refused, never stored, never repeated.

What opens a wallet is recognised by its own checksum, so that prose, transaction hashes and addresses pass: recovery
phrases (BIP-39, ten languages), WIF keys and extended private keys (base58check), keystore files by their structure, and
64 hexadecimal digits only where the words beside them call them a private key. Published test vectors are known to all
and pass. Nothing of the text reaches the error, its facts or its chain.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import unicodedata
from functools import cache

from verifier.contacts.disguise import fold
from verifier.data import raw, table
from verifier.errors import N_, SecretInInput

_SIZES = (12, 15, 18, 21, 24)
"""How many words a recovery phrase has (BIP-39)."""
_MASKS = {size: (1 << 11 * size) - 1 for size in _SIZES}
_SHORTEST, _SHORTEST_ASCII = 15, 47
"""Shorter inputs hold no secret: a phrase in Latin letters has twelve words of three letters or more, and keys are longer still."""
_LONGEST_WORD = 32
"""In code points, decomposed: longer letter runs are no word of any list."""
_ENOUGH = 64
_ALL_WORDS = (1 << 11 * 24) - 1
_WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u3099\u309a])+")
_LATIN_MARKS = re.compile(r"[\u0300-\u036f]")
_HAN_PHRASE = re.compile(
    r"(?:助记词|助記詞|註記詞|注记词|助憶詞|恢复词|恢復詞|种子词|mnemonic|phrase|seed)\s{0,3}[:：=]\s{0,3}([\u4e00-\u9fff]{12,24})(?![\u4e00-\u9fff])", re.IGNORECASE
)

_B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_B58_VALUE = {c: i for i, c in enumerate(_B58)}
_BASE58_KEY = re.compile(rf"(?<![{_B58}])(?:[5KL9c][{_B58}]{{50,51}}|[xyzt]prv[{_B58}]{{107}}|6P[{_B58}]{{56}})(?![{_B58}])")
_KEY_PREFIXES = {
    b"\x80": (33, 34), b"\xef": (33, 34), b"\x01\x42": (39,), b"\x01\x43": (39,),
    b"\x04\x88\xad\xe4": (78,), b"\x04\x9d\x78\x78": (78,), b"\x04\xb2\x43\x0c": (78,), b"\x04\x35\x83\x94": (78,),
}  # fmt: skip
"""Version bytes and payload lengths of private keys in base58check: WIF (main and test net), BIP-38, BIP-32 with SLIP-132."""

_HEX_KEY = re.compile(r"(?<![0-9A-Za-z])(?:0[xX])?([0-9a-fA-F]{64})(?![0-9A-Za-z])")
_LONG_KEY = re.compile(rf"(?<![{_B58}])[{_B58}]{{86,88}}(?![{_B58}])|\[\s*\d{{1,3}}(?:\s*,\s*\d{{1,3}}){{63}}\s*\]")
"""The two writings of a Solana key pair: base58 of 64 bytes, and an array of 64 numbers."""
_CUE = re.compile(
    r"private[ _-]?key|priv(?:ate)?[ _-]?key|secret[ _-]?key|wallet key|pkey|私钥|私鑰|私密|密钥|密鑰|金鑰|clave privada|llave privada|chave privada|"
    r"cl[ée] priv[ée]e|private[nr]? schl[üu]ssel|秘密鍵|개인\s?키|비밀\s?키|приватн\w+ ключ|закрыт\w+ ключ|kh[oó]a ri[eê]ng|kunci pribadi|คีย์ส่วนตัว",
    re.IGNORECASE,
)
_OTHER_CUE = re.compile(
    r"hash|\btx\b|txid|transaction|block|signature|public key|contract|checksum|sha-?256|digest|commit|交易|哈希|雜湊|区块|區塊|签名|簽名|公钥|公鑰|合约|合約|校验和",
    re.IGNORECASE,
)
_KEYSTORE = re.compile(r"\"(?:crypto|Crypto)\"\s*:\s*\{|\"ciphertext\"\s*:\s*\"[0-9a-fA-F]{32,}\"|\"kdfparams\"\s*:")


def refuse_secrets(text: str) -> None:
    """Raise `verifier.errors.SecretInInput` if ``text`` holds a secret that opens a wallet. Linear in the text."""
    if holds_secret(text):
        raise SecretInInput(
            N_(
                "Your text contains a recovery phrase or a private key. We have not read further and kept nothing of it. "
                "Remove it and send the rest; never paste it anywhere but into your own wallet."
            ),
            advice=("never-share-secret", "secret-was-shared", "posted-phrase-is-bait"),
        )


def holds_secret(text: str) -> bool:
    """Whether ``text`` holds a recovery phrase, a private key or a keystore file that is not a published test vector."""
    if len(text) < _SHORTEST or (len(text) < _SHORTEST_ASCII and text.isascii()):
        return False
    folded = fold(text).text
    return _has_phrase(folded) or _has_base58_key(folded) or _has_cued_key(folded) or _has_keystore(folded)


# --- recovery phrases --------------------------------------------------------------------------------------------------


@cache
def _plain_char(char: str) -> str:
    return unicodedata.normalize("NFKD", char)


def _word_key(word: str) -> str:
    """A word as it is compared: decomposed, lower case, Latin accents dropped (BIP-39 lists do not differ by them alone)."""
    if word.isascii():
        return word.lower()
    return _LATIN_MARKS.sub("", "".join(map(_plain_char, word.lower())))


@cache
def _words() -> dict[str, tuple[tuple[int, int], ...]]:
    """Every word of the ten lists with the lists it is in and its place there."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, language in enumerate(table("bip39")["languages"]):
        for place, word in enumerate(raw(f"bip39/{language}.txt").decode("utf-8").split()):
            found.setdefault(_word_key(word), []).append((number, place))
    return {word: tuple(places) for word, places in found.items()}


@cache
def _known() -> tuple[frozenset[bytes], frozenset[str]]:
    """Entropies and keys that everybody knows."""
    vectors = table("known_secrets")
    entropies = {bytes.fromhex(e) for e in vectors["entropies"]}
    for phrase in vectors["phrases"]:
        value = 0
        for word in phrase.split():
            value = value << 11 | next(place for number, place in _words()[word] if number == 0)
        entropies.add((value >> 4).to_bytes(16, "big"))
    return frozenset(entropies), frozenset(vectors["keys"])


def _has_phrase(text: str) -> bool:
    words = _words()
    runs: dict[int, _Run] = {}
    for match in _WORD.finditer(text):
        places = words.get(_word_key(match[0])) if match.end() - match.start() <= _LONGEST_WORD else None
        if places is None:
            if not runs:
                continue
            if any(run.holds_secret() for run in runs.values()):
                return True
            runs = {}
            continue
        following: dict[int, _Run] = {}
        for number, place in places:
            run = following[number] = runs.get(number) or _Run()
            run.add(place)
        if any(run.holds_secret() for run in runs.values()):
            return True
        runs = following
    return any(run.holds_secret() for run in runs.values()) or any(_is_han_phrase(match[1]) for match in _HAN_PHRASE.finditer(text))


class _Run:
    """Words of one list in a row, and the windows in it whose checksum holds."""

    __slots__ = ("length", "public", "secret", "seen", "value")

    def __init__(self) -> None:
        self.value = self.length = 0
        self.secret: list[tuple[int, int]] = []
        self.public: list[tuple[int, int]] = []
        self.seen: set[int] = set()

    def add(self, place: int) -> None:
        """The next word, by its place in the list."""
        self.value = (self.value << 11 | place) & _ALL_WORDS
        self.length += 1
        if self.length < 12 or len(self.secret) >= _ENOUGH:
            return
        if self.length >= 24:
            if self.value in self.seen:
                return
            self.seen.add(self.value)
        for size in _SIZES:
            if size > self.length:
                break
            value = self.value & _MASKS[size]
            check = size // 3
            entropy = (value >> check).to_bytes(4 * check, "big")
            if hashlib.sha256(entropy).digest()[0] >> (8 - check) == value & ((1 << check) - 1):
                (self.public if _is_public(entropy, value, size) else self.secret).append((self.length - size, self.length))

    def holds_secret(self) -> bool:
        """Whether a window holds that is not part of a published vector (whose own parts hold by chance, one in sixteen)."""
        return any(not any(a <= start and end <= b for a, b in self.public) for start, end in self.secret)


def _is_public(entropy: bytes, value: int, size: int) -> bool:
    """Whether this is a test vector, one word over and over, or an excerpt of the list itself."""
    if len(set(entropy)) == 1 or entropy in _known()[0]:
        return True
    places = [value >> 11 * i & 2047 for i in range(size)]
    return len(set(places)) == 1 or all(a - b == 1 for a, b in itertools.pairwise(places))


def _is_han_phrase(written: str) -> bool:
    """A run of Han characters after a cue: a phrase written without spaces."""
    if len(written) not in _SIZES:
        return False
    places = [dict(_words().get(char, ())) for char in written]
    for number in (1, 2):
        if all(number in place for place in places):
            run = _Run()
            for place in places:
                run.add(place[number])
            if (0, len(places)) in run.secret:
                return True
    return False


# --- keys ----------------------------------------------------------------------------------------------------------------


def _has_base58_key(text: str) -> bool:
    return any(_is_key(match[0]) and match[0] not in _known()[1] for match in _BASE58_KEY.finditer(text))


def _is_key(written: str) -> bool:
    number = 0
    for char in written:
        number = number * 58 + _B58_VALUE[char]
    data = number.to_bytes((number.bit_length() + 7) // 8, "big")
    payload, check = data[:-4], data[-4:]
    if hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4] != check:
        return False
    return any(payload.startswith(prefix) and len(payload) in lengths for prefix, lengths in _KEY_PREFIXES.items())


def _has_cued_key(text: str) -> bool:
    if not (cues := [m.span() for m in _CUE.finditer(text)]):
        return False
    others = [m.span() for m in _OTHER_CUE.finditer(text)]
    for pattern in (_HEX_KEY, _LONG_KEY):
        for match in list(pattern.finditer(text))[:200]:
            written = match[1] if pattern is _HEX_KEY else match[0]
            if written.lower() in _known()[1] or len(set(written.lower())) < 3:
                continue
            if _distance(cues, match.start(), match.end()) < min(80, _distance(others, match.start(), match.end())):
                return True
    return False


def _distance(cues: list[tuple[int, int]], start: int, end: int) -> int:
    """How far the nearest cue stands; one after the key counts double."""
    before = [start - e for _, e in cues[-400:] if e <= start]
    after = [2 * (s - end) for s, _ in cues[:400] if s >= end]
    return min([*before, *after], default=1 << 30)


def _has_keystore(text: str) -> bool:
    return '"' in text and len({m[0][:6].lower() for m in _KEYSTORE.finditer(text)}) >= 2 and '"kdf"' in text
