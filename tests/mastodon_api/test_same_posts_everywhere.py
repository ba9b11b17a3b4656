"""Every way in which apps read posts shows a reader the same posts: those she may read.

Who may read what is held against a table in `tests/posts/test_who_reads_what.py`; here each way
is held against that one place.
"""

from datetime import timedelta

import pytest

from corridor.people.actions import block, follow
from corridor.posts import queries
from corridor.posts.actions import (
    NewPoll,
    NewPost,
    bookmark_post,
    give_kudos,
    publish_post,
)
from corridor.posts.choices import Audience, Kind, Repliers
from tests.mastodon_api.posting import said

AT = "/api/v1/statuses"
A_DAY = timedelta(days=1)


@pytest.fixture
def spread(amara, dr_osei, prof_lindqvist, mallory, now):
    """Posts of every audience, all tagged, asking, quoting, and in one conversation."""
    first = publish_post(NewPost(text="Begin #blocks"), by=prof_lindqvist, now=now)
    made = [first]
    for audience in Audience:
        new = NewPost(
            text=f"{audience} for @{mallory.handle} #blocks",
            audience=audience,
            in_reply_to=first.pk,
            quotes=first.pk,
            poll=NewPoll(options=["a", "b"], lasts=A_DAY),
        )
        made.append(publish_post(new, by=dr_osei, now=now))
    story = NewPost(text="#blocks", kind=Kind.STORY, expires_at=now + A_DAY, in_reply_to=first.pk)
    made.append(publish_post(story, by=dr_osei, now=now))
    closed = publish_post(NewPost(text="#blocks", repliers=Repliers.MENTIONED), by=amara, now=now)
    held = NewPost(text="#blocks", in_reply_to=closed.pk)
    made += [closed, publish_post(held, by=dr_osei, now=now)]
    return made


def nothing(reader, author, now):
    del reader, author, now


def follows(reader, author, now):
    follow(follower=reader, followed=author, now=now)


def is_blocked(reader, author, now):
    block(blocker=author, blocked=reader, now=now)


@pytest.mark.parametrize(
    ("who", "relation"),
    [
        ("visitor", nothing),
        ("amara", nothing),
        ("amara", follows),
        ("mallory", nothing),
        ("mallory", is_blocked),
        ("dr_osei", nothing),
    ],
)
def test_all_ways_of_reading_show_the_same(
    who, relation, request, app, client, dr_osei, spread, now
):
    reader = None if who == "visitor" else request.getfixturevalue(who)
    if reader not in {None, dr_osei}:
        relation(reader, dr_osei, now)
    reads = client if reader is None else app(reader)
    may = readable(reader, spread, now)

    for post in spread:
        is_shown = post.pk in may
        for path in ("", "/context", "/history", "/quotes", "/favourited_by", "/reblogged_by"):
            answer = reads.get(f"{AT}/{post.pk}{path}")
            assert (answer.status_code == 200) == is_shown, (post.text, path)
            assert is_shown or answer.json() == {"error": "Record not found"}
        if hasattr(post, "poll"):
            assert (reads.get(f"/api/v1/polls/{post.poll.pk}").status_code == 200) == is_shown
    assert among_others(reads, spread) == [
        may,
        {post.pk for post in spread[1:] if post.thread == spread[0].pk} & may,
        {post.pk for post in spread if post.quotes_id} & may,
        {post.pk for post in spread if post.audience == Audience.PUBLIC} & may,
    ]


@pytest.mark.parametrize(
    ("who", "relation"), [("amara", follows), ("mallory", is_blocked), ("dr_osei", nothing)]
)
def test_what_was_marked_is_shown_as_long_as_it_may_be_read(
    who, relation, request, app, dr_osei, spread, now
):
    reader = request.getfixturevalue(who)
    for post in spread:
        give_kudos(post=post, by=reader, now=now)
        bookmark_post(post=post, by=reader, now=now)
    if reader != dr_osei:
        relation(reader, dr_osei, now)

    may = readable(reader, spread, now)

    assert numbers(app(reader).get("/api/v1/bookmarks?limit=40")) == may
    assert numbers(app(reader).get("/api/v1/favourites?limit=40")) == may


def readable(reader, spread, now):
    """By the clock of the server, where the cast's stories are over long ago."""
    viewer_id = None if reader is None else reader.pk
    found = queries.readable(viewer_id, now=now + 10 * 365 * A_DAY)
    return set(found.filter(pk__in=[post.pk for post in spread]).values_list("pk", flat=True))


def among_others(reads, spread):
    """Several at once, in the conversation, among quotations, under the tag."""
    ids = "&".join(f"id[]={post.pk}" for post in spread)
    around = said(reads.get(f"{AT}/{spread[0].pk}/context"))["descendants"]
    return [
        numbers(reads.get(f"{AT}?{ids}")),
        {int(one["id"]) for one in around},
        numbers(reads.get(f"{AT}/{spread[0].pk}/quotes")),
        numbers(reads.get("/api/v1/timelines/tag/blocks?limit=40")),
    ]


def numbers(answer):
    return {int(one["id"]) for one in said(answer)}
