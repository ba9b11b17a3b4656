"""A deleted post is gone for everybody, and comes back as it was while its author may want it."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from corridor.notifications.models import Notification
from corridor.people.actions import follow
from corridor.posts import actions, queries
from corridor.posts.actions import NewPoll
from corridor.posts.choices import Audience, Kind
from corridor.posts.models import (
    Bookmark,
    Boost,
    DeletedPost,
    DeletionRule,
    Figures,
    Kudos,
    Post,
    Revision,
    SearchEntry,
    TimelineEntry,
    Vote,
)
from tests.kernel.test_pictures import picture as drawn

A_DAY = timedelta(days=1)


@pytest.fixture
def sends(now):
    def send(profile):
        return actions.upload_media(
            actions.Upload(file=ContentFile(drawn(), name="block.png")), by=profile, now=now
        )

    return send


@pytest.fixture
def follows(now):
    def begin(follower, followed):
        follow(follower=follower, followed=followed, now=now)

    return begin


def _counts(post):
    return Post.objects.values_list("reply_count", "boost_count", "kudos_count", "quote_count").get(
        pk=post.pk
    )


def _at_home(profile):
    return list(TimelineEntry.objects.filter(profile=profile).values_list("entry", flat=True))


def test_it_comes_back_with_all_that_others_did_with_it(says, amara, dr_osei, mallory, now):
    poll = NewPoll(options=["Ropivacaine", "Lidocaine"], lasts=A_DAY)
    post = says(amara, "Which? #blocks @kwame_osei", poll=poll)
    actions.edit_post(actions.Edit(text="Which? #Blocks", poll=poll), post=post, by=amara, now=now)
    boost = actions.boost_post(post=post, by=dr_osei, now=now)
    actions.give_kudos(post=post, by=mallory, now=now)
    actions.bookmark_post(post=post, by=mallory, now=now)
    actions.vote(poll=post.poll, choices=[1], by=dr_osei, now=now)
    reply = says(dr_osei, "The first", in_reply_to=post.pk)
    quoting = says(mallory, "Look", quotes=post.pk)
    before = _counts(post)

    actions.delete_post(post=post, by=amara, now=now)

    rows = [Post.objects.filter(pk=post.pk), Boost, Kudos, Bookmark, Vote, Revision]
    assert [len(one if one is rows[0] else one.objects.all()) for one in rows] == [0] * 6
    assert not queries.readable(amara.pk, now=now).filter(pk=post.pk).exists()

    back = actions.bring_back_post(post.pk, by=amara, now=now)

    assert (back.text, back.at, back.edited_at) == ("Which? #Blocks", post.at, now)
    assert _counts(post) == before
    assert Boost.objects.get().pk == boost.pk
    kept = [Kudos.objects.get(), Bookmark.objects.get(), Vote.objects.get()]
    assert [one.profile for one in kept] == [mallory, mallory, dr_osei]
    assert Post.objects.get(pk=reply.pk).in_reply_to_id == post.pk
    assert Post.objects.get(pk=quoting.pk).quotes_id == post.pk
    assert Revision.objects.get().post_id == post.pk
    assert [one.pk for one in queries.tagged("blocks", viewer_id=mallory.pk, now=now)] == [post.pk]


def test_it_is_at_home_and_found_again_and_counted_as_before(
    says, follows, amara, dr_osei, mallory, now, django_capture_on_commit_callbacks
):
    follows(dr_osei, amara)
    follows(mallory, dr_osei)
    post = says(amara, "Ropivacaine on Thursday")
    boost = actions.boost_post(post=post, by=dr_osei, now=now)
    words = SearchEntry.objects.get(post=post).words
    figures = list(Figures.objects.order_by("pk").values_list("pk", "posts"))

    actions.delete_post(post=post, by=amara, now=now)
    assert [_at_home(one) for one in (amara, dr_osei, mallory)] == [[], [], []]

    with django_capture_on_commit_callbacks(execute=True):
        actions.bring_back_post(post.pk, by=amara, now=now)

    homes = [_at_home(one) for one in (amara, dr_osei, mallory)]
    assert homes[0] == [post.pk]
    assert sorted(homes[1]) == sorted([post.pk, boost.pk])
    assert homes[2] == [boost.pk]
    assert list(Figures.objects.order_by("pk").values_list("pk", "posts")) == figures
    assert SearchEntry.objects.get(post=post).words == words


def test_nobody_is_told_a_second_time(says, amara, dr_osei, now):
    post = says(amara, "@kwame_osei Look")
    told = list(Notification.objects.values_list("pk", "recipient"))
    assert told

    actions.delete_post(post=post, by=amara, now=now)
    assert not Notification.objects.exists()
    actions.bring_back_post(post.pk, by=amara, now=now)

    assert list(Notification.objects.values_list("pk", "recipient")) == told


def test_what_belonged_to_somebody_who_left_stays_away(says, amara, dr_osei, mallory, now):
    post = says(amara)
    actions.give_kudos(post=post, by=mallory, now=now)
    actions.give_kudos(post=post, by=dr_osei, now=now)
    answered = says(dr_osei)
    reply = says(amara, in_reply_to=answered.pk)

    actions.delete_post(post=post, by=amara, now=now)
    actions.delete_post(post=reply, by=amara, now=now)
    mallory.delete()
    actions.delete_post(post=answered, by=dr_osei, now=now)
    actions.bring_back_post(post.pk, by=amara, now=now)
    back = actions.bring_back_post(reply.pk, by=amara, now=now)

    assert [one.profile for one in Kudos.objects.all()] == [dr_osei]
    assert _counts(post)[2] == 1
    assert (back.in_reply_to_id, back.in_reply_to_author) == (None, dr_osei)


def test_it_counts_again_for_what_it_answers_and_quotes(says, amara, dr_osei, now):
    answered = says(dr_osei)
    reply = says(amara, in_reply_to=answered.pk, quotes=answered.pk)
    assert _counts(answered) == (1, 0, 0, 1)

    actions.delete_post(post=reply, by=amara, now=now)
    assert _counts(answered) == (0, 0, 0, 0)
    actions.bring_back_post(reply.pk, by=amara, now=now)

    assert _counts(answered) == (1, 0, 0, 1)


def test_a_reply_that_waits_waits_again(says, reads, amara, dr_osei, mallory, now):
    answered = says(dr_osei, repliers="mentioned")
    reply = says(mallory, in_reply_to=answered.pk)

    actions.delete_post(post=reply, by=mallory, now=now)
    actions.bring_back_post(reply.pk, by=mallory, now=now)

    assert not reads(amara, reply)
    assert [one.pk for one in queries.replies_waiting(dr_osei.pk, now=now)] == [reply.pk]
    assert _counts(answered)[0] == 0


def test_only_its_author_brings_it_back_and_only_once(says, amara, mallory, now):
    post = says(amara)
    actions.delete_post(post=post, by=amara, now=now)

    with pytest.raises(actions.GoneForGood):
        actions.bring_back_post(post.pk, by=mallory, now=now)
    assert queries.own_deleted(mallory.pk, now=now) == []
    assert not queries.may_come_back(post.pk, author_id=mallory.pk, now=now)

    actions.bring_back_post(post.pk, by=amara, now=now)
    with pytest.raises(actions.GoneForGood):
        actions.bring_back_post(post.pk, by=amara, now=now)
    assert Post.objects.count() == 1


def test_who_deletes_twice_at_once_counts_it_once(says, amara, dr_osei, now):
    answered = says(dr_osei)
    says(amara, in_reply_to=answered.pk)
    reply = says(amara, in_reply_to=answered.pk)
    actions.delete_post(post=Post.objects.get(pk=reply.pk), by=amara, now=now)

    with pytest.raises(actions.NotYourPost):
        actions.delete_post(post=reply, by=amara, now=now)

    assert _counts(answered)[0] == 1


def test_after_a_month_it_is_gone_for_good(says, amara, now):
    post = says(amara)
    actions.delete_post(post=post, by=amara, now=now)
    later = now + actions.COMES_BACK

    assert len(queries.own_deleted(amara.pk, now=later - A_DAY)) == 1
    assert actions.forget_what_was_deleted(now=later - A_DAY) == 0
    with pytest.raises(actions.GoneForGood):
        actions.bring_back_post(post.pk, by=amara, now=later)
    assert queries.own_deleted(amara.pk, now=later) == []

    actions.forget_what_was_deleted(now=later)
    assert not DeletedPost.objects.exists()


def test_a_story_comes_back_only_until_it_would_have_ended(says, amara, now):
    story = says(amara, kind=Kind.STORY, audience=Audience.FOLLOWERS, expires_at=now + A_DAY)
    actions.delete_post(post=story, by=amara, now=now)

    with pytest.raises(actions.GoneForGood):
        actions.bring_back_post(story.pk, by=amara, now=now + A_DAY)
    assert actions.bring_back_post(story.pk, by=amara, now=now + A_DAY / 2).expires_at


def test_what_it_said_lies_sealed(says, amara, now):
    post = says(amara, "Lidocaine in confidence", audience=Audience.NAMED)
    actions.delete_post(post=post, by=amara, now=now)

    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_content FROM posts_deletedpost")
        (sealed,) = cursor.fetchone()

    assert b"Lidocaine" not in bytes(sealed)
    (kept,) = queries.own_deleted(amara.pk, now=now)
    assert kept.text == "Lidocaine in confidence"


def test_a_rule_that_deleted_it_leaves_it_alone(says, amara, now):
    post = says(amara, at=now - 40 * A_DAY)
    DeletionRule.objects.create(profile=amara, days=30, begins_at=now - A_DAY)
    assert actions.delete_by_rules(now=now) == 1

    actions.bring_back_post(post.pk, by=amara, now=now)

    assert actions.delete_by_rules(now=now) == 0
    assert Post.objects.filter(pk=post.pk).exists()


def test_what_moderators_withheld_comes_back_withheld_until_they_give_it_back(
    says, reads, amara, mallory, now
):
    kept, given_back = says(mallory), says(mallory)
    for post in (kept, given_back):
        actions.withhold_post(post.pk, now=now)
        actions.delete_post(post=post, by=mallory, now=now)

    actions.give_back_post(given_back.pk)
    with pytest.raises(actions.NotWithheld):
        actions.give_back_post(given_back.pk)
    for post in (kept, given_back):
        actions.bring_back_post(post.pk, by=mallory, now=now)

    assert [reads(amara, post) for post in (kept, given_back)] == [False, True]


def test_what_moderators_decided_about_does_not_come_back(says, amara, mallory, now):
    post, other = says(mallory), says(mallory)
    for one in (post, other):
        actions.delete_post(post=one, by=mallory, now=now)

    actions.keep_from_returning(post.pk)

    with pytest.raises(actions.GoneForGood):
        actions.bring_back_post(post.pk, by=mallory, now=now)
    assert actions.bring_back_post(other.pk, by=mallory, now=now).pk == other.pk


def test_its_pictures_are_nowhere_until_it_is_back(
    sends, says, amara, now, django_capture_on_commit_callbacks
):
    post = says(amara, attachments=[sends(amara).pk])
    public = post.attachments.get().file.name

    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_post(post=post, by=amara, now=now)
    assert not default_storage.exists(public)
    assert actions.remove_unused_media(now=now + 2 * A_DAY) == 0

    with django_capture_on_commit_callbacks(execute=True):
        actions.bring_back_post(post.pk, by=amara, now=now)

    back = Post.objects.get(pk=post.pk).attachments.get()
    assert default_storage.exists(back.file.name)
    assert "withheld" not in back.file.name


def test_a_picture_in_another_post_since_stays_there(
    sends, says, amara, now, django_capture_on_commit_callbacks
):
    picture = sends(amara)
    post = says(amara, attachments=[picture.pk])
    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_post(post=post, by=amara, now=now)
        again = says(amara, "Better", attachments=[picture.pk])

    back = actions.bring_back_post(post.pk, by=amara, now=now)

    assert [one.attachments.count() for one in (back, again)] == [0, 1]
    assert "withheld" not in again.attachments.get().file.name


def test_what_is_forgotten_takes_its_pictures_along(
    sends, says, amara, mallory, now, django_capture_on_commit_callbacks
):
    post = says(amara, attachments=[sends(amara).pk])
    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_post(post=post, by=amara, now=now)
    (kept,) = DeletedPost.objects.get().attachments.all()

    with pytest.raises(actions.GoneForGood):
        actions.forget_deleted(post.pk, by=mallory, now=now)
    with django_capture_on_commit_callbacks(execute=True):
        actions.forget_deleted(post.pk, by=amara, now=now)

    assert not DeletedPost.objects.exists()
    assert not default_storage.exists(kept.file.name)


def test_what_is_refused_when_written_again_leaves_no_file_in_the_open(
    sends, says, amara, now, django_capture_on_commit_callbacks
):
    picture = sends(amara)
    post = says(amara, attachments=[picture.pk])
    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_post(post=post, by=amara, now=now)
    _folders, before = default_storage.listdir("posts")

    with pytest.raises(actions.MayIdentifyPatient):
        says(amara, "My patient John Miller, MRN 4482913", attachments=[picture.pk])

    assert default_storage.listdir("posts")[1] == before
