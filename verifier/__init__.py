"""Is this contact really theirs? An anti-scam verification service for official contacts.

>>> from verifier import Verifier
>>> answer = Verifier().check("https://help.tokenpocket.pro/cn/")
>>> answer.verdict
'official'
"""

from __future__ import annotations

from typing import Any

import msgspec

from verifier.answer import Answer, CheckRequest
from verifier.checker import Checker
from verifier.errors import N_, CheckError, InvalidRequest

__all__ = ["Answer", "CheckError", "Verifier"]

__version__ = "0.1.0"


class Verifier:
    """The service as a Python object: thread-safe, built once, no server and no network needed."""

    def __init__(self, checker: Checker | None = None) -> None:
        self._checker = checker or Checker()

    def check(self, input: str, **options: Any) -> Answer:
        """Check one contact or message; ``options`` are the contract's fields (``claimed_brand``, ``region``, …).

        Raises `CheckError`, a `ValueError`, for what cannot be read or asked; it says why.
        """
        try:
            request = msgspec.convert({"input": input, **options}, CheckRequest)
        except msgspec.ValidationError as error:
            raise InvalidRequest(N_("The request does not fit: {fault}."), field="", fault=str(error)) from error
        return self._checker.check(request)
