"""Appointing, wordings, and asking the parties, over HTTP."""

import html5lib
import pytest
from django.core import mail
from django.utils import timezone

from corridor.people import actions as people
from corridor.posts.models import Post
from corridor.safety import actions, queries
from corridor.safety.choices import Queue
from corridor.safety.models import Case, Moderator, Wording


@pytest.fixture
def lead(moderator, now):
    profile = moderator()
    actions.appoint_moderator(profile, queues=[Queue.HARASSMENT], now=now, is_lead=True)
    return profile


@pytest.fixture
def operator(join):
    profile = join(handle="operator", display_name="Ola Operator")
    people.make_operator(email=profile.account.email)
    return profile


def read(answer):
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer.text


def test_pages_of_leads_are_nobody_elses(signed_in, moderator, lead, operator, dr_osei):
    paths = ["/queue/people/", "/queue/wordings/", "/queue/wordings/new/", "/queue/wordings/tone/"]
    table = {
        viewer.handle: {signed_in(viewer).get(path).status_code for path in paths}
        for viewer in (lead, operator, moderator(), dr_osei)
    }

    assert list(table.values()) == [{200}, {200}, {404}, {404}]
    assert signed_in(lead).get("/queue/wordings/envy/").status_code == 404
    for path in paths:
        read(signed_in(lead).get(path))


def test_a_lead_appoints_and_ends(signed_in, lead, dr_osei):
    client = signed_in(lead)
    assert 'name="level"' not in client.get("/queue/people/").text

    answer = client.post(
        "/queue/people/", {"handle": "@kwame_osei", "queues": ["harassment"]}, follow=True
    )
    assert "Dr Kwame Osei moderates now." in read(answer)

    answer = client.post(
        f"/queue/people/{dr_osei.pk}/dismissal/", {"queue": "harassment"}, follow=True
    )
    assert "They moderate that no longer" in answer.text
    assert not Moderator.objects.filter(profile=dr_osei).exists()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"handle": "nobody_here", "queues": ["harassment"]}, "There is nobody with this handle"),
        ({"handle": "kwame_osei"}, "Choose at least one kind."),
        ({"handle": "kwame_osei", "queues": ["spam"]}, "Select a valid choice"),
        ({"queues": ["harassment"]}, "This field is required."),
    ],
)
def test_what_makes_no_moderator_is_said(signed_in, lead, dr_osei, body, says):
    answer = signed_in(lead).post("/queue/people/", body)

    assert answer.status_code == 422
    assert says in read(answer)
    assert not Moderator.objects.filter(profile=dr_osei).exists()


def test_whoever_runs_the_server_appoints_leads(signed_in, operator, dr_osei):
    body = {"handle": "kwame_osei", "queues": ["spam", "privacy"], "level": "lead"}
    signed_in(operator).post("/queue/people/", body)

    assert queries.leads(dr_osei) == {"spam", "privacy"}


def test_a_wording_is_changed_and_begun_with(signed_in, lead, case):
    client = signed_in(lead)
    assert "Wordings" in client.get("/queue/").text

    client.post(
        "/queue/wordings/tone/", {"title": "Tone", "text": "Mind the tone.", "is_offered": "on"}
    )
    assert "version 1" in read(client.get("/queue/wordings/"))
    assert client.post("/queue/wordings/new/", {"title": "x"}).status_code == 422
    body = {"measure": "nudge", "reason": "harassment", "beginning": "tone", "words": "Please."}
    client.post(f"/queue/{case.pk}/decision/", body)

    assert "Mind the tone.\n\nPlease." in mail.outbox[0].body
    client.post("/queue/wordings/tone/", {"title": "Tone", "text": "Mind it."})
    assert Wording.objects.filter(code="tone").count() == 2
    assert not queries.wording("tone").is_offered


def test_a_case_says_why_it_stands_where_it_stands(signed_in, lead, case, join, flags):
    for name in ("one", "two"):
        flags(join(handle=name, display_name=name), Post.objects.get(pk=case.post_number))

    page = read(signed_in(lead).get(f"/queue/{case.pk}/"))

    assert "Three people or more flagged it: half the time." in page


def test_asked_by_a_moderator_and_answered_by_the_link(signed_in, client, lead, case, amara):
    desk = signed_in(lead)
    (flag,) = case.flags.all()
    answer = desk.post(
        f"/queue/{case.pk}/messages/", {"to": flag.pk, "words": "Since when?"}, follow=True
    )
    assert "Sent." in read(answer)
    path = "/desk-mail/" + mail.outbox[0].body.split("/desk-mail/")[1].split()[0]

    page = client.get(path)
    assert "Since when?" in read(page)
    assert page.headers["Referrer-Policy"] == "no-referrer"
    for hidden in (lead.display_name, "mallory", "Mallory", "shift ends"):
        assert hidden not in page.text
    assert client.post(path, {"words": " "}).status_code == 422
    assert "Moderators have your answer." in client.post(path, {"words": "June"}, follow=True).text

    assert "June" in read(desk.get(f"/queue/{case.pk}/"))
    assert "answered" in desk.get("/queue/").text
    assert "/desk-mail/" in read(signed_in(amara).get("/you/decisions/"))
    assert client.get("/desk-mail/made-up/").status_code == 404


def test_a_message_to_nobody_is_refused(signed_in, lead, case):
    for to in ("", "99999", "someone"):
        answer = signed_in(lead).post(
            f"/queue/{case.pk}/messages/", {"to": to, "words": "x"}, follow=True
        )
        assert "Nobody is there to write to" in answer.text
    assert mail.outbox == []


def test_moved_taken_over_and_taken_together(signed_in, lead, moderator, case):
    other = moderator("harassment")
    actions.claim_case(case=case, by=other, now=timezone.now())
    desk = signed_in(lead)
    assert "Take it over" in desk.get(f"/queue/{case.pk}/").text

    assert "yours for half an hour" in (
        desk.post(f"/queue/{case.pk}/taking-over/", follow=True).text
    )
    desk.post(f"/queue/{case.pk}/release/")
    assert "1 case is yours" in desk.post("/queue/taking/", {"case": [case.pk]}, follow=True).text
    assert "Choose cases first" in desk.post("/queue/taking/", {"case": ["x"]}, follow=True).text
    assert "Choose another queue" in (
        desk.post(f"/queue/{case.pk}/move/", {"queue": "envy"}, follow=True).text
    )
    desk.post(f"/queue/{case.pk}/move/", {"queue": "spam"})

    assert Case.objects.get(pk=case.pk).queue == "spam"
