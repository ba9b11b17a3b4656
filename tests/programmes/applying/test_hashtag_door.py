"""A post under the hashtag of a programme is answered in private, and enrols nobody.

What everybody reads is in `test_public_answers.py`.
"""

from datetime import timedelta

import pytest

from corridor.notifications.choices import Kind
from corridor.notifications.models import Notification
from corridor.posts import actions as posts
from corridor.programmes import queries
from corridor.programmes.actions import applying
from corridor.programmes.models import Application, Interest

SEEKS = "First-gen student here, looking for a mentor in pain medicine #FirstGenMed"


@pytest.fixture
def says(autumn, now):
    def post(profile, text, **how):
        new = posts.NewPost(text=text, **how)
        return posts.publish_post(new, by=profile, now=now)

    return post


def link_in(mail):
    return mail.body.split("/interests/")[1].split("/")[0]


def test_who_says_she_looks_for_a_mentor_is_answered_in_private(says, amara, mailoutbox):
    says(amara, SEEKS)

    said = Interest.objects.get()
    assert (said.profile, said.side, said.role) == (amara, "mentee", "mentor")
    assert said.about == "pain medicine"
    assert [mail.to for mail in mailoutbox] == [[amara.account.email]]
    assert Notification.objects.get(kind=Kind.INTEREST).recipient == amara
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "#FirstGenMed are great",
        "I am not looking for a mentor #FirstGenMed",
        "Looking for a mentor in pain medicine",
        "Looking for a mentor in pain medicine #SomethingElse",
    ],
)
def test_anything_else_is_left_alone(says, amara, mailoutbox, text):
    says(amara, text)

    assert not Interest.objects.exists()
    assert mailoutbox == []


def test_a_private_post_is_no_door(says, amara, dr_osei, mailoutbox):
    says(amara, f"@{dr_osei.handle} {SEEKS}", audience="named")

    assert not Interest.objects.exists()


def test_nobody_is_answered_twice_in_a_round(says, amara, mailoutbox, now):
    first = says(amara, SEEKS)
    says(amara, SEEKS + " please")
    posts.delete_post(post=first, by=amara, now=now)
    says(amara, SEEKS)

    assert Interest.objects.count() == 1
    assert len(mailoutbox) == 1


def test_with_the_post_goes_the_interest(says, amara, mailoutbox, now):
    post = says(amara, SEEKS)

    posts.delete_post(post=post, by=amara, now=now)

    said = Interest.objects.get()
    assert said.taken_back_at is not None
    assert said.about == ""
    assert queries.interest_by_link(link_in(mailoutbox[0]), viewer=amara, now=now) is None


def test_who_wants_no_answers_gets_none(says, amara, mailoutbox, now):
    applying.stop_answers(by=amara, now=now)

    says(amara, SEEKS)

    assert not Interest.objects.exists()
    assert mailoutbox == []


def test_who_has_applied_is_not_asked(says, send, amara, mailoutbox):
    send(amara)
    mailoutbox.clear()

    says(amara, SEEKS)

    assert mailoutbox == []


def test_the_link_is_for_her_and_works_once(says, amara, mallory, mailoutbox, now):
    says(amara, SEEKS)
    token = link_in(mailoutbox[0])
    said = queries.interest_by_link(token, viewer=amara, now=now)

    with pytest.raises(applying.LinkUsed):
        applying.follow_interest(said, by=mallory, now=now)
    begun = applying.follow_interest(said, by=amara, now=now)
    with pytest.raises(applying.LinkUsed):
        applying.follow_interest(said, by=amara, now=now)
    assert queries.interest_by_link(token, viewer=mallory, now=now) is None
    assert queries.interest_by_link(token, viewer=amara, now=now) is None

    assert (begun.profile, begun.side, begun.state) == (amara, "mentee", "draft")


def test_the_link_ends(says, amara, mailoutbox, now):
    says(amara, SEEKS)
    later = now + timedelta(days=30)

    with pytest.raises(applying.LinkUsed):
        applying.follow_interest(Interest.objects.get(), by=amara, now=later)
    assert queries.interest_by_link(link_in(mailoutbox[0]), viewer=amara, now=later) is None


def test_before_and_after_its_days_a_round_answers_nobody(autumn, amara, now, mailoutbox):
    type(autumn).objects.filter(pk=autumn.pk).update(opens_on=now.date() + timedelta(days=1))

    posts.publish_post(posts.NewPost(text=SEEKS), by=amara, now=now)

    assert mailoutbox == []
