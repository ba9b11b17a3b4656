"""Whatever somebody types into these addresses: an answer, never a breakdown, never a token."""

from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oauth2_provider.models import AccessToken, Grant

from tests.mastodon_api.oauth.conftest import BACK
from tests.thoroughly import tries

ODD = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["", "\x00", "\ud800", "code", "S256", "plain", BACK, "x" * 500, "read", "[]"]),
)
NAMES = st.sampled_from(
    [
        "redirect_uri",
        "response_type",
        "scope",
        "state",
        "code_challenge",
        "code_challenge_method",
        "nonce",
        "claims",
        "resource",
        "response_mode",
        "force_login",
        "code",
        "code_verifier",
        "grant_type",
        "token",
        "token_type_hint",
        "client_secret",
        "request",
        "display",
        "prompt",
    ]
)
QUERY = st.dictionaries(NAMES, ODD, max_size=6)
OFTEN = settings(
    max_examples=tries(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)


def sendable(words):
    return {name: text.encode("utf-8", "replace").decode() for name, text in words.items()}


@OFTEN
@given(words=QUERY, form=QUERY)
def test_the_page_answers(signed_in, amara, pocket, words, form):
    asked = {"client_id": pocket["client_id"], "redirect_uri": BACK, "response_type": "code"}
    client = signed_in(amara)
    query = sendable(asked | words)

    shown = client.get("/oauth/authorize", query)
    answered = client.post(
        "/oauth/authorize", sendable(form) | {"decision": "allow"}, query_params=query
    )

    assert shown.status_code in {200, 400}
    assert answered.status_code in {302, 400}
    if answered.status_code == 302:
        assert answered.headers["Location"].startswith(f"{BACK}?")
    Grant.objects.all().delete()


@OFTEN
@given(words=QUERY, as_json=st.booleans())
def test_no_token_comes_of_it(pocket, words, as_json):
    asked = {"client_id": pocket["client_id"], "grant_type": "authorization_code"}
    form = asked | sendable(words)
    kind = {"content_type": "application/json"} if as_json else {}

    for address in ("/oauth/token", "/oauth/revoke"):
        answer = Client().post(address, form, **kind)

        assert answer.status_code in {400, 401, 422}
        assert answer.json()["error"]
    assert not AccessToken.objects.exists()


@OFTEN
@given(
    words=st.dictionaries(
        st.sampled_from(["client_name", "redirect_uris", "scopes", "website"]), ODD
    )
)
def test_registering_answers(db, words):
    answer = Client().post("/api/v1/apps", sendable(words))

    assert answer.status_code in {200, 422, 429}
