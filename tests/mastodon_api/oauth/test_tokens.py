"""A code becomes a token once, for whom it was meant; a token ends at once."""

import base64
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from oauth2_provider.models import AccessToken, Grant

from tests.mastodon_api.oauth.conftest import CHALLENGE, VERIFIER
from tests.people.registered import PASSWORD

HOME = "/api/v1/timelines/home"


def test_a_code_becomes_a_token_in_mastodons_shape(amara, pocket, code_for, exchange, with_token):
    code = code_for(amara, pocket, scope="read write")

    answer = exchange(pocket, code=code)

    said = answer.json()
    assert answer.status_code == 200
    assert set(said) == {"access_token", "token_type", "scope", "created_at"}
    assert {"token_type": "Bearer"}.items() <= said.items()
    assert said["scope"] == "read write"
    assert abs(said["created_at"] - timezone.now().timestamp()) < 60
    assert answer.headers["Cache-Control"] == "no-store"
    assert with_token(said["access_token"]).get(HOME).status_code == 200


def test_the_token_is_not_kept_as_it_is(amara, pocket, token_for):
    token = token_for(amara, pocket)

    row = AccessToken.objects.values().get()
    assert token not in str(row)


def test_it_can_be_asked_for_as_json(amara, pocket, code_for):
    answer = Client().post(
        "/oauth/token",
        {
            "client_id": pocket["client_id"],
            "client_secret": pocket["client_secret"],
            "redirect_uri": pocket["redirect_uris"][0],
            "grant_type": "authorization_code",
            "code": code_for(amara, pocket),
        },
        content_type="application/json",
    )

    assert "access_token" in answer.json()


def test_an_app_may_say_who_it_is_in_the_header(amara, pocket, code_for, exchange):
    both = f"{pocket['client_id']}:{pocket['client_secret']}".encode()

    answer = Client().post(
        "/oauth/token",
        {
            "redirect_uri": pocket["redirect_uris"][0],
            "grant_type": "authorization_code",
            "code": code_for(amara, pocket),
        },
        headers={"Authorization": f"Basic {base64.b64encode(both).decode()}"},
    )

    assert answer.status_code == 200


def test_a_code_works_once_and_what_it_gave_ends_when_it_is_sent_again(
    amara, pocket, code_for, exchange, token_for, with_token
):
    code, another = code_for(amara, pocket), token_for(amara, pocket)
    token = exchange(pocket, code=code).json()["access_token"]
    before = with_token(token).get(HOME).status_code

    answer = exchange(pocket, code=code)

    assert answer.status_code == 400
    assert answer.json()["error"] == "invalid_grant"
    assert (before, with_token(token).get(HOME).status_code) == (200, 401)
    assert with_token(another).get(HOME).status_code == 200


def test_a_code_that_another_app_sends_again_ends_nothing(
    amara, pocket, register, code_for, exchange, with_token
):
    code = code_for(amara, pocket)
    token = exchange(pocket, code=code).json()["access_token"]

    assert exchange(register(client_name="Mallory's"), code=code).status_code == 400
    assert with_token(token).get(HOME).status_code == 200


def test_without_the_secret_of_the_app_a_code_sent_again_ends_nothing(
    amara, pocket, code_for, exchange, with_token
):
    code = code_for(amara, pocket)
    token = exchange(pocket, code=code).json()["access_token"]

    stranger = pocket | {"client_secret": "guessed"}
    assert exchange(stranger, code=code).status_code == 401
    assert with_token(token).get(HOME).status_code == 200


def test_a_code_is_over_after_ten_minutes(amara, pocket, code_for, exchange):
    code = code_for(amara, pocket)
    Grant.objects.update(expires=timezone.now() - timedelta(seconds=1))

    assert exchange(pocket, code=code).json()["error"] == "invalid_grant"


def test_a_code_is_for_the_app_that_asked(amara, pocket, register, code_for, exchange):
    other = register(client_name="Mallory's")

    answer = exchange(other, code=code_for(amara, pocket))

    assert answer.json()["error"] == "invalid_grant"
    assert not AccessToken.objects.exists()


@pytest.mark.parametrize(
    ("asked", "status", "error"),
    [
        ({"client_secret": "wrong"}, 401, "invalid_client"),
        ({"client_secret": None}, 401, "invalid_client"),
        ({"client_id": "nobody"}, 401, "invalid_client"),
        ({"redirect_uri": "https://pocket.example/other"}, 400, "invalid_request"),
        ({"code": "guessed"}, 400, "invalid_grant"),
        ({"code": None}, 400, "invalid_request"),
        ({"grant_type": "refresh_token"}, 400, "unsupported_grant_type"),
        ({"grant_type": None}, 400, "unsupported_grant_type"),
    ],
)
def test_anything_else_is_refused(amara, pocket, code_for, exchange, asked, status, error):
    answer = exchange(pocket, **({"code": code_for(amara, pocket)} | asked))

    assert answer.status_code == status
    assert answer.json()["error"] == error
    assert answer.json()["error_description"]
    assert not AccessToken.objects.exists()


def test_a_password_opens_nothing_to_an_app(amara, pocket, exchange):
    answer = exchange(
        pocket, grant_type="password", username=amara.account.email, password=PASSWORD
    )

    assert answer.status_code == 400
    assert answer.json() == {
        "error": "unsupported_grant_type",
        "error_description": (
            "The authorization grant type is not supported by the authorization server."
        ),
    }


PROVED = {"code_challenge": CHALLENGE, "code_challenge_method": "S256"}


def test_with_a_challenge_the_app_proves_that_it_asked(amara, pocket, code_for, exchange):
    code = code_for(amara, pocket, **PROVED)

    assert exchange(pocket, code=code, code_verifier=VERIFIER).status_code == 200


@pytest.mark.parametrize("verifier", [None, "", "wrong", CHALLENGE])
def test_without_the_proof_there_is_no_token(amara, pocket, code_for, exchange, verifier):
    code = code_for(amara, pocket, **PROVED)

    answer = exchange(pocket, code=code, code_verifier=verifier)

    assert answer.status_code == 400
    assert not AccessToken.objects.exists()


def test_a_challenge_that_was_taken_away_on_the_way_is_noticed(amara, pocket, code_for, exchange):
    code = code_for(amara, pocket)

    answer = exchange(pocket, code=code, code_verifier=VERIFIER)

    assert answer.json()["error"] == "invalid_grant"
    assert not AccessToken.objects.exists()


def test_an_app_has_a_token_of_its_own_that_is_nobodys(pocket, exchange, with_token):
    token = exchange(pocket, grant_type="client_credentials", redirect_uri=None, scope="read")

    client = with_token(token.json()["access_token"])
    assert client.get("/api/v1/timelines/public").status_code == 200
    assert client.get(HOME).status_code == 422


def test_an_app_gives_itself_no_more_than_it_registered_for(register, exchange):
    app = register(scopes="read")

    answer = exchange(app, grant_type="client_credentials", redirect_uri=None, scope="read write")

    assert answer.status_code == 400
    assert answer.json()["error"] == "invalid_scope"


def test_what_was_asked_for_at_the_door_is_all_there_is(amara, pocket, code_for, exchange):
    code = code_for(amara, pocket, scope="read")

    assert exchange(pocket, code=code, scope="read write").json()["scope"] == "read"


def test_a_token_ends_at_once(amara, pocket, token_for, with_token):
    token = token_for(amara, pocket)

    answer = Client().post(
        "/oauth/revoke",
        {
            "client_id": pocket["client_id"],
            "client_secret": pocket["client_secret"],
            "token": token,
        },
    )

    assert answer.status_code == 200
    assert with_token(token).get(HOME).status_code == 401


def test_no_app_ends_the_tokens_of_another(amara, pocket, register, token_for, with_token):
    token = token_for(amara, pocket)
    other = register(client_name="Mallory's")

    Client().post(
        "/oauth/revoke",
        {"client_id": other["client_id"], "client_secret": other["client_secret"], "token": token},
    )

    assert with_token(token).get(HOME).status_code == 200


def test_ending_a_token_takes_the_apps_secret(amara, pocket, token_for, with_token):
    token = token_for(amara, pocket)

    answer = Client().post(
        "/oauth/revoke",
        {"client_id": pocket["client_id"], "client_secret": "wrong", "token": token},
    )

    assert answer.status_code == 401
    assert with_token(token).get(HOME).status_code == 200


def test_apps_find_out_how_it_is_done_here(db, settings):
    settings.PUBLIC_URL = "https://corridor.example"

    said = Client().get("/.well-known/oauth-authorization-server").json()

    assert said["authorization_endpoint"] == "https://corridor.example/oauth/authorize"
    assert said["code_challenge_methods_supported"] == ["S256"]
    assert said["grant_types_supported"] == ["authorization_code", "client_credentials"]
    assert "write:statuses" in said["scopes_supported"]


def test_an_app_that_may_know_the_name_gets_the_name(amara, register, token_for, with_token):
    token = token_for(amara, register(scopes="profile"), scope="profile")

    said = with_token(token).get("/oauth/userinfo").json()

    assert said["preferred_username"] == amara.handle
    assert with_token(token).get(HOME).status_code == 403
