"""Short and service numbers: shapes of national numbering plans (``verifier/data/service_numbers.json``)."""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.data import table


class _Plan:
    """One region's shapes, compiled once."""

    def __init__(self, row: dict[str, object]) -> None:
        shapes = row["shapes"]
        assert isinstance(shapes, list)
        self.shapes = [(re.compile(shape["pattern"]), str(shape["type"])) for shape in shapes]
        self.area = re.compile(str(row["area"])) if "area" in row else None

    def type_of(self, digits: str) -> str:
        """The type of the first shape that the whole number fits, else ""."""
        for pattern, kind in self.shapes:
            if pattern.fullmatch(digits):
                return kind
        return ""


_PLANS: dict[str, _Plan] = {region: _Plan(row) for region, row in table("service_numbers")["regions"].items()}


@lru_cache(maxsize=4096)
def service_type(digits: str, region: str) -> str:
    """What a short or service number of this shape is in ``region`` (``emergency``, ``service-number`` …), "" for no such shape.

    >>> service_type("95588", "CN"), service_type("95588", "JP")
    ('service-number', '')
    """
    plan = _PLANS.get(region)
    if plan is None:
        return ""
    if digits.startswith("0") and plan.area is not None and plan.area.fullmatch(digits):
        return "service-number"
    return plan.type_of(digits)


def regions_of(digits: str, *, calls_only: bool = False) -> tuple[str, ...]:
    """The regions whose own plan has such a number, the likeliest first; ``calls_only`` leaves out codes for short messages,
    which in many plans are any four or five digits."""
    return tuple(r for r in _PLANS if (kind := service_type(digits, r)) and not (calls_only and kind == "sms-port"))
