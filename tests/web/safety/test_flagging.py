"""Flagging, over HTTP."""

import html5lib
import pytest

from corridor.people import actions as people
from corridor.posts.actions import NewPost, publish_post
from corridor.safety import actions
from corridor.safety.actions import NewFlag
from corridor.safety.choices import Reason
from corridor.safety.models import Flag


@pytest.fixture
def post(mallory, now):
    return publish_post(NewPost(text="I know when your shift ends"), by=mallory, now=now)


def test_from_the_menu_to_what_happens_next(signed_in, amara, mallory, post):
    client = signed_in(amara)
    assert f"/posts/{post.pk}/flag/" in client.get(f"/@mallory_crane/{post.pk}/").text

    page = client.get(f"/posts/{post.pk}/flag/")
    assert "I know when your shift ends" in page.text
    answer = client.post(f"/posts/{post.pk}/flag/", {"reason": "harassment"}, follow=True)

    assert "What happens next" in answer.text
    assert "A moderator should have looked by" in answer.text
    assert "Block Mallory Crane" in answer.text
    listed = client.get("/you/flags/").text
    assert "@mallory_crane" in listed
    for shown in (page, answer):
        html5lib.HTMLParser(strict=True).parse(shown.text)


def test_a_person_is_flagged_with_the_rules_of_this_place(signed_in, amara, mallory, settings):
    settings.RULES = ["Be kind", "No patients"]
    client = signed_in(amara)
    assert "/@mallory_crane/flag/" in client.get("/@mallory_crane/").text

    answer = client.post(
        "/@mallory_crane/flag/",
        {"reason": "rules", "rules": ["2"], "words": "See the bio"},
        follow=True,
    )

    assert "Rule: No patients" in answer.text
    assert "See the bio" in answer.text


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, "Choose what is wrong"),
        ({"reason": "envy"}, "Select a valid choice"),
        ({"reason": "other"}, "Say in your own words"),
        ({"reason": "spam", "words": "x" * 1001}, "at most 1000 characters"),
        ({"reason": "spam", "words": "\0"}, "Null characters"),
    ],
)
def test_what_makes_no_flag_is_said(signed_in, amara, post, body, says):
    answer = signed_in(amara).post(f"/posts/{post.pk}/flag/", body)

    assert answer.status_code == 422
    assert says in answer.text
    assert not Flag.objects.exists()


def test_what_she_may_not_read_she_cannot_flag(signed_in, client, amara, mallory, now):
    hidden = publish_post(NewPost(text="For few", audience="followers"), by=mallory, now=now)

    assert signed_in(amara).get(f"/posts/{hidden.pk}/flag/").status_code == 404
    assert signed_in(amara).post(f"/posts/{hidden.pk}/flag/", {"reason": "spam"}).status_code == 404
    assert client.get(f"/posts/{hidden.pk}/flag/").headers["Location"].startswith("/sign-in/")
    assert not Flag.objects.exists()


def test_a_flag_is_its_own_persons_alone(signed_in, amara, mallory, dr_osei, post, now):
    flag = actions.flag_post(NewFlag(reason=Reason.SPAM), post=post, by=amara, now=now)

    statuses = {
        who.handle: signed_in(who).get(f"/you/flags/{flag.pk}/").status_code
        for who in (amara, mallory, dr_osei)
    }

    assert statuses == {amara.handle: 200, mallory.handle: 404, dr_osei.handle: 404}


def test_whom_she_blocked_she_may_still_flag(signed_in, amara, mallory, now):
    people.block(blocker=amara, blocked=mallory, now=now)

    answer = signed_in(amara).post("/@mallory_crane/flag/", {"reason": "harassment"})

    assert answer.status_code == 302
    assert Flag.objects.count() == 1


def test_the_author_reads_that_her_post_is_hidden(signed_in, amara, mallory, post, now):
    actions.flag_post(NewFlag(reason=Reason.PRIVACY), post=post, by=amara, now=now)

    assert "Moderators keep this post from others" in (
        signed_in(mallory).get(f"/@mallory_crane/{post.pk}/").text
    )
    assert signed_in(amara).get(f"/@mallory_crane/{post.pk}/").status_code == 404
