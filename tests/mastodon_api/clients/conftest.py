"""Apps as people use them, against a server that listens: only the one who consents is played."""

from urllib.parse import parse_qs, urlsplit

import mastodon
import pytest

from tests.mastodon_api.clients.person import shown_code


@pytest.fixture
def server(live_server, settings):
    """Its address; what it says of itself leads back to it."""
    settings.PUBLIC_URL = live_server.url
    return live_server.url


@pytest.fixture
def library_of(server, app):
    """Mastodon.py with a token of somebody."""

    def of(profile):
        token = app(profile).defaults["HTTP_AUTHORIZATION"].removeprefix("Bearer ")
        return mastodon.Mastodon(access_token=token, api_base_url=server)

    return of


@pytest.fixture
def mine(library_of, amara):
    return library_of(amara)


@pytest.fixture
def consent(signed_in):
    """Somebody opens the address that an app gave her, reads, and lets it in: the code."""

    def allow(profile, url):
        where = urlsplit(url)
        path = f"{where.path}?{where.query}"
        client = signed_in(profile)
        page = client.get(path)
        assert page.status_code == 200, page.content
        answer = client.post(path, {"decision": "allow"})
        if answer.status_code == 200:
            return shown_code(answer.content.decode())
        return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]

    return allow
