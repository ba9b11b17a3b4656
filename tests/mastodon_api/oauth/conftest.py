"""An app that registered itself, and the way of somebody who lets it in."""

import base64
import hashlib
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.test import Client

BACK = "https://pocket.example/back"
VERIFIER = "a-verifier-that-only-the-app-knows-and-nobody-guesses"
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
)


@pytest.fixture
def register(db):
    """`register(scopes="read")` is what the server answered."""
    del db

    def post(**given):
        app = {"client_name": "Pocket", "redirect_uris": BACK, "scopes": "read write follow push"}
        return Client().post("/api/v1/apps", app | given, content_type="application/json").json()

    return post


@pytest.fixture
def pocket(register):
    return register()


@pytest.fixture
def authorize_url():
    def of(app, **asked):
        query = {
            "client_id": app["client_id"],
            "redirect_uri": app["redirect_uris"][0],
            "response_type": "code",
            "scope": "read",
        } | asked
        return f"/oauth/authorize?{urlencode({k: v for k, v in query.items() if v is not None})}"

    return of


@pytest.fixture
def code_for(signed_in, authorize_url):
    """Somebody lets an app in: the code that it gets."""

    def of(profile, app, **asked):
        answer = signed_in(profile).post(authorize_url(app, **asked), {"decision": "allow"})
        assert answer.status_code == 302, answer.content
        return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]

    return of


@pytest.fixture
def exchange(db):
    """An app asks for a token."""
    del db

    def post(app, **asked):
        given = {
            "client_id": app["client_id"],
            "client_secret": app["client_secret"],
            "redirect_uri": app["redirect_uris"][0],
            "grant_type": "authorization_code",
        } | asked
        return Client().post("/oauth/token", {k: v for k, v in given.items() if v is not None})

    return post


@pytest.fixture
def token_for(code_for, exchange):
    def of(profile, app, **asked):
        return exchange(app, code=code_for(profile, app, **asked)).json()["access_token"]

    return of


@pytest.fixture
def with_token():
    def client(token):
        return Client(headers={"Authorization": f"Bearer {token}"})

    return client
