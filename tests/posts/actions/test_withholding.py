"""Moderators keep posts from others, or put a note over them."""

import pytest

from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.models import Post


@pytest.fixture
def says(now):
    def say(author, text="Blocks on Thursday", **more):
        return posting.publish_post(posting.NewPost(text=text, **more), by=author, now=now)

    return say


def test_what_is_withheld_its_author_alone_reads(says, amara, mallory, now):
    post = says(mallory)

    posting.withhold_post(post.pk, now=now)

    readers = {"amara": amara.pk, "visitor": None, "author": mallory.pk}
    seen = [who for who, pk in readers.items() if posts.readable(pk, now=now).exists()]
    assert seen == ["author"]
    posting.delete_post(post=post, by=mallory, now=now, for_good=True)
    with pytest.raises(posting.PostGone):
        posting.give_back_post(post.pk)


def test_a_withheld_reply_counts_no_more_until_it_is_given_back(says, amara, mallory, now):
    post = says(amara)
    reply = says(mallory, "@amara_nwosu no", in_reply_to=post.pk)
    assert Post.objects.get(pk=post.pk).reply_count == 1

    posting.withhold_post(reply.pk, now=now)
    assert Post.objects.get(pk=post.pk).reply_count == 0
    with pytest.raises(posting.WithheldAlready):
        posting.withhold_post(reply.pk, now=now)
    with pytest.raises(posting.NotWaiting):
        posting.let_reply_through(reply=reply, by=amara)

    posting.give_back_post(reply.pk)
    assert Post.objects.get(pk=post.pk).reply_count == 1
    assert posts.readable(None, now=now).filter(pk=reply.pk).exists()
    with pytest.raises(posting.NotWithheld):
        posting.give_back_post(reply.pk)


def test_a_reply_that_waited_waits_again_when_it_is_given_back(says, amara, mallory, now):
    post = says(amara, repliers="mentioned")
    reply = says(mallory, "No", in_reply_to=post.pk)

    posting.withhold_post(reply.pk, now=now)
    assert not posts.replies_waiting(amara.pk, now=now).exists()

    posting.give_back_post(reply.pk)
    assert posts.replies_waiting(amara.pk, now=now).exists()


def test_a_label_stays_whatever_its_author_edits(says, mallory, now):
    post = says(mallory, "Vitamin C cures it", content_note="Opinion")

    posting.label_post(post.pk, note="Not what studies show")
    posting.edit_post(posting.Edit(text="Vitamin C!"), post=post, by=mallory, now=now)
    assert Post.objects.get(pk=post.pk).content_note == "Not what studies show"

    posting.edit_post(
        posting.Edit(text="C!", content_note="Opinion"), post=post, by=mallory, now=now
    )
    assert Post.objects.get(pk=post.pk).content_note == "Not what studies show · Opinion"

    posting.end_label(post.pk)
    assert Post.objects.get(pk=post.pk).content_note == "Opinion"
    with pytest.raises(posting.NotLabelled):
        posting.end_label(post.pk)
