"""The reading lane and the ordinary view behind it, asked the same without a server."""

from io import BytesIO

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from corridor.mastodon_api.lane import ReadingLane


class Both:
    """`both.ask("/api/v1/timelines/home", token)`: what the lane and Django say."""

    def __init__(self):
        self._django = get_wsgi_application()
        self._lane = ReadingLane(self._through)
        self.passed_on = 0

    def _through(self, environ, start_response):
        self.passed_on += 1
        return self._django(environ, start_response)

    def ask(self, path, token="", query="", **headers):
        """Once to learn what Django says besides, then for good."""
        environ = environ_of(path, token, query, headers)
        said_by(self._lane, environ)
        self.passed_on = 0
        return said_by(self._lane, environ), said_by(self._django, environ)

    def ask_lane(self, path, token="", query="", **headers):
        return said_by(self._lane, environ_of(path, token, query, headers))


@pytest.fixture
def both(db):
    """Django would end the test's transaction with its connection, as after any request."""
    del db
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield Both()
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


def environ_of(path, token, query, headers):
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "REMOTE_ADDR": "192.0.2.1",
        "wsgi.url_scheme": "http",
        **headers,
    }
    return environ | {"HTTP_AUTHORIZATION": f"Bearer {token}"} if token else environ


def said_by(application, environ):
    said = {}

    def start(line, headers, *rest):
        del rest
        said["status"] = int(line[:3])
        said["headers"] = {name.lower(): value for name, value in headers}

    answer = application({**environ, "wsgi.input": BytesIO()}, start)
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    # Each question counts, so that the second leaves one less.
    said["headers"].pop("x-ratelimit-remaining", None)
    return said["status"], said["headers"], body
