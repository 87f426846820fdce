"""``/v1/brands`` and ``/v1/brands/{id}``: the registry, read-only."""

from __future__ import annotations

import msgspec
from flask import Blueprint, Response, g

from verifier.checker import Checker
from verifier.errors import N_, InvalidRequest
from verifier.registry.model import Brand, Category
from verifier.registry.names import name_key
from verifier.web.brand_views import BrandList, detail, state_of, summary
from verifier.web.decode import convert, query_parameters
from verifier.web.headers import revalidate
from verifier.web.language import accepted, wanted_language
from verifier.web.problems import NotFound
from verifier.web.services import services

blueprint = Blueprint("brands", __name__)

MOST_BRANDS = 1_000
"""The most brands on one page of the list."""
_MOST_DIGITS = 9
_SHORT = 3
"""Latin searches shorter than this find only names that begin with them: "tp" stands in the middle of many."""


class BrandQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Filters of the list: ``q`` (part of an id, name or alias), ``category``, ``region``; and which part of it."""

    q: str = ""
    category: Category | None = None
    region: str | None = None
    limit: int = 500
    offset: int = 0
    lang: str | None = None


class BrandPageQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A brand's entry takes only the language."""

    lang: str | None = None


@blueprint.get("/v1/brands")
def brand_list() -> Response:
    """Brands that fit the filters, in the order of their ids."""
    parameters = query_parameters()
    g.lang = wanted_language(parameters.get("lang"))
    asked = convert({name: _number(value) if name in ("limit", "offset") else value for name, value in parameters.items()}, BrandQuery)
    lang = Checker.language(asked.lang, accepted())
    if not 1 <= asked.limit <= MOST_BRANDS:
        raise InvalidRequest(N_("“{name}” wants a number from {low} to {high}."), field="limit", name="limit", low=1, high=MOST_BRANDS)
    if not 0 <= asked.offset <= 1_000_000:
        raise InvalidRequest(N_("“{name}” wants a number from {low} to {high}."), field="offset", name="offset", low=0, high=1_000_000)
    registry = services().registry
    found = find_brands(asked.q, asked.category, asked.region)
    page = found[asked.offset : asked.offset + asked.limit]
    answer = BrandList(len(found), asked.offset, tuple(summary(b, lang) for b in page), state_of(registry), lang)
    return _public(answer, lang)


@blueprint.get("/v1/brands/<id>")
def brand_detail(id: str) -> Response:
    """All there is about one brand."""
    parameters = query_parameters()
    g.lang = wanted_language(parameters.get("lang"))
    lang = Checker.language(convert(parameters, BrandPageQuery).lang, accepted())
    return _public(detail(find_brand(id), services().registry, lang), lang)


def _number(text: str) -> int | str:
    """A parameter that should be a number, as one where it is (the conversion refuses the rest)."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else text


def find_brand(id: str) -> Brand:
    """The brand with this id. Raises `NotFound`."""
    brand = services().registry.brands.get(id)
    if brand is None:
        raise NotFound(N_("There is no brand with this id. The list is at /v1/brands."), field="id")
    return brand


def find_brands(q: str = "", category: str | None = None, region: str | None = None) -> list[Brand]:
    """The brands that fit, in the order of their ids."""
    key = name_key(q)
    region = (region or "").upper()
    return [
        brand
        for id, brand in sorted(services().registry.brands.items())
        if (not category or brand.category == category)
        and (not region or region in brand.regions)
        and (not q.strip() or (key and _is_named(brand, key)))
    ]


def _is_named(brand: Brand, key: str) -> bool:
    names = (brand.id, brand.name, *(n for names in brand.names.values() for n in names), *brand.aliases, *brand.ambiguous_aliases)
    keys = map(name_key, names)
    return any(known.startswith(key) for known in keys) if len(key) < _SHORT and key.isascii() else any(key in known for known in keys)


def _public(value: object, lang: str) -> Response:
    response = Response(msgspec.json.encode(value), content_type="application/json")
    response.headers["Content-Language"] = lang
    return revalidate(response)
