"""What the team of a programme does about applications, over HTTP, and links that come by mail."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from corridor.posts import actions as posts
from corridor.programmes.actions import applying
from corridor.programmes.models import Application, Interest, Programme, RoundInvitation

State = Application.State


@pytest.fixture
def waiting(round_now, signed_in, sam, mallory):
    """Sam waits for admission."""
    Programme.objects.filter(pk=round_now.programme_id).update(admission="approval")
    client = signed_in(sam)
    url = reverse("apply", args=["first-gen", "mentee"])
    sent = {"do": "look", "q-needs": "research career", "q-languages": "=English"}
    client.post(url, sent | {"q-keeps_to_it": "yes", "q-avoid": mallory.handle})
    client.post(reverse("apply-summary", args=["first-gen", "mentee"]), {"conduct": "0"})
    application = Application.objects.get(profile=sam)
    assert application.state == State.SENT
    return application


@pytest.fixture
def desk(round_now):
    return lambda name="admitting", *more: reverse(name, args=["first-gen", round_now.pk, *more])


def test_the_desk_shows_what_was_said_and_admits(waiting, desk, signed_in, prof_lindqvist):
    client = signed_in(prof_lindqvist)

    page = client.get(desk())
    done = client.post(
        desk("admitting-answers"),
        {"application": waiting.pk, "do": "admit", "reason": "Welcome."},
        follow=True,
    )

    assert "research career" in page.text
    assert "@mallory" not in page.text
    assert "1 is in, and is told by mail." in done.text
    waiting.refresh_from_db()
    assert waiting.state == State.IN


def test_whoever_was_declined_is_not_asked_the_questions_again(
    waiting, desk, signed_in, prof_lindqvist, sam
):
    signed_in(prof_lindqvist).post(
        desk("admitting-answers"), {"application": waiting.pk, "do": "decline", "reason": "Full."}
    )

    page = signed_in(sam).get(reverse("apply", args=["first-gen", "mentee"]), follow=True)

    assert "Full." in page.text
    assert "You can apply to a later round." in page.text
    assert "q-needs" not in page.text


def test_nothing_ticked_is_said_and_the_reason_stays(waiting, desk, signed_in, prof_lindqvist):
    page = signed_in(prof_lindqvist).post(
        desk("admitting-answers"), {"do": "decline", "reason": "We are full."}
    )

    assert page.status_code == 422
    assert "Tick somebody who waits." in page.text
    assert "We are full." in page.text


@pytest.mark.parametrize(
    "name", ["admitting", "inviting", "applications-file", "applications-export"]
)
def test_nobody_outside_the_team_is_let_in(waiting, desk, signed_in, sam, mallory, name):
    assert signed_in(mallory).get(desk(name)).status_code == 404
    assert signed_in(sam).get(desk(name)).status_code == 404


def test_the_export_makes_formulas_harmless(waiting, desk, signed_in, prof_lindqvist):
    rows = signed_in(prof_lindqvist).get(desk("applications-export")).content.decode()

    assert "sam_whitlock" in rows
    assert "'=English" in rows
    assert "mallory" not in rows


def test_odd_numbers_name_nobody(waiting, desk, signed_in, prof_lindqvist):
    odd = ["9" * 5000, "9" * 25, "²", "x", "-1"]

    done = signed_in(prof_lindqvist).post(
        desk("admitting-answers"), {"application": odd, "do": "admit"}
    )

    assert done.status_code == 422
    waiting.refresh_from_db()
    assert waiting.state == State.SENT


def test_the_export_asks_as_much_for_many_as_for_one(
    waiting, desk, signed_in, prof_lindqvist, amara, tomi, django_assert_num_queries
):
    client = signed_in(prof_lindqvist)
    for who in (amara, tomi):
        more = Application.objects.get(pk=waiting.pk)
        answers, form = more.answers, more.form
        more.pk, more.profile = None, who
        more.answers, more.form = answers, form
        more.save()

    with django_assert_num_queries(12):
        rows = client.get(desk("applications-export")).content.decode()

    assert rows.count("research career") == 3


def test_a_file_is_looked_through_first_and_then_stored(
    round_now, desk, signed_in, prof_lindqvist, amara
):
    client = signed_in(prof_lindqvist)
    content = f"email,needs\n{amara.account.email},publishing\nnew@example.org,research\n"
    file = SimpleUploadedFile("people.csv", content.encode())

    looked = client.post(desk("applications-file"), {"file": file, "side": "mentee"})
    nothing = Application.objects.count()
    held = re.search(r'name="held" value="([^"]+)"', looked.text).group(1)
    client.post(desk("applications-file"), {"held": held})

    assert "What people.csv would do" in looked.text
    assert nothing == 0
    assert Application.objects.get().profile == amara
    assert RoundInvitation.objects.get().email == "new@example.org"


def test_what_is_wrong_with_a_file_is_listed_by_line(round_now, desk, signed_in, prof_lindqvist):
    file = SimpleUploadedFile("people.csv", b"email,side\na@example.org,queen\n")

    page = signed_in(prof_lindqvist).post(desk("applications-file"), {"file": file})

    assert page.status_code == 422
    assert "people.csv, line 2" in page.text


def test_a_held_file_that_was_changed_is_none(round_now, desk, signed_in, prof_lindqvist):
    page = signed_in(prof_lindqvist).post(desk("applications-file"), {"held": "forged"})

    assert page.status_code == 422


def test_an_invitation_leads_to_a_draft_and_looking_uses_nothing(
    round_now, desk, signed_in, client, prof_lindqvist, amara, mailoutbox
):
    signed_in(prof_lindqvist).post(desk("inviting"), {"side": "mentor", "emails": "a@example.org"})
    link = re.search(r"/round-invitations/[^/\s]+/", mailoutbox[-1].body).group()

    as_visitor = client.get(link)
    as_member = signed_in(amara).get(link)
    begun = signed_in(amara).post(link)
    again = signed_in(amara).post(link)

    assert "invites you" in as_visitor.text
    assert "See the questions" in as_member.text
    assert begun.url == reverse("apply", args=["first-gen", "mentor"])
    assert again.status_code == 410


def test_a_bad_address_is_said_and_stays(round_now, desk, signed_in, prof_lindqvist):
    page = signed_in(prof_lindqvist).post(desk("inviting"), {"side": "mentor", "emails": "a@"})

    assert page.status_code == 422
    assert "is no e-mail address" in page.text
    assert ">a@</textarea>" in page.text


def test_the_link_of_an_answer_begins_a_draft_with_what_the_post_said(
    round_now, signed_in, amara, mallory, mailoutbox, client
):
    text = "Looking for a coach in interview practice #FirstGenMed"
    posts.publish_post(posts.NewPost(text=text), by=amara, now=timezone.now())
    link = re.search(r"/interests/[^/\s]+/", mailoutbox[-1].body).group()

    assert signed_in(mallory).post(link).status_code == 410
    assert signed_in(amara).get(link).status_code == 200
    assert Application.objects.count() == 0
    signed_in(amara).post(link)

    typed = Application.objects.get(profile=amara).written["typed"]
    assert "coach" in typed["wishes"]
    assert "interview practice" in typed["interests"][0]
    assert Interest.objects.get().used_at is not None


def test_answers_to_posts_are_switched_off_and_on(signed_in, amara):
    client = signed_in(amara)

    off = client.post(reverse("answers-to-posts"), {"want": "no"}, follow=True)
    on = client.post(reverse("answers-to-posts"), {"want": "yes"}, follow=True)

    assert "No programme answers what you say" in off.text
    assert "No such answers" in on.text


def test_what_was_in_the_way_is_asked_once(waiting, signed_in, sam, round_now):
    client = signed_in(sam)
    url = reverse("application-barriers", args=[waiting.pk])

    client.post(url, {"barrier": ["time"]})

    assert round_now.programme.barrier_answers.count() == 0, "another session was not asked"


def test_the_team_sees_counts_of_five_and_more(round_now, desk, signed_in, prof_lindqvist, now):
    new = applying.NewBarriers(moment="application", side="mentee", barriers=["fear"])
    for _ in range(4):
        applying.note_barriers(programme=round_now.programme, new=new, today=now.date())
    few = signed_in(prof_lindqvist).get(desk()).text
    applying.note_barriers(programme=round_now.programme, new=new, today=now.date())
    five = signed_in(prof_lindqvist).get(desk()).text

    assert "fewer than 5" in few
    assert "<dd>5</dd>" in five


def test_the_desk_shows_which_posts_were_answered(signed_in, round_now, amara, prof_lindqvist):
    new = posts.NewPost(text="Looking for a mentor in sleep medicine #FirstGenMed")
    said = posts.publish_post(new, by=amara, now=timezone.now())

    page = signed_in(prof_lindqvist).get(reverse("admitting", args=["first-gen", round_now.pk]))

    assert "Posts that were answered" in page.text
    assert reverse("post", args=[amara.handle, said.pk]) in page.text
