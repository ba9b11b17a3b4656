"""Nobody learns who is a member, guesses a password, or is led elsewhere."""

import pytest
from django.core import mail
from django.test import Client

from tests.web.joining.conftest import account_of, is_signed_in, link_from

KNOWN, UNKNOWN = "amara_nwosu@example.org", "nobody@example.org"
TARGETS = [
    "https://mallory.example/",
    "//mallory.example/",
    "javascript:alert(1)",
    "/\\mallory.example",
]


def words(response, email):
    """What a page says, without what differs between any two visits."""
    text = response.content.decode().replace(email, "E-MAIL")
    lines = [line for line in text.splitlines() if "csrfmiddlewaretoken" not in line]
    return "\n".join(lines)


def joined(email):
    client = Client()
    given = {"name": "Kofi Mensah", "email": email, "password1": "a quiet corridor"}
    first = client.post("/join/", given)
    return first, client.get("/join/code/")


def test_joining_answers_the_same_for_known_and_unknown_mailboxes(amara):
    known, known_page = joined(KNOWN)
    unknown, unknown_page = joined(UNKNOWN)

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert words(known_page, KNOWN) == words(unknown_page, UNKNOWN)
    assert mail.outbox[0].subject == "You have an account with Corridor already"
    assert mail.outbox[1].subject.endswith("is your code for Corridor")


def test_a_known_mailbox_that_joins_again_changes_nothing(amara):
    joined(KNOWN)

    amara.refresh_from_db()
    assert amara.display_name == "Amara Nwosu"
    assert amara.account.check_password("corridor-conversation")


def test_signing_in_answers_the_same_for_known_and_unknown_mailboxes(amara):
    pages = [
        words(Client().post("/sign-in/", {"login": email, "password": "a wrong guess"}), email)
        for email in (KNOWN, UNKNOWN)
    ]

    assert pages[0] == pages[1]
    assert "No account has this e-mail and password." in pages[0]


def test_a_new_password_is_answered_the_same_for_known_and_unknown_mailboxes(amara):
    pages = [
        Client().post("/new-password/", {"email": email}, follow=True) for email in (KNOWN, UNKNOWN)
    ]

    assert words(pages[0], KNOWN) == words(pages[1], UNKNOWN)
    assert [message.subject for message in mail.outbox] == [
        "A new password for Corridor",
        "No account with this mailbox",
    ]


def test_five_wrong_passwords_lock_kindly_and_say_how_long(visitor, amara):
    wrong = {"login": KNOWN, "password": "a wrong guess"}
    for _try in range(5):
        visitor.post("/sign-in/", wrong)

    page = Client().post("/sign-in/", {"login": KNOWN, "password": "corridor-conversation"})

    assert "Try again in 5 minutes, or choose a new password." in page.content.decode()
    assert "_auth_user_id" not in page.wsgi_request.session


def test_a_new_password_ends_the_lock(visitor, amara):
    for _try in range(5):
        visitor.post("/sign-in/", {"login": KNOWN, "password": "a wrong guess"})
    visitor.post("/new-password/", {"email": KNOWN})
    page = visitor.get(link_from(mail.outbox[-2 if len(mail.outbox) > 1 else -1]), follow=True)

    visitor.post(page.request["PATH_INFO"], {"password1": "the new corridor"})

    visitor.post("/sign-in/", {"login": KNOWN, "password": "the new corridor"})
    assert is_signed_in(visitor)


def test_a_link_for_a_new_password_works_once(visitor, amara):
    visitor.post("/new-password/", {"email": KNOWN})
    link = link_from(mail.outbox[0])
    page = visitor.get(link, follow=True)
    visitor.post(page.request["PATH_INFO"], {"password1": "the new corridor"})

    again = Client().get(link, follow=True)

    assert "This link no longer works" in again.content.decode()


def test_the_link_leads_to_our_own_address_whatever_the_request_says(amara):
    Client().post("/new-password/", {"email": KNOWN}, headers={"host": "127.0.0.1"})

    assert "http://localhost:8000/new-password/" in mail.outbox[0].body
    assert "127.0.0.1" not in mail.outbox[0].body


def test_joining_from_one_address_has_a_limit(visitor, fill_in):
    answers = [fill_in(email=f"kofi{number}@example.org") for number in range(61)]

    assert answers[59].status_code == 302
    assert answers[60].status_code == 429
    assert "Wait a minute" in answers[60].content.decode()
    assert answers[60].headers["Retry-After"] == "60"
    assert account_of("kofi60@example.org") is None


@pytest.mark.parametrize("target", TARGETS)
def test_signing_in_never_leads_to_another_site(visitor, amara, target):
    given = {"login": KNOWN, "password": "corridor-conversation", "next": target}

    page = visitor.post("/sign-in/", given)

    assert page.url == "/"
    assert is_signed_in(visitor)


@pytest.mark.parametrize("target", TARGETS)
def test_signing_out_never_leads_to_another_site(signed_in, amara, target):
    page = signed_in(amara).post("/sign-out/", {"next": target})

    assert page.url == "/"


def test_signing_in_leads_back_to_where_one_was(visitor, amara):
    given = {"login": KNOWN, "password": "corridor-conversation", "next": "/programmes/"}

    assert visitor.post("/sign-in/", given).url == "/programmes/"


def test_signing_out_needs_a_press(signed_in, amara):
    client = signed_in(amara)

    client.get("/sign-out/")

    assert is_signed_in(client)


def test_a_closed_account_is_told_so_only_with_its_password(visitor, amara):
    amara.account.is_active = False
    amara.account.last_login = amara.account.joined_at
    amara.account.save()

    wrong = visitor.post("/sign-in/", {"login": KNOWN, "password": "a wrong guess"})
    right = visitor.post("/sign-in/", {"login": KNOWN, "password": "corridor-conversation"})

    assert "No account has this e-mail and password." in wrong.content.decode()
    assert right.url == "/sign-in/closed/"
    assert not is_signed_in(visitor)
