"""The page that asks, and each way to be refused there."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from oauth2_provider.models import Grant

from tests.mastodon_api.oauth.conftest import BACK, CHALLENGE

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"


def test_the_page_says_which_app_what_it_may_and_who_is_signed_in(
    signed_in, amara, pocket, authorize_url
):
    page = signed_in(amara).get(authorize_url(pocket, scope="read:statuses push")).content.decode()

    assert "Let Pocket in?" in page
    assert "See posts that you may see" in page
    assert "Send you notifications" in page
    assert "Post, boost and delete as you" not in page
    assert f"@{amara.handle}" in page
    assert "Your answer goes to pocket.example." in page


def test_whoever_allows_is_sent_back_with_a_code(signed_in, amara, pocket, authorize_url):
    url = authorize_url(pocket, state="a b&c", scope="read write")

    answer = signed_in(amara).post(url, {"decision": "allow"})

    where = urlsplit(answer.headers["Location"])
    said = parse_qs(where.query)
    assert answer.status_code == 302
    assert f"{where.scheme}://{where.netloc}{where.path}" == BACK
    assert said["state"] == ["a b&c"]
    assert said["code"] == [Grant.objects.get().code]


def test_whoever_refuses_is_sent_back_without_one(signed_in, amara, pocket, authorize_url):
    answer = signed_in(amara).post(authorize_url(pocket, state="s"), {"decision": "refuse"})

    said = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert said["error"] == ["access_denied"]
    assert said["state"] == ["s"]
    assert not Grant.objects.exists()


@pytest.mark.parametrize("uri", ["toot://", "com.example.app:/back", "app://back?from=corridor"])
def test_an_app_with_a_scheme_of_its_own_is_opened_at_its_address(
    signed_in, amara, register, authorize_url, uri
):
    app = register(redirect_uris=uri)

    answer = signed_in(amara).post(authorize_url(app), {"decision": "allow"})

    assert answer.headers["Location"].startswith(f"{uri}{'&' if '?' in uri else '?'}code=")


def test_without_an_address_the_code_is_shown(signed_in, amara, register, authorize_url):
    app = register(redirect_uris=OUT_OF_BAND)

    answer = signed_in(amara).post(authorize_url(app), {"decision": "allow"})

    assert Grant.objects.get().code in answer.content.decode()


def test_a_refusal_without_an_address_is_said_here(signed_in, amara, register, authorize_url):
    app = register(redirect_uris=OUT_OF_BAND)

    answer = signed_in(amara).post(authorize_url(app), {"decision": "refuse"})

    assert "You refused" in answer.content.decode()
    assert not Grant.objects.exists()


def test_a_visitor_signs_in_and_comes_back_to_the_same_question(register, authorize_url):
    nested = "https://elk.example/api/corridor.example/oauth/https%3A%2F%2Felk.example"
    url = authorize_url(register(redirect_uris=nested), state="1")

    answer = Client().get(url)

    where = urlsplit(answer.headers["Location"])
    assert where.path == "/sign-in/"
    back = parse_qs(where.query)["next"][0]
    assert parse_qs(urlsplit(back).query)["redirect_uri"] == [nested]


def test_signing_in_leads_back_to_it(amara, pocket, authorize_url):
    client = Client()
    where = client.get(authorize_url(pocket, state="a/b c")).headers["Location"]
    going_to = parse_qs(urlsplit(where).query)["next"][0]

    answer = client.post(
        where, {"login": amara.account.email, "password": "corridor-conversation", "next": going_to}
    )

    assert answer.headers["Location"] == going_to
    assert "Let Pocket in?" in client.get(going_to).content.decode()


def test_who_is_somebody_else_signs_in_as_that(signed_in, amara, pocket, authorize_url):
    client = signed_in(amara)

    answer = client.post(authorize_url(pocket), {"decision": "somebody-else"})

    assert urlsplit(answer.headers["Location"]).path == "/sign-in/"
    assert "_auth_user_id" not in client.session


def test_an_app_can_ask_that_one_signs_in_anew(signed_in, amara, pocket, authorize_url):
    client = signed_in(amara)
    url = authorize_url(pocket, force_login="true")

    page = client.get(url).content.decode()
    answer = client.post(url, {"decision": "somebody-else"})

    assert "Sign in anew" in page
    assert "Let it in" not in page
    assert "force_login" not in answer.headers["Location"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"client_id": "nobody"}, "No app is registered under this name."),
        ({"redirect_uri": f"{BACK}/"}, "It wants the answer where it did not say it would."),
        ({"redirect_uri": f"{BACK}?more=1"}, "It wants the answer where"),
        ({"redirect_uri": "https://mallory.example/"}, "It wants the answer where"),
        ({"response_type": "token"}, "What it sent is incomplete"),
        ({"response_type": None}, "What it sent is incomplete"),
        ({"scope": "read admin:read"}, "It asks for something that it did not register for."),
        ({"scope": "everything"}, "It asks for something that it did not register for."),
        ({"scope": "profile"}, "It asks for something that it did not register for."),
        ({"code_challenge": CHALLENGE, "code_challenge_method": "plain"}, "not safe"),
        ({"code_challenge": CHALLENGE}, "not safe"),
    ],
)
@pytest.mark.parametrize(("method", "given"), [("get", {}), ("post", {"decision": "allow"})])
def test_what_is_not_in_order_is_said_here_and_sends_nobody_anywhere(
    signed_in, amara, pocket, authorize_url, asked, said, method, given
):
    url = authorize_url(pocket, **asked)

    answer = getattr(signed_in(amara), method)(url, given)

    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Grant.objects.exists()


def test_within_read_an_app_may_ask_for_less(signed_in, amara, pocket, authorize_url):
    answer = signed_in(amara).get(authorize_url(pocket, scope="read:accounts"))

    assert "See profiles" in answer.content.decode()


def test_nobody_is_let_in_by_another_site(amara, pocket, authorize_url):
    client = Client(enforce_csrf_checks=True)
    client.force_login(amara.account)

    answer = client.post(authorize_url(pocket), {"decision": "allow"})

    assert answer.status_code == 403
    assert not Grant.objects.exists()


def test_the_policy_lets_the_answer_reach_the_app_and_no_frame_show_the_page(
    signed_in, amara, register, authorize_url
):
    page = signed_in(amara).get(authorize_url(register(redirect_uris="toot://x")))

    policy = page.headers["Content-Security-Policy"]
    assert "form-action 'self' toot:;" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/oauth/authorize", "/sign-in/", "/sign-in/second-step/"])
def test_a_window_that_an_app_opened_stays_tied_to_it(db, path):
    answer = Client().get(path)

    assert answer.headers["Cross-Origin-Opener-Policy"] == "unsafe-none"


def test_other_pages_keep_to_themselves(db):
    assert Client().get("/").headers["Cross-Origin-Opener-Policy"] == "same-origin"
