"""Public keys of Ed25519 (RFC 8032, section 5.1): tells a key pair, whose second half follows from its first, from any other 64 bytes."""

from __future__ import annotations

import hashlib

_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
_Point = tuple[int, int, int, int]
"""Extended coordinates X, Y, Z, T with x = X/Z, y = Y/Z and x·y = T/Z."""
_BASE_Y = 4 * pow(5, -1, _P) % _P
_BASE_X = 15112221349535400772501151409588531511454012693041857206046113283949847762202
_BASE: _Point = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % _P)


def _add(p: _Point, q: _Point) -> _Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % _P, (p[1] + p[0]) * (q[1] + q[0]) % _P
    c, d = 2 * p[3] * q[3] * _D % _P, 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def public_key(secret: bytes) -> bytes:
    """The public key of a secret of 32 bytes, in about a millisecond. For recognising pairs only: it takes no care of its timing.

    >>> public_key(bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")).hex()
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
    """
    scalar = int.from_bytes(hashlib.sha512(secret).digest()[:32], "little")
    scalar = scalar & ((1 << 254) - 8) | 1 << 254
    result: _Point = (0, 1, 1, 0)
    step = _BASE
    while scalar:
        if scalar & 1:
            result = _add(result, step)
        step = _add(step, step)
        scalar >>= 1
    x, y, z, _ = result
    inverse = pow(z, -1, _P)
    return (y * inverse % _P | (x * inverse % _P & 1) << 255).to_bytes(32, "little")
