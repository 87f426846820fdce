"""The service over HTTP: one application factory, one blueprint for each concern."""

from verifier.web.app import create_app

__all__ = ["create_app"]
