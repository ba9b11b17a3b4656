"""Any app may register; what it says of itself is checked."""

import pytest
from django.test import Client
from oauth2_provider.models import Application

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"


def post(client=None, **given):
    app = {"client_name": "Pocket", "redirect_uris": OUT_OF_BAND} | given
    return (client or Client()).post("/api/v1/apps", app)


def test_an_app_gets_what_it_signs_in_with(db):
    answer = post(scopes="read write:statuses", website="https://pocket.example")

    said = answer.json()
    assert answer.status_code == 200
    assert len(said["client_id"]) >= 32
    assert len(said["client_secret"]) >= 32
    assert said["client_secret_expires_at"] == 0
    assert said["name"] == "Pocket"
    assert said["website"] == "https://pocket.example"
    assert said["scopes"] == ["read", "write:statuses"]
    assert said["redirect_uris"] == [OUT_OF_BAND]
    assert said["redirect_uri"] == OUT_OF_BAND


def test_its_secret_is_not_kept(db):
    secret = post().json()["client_secret"]

    assert secret not in Application.objects.get().client_secret


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://a.example/back", ["https://a.example/back"]),
        ("toot://", ["toot://"]),
        ("com.example.app:/back", ["com.example.app:/back"]),
        ("http://localhost:5173/", ["http://localhost:5173/"]),
        (
            "https://a.example/1\nhttps://a.example/2",
            ["https://a.example/1", "https://a.example/2"],
        ),
        (["https://a.example/1", OUT_OF_BAND], ["https://a.example/1", OUT_OF_BAND]),
    ],
)
def test_it_may_say_in_several_ways_where_answers_go(db, given, expected):
    answer = Client().post(
        "/api/v1/apps",
        {"client_name": "Pocket", "redirect_uris": given},
        content_type="application/json",
    )

    assert answer.json()["redirect_uris"] == expected


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "pocket.example",
        "/back",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "vbscript:x",
        "blob:https://a.example/1",
        "intent://scan/#Intent;end",
        "https://",
        "https://[",
        "https://a.example:65536/",
        "https://:443/",
        "https://user:pass@a.example/",
        "https://a.example/back#fragment",
        'toot://"><script>',
        "urn:ietf:wg:oauth:2.0:oob:auto",
        f"https://a.example/{'a' * 2000}",
    ],
)
def test_nobody_is_sent_where_no_code_may_go(db, uri):
    answer = post(redirect_uris=uri)

    assert answer.status_code == 422
    assert "Redirect URI" in answer.json()["error"]
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"client_name": " "}, "Application name can't be blank"),
        ({"client_name": "a" * 61}, "Application name is too long"),
        ({"scopes": "read admin:write"}, "Scopes doesn't match configured on the server."),
        ({"website": "javascript:alert(1)"}, "Website must be a valid URL"),
    ],
)
def test_what_it_says_of_itself_is_checked(db, given, said):
    answer = post(**given)

    assert answer.status_code == 422
    assert answer.json() == {"error": f"Validation failed: {said}"}
    assert not Application.objects.exists()


def test_one_address_registers_no_thousands(db):
    answers = [post().status_code for _ in range(61)]

    assert answers[-2:] == [200, 429]


def test_an_app_asks_who_it_is(pocket, exchange, with_token):
    token = exchange(pocket, grant_type="client_credentials", redirect_uri=None).json()

    answer = with_token(token["access_token"]).get("/api/v1/apps/verify_credentials")

    assert answer.json()["name"] == "Pocket"
    assert "client_secret" not in answer.json()


def test_without_a_token_there_is_no_app_to_speak_of(db):
    assert Client().get("/api/v1/apps/verify_credentials").status_code == 401
