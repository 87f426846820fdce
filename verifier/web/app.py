"""The application factory."""

from __future__ import annotations

from flask import Flask

from verifier.settings import Settings, read_settings
from verifier.web import brands, check, headers, health, openapi, pages, rules, words
from verifier.web.access import register_access
from verifier.web.limits import register_limits
from verifier.web.problems import register_errors
from verifier.web.services import Services, build_services


def create_app(settings: Settings | None = None, services: Services | None = None) -> Flask:
    """The WSGI application. Without arguments it reads the environment (`verifier.settings`) and loads the shipped registry.

    Raises `verifier.settings.SettingError` and `verifier.registry.load.RegistryError`: it does not start half.
    """
    services = services or build_services(settings or read_settings())
    app = Flask(__name__, static_folder="static", static_url_path="/static")
    app.extensions["verifier"] = services
    app.config["MAX_CONTENT_LENGTH"] = services.settings.max_body_bytes
    app.config["MAX_FORM_MEMORY_SIZE"] = services.settings.max_body_bytes
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 365 * 86400  # addresses of static files carry a digest of their content
    app.url_map.strict_slashes = False
    app.jinja_options = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    register_access(app)
    register_errors(app)
    headers.register_headers(app)
    register_limits(app)
    words.register_words(app)
    for part in (check, brands, rules, health, openapi, pages):
        app.register_blueprint(part.blueprint)
    return app
