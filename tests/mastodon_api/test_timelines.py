"""Timelines as apps read them."""

import pytest

from corridor.people.actions import follow
from corridor.posts.actions import NewPost, boost_post, publish_post
from corridor.posts.choices import Audience


def test_home_has_what_those_i_follow_say_and_pass_on(app, amara, dr_osei, mallory, now):
    follow(follower=amara, followed=mallory, now=now)
    post = publish_post(NewPost(text="Blocks on Thursday"), by=dr_osei, now=now)
    boost_post(post=post, by=mallory, now=now)

    told = app(amara).get("/api/v1/timelines/home").json()

    assert [one["account"]["username"] for one in told] == ["mallory_crane"]
    assert told[0]["reblog"]["content"] == "<p>Blocks on Thursday</p>"


def test_a_token_for_something_else_reads_no_home(app, amara):
    refused = app(amara, scopes="write").get("/api/v1/timelines/home")

    assert (refused.status_code, refused.json()) == (
        403,
        {"error": "This action is outside the authorized scopes"},
    )


def test_links_lead_to_the_next_piece(app, amara, now):
    for number in range(3):
        publish_post(NewPost(text=f"Note {number}"), by=amara, now=now)
    mine = app(amara)

    first = mine.get("/api/v1/timelines/home?limit=2")

    said = [one["content"] for one in first.json()]
    assert said == ["<p>Note 2</p>", "<p>Note 1</p>"]
    onward, back = first.headers["Link"].split(", ")
    assert onward.endswith(f'max_id={first.json()[-1]["id"]}>; rel="next"')
    assert back.endswith(f'min_id={first.json()[0]["id"]}>; rel="prev"')


def test_numbers_that_are_none_are_refused_in_words(app, amara):
    refused = app(amara).get("/api/v1/timelines/home?max_id=soon")

    assert refused.status_code == 422
    assert "max_id" in refused.json()["error"]


def test_a_tag_has_what_is_for_everybody_newest_first(app, amara, dr_osei, now):
    for words in ("First #FirstGenMed", "No tag", "Second #firstgenmed #rota"):
        publish_post(NewPost(text=words), by=dr_osei, now=now)
    quiet = NewPost(text="Quiet #FirstGenMed", audience=Audience.QUIET)
    publish_post(quiet, by=dr_osei, now=now)

    told = app(amara).get("/api/v1/timelines/tag/FirstGenMed").json()

    assert [one["content"].split()[0] for one in told] == ["<p>Second", "<p>First"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("any[]=rota", "321"), ("all[]=rota", "2"), ("none[]=rota", "1"), ("max_id=0", "")],
)
def test_tags_are_asked_for_together(app, amara, now, asked, expected):
    for words in ("1 #icu", "2 #icu #rota", "3 #rota"):
        publish_post(NewPost(text=words), by=amara, now=now)

    told = app(amara).get(f"/api/v1/timelines/tag/icu?{asked}").json()

    assert [one["content"][3] for one in told] == list(expected)


def test_nothing_in_public_comes_from_elsewhere_or_has_pictures_it_has_not(app, amara, now):
    publish_post(NewPost(text="Words only"), by=amara, now=now)
    mine = app(amara)

    assert len(mine.get("/api/v1/timelines/public?local=true").json()) == 1
    assert mine.get("/api/v1/timelines/public?remote=true").json() == []
    assert mine.get("/api/v1/timelines/public?only_media=true").json() == []


def test_a_list_is_its_owners(app, amara, dr_osei, mallory, now):
    made = amara.lists.create(title="Anaesthesia")
    made.entries.create(profile=dr_osei)
    publish_post(NewPost(text="Blocks on Thursday"), by=dr_osei, now=now)
    publish_post(NewPost(text="Elsewhere"), by=mallory, now=now)
    path = f"/api/v1/timelines/list/{made.pk}"

    told = app(amara).get(path).json()

    assert [one["content"] for one in told] == ["<p>Blocks on Thursday</p>"]
    assert app(mallory).get(path).status_code == 404
