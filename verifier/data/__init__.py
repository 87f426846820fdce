"""The tables: words, weights, places and platforms as data with their sources, and the one function that reads them."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> Any:
    """The parsed ``verifier/data/NAME.json``; the ``//`` and ``source`` keys inside say where its content comes from."""
    return json.loads(raw(f"{name}.json"))


def raw(filename: str) -> bytes:
    """The bytes of one data file."""
    return resources.files(__name__).joinpath(filename).read_bytes()
