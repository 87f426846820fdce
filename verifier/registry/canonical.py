"""The one way the registry file is written: sorted and formatted so that a review shows only what changed."""

from __future__ import annotations

import inspect
import json
from typing import Any

import msgspec

from verifier.registry.model import CONTACT_KINDS, Brand, OfficialContact, RegistryFile

_SHORT = 110
"""A list or object that fits in this many characters stands on one line, so that the file stays readable."""


def canonical(file: RegistryFile) -> str:
    """The text of a registry file: brands by id, contacts by kind and value, sources by key, defaults left out."""
    brands = tuple(_sorted(brand) for brand in sorted(file.brands, key=lambda b: b.id))
    content = msgspec.to_builtins(RegistryFile(schema="official_contacts.schema.json", version=file.version, date=file.date, brands=brands))
    return _write(content, 0) + "\n"


def _sorted(brand: Brand) -> Brand:
    return msgspec.structs.replace(
        brand,
        sources=dict(sorted(brand.sources.items())),
        contacts=tuple(sorted(brand.contacts, key=_contact_order)),
        statements=tuple(sorted(brand.statements, key=lambda s: (s.kind, s.basis, s.scope.get("en", "")))),
        impostors=tuple(sorted(brand.impostors, key=lambda i: (i.kind, i.platform, i.value.casefold()))),
    )


def _contact_order(contact: OfficialContact) -> tuple[Any, ...]:
    return CONTACT_KINDS.index(contact.kind), contact.platform, contact.region, contact.value.casefold(), contact.covers or ""


def _write(value: Any, depth: int) -> str:
    if not isinstance(value, dict | list | tuple) or not value:
        return json.dumps(value, ensure_ascii=False)
    line = json.dumps(value, ensure_ascii=False)
    if depth > 2 and len(line) <= _SHORT:
        return line
    inner, outer = " " * (depth + 1), " " * depth
    if isinstance(value, dict):
        rows = [f"{json.dumps(k, ensure_ascii=False)}: {_write(v, depth + 1)}" for k, v in value.items()]
        return "{\n" + ",\n".join(inner + row for row in rows) + "\n" + outer + "}"
    return "[\n" + ",\n".join(inner + _write(v, depth + 1) for v in value) + "\n" + outer + "]"


def schema() -> str:
    """The JSON Schema of the registry file, generated from the structs that decode it."""
    built = msgspec.json.schema(RegistryFile)
    for definition in built["$defs"].values():
        if "description" in definition:  # Python 3.13 removes the indentation of docstrings itself, older ones leave it
            definition["description"] = inspect.cleandoc(definition["description"])
    return (
        json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Registry of official contacts", **built},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )
