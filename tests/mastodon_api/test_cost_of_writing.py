"""What people do most takes few statements, however many it concerns."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor.mastodon_api.models import RenderedPost
from corridor.mastodon_api.rendering import render_posts
from corridor.people.actions import follow
from corridor.posts.actions import NewPoll, NewPost, boost_post, give_kudos, publish_post
from corridor.posts.models import Attachment, Figures
from tests.mastodon_api.posting import said

STATUSES = "/api/v1/statuses"
WORDS = "Airway on call? #MedTwitter with @kwame_osei"


@pytest.fixture
def says(now):
    def publish(profile, text="Blocks on Thursday", **more):
        return publish_post(NewPost(text=text, **more), by=profile, now=now)

    return publish


@pytest.fixture
def mine(app, amara, dr_osei, says):
    """Her app, which has asked before; Dr Osei is there to be named."""
    del dr_osei
    says(amara, WORDS)
    client = app(amara)
    client.get("/api/v1/timelines/home")
    return client


# Each with a token, a profile, a savepoint that a test has in place of a transaction, and the
# answer and its filters. One asks whose shield a post meets.


def test_a_post_with_a_tag_and_a_mention(mine, django_assert_num_queries):
    with django_assert_num_queries(29):
        told = said(mine.post(STATUSES, {"status": WORDS}))

    assert [one["acct"] for one in told["mentions"]] == ["kwame_osei"]
    assert [one["name"] for one in told["tags"]] == ["medtwitter"]


def test_a_post_costs_the_same_whoever_follows(mine, amara, join, now, django_assert_num_queries):
    for number in range(8):
        follower = join(handle=f"follower_{number}", display_name="Somebody")
        follow(follower=follower, followed=amara, now=now)

    with django_assert_num_queries(29):
        mine.post(STATUSES, {"status": WORDS})


@pytest.mark.parametrize(("deed", "queries"), [("favourite", 14), ("bookmark", 5), ("reblog", 19)])
def test_what_is_done_with_a_post(mine, dr_osei, says, deed, queries, django_assert_num_queries):
    post = says(dr_osei, "Blocks on Thursday")
    said(mine.get(f"{STATUSES}/{post.pk}"))

    with django_assert_num_queries(queries):
        mine.post(f"{STATUSES}/{post.pk}/{deed}")


def test_a_deletion_costs_the_same_however_many_passed_it_on(mine, amara, says, join, now):
    """How much that is, is for whoever names posts in a table to say: each is read and emptied."""
    several = [join(handle=f"reader_{number}", display_name="Somebody") for number in range(5)]
    posts = [says(amara, "Blocks on Thursday") for _ in range(3)]
    for post, readers in zip(posts, (several, several[:1], several), strict=True):
        for reader in readers:
            boost_post(post=post, by=reader, now=now)
            give_kudos(post=post, by=reader, now=now)
    mine.delete(f"{STATUSES}/{posts[0].pk}")  # what is made once is made

    costs = []
    for post in posts[1:]:
        with CaptureQueriesContext(connection) as asked:
            mine.delete(f"{STATUSES}/{post.pk}")
        costs.append(len(asked))

    assert costs[0] == costs[1]
    boosted = Figures.objects.filter(profile__in=several)
    assert {one.posts for one in boosted} == {0}


def test_following_somebody(mine, dr_osei, django_assert_num_queries):
    with django_assert_num_queries(22):
        told = said(mine.post(f"/api/v1/accounts/{dr_osei.pk}/follow"))

    assert told["following"] is True


def test_what_is_rendered_at_publication_is_what_is_rendered_later(amara, dr_osei, says, now):
    quoted = says(dr_osei, "Read this")
    heart = Attachment.objects.create(id=1, owner=amara, kind="image", at=now, alt="A heart")
    poll = NewPoll(options=("Yes", "No"), lasts=timedelta(days=1))
    posts = [
        says(amara, f"{WORDS} and #Anatomy #Zoology", content_note="Long", language="en"),
        says(amara, "Spinal?", poll=poll, quotes=quoted.pk),
        says(amara, "", attachments=[heart.pk]),
    ]
    before = list(RenderedPost.objects.order_by("pk").values())

    render_posts([post.pk for post in posts])

    assert list(RenderedPost.objects.order_by("pk").values()) == before
    assert '"description":"A heart"' in before[-1]["part"]
