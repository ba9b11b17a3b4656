"""Polls and posts for later, through apps."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.posts.choices import Audience
from corridor.posts.models import Poll, Post, ScheduledPost
from tests.mastodon_api.posting import said, sent

AT = "/api/v1/statuses"
LATER = "/api/v1/scheduled_statuses"
ASKED = {"options": ["Yes", "No"], "expires_in": 3600}


def asks(client, **more):
    return said(sent(client, AT, status="Well?", poll=ASKED | more))


def in_hours(number):
    return (timezone.now() + timedelta(hours=number)).isoformat()


def test_a_poll_is_asked_answered_and_told(app, client, amara, dr_osei):
    poll = asks(app(dr_osei))["poll"]
    at = f"/api/v1/polls/{poll['id']}"
    assert (poll["voted"], poll["own_votes"], poll["voters_count"]) == (True, [], 0)
    assert said(app(amara).get(at))["voted"] is False

    told = said(app(amara).post(f"{at}/votes", {"choices[]": ["1"]}))

    assert (told["voted"], told["own_votes"], told["votes_count"]) == (True, [1], 1)
    assert [one["votes_count"] for one in told["options"]] == [0, 1]
    assert "voted" not in said(client.get(at))
    assert said(app(amara).get("/api/v1/timelines/public"))[0]["poll"] == told


def test_figures_that_wait_for_the_end_wait(app, amara, dr_osei):
    poll = asks(app(dr_osei), hide_totals=True, multiple=True)["poll"]
    at = f"/api/v1/polls/{poll['id']}"
    told = said(sent(app(amara), f"{at}/votes", choices=[0, 1]))
    assert [one["votes_count"] for one in told["options"]] == [None, None]

    Poll.objects.update(closes_at=timezone.now())

    told = said(app(amara).get(at))
    assert (told["expired"], told["voters_count"], told["votes_count"]) == (True, 1, 2)
    assert [one["votes_count"] for one in told["options"]] == [1, 1]


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [([], "does not exist"), ([2], "does not exist"), ([0, 1], "One answer"), (["x"], "choices")],
)
def test_answers_that_are_none_are_refused(choices, sentence, app, amara, dr_osei):
    poll = asks(app(dr_osei))["poll"]

    refused = sent(app(amara), f"/api/v1/polls/{poll['id']}/votes", choices=choices)

    assert (refused.status_code, sentence in refused.json()["error"]) == (422, True)
    assert Poll.objects.get().voters == 0


def test_own_polls_and_second_answers_are_refused(app, amara, dr_osei):
    poll = asks(app(dr_osei))["poll"]
    at = f"/api/v1/polls/{poll['id']}/votes"
    said(sent(app(amara), at, choices=[0]))

    assert sent(app(amara), at, choices=[1]).status_code == 422
    assert sent(app(dr_osei), at, choices=[1]).status_code == 422
    assert Poll.objects.get().voters == 1


def test_a_poll_in_a_post_that_is_not_for_her_is_not_there(app, amara, dr_osei):
    told = said(sent(app(dr_osei), AT, status="?", poll=ASKED, visibility="private"))
    at = f"/api/v1/polls/{told['poll']['id']}"

    assert app(amara).get(at).json() == {"error": "Record not found"}
    assert sent(app(amara), f"{at}/votes", choices=[0]).status_code == 404
    assert app(amara).get("/api/v1/polls/no").status_code == 404


def test_a_post_for_later_is_kept_moved_and_cancelled(app, amara):
    mine = app(amara)
    kept = said(
        sent(
            mine,
            AT,
            status="Later",
            scheduled_at=in_hours(1),
            visibility="private",
            poll=ASKED,
            corridor={"repliers": "followers"},
        )
    )
    at = f"{LATER}/{kept['id']}"

    assert (kept["params"]["text"], kept["params"]["visibility"]) == ("Later", "private")
    assert kept["params"]["poll"]["expires_in"] == 3600
    assert not Post.objects.exists()
    assert said(mine.get(at)) == kept
    moved = said(sent(mine, at, "put", scheduled_at=in_hours(5)))
    assert moved["scheduled_at"] > kept["scheduled_at"]
    assert [one["id"] for one in said(mine.get(LATER))] == [kept["id"]]
    assert said(mine.delete(at)) == {}
    assert said(mine.get(LATER)) == []


def test_of_posts_for_later_the_newest_comes_first_in_pieces(app, amara):
    mine = app(amara)
    for number in range(3):
        sent(mine, AT, status=f"Note {number}", scheduled_at=in_hours(1 + number))

    first = mine.get(f"{LATER}?limit=2")

    assert [one["params"]["text"] for one in said(first)] == ["Note 2", "Note 1"]
    assert 'rel="next"' in first.headers["Link"]


def test_nobody_else_sees_or_touches_it(app, amara, mallory):
    kept = said(sent(app(amara), AT, status="Later", scheduled_at=in_hours(1)))
    at = f"{LATER}/{kept['id']}"

    assert said(app(mallory).get(LATER)) == []
    assert app(mallory).get(at).status_code == 404
    assert sent(app(mallory), at, "put", scheduled_at=in_hours(5)).status_code == 404
    assert app(mallory).delete(at).status_code == 404
    assert ScheduledPost.objects.count() == 1


def test_too_soon_is_refused_and_past_is_now(app, amara):
    refused = sent(app(amara), AT, status="Soon", scheduled_at=in_hours(0.01))
    assert (refused.status_code, Post.objects.exists()) == (422, False)
    assert "five minutes" in refused.json()["error"]

    told = said(sent(app(amara), AT, status="Past", scheduled_at=in_hours(-1)))
    assert told["content"] == "<p>Past</p>"


def test_a_post_for_later_is_kept_once_however_often_it_is_sent(app, amara):
    words = {"status": "Later", "scheduled_at": in_hours(1)}

    told = [said(app(amara).post(AT, words, headers={"Idempotency-Key": "k"})) for _ in "ab"]

    assert told[0] == told[1]
    assert ScheduledPost.objects.count() == 1


def test_audiences_of_ours_are_kept_for_later(app, amara):
    said(
        sent(
            app(amara),
            AT,
            status="Later",
            scheduled_at=in_hours(1),
            corridor={"audience": "verified"},
        )
    )

    assert ScheduledPost.objects.get().words["audience"] == Audience.VERIFIED
