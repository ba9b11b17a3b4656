"""Posts as apps write, read, edit and delete them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.people.actions import ShieldWishes, block, follow, raise_shield
from corridor.posts.actions import NewPoll, NewPost, boost_post, give_kudos, publish_post
from corridor.posts.choices import Audience
from corridor.posts.models import Attachment, Boost, Post
from tests.mastodon_api.posting import said, sent

AT = "/api/v1/statuses"
NOT_THERE = {"error": "Record not found"}


@pytest.fixture
def says(now):
    def publish(profile, text="Blocks on Thursday", **more):
        return publish_post(NewPost(text=text, **more), by=profile, now=now)

    return publish


def texts(statuses):
    return [one["content"].removeprefix("<p>").removesuffix("</p>") for one in statuses]


def test_a_post_is_answered_as_mastodon_does(app, amara):
    told = said(sent(app(amara), AT, status="Hello #POCUS", spoiler_text="Scan", language="en"))

    assert told["account"]["username"] == amara.handle
    assert told["tags"] == [{"name": "pocus", "url": "http://localhost:8000/tags/pocus/"}]
    for name, value in {
        "visibility": "public",
        "sensitive": True,
        "spoiler_text": "Scan",
        "language": "en",
        "in_reply_to_id": None,
        "reblogs_count": 0,
        "favourited": False,
        "application": {"name": "Pocket", "website": None},
        "poll": None,
        "quote": None,
        "reblog": None,
    }.items():
        assert told[name] == value


@pytest.mark.parametrize(
    ("visibility", "audience"),
    [
        ("public", Audience.PUBLIC),
        ("unlisted", Audience.QUIET),
        ("private", Audience.FOLLOWERS),
        ("direct", Audience.NAMED),
        ("", Audience.PUBLIC),
        (None, Audience.PUBLIC),
    ],
)
def test_visibilities_are_our_audiences(visibility, audience, app, amara):
    said(sent(app(amara), AT, status="Hello", visibility=visibility))

    assert Post.objects.get().audience == audience


def test_audiences_of_ours_are_reached_too(app, amara):
    ends = (timezone.now() + timedelta(days=1)).isoformat()

    told = said(
        app(amara).post(
            AT,
            {
                "status": "A story",
                "corridor[audience]": "verified",
                "corridor[repliers]": "nobody",
                "corridor[kind]": "story",
                "corridor[expires_at]": ends,
            },
        )
    )

    assert (told["visibility"], told["corridor"]["audience"]) == ("private", "verified")
    post = Post.objects.get()
    assert (post.kind, post.repliers, post.expires_at.isoformat()) == ("story", "nobody", ends)


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        ({}, 422, "nothing in it"),
        ({"status": " \n"}, 422, "nothing in it"),
        ({"status": "x" * 1001}, 422, "too long"),
        ({"status": "x", "spoiler_text": "x" * 400}, 422, "too long"),
        ({"status": "x", "in_reply_to_id": "7"}, 404, "not there for you"),
        ({"status": "x", "quoted_status_id": "7"}, 404, "not there for you"),
        ({"status": "x", "media_ids": ["7"]}, 422, "not yours"),
        ({"status": "x", "media_attributes": [{"id": "7", "description": "y"}]}, 422, "not yours"),
        ({"status": "x", "poll": {"options": ["one"], "expires_in": 600}}, 422, "A poll has"),
        ({"status": "x", "poll": {"options": ["a", "b"], "expires_in": 6}}, 422, "A poll has"),
        ({"status": "x", "visibility": "everyone"}, 422, "visibility"),
        ({"status": "x", "corridor": {"kind": "story"}}, 422, "says when it ends"),
        ({"status": "x", "scheduled_at": "9999-12-31T23:59:59-12:00"}, 422, "scheduled_at"),
        ({"status": "x", "in_reply_to_id": "9" * 40}, 422, "in_reply_to_id"),
    ],
)
def test_what_is_refused_is_refused_in_words_and_nothing_is_kept(
    words, status, sentence, app, amara
):
    refused = sent(app(amara), AT, **words)

    assert refused.status_code == status
    assert sentence in refused.json()["error"]
    assert not Post.objects.exists()


def test_only_a_token_for_writing_writes(app, client, amara):
    assert sent(app(amara, scopes="read"), AT, status="x").status_code == 403
    assert sent(client, AT, status="x").status_code == 401
    assert not Post.objects.exists()


def test_what_an_app_sends_twice_is_published_once(app, amara):
    mine = app(amara)

    told = [
        said(mine.post(AT, {"status": "Hello"}, headers={"Idempotency-Key": "k"})) for _ in "ab"
    ]

    assert told[0]["id"] == told[1]["id"]
    assert Post.objects.count() == 1


def test_what_may_not_be_read_is_not_there(app, client, amara, dr_osei, mallory, says, now):
    hidden = says(dr_osei, audience=Audience.FOLLOWERS)
    blocked = says(dr_osei)
    block(blocker=dr_osei, blocked=mallory, now=now)
    theirs = app(mallory)

    for number in (hidden.pk, blocked.pk, 7, "no", "9" * 30, "-1"):
        for path in ("", "/context", "/source", "/history", "/reblogged_by", "/quotes", "/card"):
            unread = theirs.get(f"{AT}/{number}{path}")
            assert (unread.status_code, unread.json()) == (404, NOT_THERE), path
        for path in ("reblog", "favourite", "bookmark", "mute", "pin", "unreblog", "translate"):
            undone = theirs.post(f"{AT}/{number}/{path}")
            assert (undone.status_code, undone.json()) == (404, NOT_THERE), path
        assert sent(theirs, f"{AT}/{number}", "put", status="x").json() == NOT_THERE
        assert theirs.delete(f"{AT}/{number}").json() == NOT_THERE
    assert client.get(f"{AT}/{hidden.pk}").json() == NOT_THERE
    assert Post.objects.count() == 2


def test_several_are_read_at_once_as_they_were_asked_for(app, amara, dr_osei, says):
    first, second = says(dr_osei, "One"), says(dr_osei, "Two")
    hidden = says(dr_osei, audience=Audience.FOLLOWERS)

    told = said(app(amara).get(f"{AT}?id[]={second.pk}&id[]={hidden.pk}&id[]={first.pk}&id[]=7"))

    assert texts(told) == ["Two", "One"]


def test_a_boost_is_read_as_a_post_around_a_post(app, amara, dr_osei, mallory, says, now):
    post = says(dr_osei)
    boost = boost_post(post=post, by=mallory, now=now)

    told = said(app(amara).get(f"{AT}/{boost.pk}"))

    assert (told["id"], told["account"]["username"]) == (str(boost.pk), mallory.handle)
    assert told["reblog"]["id"] == str(post.pk)


def test_a_boost_by_somebody_who_is_blocked_is_not_there(app, amara, dr_osei, mallory, says, now):
    boost = boost_post(post=says(dr_osei), by=mallory, now=now)
    block(blocker=mallory, blocked=amara, now=now)

    assert app(amara).get(f"{AT}/{boost.pk}").json() == NOT_THERE
    assert app(amara).post(f"{AT}/{boost.pk}/favourite").json() == NOT_THERE


def test_an_edit_is_answered_and_its_history_read(app, amara):
    mine = app(amara)
    post = said(sent(mine, AT, status="Blocks on Tuesday", spoiler_text="Needles"))
    at = f"{AT}/{post['id']}"

    told = said(mine.put(at, "status=Blocks on Thursday", "application/x-www-form-urlencoded"))

    assert texts([told]) == ["Blocks on Thursday"]
    assert (told["edited_at"] is not None, told["spoiler_text"]) == (True, "")
    history = said(mine.get(f"{at}/history"))
    assert texts(history) == ["Blocks on Tuesday", "Blocks on Thursday"]
    assert [one["spoiler_text"] for one in history] == ["Needles", ""]
    assert history[0]["created_at"] == post["created_at"]
    assert history[1]["account"]["username"] == amara.handle
    assert said(mine.get(f"{at}/source")) == {
        "id": post["id"],
        "text": "Blocks on Thursday",
        "spoiler_text": "",
    }


def test_others_edit_and_delete_nothing_of_mine(app, amara, mallory, says):
    post = says(amara)
    theirs = app(mallory)

    assert sent(theirs, f"{AT}/{post.pk}", "put", status="x").status_code == 404
    assert theirs.delete(f"{AT}/{post.pk}").status_code == 404
    assert Post.objects.get().text == "Blocks on Thursday"


def test_a_deleted_post_is_handed_back_to_be_written_anew(app, amara, says, now):
    Attachment.objects.create(id=7, owner=amara, kind="image", at=now)
    post = says(amara, "Blocks on #Thursday", attachments=[7])
    mine = app(amara)

    told = said(mine.delete(f"{AT}/{post.pk}"))

    assert (told["text"], told["media_attachments"][0]["id"]) == ("Blocks on #Thursday", "7")
    assert mine.get(f"{AT}/{post.pk}").status_code == 404
    again = said(sent(mine, AT, status=told["text"], media_ids=["7"]))
    assert again["media_attachments"][0]["id"] == "7"


def test_deleting_ones_boost_takes_it_back(app, amara, dr_osei, says, now):
    post = says(dr_osei)
    boost = boost_post(post=post, by=amara, now=now)

    told = said(app(amara).delete(f"{AT}/{boost.pk}"))

    assert told["reblog"]["id"] == str(post.pk)
    assert (Boost.objects.exists(), Post.objects.get().boost_count) == (False, 0)


def test_a_conversation_is_told_as_mastodon_orders_it(app, amara, dr_osei, mallory, says):
    first = says(dr_osei, "1")
    second = says(dr_osei, "2", in_reply_to=first.pk)
    to_first = says(amara, "1a", in_reply_to=first.pk)
    to_second = says(mallory, "2a", in_reply_to=second.pk)
    says(amara, "2aa", in_reply_to=to_second.pk)
    says(amara, "1aa", in_reply_to=to_first.pk)
    says(dr_osei, "3", in_reply_to=second.pk)

    whole = said(app(amara).get(f"{AT}/{first.pk}/context"))
    inside = said(app(amara).get(f"{AT}/{to_second.pk}/context"))

    # What people add to their own words first, then by age, each with what was said to it.
    assert texts(whole["descendants"]) == ["2", "3", "1aa", "2a", "2aa", "1a"]
    assert whole["ancestors"] == []
    assert (texts(inside["ancestors"]), texts(inside["descendants"])) == (["1", "2"], ["2aa"])


def test_a_conversation_leaves_out_what_may_not_be_read(
    app, client, amara, dr_osei, mallory, says, now
):
    first = says(dr_osei, "1")
    hidden = says(mallory, "1a", in_reply_to=first.pk)
    says(dr_osei, "1aa", in_reply_to=hidden.pk)
    says(dr_osei, "1b", in_reply_to=first.pk, audience=Audience.FOLLOWERS)
    block(blocker=amara, blocked=mallory, now=now)

    told = said(app(amara).get(f"{AT}/{first.pk}/context"))

    assert texts(told["descendants"]) == ["1aa"]
    follow(follower=amara, followed=dr_osei, now=now)
    told = said(app(amara).get(f"{AT}/{first.pk}/context"))
    assert texts(told["descendants"]) == ["1b", "1aa"]


def test_a_page_with_polls_and_quotations_takes_few_queries(
    app, amara, dr_osei, says, django_assert_num_queries
):
    for number in range(6):
        quoted = says(dr_osei, f"Quoted {number}")
        poll = NewPoll(options=["a", "b"], lasts=timedelta(days=1))
        says(dr_osei, f"Quoting {number}", quotes=quoted.pk, poll=poll)
    mine = app(amara)
    mine.get("/api/v1/timelines/public")

    with django_assert_num_queries(8):
        told = said(mine.get("/api/v1/timelines/public"))

    assert told[0]["quote"]["quoted_status"]["content"] == "<p>Quoted 5</p>"
    assert told[0]["poll"]["options"][0]["title"] == "a"


def test_a_card_is_never_there_and_nothing_is_translated(app, amara, says):
    post = says(amara)

    assert app(amara).get(f"{AT}/{post.pk}/card").status_code == 404
    assert app(amara).post(f"{AT}/{post.pk}/translate").status_code == 403


def test_while_her_shield_hides_counts_apps_are_told_of_none(app, amara, dr_osei, says, now):
    post = says(amara)
    give_kudos(post=post, by=dr_osei, now=now)
    boost_post(post=post, by=dr_osei, now=now)
    names = ("favourites_count", "reblogs_count", "favourited", "reblogged")

    def told(by):
        one = said(app(by).get(f"{AT}/{post.pk}"))
        (other,) = said(app(by).get("/api/v1/timelines/public"))
        assert [one[name] for name in names] == [other[name] for name in names]
        return [one[name] for name in names]

    raise_shield(ShieldWishes(), profile=amara, now=now)
    assert told(dr_osei) == [0, 0, True, True]
    assert told(amara) == [0, 0, False, False]
    raise_shield(ShieldWishes(hides_counts=False), profile=amara, now=now)
    assert told(dr_osei) == [1, 1, True, True]


@pytest.mark.parametrize("marks", ["reblogged_by", "favourited_by"])
def test_while_her_shield_hides_counts_nobody_counts_those_who_marked(
    app, amara, dr_osei, says, now, marks
):
    post = says(amara)
    give_kudos(post=post, by=dr_osei, now=now)
    boost_post(post=post, by=dr_osei, now=now)

    def told(by):
        return [one["username"] for one in said(app(by).get(f"{AT}/{post.pk}/{marks}"))]

    raise_shield(ShieldWishes(), profile=amara, now=now)
    assert [told(dr_osei), told(amara)] == [[], []]
    raise_shield(ShieldWishes(hides_counts=False), profile=amara, now=now)
    assert told(dr_osei) == [dr_osei.handle]
