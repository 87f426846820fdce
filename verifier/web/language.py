"""Which language to answer in: the field or parameter ``lang``, then (on pages) the cookie, then ``Accept-Language``."""

from __future__ import annotations

from typing import Any

from flask import Response, request
from werkzeug.exceptions import HTTPException

from verifier.explain import LANGUAGES, negotiate

COOKIE = "lang"
_COOKIE_SECONDS = 365 * 86400

NAMES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
"""What each language calls itself."""


def accepted() -> str:
    """``Accept-Language`` with its ranges in the order of their weights (RFC 9110, section 12.5.4), those refused left out."""
    return ",".join(tag for tag, weight in request.accept_languages if weight > 0)


def accepted_language() -> str:
    """The first language of ``Accept-Language`` that we have, else ``en``."""
    return negotiate(*accepted().split(","))


def wanted_language(lang: Any) -> str:
    """The language for a problem with a request whose ``lang`` may itself be wrong."""
    known = isinstance(lang, str) and lang[:2].lower() in ("en", "zh")
    return negotiate(lang) if known else accepted_language()


def _chosen() -> str | None:
    """The language the request itself names. A form too large to be read names none."""
    if chosen := request.args.get("lang"):
        return chosen
    try:
        return request.form.get("lang")
    except HTTPException:
        return None


def page_language() -> str:
    """The language of a page."""
    chosen = _chosen() or request.cookies.get(COOKIE)
    return chosen if chosen in LANGUAGES else wanted_language(chosen)


def remember(response: Response) -> Response:
    """Keep a language somebody chose on a page; the cookie holds nothing else."""
    chosen = _chosen()
    if chosen in LANGUAGES:
        response.set_cookie(COOKIE, chosen, max_age=_COOKIE_SECONDS, samesite="Lax", httponly=True)
    return response
