"""Joining through an app: by the rules of the page, and closed until a mailbox is shown."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.utils import timezone

from corridor.people.actions import forget_unfinished, make_operator
from corridor.people.mailbox_links import new_token
from corridor.people.models import Profile

HOME = "/api/v1/timelines/home"
KOFI = {
    "username": "kofi",
    "email": "kofi@severnside.example",
    "password": "a-sentence-of-kofi",
    "agreement": True,
    "locale": "en",
}


@pytest.fixture
def app_alone(pocket, exchange, with_token):
    """Pocket with a token of its own."""
    answer = exchange(
        pocket, grant_type="client_credentials", redirect_uri=None, scope="read write"
    )
    return with_token(answer.json()["access_token"])


@pytest.fixture
def join_by(app_alone):
    return lambda **given: app_alone.post("/api/v1/accounts", KOFI | given)


def path_in(message):
    return re.search(r"http://localhost:\d+(/join/mailbox/\S+)", message.body)[1]


def account_of(email):
    return get_user_model().objects.filter(email=email).first()


def test_somebody_joins_shows_her_mailbox_and_the_token_works(join_by, with_token):
    said = join_by().json()
    mine = with_token(said["access_token"])
    before = mine.get(HOME)
    [message] = mail.outbox

    browser = Client()
    opened = browser.get(path_in(message))
    after_opening = mine.get(HOME).status_code
    shown = browser.post(path_in(message), follow=True)

    assert set(said) == {"access_token", "token_type", "scope", "created_at"}
    assert before.status_code == 403
    assert before.json() == {"error": "Your login is missing a confirmed e-mail address"}
    assert "kofi@severnside.example" in opened.content.decode()
    assert after_opening == 403  # a program that looks through mails shows nothing
    assert "Go back to your app" in shown.content.decode()
    assert mine.get(HOME).status_code == 200
    assert mine.get("/api/v1/accounts/verify_credentials").json()["acct"] == "kofi"
    assert mine.get("/api/v1/emails/check_confirmation").status_code == 200


def test_she_signs_in_on_the_page_as_well(join_by):
    join_by()
    Client().post(path_in(mail.outbox[0]))
    client = Client()

    client.post("/sign-in/", {"login": KOFI["email"], "password": KOFI["password"]})

    assert client.get("/you/").status_code == 200


@pytest.mark.parametrize(
    ("given", "name", "code"),
    [
        ({"username": ""}, "username", "ERR_BLANK"),
        ({"username": "kofi mensah"}, "username", "ERR_INVALID"),
        ({"username": "k@f"}, "username", "ERR_INVALID"),
        ({"username": "123"}, "username", "ERR_INVALID"),
        ({"username": "k" * 31}, "username", "ERR_TOO_LONG"),
        ({"username": "admin"}, "username", "ERR_RESERVED"),
        ({"username": "Amara_Nwosu"}, "username", "ERR_TAKEN"),
        ({"email": ""}, "email", "ERR_BLANK"),
        ({"email": "kofi"}, "email", "ERR_INVALID"),
        ({"email": f"{'k' * 60}@{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 60}"}, "email", "ERR_"),
        ({"password": ""}, "password", "ERR_BLANK"),
        ({"password": "short"}, "password", "ERR_TOO_SHORT"),
        ({"password": "1234567890"}, "password", "ERR_INVALID"),
        ({"agreement": False}, "agreement", "ERR_ACCEPTED"),
    ],
)
def test_what_is_wrong_is_said_of_each_field(amara, join_by, given, name, code):
    answer = join_by(**given)

    said = answer.json()
    assert answer.status_code == 422
    assert said["error"].startswith("Validation failed: ")
    assert said["details"][name][0]["error"].startswith(code)
    assert list(said["details"]) == [name]
    assert get_user_model().objects.count() == 1
    assert mail.outbox == []


def test_who_is_a_member_is_not_found_out(amara, join_by, with_token):
    known, unknown = join_by(email=amara.account.email, username="amara_2"), join_by()

    def seen(answer):
        said = answer.json()
        mine = with_token(said["access_token"])
        home = mine.get(HOME)
        again = mine.post("/api/v1/emails/confirmations")
        shown = {name: said[name] for name in ("token_type", "scope")}
        return answer.status_code, shown, home.status_code, home.json(), again.status_code

    assert seen(known) == seen(unknown)
    assert mail.outbox[0].to == [amara.account.email]
    assert "You have an account" in mail.outbox[0].subject
    assert get_user_model().objects.count() == 2


def test_a_handle_that_somebody_began_with_is_not_given_away(join_by):
    join_by()

    answer = join_by(email="other@severnside.example")

    assert answer.status_code == 200
    handles = Profile.objects.order_by("pk").values_list("handle", flat=True)
    assert list(handles) == ["kofi", "kofi_2"]


def test_trying_again_replaces_the_first_try(join_by, with_token):
    first, second = join_by().json(), join_by().json()

    assert with_token(first["access_token"]).get(HOME).status_code == 401
    assert with_token(second["access_token"]).get(HOME).status_code == 403
    assert get_user_model().objects.count() == 1


def test_where_operators_decide_she_waits_for_them(settings, amara, join_by, with_token):
    settings.REGISTRATION = "approval"
    make_operator(email=amara.account.email)
    mine = with_token(join_by(reason="I teach").json()["access_token"])

    Client().post(path_in(mail.outbox[0]))

    answer = mine.get(HOME)
    assert answer.status_code == 403
    assert answer.json() == {"error": "Your login is currently pending approval"}
    assert "I teach" in mail.outbox[-1].body


def test_where_one_is_invited_an_app_invites_nobody(settings, join_by):
    settings.REGISTRATION = "invitation"

    answer = join_by()

    assert (answer.status_code, answer.json()) == (403, {"error": "This action is not allowed"})
    assert not get_user_model().objects.exists()


def test_where_domains_decide_others_are_told(settings, join_by):
    settings.REGISTRATION, settings.REGISTRATION_DOMAINS = "domains", ["nhs.example"]

    answer = join_by()

    assert answer.json()["details"]["email"][0]["error"] == "ERR_BLOCKED"
    assert join_by(email="kofi@nhs.example").status_code == 200


def test_where_rosters_decide_the_mail_says_so_and_the_app_does_not(settings, join_by):
    settings.REGISTRATION = "roster"

    answer = join_by()

    assert answer.status_code == 200
    assert not get_user_model().objects.exists()
    assert "on no roster" in mail.outbox[0].subject


@pytest.mark.parametrize("scope", ["read", "write:statuses"])
def test_an_app_needs_to_be_allowed(pocket, exchange, with_token, scope):
    token = exchange(pocket, grant_type="client_credentials", redirect_uri=None, scope=scope)

    answer = with_token(token.json()["access_token"]).post("/api/v1/accounts", KOFI)

    assert answer.status_code == 403
    assert not get_user_model().objects.exists()


def test_without_an_app_nobody_joins_this_way(db):
    assert Client().post("/api/v1/accounts", KOFI).status_code == 401


def test_one_address_joins_no_hundreds(join_by):
    codes = [join_by(agreement=False).status_code for _ in range(61)]

    assert codes[-2:] == [422, 429]


def test_a_mailbox_gets_no_heap_of_mails(join_by, with_token):
    token = join_by().json()["access_token"]

    answers = {
        with_token(token).post("/api/v1/emails/confirmations").status_code for _ in range(12)
    }

    assert answers == {200}
    assert len(mail.outbox) == 10


def test_the_mail_comes_again_to_the_same_mailbox_only(join_by, with_token):
    mine = with_token(join_by().json()["access_token"])

    same = mine.post("/api/v1/emails/confirmations", {"email": "Kofi@severnside.example"})
    other = mine.post("/api/v1/emails/confirmations", {"email": "mallory@example.org"})

    assert (same.status_code, other.status_code) == (200, 422)
    assert {address for message in mail.outbox for address in message.to} == {KOFI["email"]}


def test_whoever_has_shown_it_needs_no_mail(app, amara):
    assert app(amara).post("/api/v1/emails/confirmations").status_code == 403
    assert Client().post("/api/v1/emails/confirmations").status_code == 401


@pytest.mark.parametrize(
    "token", ["none", "none:none:none", "x" * 500], ids=["short", "parts", "long"]
)
def test_a_link_of_nobody_leads_nowhere(db, token):
    answers = [getattr(Client(), way)(f"/join/mailbox/{token}/") for way in ("get", "post")]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_link_works_once_and_for_a_day(join_by):
    join_by()
    account = account_of(KOFI["email"])
    old = new_token(account.pk, account.email, now=timezone.now() - timedelta(days=1, minutes=1))

    answers = [
        Client().post(f"/join/mailbox/{old}/").status_code,
        Client().post(path_in(mail.outbox[0])).status_code,
        Client().post(path_in(mail.outbox[0])).status_code,
    ]

    assert answers == [404, 302, 404]


def test_no_other_site_shows_a_mailbox(join_by):
    join_by()

    answer = Client(enforce_csrf_checks=True).post(path_in(mail.outbox[0]))

    assert answer.status_code == 403
    assert not account_of(KOFI["email"]).is_active


def test_whoever_never_shows_it_is_forgotten(join_by, with_token):
    token = join_by().json()["access_token"]

    forget_unfinished(now=timezone.now() + timedelta(days=8))

    assert with_token(token).get(HOME).status_code == 401
    assert not get_user_model().objects.exists()


def test_without_mail_the_app_is_told(settings, join_by):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    assert join_by().status_code == 503
