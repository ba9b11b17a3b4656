"""Replies that wait are listed and answered by apps."""

import pytest

from corridor.posts.actions import delete_post
from corridor.posts.choices import Repliers
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name

JSON = "application/json"
PLACE = "/api/v1/interaction_requests"


@pytest.fixture
def post(dr_osei, says):
    return says(dr_osei, repliers=Repliers.MENTIONED)


@pytest.fixture
def reply(post, mallory, says):
    return says(mallory, "Me too", in_reply_to=post.pk)


def test_who_is_asked_reads_what_waits(app, post, reply, dr_osei, mallory, says):
    later = says(mallory, "And more", in_reply_to=post.pk)

    page = app(dr_osei).get(f"{PLACE}?limit=1")
    (newest,) = page.json()

    assert (newest["id"], newest["type"]) == (str(later.pk), "reply")
    assert newest["account"]["acct"] == mallory.handle
    assert newest["status"]["id"] == str(post.pk)
    assert "And more" in newest["reply"]["content"]
    assert f'max_id={later.pk}>; rel="next"' in page["Link"]
    (older,) = app(dr_osei).get(f"{PLACE}?max_id={later.pk}").json()
    assert older == app(dr_osei).get(f"{PLACE}/{reply.pk}").json()


def test_one_post_is_asked_about_alone(app, post, reply, dr_osei, mallory, says):
    other = says(dr_osei, repliers=Repliers.MENTIONED)
    elsewhere = says(mallory, "Here too", in_reply_to=other.pk)

    found = app(dr_osei).get(f"{PLACE}?status_id={other.pk}").json()

    assert [one["id"] for one in found] == [str(elsewhere.pk)]


def test_what_is_authorized_stands_for_all(app, post, reply, dr_osei, amara):
    answer = app(dr_osei).post(f"{PLACE}/{reply.pk}/authorize").json()

    assert answer["accepted_at"]
    assert answer["reply"]["corridor"]["is_held"] is False
    assert app(dr_osei).get(PLACE).json() == []
    below = app(amara).get(f"/api/v1/statuses/{post.pk}/context").json()["descendants"]
    assert [one["id"] for one in below] == [str(reply.pk)]
    assert app(dr_osei).post(f"{PLACE}/{reply.pk}/authorize").status_code == 404


def test_what_is_rejected_waits_no_longer_and_may_be_authorized_later(
    app, reply, dr_osei, mallory, amara
):
    before = app(mallory).get(f"/api/v1/statuses/{reply.pk}").json()

    assert app(dr_osei).post(f"{PLACE}/{reply.pk}/reject").json()["rejected_at"]

    assert app(dr_osei).get(PLACE).json() == []
    assert app(amara).get(f"/api/v1/statuses/{reply.pk}").status_code == 404
    assert app(mallory).get(f"/api/v1/statuses/{reply.pk}").json() == before
    assert app(dr_osei).post(f"{PLACE}/{reply.pk}/reject").status_code == 404
    assert app(dr_osei).post(f"{PLACE}/{reply.pk}/authorize").status_code == 200


def test_nobody_else_answers_it_or_learns_that_it_waits(app, post, reply, amara, mallory):
    for other in (amara, mallory):
        client = app(other)
        assert client.get(PLACE).json() == []
        assert client.get(f"{PLACE}/{reply.pk}").status_code == 404
        assert client.post(f"{PLACE}/{reply.pk}/authorize").status_code == 404
        assert client.post(f"{PLACE}/{reply.pk}/reject").status_code == 404
    assert app(amara).get(f"/api/v1/statuses/{reply.pk}").status_code == 404


def test_what_does_not_wait_is_no_request(app, post, dr_osei):
    client = app(dr_osei)

    assert client.get(f"{PLACE}/{post.pk}").status_code == 404
    assert client.post(f"{PLACE}/{post.pk}/authorize").status_code == 404
    assert client.get(f"{PLACE}/abc").status_code == 404


def test_where_the_post_is_gone_no_reply_waits_for_it(app, post, reply, dr_osei, now):
    delete_post(post=post, by=dr_osei, now=now)

    client = app(dr_osei)
    assert client.get(PLACE).json() == []
    assert client.get(f"{PLACE}/{reply.pk}").status_code == 404
    assert client.post(f"{PLACE}/{reply.pk}/authorize").status_code == 404


def test_an_app_needs_to_be_allowed(app, reply, dr_osei):
    assert app(dr_osei, "read:statuses").get(PLACE).status_code == 403
    assert app(dr_osei, "read").post(f"{PLACE}/{reply.pk}/authorize").status_code == 403


def test_an_author_says_anew_who_replies_at_once(app, post, reply, dr_osei, mallory, says):
    policy = f"/api/v1/statuses/{post.pk}/interaction_policy"
    mine = app(dr_osei)

    told = mine.put(policy, {"corridor": {"repliers": "everyone"}}, content_type=JSON).json()

    assert told["corridor"]["repliers"] == "everyone"
    assert not says(mallory, "And now", in_reply_to=post.pk).is_held
    assert [one["id"] for one in mine.get(PLACE).json()] == [str(reply.pk)]
    theirs = app(mallory).put(policy, {"corridor": {"repliers": "nobody"}}, content_type=JSON)
    assert theirs.status_code == 404
    assert mine.put(policy, {}, content_type=JSON).status_code == 422
