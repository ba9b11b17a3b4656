"""Flagging without an account, over HTTP."""

import html5lib
import pytest
from django.core import mail

from corridor.safety.models import Case, Flag, OutsideFlag


@pytest.fixture
def post(says, mallory):
    return says(mallory, "The man in bed 4 will not walk again")


@pytest.fixture
def body(post):
    return {
        "url": f"http://localhost:8000/@mallory_crane/{post.pk}/",
        "reason": "privacy",
        "words": "Everybody in town knows who was in bed 4 that day.",
        "name": "Jo Doe",
        "email": "jo@example.org",
        "is_in_good_faith": "on",
    }


def read(answer):
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer.text


def link():
    return "/flag/sent/" + mail.outbox[0].body.split("/flag/sent/")[1].split()[0]


def test_from_the_page_about_this_server_to_what_came_of_it(client, body, post, moderator, decides):
    assert 'href="/flag/"' in read(client.get("/about/"))
    read(client.get("/flag/?url=http://localhost:8000/@mallory_crane/"))
    assert "Look into your mailbox" in read(client.post("/flag/", body, follow=True))

    asked = client.get(link())
    assert "Is this yours?" in read(asked)
    assert asked.headers["Referrer-Policy"] == "no-referrer"
    assert not Flag.objects.exists()  # programs open links, too
    assert "Moderators have it" in read(client.post(link(), follow=True))
    assert client.post(link()).status_code == 302
    assert Flag.objects.count() == 1
    assert client.get(f"/@mallory_crane/{post.pk}/").status_code == 404

    decides(Case.objects.get(), moderator(), reason="privacy")
    assert "found nothing that has to be acted on" in read(client.get(link()))


def test_a_person_is_flagged_too(client, body, mallory):
    client.post("/flag/", body | {"url": "http://localhost:8000/@mallory_crane/"})
    client.post(link())

    case = Case.objects.get()
    assert (case.about, case.is_about_a_post) == (mallory, False)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"url": "https://elsewhere.example/@mallory_crane/"}, "Nothing that anybody may read"),
        ({"url": "http://localhost:8000/@nobody_here/"}, "Nothing that anybody may read"),
        ({"url": "http://localhost:8000/you/"}, "Nothing that anybody may read"),
        ({"url": "http://localhost:8000/@mallory_crane/99/"}, "Nothing that anybody may read"),
        ({"url": "javascript:alert(1)"}, "Nothing that anybody may read"),
        ({"url": "http://[localhost/@mallory_crane/"}, "Nothing that anybody may read"),
        ({"url": ""}, "This field is required."),
        ({"reason": "envy"}, "Select a valid choice"),
        ({"words": "Bad"}, "at least twenty characters"),
        ({"email": ""}, "Say your name and e-mail"),
        ({"email": "no"}, "Enter a valid email address."),
        ({"is_in_good_faith": ""}, "Say that you believe it to be true."),
    ],
)
def test_what_makes_no_flag_is_said_and_nothing_lost(client, body, more, told):
    answer = client.post("/flag/", body | more)

    assert answer.status_code == 422
    assert told in read(answer)
    assert "Jo Doe" in answer.text
    assert not OutsideFlag.objects.exists()
    assert mail.outbox == []


def test_what_is_not_for_everybody_cannot_be_told_apart_from_nothing(client, body, says, mallory):
    hidden = says(mallory, "For few", audience="followers")

    answers = {
        client.post("/flag/", body | {"url": f"http://localhost:8000/@mallory_crane/{pk}/"})
        .text.split('class="check stop"')[1]
        .split("</div>")[0]
        for pk in (hidden.pk, 99)
    }

    assert len(answers) == 1
    assert mail.outbox == []


def test_a_flood_from_one_address_is_stopped(client, body):
    for number in range(20):
        client.post("/flag/", body | {"email": f"jo{number}@example.org"})

    answer = client.post("/flag/", body | {"email": "kim@example.org"})

    assert answer.status_code == 422
    assert "go on tomorrow" in answer.text
    assert OutsideFlag.objects.count() == 20


def test_the_desk_shows_it_without_a_name(client, signed_in, moderator, body):
    client.post("/flag/", body)
    client.post(link())
    page = read(signed_in(moderator()).get(f"/queue/{Case.objects.get().pk}/"))

    assert "somebody without an account" in page
    assert "Everybody in town knows" in page
    assert "jo@example.org" not in page
    assert "Jo Doe" not in page


def test_links_made_up_lead_nowhere(client, db):
    del db
    assert client.get("/flag/sent/made-up/").status_code == 404
    assert client.post("/flag/sent/made-up/").status_code == 404
