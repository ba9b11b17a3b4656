"""Which apps somebody let in: one page, and each way in which they go."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from oauth2_provider.models import AccessToken, Grant

from corridor.config.subscriptions import SUBSCRIPTIONS
from corridor.kernel import events
from corridor.mastodon_api.events import AppsSignedOut
from corridor.people.actions import ask_to_leave
from tests.people.registered import PASSWORD

HOME = "/api/v1/timelines/home"
PAGE = "/you/apps/"


@pytest.fixture
def works(with_token):
    return lambda token: with_token(token).get(HOME).status_code == 200


def test_the_page_tells_apps_and_what_they_may(signed_in, amara, pocket, token_for):
    token_for(amara, pocket, scope="read:statuses")
    token_for(amara, pocket, scope="push")

    page = signed_in(amara).get(PAGE).content.decode()

    assert page.count("Pocket</span>") == 3  # its name, and for those who hear the two buttons
    assert "signed in 2 times" in page
    assert "See posts that you may see" in page
    assert "Send you notifications" in page


def test_it_says_on_which_day_an_app_was_last_there(signed_in, amara, pocket, token_for, works):
    token = token_for(amara, pocket)
    assert "never here yet" in signed_in(amara).get(PAGE).content.decode()

    works(token)

    today = timezone.now()
    page = signed_in(amara).get(PAGE).content.decode()
    assert f"last here on {today.day} {today:%B} {today.year}" in page


def test_a_day_on_which_it_was_there_is_noted_once(
    amara, pocket, token_for, with_token, django_assert_num_queries
):
    client = with_token(token_for(amara, pocket))
    client.get("/api/v1/markers")

    with django_assert_num_queries(2):  # token, markers
        client.get("/api/v1/markers")


def test_it_takes_few_queries_however_many_apps(
    signed_in, amara, register, token_for, django_assert_num_queries
):
    client = signed_in(amara)
    for name in ("One", "Two", "Three"):
        token_for(amara, register(client_name=name))

    with django_assert_num_queries(4):  # session, account, profile, tokens with their apps
        client.get(PAGE)


def test_it_is_linked_from_everything_that_is_about_oneself(signed_in, amara):
    assert f'href="{PAGE}"' in signed_in(amara).get("/you/").content.decode()


def test_others_apps_are_nobodys_business(signed_in, amara, mallory, pocket, token_for, works):
    token = token_for(amara, pocket)

    page = signed_in(mallory).get(PAGE).content.decode()
    signed_in(mallory).post(reverse("sign-out-app", args=[pocket["id"]]))

    assert "Pocket" not in page
    assert works(token)


def test_visitors_sign_in_first(db):
    assert Client().get(PAGE).headers["Location"].startswith("/sign-in/")


def test_one_app_is_signed_out_with_all_its_tokens(
    signed_in, amara, pocket, register, token_for, works
):
    tokens = [token_for(amara, pocket), token_for(amara, pocket)]
    other = token_for(amara, register(client_name="Other"))

    signed_in(amara).post(reverse("sign-out-app", args=[pocket["id"]]))

    assert [works(token) for token in tokens] == [False, False]
    assert works(other)


def test_all_apps_are_signed_out(signed_in, amara, dr_osei, pocket, token_for, works):
    mine, theirs = token_for(amara, pocket), token_for(dr_osei, pocket)

    signed_in(amara).post(reverse("sign-out-apps"))

    assert not works(mine)
    assert works(theirs)


def test_a_new_password_signs_out_apps(amara, pocket, code_for, token_for, works):
    token = token_for(amara, pocket)
    code_for(amara, pocket)
    client = Client()
    client.post("/sign-in/", {"login": amara.account.email, "password": PASSWORD})

    client.post(
        "/you/security/password/",
        {"oldpassword": PASSWORD, "password1": "quite-another-sentence"},
    )

    assert not works(token)
    assert not Grant.objects.exists()


def test_whoever_asks_to_leave_signs_out_apps(amara, pocket, token_for, now):
    token_for(amara, pocket)

    ask_to_leave(profile=amara, by=amara, now=now)

    assert not AccessToken.objects.exists()


def test_whatever_is_open_for_a_token_hears_of_its_end(signed_in, amara, pocket, token_for):
    token_for(amara, pocket)
    expected = list(AccessToken.objects.values_list("pk", flat=True))
    heard = []
    events.connect({AppsSignedOut: [heard.append]})

    signed_in(amara).post(reverse("sign-out-apps"))

    events.connect(SUBSCRIPTIONS)
    assert heard == [AppsSignedOut(token_ids=expected)]
