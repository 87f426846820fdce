"""What changed between two registry files, in words a reviewer can act on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from verifier.registry.model import Brand, RegistryFile

_WEIGHTY = {"value", "status", "proof", "covers", "sources", "successor", "expires", "basis", "kinds", "scope", "named_by", "region"}
"""Fields whose change can change a verdict; they are named with both values."""


class Change(msgspec.Struct, frozen=True):
    """One change: ``brand`` id, and a sentence."""

    brand: str
    text: str

    def __str__(self) -> str:
        return f"{self.brand}: {self.text}"


def diff(old: RegistryFile, new: RegistryFile) -> list[Change]:
    """All changes, by brand in id order."""
    before, after = {b.id: b for b in old.brands}, {b.id: b for b in new.brands}
    changes: list[Change] = []
    for id in sorted(before.keys() | after.keys()):
        if id not in after:
            changes.append(Change(id, "the brand is gone (entries are never deleted: they change status with a date and a reason)"))
        elif id not in before:
            brand = after[id]
            changes.append(Change(id, f"new brand {brand.name}, {len(brand.contacts)} contacts, {len(brand.statements)} statements"))
        else:
            changes.extend(Change(id, text) for text in _brand_changes(before[id], after[id]))
    return changes


def _brand_changes(old: Brand, new: Brand) -> Iterator[str]:
    for part in ("contacts", "statements", "impostors"):
        yield from _entry_changes(part[:-1], _by_key(getattr(old, part)), _by_key(getattr(new, part)))
    yield from _entry_changes("source", dict(old.sources), dict(new.sources))
    for field in ("name", "names", "aliases", "ambiguous_aliases", "category", "parent", "regions", "ordinary_word", "imitation_names"):
        if getattr(old, field) != getattr(new, field):
            yield f"{field}: {_show(getattr(old, field))} → {_show(getattr(new, field))}"


def _by_key(entries: tuple[Any, ...]) -> dict[str, Any]:
    return {
        " ".join(
            filter(
                None,
                (
                    e.kind,
                    getattr(e, "platform", ""),
                    getattr(e, "region", ""),
                    getattr(e, "value", "") or getattr(e, "scope", {}).get("en", ""),
                ),
            )
        ): e
        for e in entries
    }


def _entry_changes(what: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for key in sorted(old.keys() | new.keys()):
        if key not in new:
            yield f"{what} {key} removed"
        elif key not in old:
            entry = new[key]
            extra = ", ".join(f"{f} {_show(getattr(entry, f))}" for f in ("proof", "status", "basis") if hasattr(entry, f))
            yield f"{what} {key} added" + (f" ({extra})" if extra else "")
        elif old[key] != new[key]:
            changed = [f for f in new[key].__struct_fields__ if getattr(old[key], f) != getattr(new[key], f)]
            said = [
                f"{f} {_show(getattr(old[key], f))} → {_show(getattr(new[key], f))}" for f in changed if f in _WEIGHTY or what == "source"
            ]
            said += [f"{f} changed" for f in changed if f not in _WEIGHTY and what != "source"]
            yield f"{what} {key}: " + "; ".join(said)


def _show(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value) if value not in (None, "") else "none"
