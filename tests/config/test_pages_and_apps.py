"""Apps are answered the same with less around Django as with everything."""

import pytest
from django.core.handlers.wsgi import WSGIHandler

from corridor.config.pages_and_apps import PagesAndApps
from tests.mastodon_api.asking import both, environ_of, said_by  # noqa: F401 - a fixture
from tests.mastodon_api.conftest import *  # noqa: F403 - pytest finds fixtures by name

APART = {"x-ratelimit-remaining", "x-ratelimit-reset", "set-cookie"}


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/instance",
        "/api/v1/timelines/home",
        "/api/v1/accounts/verify_credentials",
        "/api/v1/accounts/verify_credentials/",
        "/api/v1/statuses/1",
        "/api/v1/nothing",
        "/oauth/userinfo",
        "/oauth/token",
        "/.well-known/nodeinfo",
        "/nodeinfo/2.0",
    ],
)
@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_apps_hear_the_same(both, app, amara, path, method):  # noqa: F811 - the fixture
    app(amara, "read")
    token = f"token-of-{amara.handle}-read"
    whole, few = WSGIHandler(), PagesAndApps()
    headers = {"HTTP_ORIGIN": "https://app.example", "REQUEST_METHOD": method}

    answers = [said_by(one, environ_of(path, token, "", headers)) for one in (whole, few)]

    (status, said, body), (status_of_few, said_by_few, body_of_few) = answers
    assert (status_of_few, body_of_few) == (status, body)
    assert _kept(said_by_few) == _kept(said)


def _kept(headers):
    """Who asks is in no cookie, so that no answer depends on one."""
    kept = {name: value for name, value in headers.items() if name not in APART}
    return kept | {"vary": set(kept.get("vary", "").split(", ")) - {"Cookie", ""}}
