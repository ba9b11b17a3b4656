"""What somebody changes about how she signs in."""

import time
from urllib.parse import unquote

import pytest
from django.core import mail
from django.test import Client

from corridor.people import queries
from tests.web.joining.conftest import account_of, app_shows, code_from, is_signed_in

EMAIL, PASSWORD = "amara_nwosu@example.org", "corridor-conversation"
SIGN_IN = {"login": EMAIL, "password": PASSWORD}


@pytest.fixture
def client(amara):
    """Amara's, who has signed in and shown once more that it is she."""
    browser = Client()
    browser.post("/sign-in/", SIGN_IN)
    browser.post("/you/security/confirm/", {"password": PASSWORD})
    return browser


def set_up_app(client) -> str:
    secret = client.get("/you/security/app/").context["form"].secret
    client.post("/you/security/app/", {"code": app_shows(secret, time.time())})
    return secret


def test_the_page_has_each_way_of_signing_in(client, django_assert_num_queries):
    with django_assert_num_queries(6):
        page = client.get("/you/security/").content.decode()

    for word in ("E-mail", "Password", "Passkeys", "Authenticator app", "Sessions"):
        assert word in page
    assert "from elsewhere" not in page


@pytest.mark.parametrize(
    "path", ["e-mail/", "password/", "passkeys/", "passkeys/new/", "app/", "sessions/", ""]
)
def test_visitors_sign_in_first(db, path):
    page = Client().get(f"/you/security/{path}")

    assert page.status_code == 302
    assert unquote(page.url) == f"/sign-in/?next=/you/security/{path}"


@pytest.mark.parametrize("path", ["passkeys/new/", "app/", "recovery-codes/new/"])
def test_before_a_change_one_shows_once_more_that_it_is_oneself(amara, signed_in, path):
    page = signed_in(amara).get(f"/you/security/{path}")

    assert page.url.startswith("/you/security/confirm/")


def test_an_app_is_asked_for_after_the_password(client):
    secret = set_up_app(client)
    later = Client()

    page = later.post("/sign-in/", SIGN_IN)

    assert page.url == "/sign-in/second-step/"
    assert not is_signed_in(later)
    later.post("/sign-in/second-step/", {"code": app_shows(secret, time.time() + 30)})
    assert is_signed_in(later)


def test_a_wrong_second_step_lets_nobody_in(client):
    set_up_app(client)
    later = Client()
    later.post("/sign-in/", SIGN_IN)

    page = later.post("/sign-in/second-step/", {"code": "000000"})

    assert "This is not right." in page.content.decode()
    assert not is_signed_in(later)


def test_guessing_the_second_step_has_a_limit(client):
    secret = set_up_app(client)
    later = Client()
    later.post("/sign-in/", SIGN_IN)
    for _try in range(5):
        later.post("/sign-in/second-step/", {"code": "000000"})

    page = later.post("/sign-in/second-step/", {"code": app_shows(secret, time.time() + 30)})

    assert "Too many tries." in page.content.decode()
    assert not is_signed_in(later)


def test_a_recovery_code_stands_in_once(client):
    set_up_app(client)
    code = client.get("/you/security/recovery-codes/").context["unused_codes"][0]
    first, second = Client(), Client()

    for browser in (first, second):
        browser.post("/sign-in/", SIGN_IN)
        browser.post("/sign-in/second-step/", {"code": code})

    assert is_signed_in(first)
    assert not is_signed_in(second)


def test_secrets_of_the_second_step_do_not_lie_open_in_the_database(client, amara):
    secret = set_up_app(client)

    kept = [str(one.data) for one in amara.account.authenticator_set.all()]

    assert len(kept) == 2
    assert not any(secret in text for text in kept)


def test_an_app_set_up_is_told_by_mail(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        set_up_app(client)

    subjects = {message.subject for message in mail.outbox}
    assert subjects == {"A change to how you sign in to Corridor"}
    assert any("An authenticator app was added." in message.body for message in mail.outbox)


def test_a_new_e_mail_counts_once_its_code_is_typed_and_the_old_one_is_told(client, amara):
    client.post("/you/security/e-mail/", {"email": "amara@new.example", "action_add": "yes"})
    before = account_of("amara@new.example")

    client.post("/join/code/", {"code": code_from(mail.outbox[-1])})

    assert before is None
    amara.account.refresh_from_db()
    assert amara.account.email == "amara@new.example"
    assert mail.outbox[-1].to == [EMAIL]
    assert "Your e-mail is now amara@new.example, no longer" in mail.outbox[-1].body
    again = Client()
    again.post("/sign-in/", SIGN_IN | {"login": "amara@new.example"})
    assert is_signed_in(again)


def test_somebody_elses_e_mail_is_never_taken_over(client, amara, dr_osei):
    client.post("/you/security/e-mail/", {"email": "kwame_osei@example.org", "action_add": "yes"})

    client.post("/join/code/", {"code": code_from(mail.outbox[-1])})

    amara.account.refresh_from_db()
    assert amara.account.email == EMAIL
    assert account_of("kwame_osei@example.org").profile == dr_osei


def test_who_only_claimed_a_mailbox_makes_room_for_whose_it_is(client, amara, fill_in, settings):
    settings.ACCOUNT_RATE_LIMITS = {"confirm_email": None}
    fill_in(Client(), email="amara@new.example", name="Mallory Crane")
    client.post("/you/security/e-mail/", {"email": "amara@new.example", "action_add": "yes"})

    client.post("/join/code/", {"code": code_from(mail.outbox[-1])})

    assert account_of("amara@new.example") == amara.account
    assert queries.profile_by_handle("mallory_crane") is None


def test_the_password_is_changed_with_the_present_one_and_ends_other_sessions(client, amara):
    new = "an even longer corridor"

    elsewhere = Client()
    elsewhere.post("/sign-in/", SIGN_IN)

    refused = client.post("/you/security/password/", {"oldpassword": "guess", "password1": new})
    client.post("/you/security/password/", {"oldpassword": PASSWORD, "password1": new})

    assert "This is not your present password." in refused.content.decode()
    amara.account.refresh_from_db()
    assert amara.account.check_password(new)
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)


def test_all_other_sessions_are_signed_out_at_once(client):
    other = Client(headers={"user-agent": "Mozilla/5.0 (iPhone) AppleWebKit Safari"})
    other.post("/sign-in/", SIGN_IN)
    page = client.get("/you/security/sessions/").content.decode()

    client.post("/you/security/sessions/")

    assert "Safari on iPhone" in page
    assert not is_signed_in(other)
    assert is_signed_in(client)


def test_nobody_sees_or_removes_the_passkeys_of_others(client, dr_osei):
    theirs = dr_osei.account.authenticator_set.create(type="webauthn", data={"name": "Theirs"})

    answers = [
        client.get(f"/you/security/passkeys/{theirs.pk}/"),
        client.post(f"/you/security/passkeys/{theirs.pk}/removal/"),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert dr_osei.account.authenticator_set.filter(pk=theirs.pk).exists()


def test_pages_of_signing_in_read_as_little_as_they_can(client, django_assert_num_queries):
    visitor = Client()

    with django_assert_num_queries(0):
        visitor.get("/sign-in/")
    with django_assert_num_queries(0):
        visitor.get("/join/")
    with django_assert_num_queries(4):
        client.get("/you/security/passkeys/")
