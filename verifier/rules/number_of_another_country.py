"""A number in one country, said to be a body's that works in another: a Jamaican mobile does not answer for a bank in Shanghai."""

from __future__ import annotations

from functools import lru_cache

from verifier.contacts.model import Phone
from verifier.contacts.phone import read_phone
from verifier.errors import N_, CheckError
from verifier.registry.model import Brand
from verifier.rules.record import Case, Finding, Rule, example

LOCAL = frozenset({"bank", "telecom", "authority", "payment"})
"""Categories of brands that work in their own regions; wallets and exchanges are everywhere."""

NEIGHBOURS = (frozenset({"CN", "HK", "MO"}), frozenset({"US", "CA", "PR"}), frozenset({"GB", "GG", "IM", "JE"}))
"""Regions whose bodies commonly answer each other's numbers."""


def home_of(brand: Brand) -> frozenset[str]:
    """The regions a brand works in: those it names, and those of its own numbers."""
    found = set(brand.regions)
    for contact in brand.contacts:
        if contact.kind == "phone":
            found.add(contact.region or _region(contact.value))
    for group in NEIGHBOURS:
        if found & group:
            found |= group
    return frozenset(found - {""})


@lru_cache(maxsize=4096)
def _region(value: str) -> str:
    """The region of a registry's number; there are fewer of those than are kept."""
    try:
        return read_phone(value).region or ""
    except CheckError:
        return ""


def find(case: Case) -> Finding | None:
    """Only with a claim, and only for brands whose place is known."""
    phone = case.contact
    if not isinstance(phone, Phone) or case.claimed is None or case.match is not None or phone.region is None:
        return None
    brand = case.registry.brands[case.claimed]
    if brand.category not in LOCAL or not brand.regions or phone.region in home_of(brand):
        return None
    return Finding({"country": [phone.region], "home": list(brand.regions[:3])}, brand=brand.id)


RULE = Rule(
    id="number-of-another-country",
    kinds=frozenset({"phone"}),
    group="number",
    weight=0.35,
    title=N_("A number of another country"),
    detail=N_("This is a number in {country}, but {brand} works in {home} and has no number of its own there that we know."),
    summary=N_("This is a number in {country}: not where {brand} answers its calls."),
    needs="claim",
    find=find,
    role="claimed",
    catches=(
        example("+1 876 555 0123", "Jamaica, in the name of a Chinese bank", claimed_brand="icbc"),
        example("+44 7400 123456", "a British mobile, in the name of the police of Hong Kong", claimed_brand="hk-police"),
    ),
    spares=(
        example("+86 138 0013 8000", "the bank's own country", claimed_brand="icbc"),
        example("+44 7400 123456", "nobody claims anything"),
        example("+1 876 555 0123", "a wallet is at home everywhere", claimed_brand="tokenpocket"),
    ),
)
