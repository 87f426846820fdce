"""The pages people read: the box on ``/``, the brands, and what each problem type means. No script: forms and links."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from flask import Blueprint, Response, g, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from verifier.answer import Answer, CheckRequest
from verifier.contacts.handle import PLATFORMS
from verifier.errors import N_, CheckError
from verifier.registry.model import Brand
from verifier.web.brand_views import SourceView, detail, state_of, summary
from verifier.web.brands import find_brands
from verifier.web.check import ask
from verifier.web.decode import check_request
from verifier.web.headers import keep_nothing, revalidate
from verifier.web.highlight import segments
from verifier.web.language import page_language, remember
from verifier.web.problems import MEANINGS, TITLES, NotFound, Problem, problem_of
from verifier.web.services import services
from verifier.web.words import CATEGORIES

blueprint = Blueprint("pages", __name__)

REGIONS = (
    "CN", "HK", "TW", "MO", "SG", "MY", "TH", "VN", "ID", "PH", "JP", "KR", "IN", "AU", "NZ", "US", "CA", "GB", "IE", "DE", "FR", "ES", "NL", "ZA",
)  # fmt: skip
"""Regions offered by name on the page; the API takes all."""

_MOST_PASSAGES = 5
"""Passages quoted beside one reason."""

_FIELDS = ("claimed_brand", "region", "platform", "direction")


@blueprint.before_request
def _choose_language() -> None:
    g.page_lang = page_language()


@blueprint.get("/")
def home() -> Response:
    """The empty box."""
    return _page("home.html", form={}, answer=None, problem=None, brand_count=len(services().registry.brands))


@blueprint.post("/")
def home_check() -> AnyResponse:
    """Check what was pasted. The form is posted so that it stands in no address, no history and no log."""
    form = {name: request.form.get(name, "") for name in ("input", *_FIELDS)}
    form["claimed_brand"] = request.form.get("choose") or form["claimed_brand"]
    if not form["input"].strip() and "lang" in request.form:
        return remember(redirect("/", 303))  # type: ignore[arg-type]
    answer: Answer | None = None
    problem: Problem | None = None
    try:
        answer = ask(_asked(form))
    except CheckError as error:
        services().metrics.problem(error.problem)
        problem = problem_of(error, g.page_lang)
        if error.problem == "secret-in-input":
            form["input"] = ""
    found = _shown(form["input"], answer) if answer else {}
    return keep_nothing(_page("home.html", form=form, answer=answer, problem=problem, status=problem.status if problem else 200, **found))


def _shown(text: str, answer: Answer) -> dict[str, Any]:
    """What the verdict card needs beside the answer."""
    passages: dict[str, list[str]] = defaultdict(list)
    for span in sorted(answer.spans, key=lambda s: s.start - s.end):
        passage, quoted = text[span.start : span.end], passages[span.rule]
        if len(quoted) < _MOST_PASSAGES and not any(passage in longer for longer in quoted):
            quoted.append(passage)
    return {
        "segments": segments(text, answer) if answer.kind == "message" else (),
        "candidates": _brands(answer.claim.candidates) if answer.claim else (),
        "excerpts": passages,
        "pending": tuple(dict.fromkeys(name for part in (answer, *answer.contacts) for name in part.pending)),
    }


def _asked(form: dict[str, str]) -> CheckRequest:
    options = {name: form[name].strip() for name in _FIELDS if form[name].strip()}
    return check_request({"input": form["input"], "lang": g.page_lang, **options})


@blueprint.get("/brands")
def brand_pages() -> Response:
    """All brands, by category, or those a search finds."""
    q = request.args.get("q", "")[:100]
    grouped: dict[str, list[Any]] = defaultdict(list)
    for brand in find_brands(q):
        grouped[brand.category].append(summary(brand, g.page_lang))
    groups = [(category, grouped[category]) for category in CATEGORIES if grouped[category]]
    return _page("brands.html", q=q, groups=groups, total=sum(len(found) for _, found in groups))


@blueprint.get("/brands/<id>")
def brand_page(id: str) -> Response:
    """Everything about one brand."""
    brand = services().registry.brands.get(id)
    if brand is None:
        raise NotFound(N_("We do not have this brand. The list of brands shows those we know."), field="")
    shown = detail(brand, services().registry, g.page_lang)
    names = (brand.name, *(name for tag in brand.names for name in brand.names[tag]), *brand.aliases)
    return _page("brand.html", by_kind=_by_kind, brand=shown, other_names=[name for name in dict.fromkeys(names) if name != shown.name])


def _by_kind(keys: tuple[str, ...], sources: dict[str, SourceView]) -> list[tuple[str, list[tuple[int, SourceView]]]]:
    """The sources of one fact, numbered as in the page's list, those of a kind together."""
    numbers = {key: number for number, key in enumerate(sources, 1)}
    found: dict[str, list[tuple[int, SourceView]]] = defaultdict(list)
    for key in keys:
        found[sources[key].kind].append((numbers[key], sources[key]))
    return list(found.items())


@blueprint.get("/problems/<type>")
def problem_page(type: str) -> Response:
    """What a problem type of the API means."""
    if type not in TITLES:
        raise NotFound(N_("There is no such address. The API is described at /openapi.json."), field="")
    return _page("problem_type.html", type=type, title=TITLES[type], meaning=MEANINGS[type])


def _brands(ids: tuple[str, ...]) -> list[Brand]:
    return [services().registry.brands[id] for id in ids]


def _page(template: str, status: int = 200, **context: Any) -> Response:
    body = render_template(template, regions=REGIONS, platforms=PLATFORMS, registry=state_of(services().registry), **context)
    response = Response(body, status, content_type="text/html; charset=utf-8")
    response.headers["Content-Language"] = g.page_lang
    response.vary.add("Cookie")
    remember(response)
    return response if request.method == "POST" else revalidate(response, seconds=0)
