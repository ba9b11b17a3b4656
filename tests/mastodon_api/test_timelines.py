"""Timelines as apps read them."""

from corridor.people.actions import follow
from corridor.posts.actions import NewPost, boost_post, publish_post


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
