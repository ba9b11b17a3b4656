"""Posts that are written now and published later, and drafts."""

from datetime import timedelta

import pytest

from corridor.people.actions import block
from corridor.posts.actions import (
    DraftTooLong,
    EmptyPost,
    NewPoll,
    NewPost,
    NotYourDraft,
    NotYourSchedule,
    TooManyDrafts,
    TooManyScheduled,
    TooManyThatDay,
    TooSoon,
    UnknownAttachment,
    cancel_schedule,
    change_schedule,
    delete_draft,
    delete_post,
    keep_draft,
    publish_due,
    remove_unused_media,
    schedule_post,
)
from corridor.posts.choices import Audience, Kind, Quoters, Repliers
from corridor.posts.models import Attachment, Draft, Post, ScheduledPost

SOON, LATER = timedelta(minutes=5), timedelta(hours=1)
A_DAY = timedelta(days=1)
HELLO = NewPost(text="Hello from the past")


def test_it_is_published_when_it_is_due_and_not_before(amara, now):
    schedule_post(HELLO, due_at=now + LATER, by=amara, now=now)

    assert publish_due(now=now + LATER - SOON) == 0
    assert publish_due(now=now + LATER) == 1
    assert publish_due(now=now + LATER) == 0

    assert Post.objects.get().text == "Hello from the past"
    assert not ScheduledPost.objects.exists()


def test_everything_that_was_said_is_published(amara, dr_osei, says, picture, now):
    shown = picture(amara)
    parent, quoted = says(dr_osei), says(dr_osei)
    new = NewPost(
        text="A story",
        audience=Audience.FOLLOWERS,
        kind=Kind.STORY,
        language="en",
        content_note="Loss",
        is_sensitive=True,
        repliers=Repliers.VERIFIED,
        quoters=Quoters.NOBODY,
        in_reply_to=parent.pk,
        quotes=quoted.pk,
        attachments=[shown.pk],
        expires_at=now + A_DAY,
        application="Pocket",
    )

    schedule_post(new, due_at=now + LATER, by=amara, now=now)
    publish_due(now=now + LATER)

    post = Post.objects.get(author=amara)
    for name in ("text", "audience", "kind", "language", "content_note", "is_sensitive"):
        assert getattr(post, name) == getattr(new, name)
    assert (post.repliers, post.quoters, post.expires_at) == ("verified", "nobody", now + A_DAY)
    assert (post.in_reply_to, post.quotes, post.application) == (parent, quoted, "Pocket")
    assert list(post.attachments.all()) == [shown]


def test_a_poll_opens_when_it_is_published(amara, now):
    poll = NewPoll(options=["Yes", "No"], lasts=A_DAY, is_multiple=True, hides_totals=True)
    schedule_post(NewPost(text="?", poll=poll), due_at=now + LATER, by=amara, now=now)

    publish_due(now=now + LATER)

    opened = Post.objects.get().poll
    assert (opened.closes_at, opened.is_multiple, opened.hides_totals) == (
        now + LATER + A_DAY,
        True,
        True,
    )


def test_what_cannot_be_published_any_more_says_why_and_holds_up_no_other(
    amara, dr_osei, says, now
):
    parent = says(dr_osei)
    reply = schedule_post(
        NewPost(text="When?", in_reply_to=parent.pk), due_at=now + LATER, by=amara, now=now
    )
    schedule_post(HELLO, due_at=now + LATER, by=amara, now=now)
    delete_post(post=parent, by=dr_osei, now=now)

    assert publish_due(now=now + LATER) == 1

    reply.refresh_from_db()
    assert "not there for you" in reply.failed_because
    assert [post.text for post in Post.objects.all()] == ["Hello from the past"]
    assert publish_due(now=now + LATER) == 0


def test_who_was_blocked_meanwhile_gets_no_reply(amara, dr_osei, says, now):
    parent = says(dr_osei)
    new = NewPost(text="When?", in_reply_to=parent.pk)
    schedule_post(new, due_at=now + LATER, by=amara, now=now)
    block(blocker=dr_osei, blocked=amara, now=now)

    publish_due(now=now + LATER)

    assert list(Post.objects.all()) == [parent]


@pytest.mark.parametrize("wait", [-A_DAY, timedelta(0), SOON - timedelta(seconds=1), 400 * A_DAY])
def test_five_minutes_is_soonest_and_a_year_latest(wait, amara, now):
    with pytest.raises(TooSoon):
        schedule_post(HELLO, due_at=now + wait, by=amara, now=now)
    kept = schedule_post(HELLO, due_at=now + SOON, by=amara, now=now)
    with pytest.raises(TooSoon):
        change_schedule(scheduled=kept, due_at=now + wait, by=amara, now=now)

    assert ScheduledPost.objects.get().due_at == now + SOON


def test_twenty_five_a_day_and_three_hundred_in_all(amara, now):
    for number in range(25):
        schedule_post(HELLO, due_at=now + LATER + number * SOON, by=amara, now=now)
    with pytest.raises(TooManyThatDay):
        schedule_post(HELLO, due_at=now + LATER, by=amara, now=now)
    tomorrow = schedule_post(HELLO, due_at=now + A_DAY, by=amara, now=now)
    with pytest.raises(TooManyThatDay):
        change_schedule(scheduled=tomorrow, due_at=now + LATER, by=amara, now=now)
    assert ScheduledPost.objects.count() == 26

    ScheduledPost.objects.bulk_create(
        ScheduledPost(author=amara, due_at=now + 9 * A_DAY, words={}) for _ in range(274)
    )
    with pytest.raises(TooManyScheduled):
        schedule_post(HELLO, due_at=now + 2 * A_DAY, by=amara, now=now)
    assert ScheduledPost.objects.count() == 300


def test_what_is_refused_at_once_is_not_kept_for_later(amara, mallory, picture, now):
    with_theirs = NewPost(text="x", attachments=[picture(mallory).pk])

    with pytest.raises(EmptyPost):
        schedule_post(NewPost(), due_at=now + LATER, by=amara, now=now)
    with pytest.raises(UnknownAttachment):
        schedule_post(with_theirs, due_at=now + LATER, by=amara, now=now)
    assert not ScheduledPost.objects.exists()


def test_only_the_author_moves_or_cancels_it(amara, mallory, now):
    kept = schedule_post(HELLO, due_at=now + LATER, by=amara, now=now)

    with pytest.raises(NotYourSchedule):
        change_schedule(scheduled=kept, due_at=now + A_DAY, by=mallory, now=now)
    with pytest.raises(NotYourSchedule):
        cancel_schedule(scheduled=kept, by=mallory)
    assert ScheduledPost.objects.get().due_at == now + LATER

    change_schedule(scheduled=kept, due_at=now + A_DAY, by=amara, now=now)
    assert ScheduledPost.objects.get().due_at == now + A_DAY
    cancel_schedule(scheduled=kept, by=amara)
    assert not ScheduledPost.objects.exists()


def test_a_draft_is_kept_with_its_pictures_and_goes_on(amara, picture, now):
    shown = picture(amara)
    draft = keep_draft({"text": "Dear"}, by=amara, now=now, attachments=[shown.pk])

    keep_draft({"text": "Dear all"}, by=amara, now=now, attachments=[shown.pk], draft=draft)

    assert Draft.objects.get().words == {"text": "Dear all"}
    assert remove_unused_media(now=now + 2 * A_DAY) == 0
    delete_draft(draft=draft, by=amara)
    assert remove_unused_media(now=now + 2 * A_DAY) == 1
    assert not Attachment.objects.exists()


def test_drafts_of_others_are_out_of_reach(amara, mallory, now):
    draft = keep_draft({"text": "Dear"}, by=amara, now=now)

    with pytest.raises(NotYourDraft):
        keep_draft({"text": "Ha"}, by=mallory, now=now, draft=draft)
    with pytest.raises(NotYourDraft):
        delete_draft(draft=draft, by=mallory)
    assert Draft.objects.get().words == {"text": "Dear"}


def test_drafts_have_limits(amara, now):
    with pytest.raises(DraftTooLong):
        keep_draft({"text": "x" * 100_000}, by=amara, now=now)
    Draft.objects.bulk_create(Draft(author=amara, words={}, at=now) for _ in range(100))
    with pytest.raises(TooManyDrafts):
        keep_draft({"text": "x"}, by=amara, now=now)
    assert Draft.objects.count() == 100
