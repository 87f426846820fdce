"""The WSGI application: ``granian --interface wsgi api:app``, or any other WSGI server. ``verifier serve`` starts it too."""

from verifier.web import create_app

app = create_app()
