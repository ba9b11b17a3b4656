"""What people do with posts through apps."""

import pytest

from corridor.people.actions import block, follow, mute
from corridor.posts.actions import NewPost, boost_post, give_kudos, publish_post
from corridor.posts.choices import Audience, Kind, Quoters
from corridor.posts.models import Boost, Pin, Post, ThreadMute
from tests.mastodon_api.posting import links, said, sent

AT = "/api/v1/statuses"


@pytest.fixture
def says(now):
    def publish(profile, text="Blocks on Thursday", **more):
        return publish_post(NewPost(text=text, **more), by=profile, now=now)

    return publish


@pytest.mark.parametrize(
    ("do", "undo", "mark", "count"),
    [
        ("favourite", "unfavourite", "favourited", "favourites_count"),
        ("bookmark", "unbookmark", "bookmarked", None),
        ("mute", "unmute", "muted", None),
        ("reblog", "unreblog", "reblogged", "reblogs_count"),
    ],
)
def test_marks_are_made_and_taken_back_and_twice_is_once(
    do, undo, mark, count, app, amara, dr_osei, says
):
    post = says(dr_osei)
    mine, at = app(amara), f"{AT}/{post.pk}"

    for _ in "ab":
        said(mine.post(f"{at}/{do}"))
    told = said(mine.get(at))
    assert told[mark] is True
    assert count is None or told[count] == 1

    for _ in "ab":
        told = said(mine.post(f"{at}/{undo}"))
    assert told[mark] is False
    assert count is None or told[count] == 0


def test_what_is_done_to_a_boost_is_done_to_the_post_in_it(app, amara, dr_osei, mallory, says, now):
    post = says(dr_osei)
    boost = boost_post(post=post, by=mallory, now=now)
    mine = app(amara)

    liked = said(mine.post(f"{AT}/{boost.pk}/favourite"))
    boosted = said(mine.post(f"{AT}/{boost.pk}/reblog", {"visibility": "private"}))

    assert (liked["id"], liked["favourites_count"]) == (str(post.pk), 1)
    assert (boosted["reblog"]["id"], boosted["visibility"]) == (str(post.pk), "private")
    made = Boost.objects.get(booster=amara)
    assert (made.via_boost, made.audience) == (boost, Audience.FOLLOWERS)


def test_an_app_says_through_which_boost_she_saw_it(app, amara, dr_osei, mallory, says, now):
    post = says(dr_osei)
    boost = boost_post(post=post, by=mallory, now=now)

    said(app(amara).post(f"{AT}/{post.pk}/reblog", {"via": boost.pk}))

    assert Boost.objects.get(booster=amara).via_boost == boost


def test_what_is_for_some_is_not_boosted(app, amara, dr_osei, says, now):
    follow(follower=amara, followed=dr_osei, now=now)
    post = says(dr_osei, audience=Audience.FOLLOWERS)

    assert app(amara).post(f"{AT}/{post.pk}/reblog").status_code == 403
    assert not Boost.objects.exists()


def test_a_private_boost_is_for_followers(app, amara, dr_osei, mallory, says, now):
    boost = boost_post(post=says(dr_osei), by=mallory, now=now, audience=Audience.FOLLOWERS)

    assert app(amara).get(f"{AT}/{boost.pk}").status_code == 404
    follow(follower=amara, followed=mallory, now=now)
    assert app(amara).get(f"{AT}/{boost.pk}").status_code == 200


def test_who_boosted_for_her_followers_is_told_to_them_alone(
    app, client, amara, dr_osei, mallory, says, now
):
    post = says(dr_osei)
    follow(follower=amara, followed=mallory, now=now)
    boost_post(post=post, by=mallory, now=now, audience=Audience.FOLLOWERS)

    by_whom = f"{AT}/{post.pk}/reblogged_by"

    assert [one["acct"] for one in app(amara).get(by_whom).json()] == [mallory.handle]
    assert [one["acct"] for one in app(mallory).get(by_whom).json()] == [mallory.handle]
    assert app(dr_osei).get(by_whom).json() == []
    assert client.get(by_whom).json() == []


def test_own_posts_are_pinned_and_those_of_others_are_not(app, amara, dr_osei, says):
    mine, theirs = says(amara), says(dr_osei)
    client = app(amara)

    assert said(client.post(f"{AT}/{mine.pk}/pin"))["pinned"] is True
    assert client.post(f"{AT}/{theirs.pk}/pin").status_code == 403
    assert Pin.objects.count() == 1
    assert said(client.post(f"{AT}/{mine.pk}/unpin"))["pinned"] is False


def test_muting_needs_its_own_permission(app, amara, dr_osei, says):
    post = says(dr_osei)

    assert app(amara, scopes="read write:statuses").post(f"{AT}/{post.pk}/mute").status_code == 403
    assert not ThreadMute.objects.exists()
    assert app(amara, scopes="follow").post(f"{AT}/{post.pk}/mute").status_code == 200


def test_who_likes_and_passes_on_is_told_in_pieces(app, amara, dr_osei, mallory, says, now):
    post = says(dr_osei)
    for profile in (amara, mallory, dr_osei):
        give_kudos(post=post, by=profile, now=now)
        boost_post(post=post, by=profile, now=now)

    for path in ("favourited_by", "reblogged_by"):
        first = app(amara).get(f"{AT}/{post.pk}/{path}?limit=2")
        rest = app(amara).get(links(first)[0])
        assert [one["username"] for one in said(first)] == [dr_osei.handle, mallory.handle]
        assert [one["username"] for one in said(rest)] == [amara.handle]


def test_who_is_hidden_is_not_told(app, client, amara, dr_osei, mallory, says, now):
    post = says(dr_osei)
    give_kudos(post=post, by=mallory, now=now)
    boost_post(post=post, by=mallory, now=now)
    block(blocker=mallory, blocked=amara, now=now)

    for path in ("favourited_by", "reblogged_by"):
        assert said(app(amara).get(f"{AT}/{post.pk}/{path}")) == []
        assert len(said(app(dr_osei).get(f"{AT}/{post.pk}/{path}"))) == 1


def test_bookmarks_and_favourites_come_by_when_they_were_marked(app, amara, dr_osei, says):
    older, newer = says(dr_osei, "Older"), says(dr_osei, "Newer")
    mine = app(amara)
    for path, mark in (("bookmarks", "bookmark"), ("favourites", "favourite")):
        for post in (newer, older):
            mine.post(f"{AT}/{post.pk}/{mark}")

        first = mine.get(f"/api/v1/{path}?limit=1")

        assert [one["content"] for one in said(first)] == ["<p>Older</p>"]
        onward, back = links(first)
        assert [one["content"] for one in said(mine.get(onward))] == ["<p>Newer</p>"]
        assert said(mine.get(back)) == []


def test_what_may_not_be_read_any_more_is_among_no_bookmarks(app, amara, dr_osei, says, now):
    post = says(dr_osei)
    app(amara).post(f"{AT}/{post.pk}/bookmark")
    block(blocker=dr_osei, blocked=amara, now=now)

    assert said(app(amara).get("/api/v1/bookmarks")) == []


def test_a_quotation_is_shown_to_whoever_may_read_it(app, amara, dr_osei, mallory, says, now):
    quoted = says(dr_osei)
    told = said(
        sent(app(mallory), AT, status="Look", quoted_status_id=str(quoted.pk), language="en")
    )
    at = f"{AT}/{told['id']}"

    assert told["quote"]["state"] == "accepted"
    assert told["quote"]["quoted_status"]["id"] == str(quoted.pk)
    assert [one["id"] for one in said(app(amara).get(f"{AT}/{quoted.pk}/quotes"))] == [told["id"]]
    mute(muter=amara, muted=dr_osei, now=now)
    assert said(app(amara).get(at))["quote"]["state"] == "muted_account"
    block(blocker=dr_osei, blocked=amara, now=now)
    assert said(app(amara).get(at))["quote"] == {"state": "unauthorized", "quoted_status": None}
    app(dr_osei).delete(f"{AT}/{quoted.pk}")
    assert said(app(mallory).get(at))["quote"] == {"state": "deleted", "quoted_status": None}


def test_a_quotation_of_a_quotation_is_a_number(app, amara, dr_osei, mallory, says):
    first = says(dr_osei)
    second = says(mallory, "Look", quotes=first.pk)
    third = says(amara, "Look at that", quotes=second.pk)

    told = said(app(amara).get(f"{AT}/{third.pk}"))

    inner = told["quote"]["quoted_status"]["quote"]
    assert inner == {"state": "accepted", "quoted_status_id": str(first.pk)}


def test_an_author_takes_her_words_out_of_a_quotation(app, amara, dr_osei, mallory, says):
    quoted = says(dr_osei)
    quoting = says(mallory, "Look", quotes=quoted.pk)
    path = f"{AT}/{quoted.pk}/quotes/{quoting.pk}/revoke"

    assert app(amara).post(path).status_code == 404
    told = said(app(dr_osei).post(path))

    assert told["quote"] == {"state": "revoked", "quoted_status": None}
    assert said(app(amara).get(f"{AT}/{quoted.pk}/quotes")) == []


def test_an_author_chooses_who_quotes(app, amara, mallory, says):
    post = says(amara)
    at = f"{AT}/{post.pk}/interaction_policy"

    told = said(sent(app(amara), at, "put", quote_approval_policy="nobody"))

    assert told["quote_approval"]["automatic"] == []
    assert sent(app(mallory), at, "put", quote_approval_policy="public").status_code == 404
    assert Post.objects.get().quoters == Quoters.NOBODY
    refused = sent(app(mallory), AT, status="Look", quoted_status_id=str(post.pk))
    assert refused.status_code == 404


def test_a_story_is_neither_boosted_nor_quoted(app, amara, dr_osei, says, now):
    story = says(dr_osei, kind=Kind.STORY, expires_at=now.replace(year=2100))

    assert app(amara).post(f"{AT}/{story.pk}/reblog").status_code == 403
    assert sent(app(amara), AT, status="x", quoted_status_id=str(story.pk)).status_code == 404
