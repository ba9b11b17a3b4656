"""Somebody says better what she said; what she said before can be read."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from corridor.posts import queries
from corridor.posts.actions import (
    AttachmentNotReady,
    Description,
    DescriptionTooLong,
    Edit,
    EmptyPost,
    NewPoll,
    NotYourPost,
    PollRefused,
    PostTooLong,
    UnknownAttachment,
    edit_post,
    vote,
)
from corridor.posts.choices import Audience
from corridor.posts.models import Attachment, Poll, Post, Vote

LATER = timedelta(hours=1)
A_DAY = timedelta(days=1)
LONG = Description(attachment=2, alt="x" * 1501)


def said(post):
    kept = Post.objects.get(pk=post.pk)
    return (kept.text, kept.html, kept.content_note, kept.edited_at)


def history(post):
    return [one.text for one in queries.revisions_of(post)]


def test_what_was_said_before_is_kept_with_its_time(dr_osei, says, now):
    post = says(dr_osei, "Blocks on Tuesday", content_note="Needles")

    edit_post(Edit(text="Blocks on Thursday"), post=post, by=dr_osei, now=now + LATER)

    (before,) = queries.revisions_of(post)
    assert (before.text, before.content_note, before.at) == ("Blocks on Tuesday", "Needles", now)
    assert said(post) == ("Blocks on Thursday", "<p>Blocks on Thursday</p>", "", now + LATER)


def test_an_edit_that_changes_no_word_leaves_no_revision(dr_osei, says, now):
    post = says(dr_osei, "Blocks on Tuesday", language="en")

    edit_post(Edit(text="Blocks on Tuesday", language="de"), post=post, by=dr_osei, now=now + LATER)

    kept = Post.objects.get(pk=post.pk)
    assert (history(post), kept.edited_at, kept.language) == ([], None, "de")


def test_hashtags_and_people_are_read_again(dr_osei, amara, mallory, says, now):
    post = says(dr_osei, f"#BlockParty with @{mallory.handle}", audience=Audience.PUBLIC)

    edit_post(Edit(text=f"#POCUS with @{amara.handle}"), post=post, by=dr_osei, now=now + LATER)

    assert [use.tag.name for use in post.tag_uses.all()] == ["pocus"]
    assert [one.profile for one in post.addressees.all()] == [amara]


def test_whoever_is_named_no_more_reads_it_no_more(dr_osei, amara, mallory, says, reads, now):
    post = says(dr_osei, f"@{mallory.handle} hello", audience=Audience.NAMED)

    edit_post(Edit(text=f"@{amara.handle} hello"), post=post, by=dr_osei, now=now + LATER)

    assert (reads(amara, post), reads(mallory, post)) == (True, False)


def test_an_edit_cannot_choose_other_readers(dr_osei, says):
    post = says(dr_osei, audience=Audience.FOLLOWERS)

    with pytest.raises(TypeError):
        Edit(text="For all", audience=Audience.PUBLIC)
    assert Post.objects.get(pk=post.pk).audience == Audience.FOLLOWERS


def test_a_picture_that_is_left_out_is_gone(dr_osei, says, picture, now):
    kept, gone = picture(dr_osei), picture(dr_osei)
    post = says(dr_osei, attachments=[kept.pk, gone.pk])

    edit_post(
        Edit(text="One will do", attachments=[kept.pk]), post=post, by=dr_osei, now=now + LATER
    )

    assert list(post.attachments.all()) == [kept]
    assert not Attachment.objects.filter(pk=gone.pk).exists()


def test_describing_a_picture_is_an_edit(dr_osei, says, picture, now):
    shown = picture(dr_osei, alt="A probe")
    post = says(dr_osei, attachments=[shown.pk])
    words = Description(attachment=shown.pk, alt="A linear probe")

    edit_post(
        Edit(text="Blocks on Thursday", attachments=[shown.pk], descriptions=[words]),
        post=post,
        by=dr_osei,
        now=now + LATER,
    )

    (before,) = queries.revisions_of(post)
    assert before.attachments == [{"id": shown.pk, "alt": "A probe"}]
    assert Attachment.objects.get(pk=shown.pk).alt == "A linear probe"


def test_other_answers_begin_a_poll_anew(dr_osei, amara, says, now):
    post = says(dr_osei, poll=NewPoll(options=["Yes", "No"], lasts=A_DAY))
    vote(poll=post.poll, choices=[0], by=amara, now=now)
    other = NewPoll(options=["Yes", "Never"], lasts=A_DAY)

    edit_post(Edit(text="Really?", poll=other), post=post, by=dr_osei, now=now + LATER)

    poll = Poll.objects.get(post=post)
    assert (poll.voters, Vote.objects.count()) == (0, 0)
    assert [one.title for one in poll.options.all()] == ["Yes", "Never"]
    assert queries.revisions_of(post)[0].poll_options == ["Yes", "No"]


def test_the_same_answers_keep_the_votes(dr_osei, amara, says, now):
    asked = NewPoll(options=["Yes", "No"], lasts=A_DAY)
    post = says(dr_osei, poll=asked)
    vote(poll=post.poll, choices=[0], by=amara, now=now)

    edit_post(Edit(text="Really?", poll=asked), post=post, by=dr_osei, now=now + LATER)

    assert Poll.objects.get(post=post).voters == 1


def test_nobody_edits_the_words_of_others(dr_osei, mallory, says, now):
    post = says(dr_osei)

    with pytest.raises(NotYourPost):
        edit_post(Edit(text="I was wrong"), post=post, by=mallory, now=now)
    assert said(post)[0] == "Blocks on Thursday"


@pytest.mark.parametrize(
    ("edit", "refusal"),
    [
        (Edit(text="  "), EmptyPost),
        (Edit(text="x" * 1001), PostTooLong),
        (Edit(text="x", content_note="x" * 301), PostTooLong),
        (Edit(text="x", poll=NewPoll(options=["one"], lasts=A_DAY)), PollRefused),
        (Edit(text="x", attachments=[99]), UnknownAttachment),
        (Edit(text="x", attachments=[1]), AttachmentNotReady),
        (
            Edit(text="x", descriptions=[Description(attachment=2, alt="x" * 1501)]),
            DescriptionTooLong,
        ),
        (Edit(text="x", descriptions=[Description(attachment=99, alt="x")]), UnknownAttachment),
    ],
)
def test_what_could_not_be_published_is_no_edit(edit, refusal, dr_osei, says, picture, now):
    picture(dr_osei, state="waiting")
    picture(dr_osei)
    post = says(dr_osei)

    with pytest.raises(refusal):
        edit_post(edit, post=post, by=dr_osei, now=now + LATER)
    assert (said(post), history(post)) == (
        ("Blocks on Thursday", "<p>Blocks on Thursday</p>", "", None),
        [],
    )


def test_pictures_of_others_are_not_taken(dr_osei, mallory, says, picture, now):
    theirs = picture(dr_osei)
    post = says(mallory)

    with pytest.raises(UnknownAttachment):
        edit_post(Edit(text="x", attachments=[theirs.pk]), post=post, by=mallory, now=now)
    with pytest.raises(UnknownAttachment):
        edit_post(
            Edit(text="x", descriptions=[Description(attachment=theirs.pk, alt="mine")]),
            post=post,
            by=mallory,
            now=now,
        )
    assert Attachment.objects.get(pk=theirs.pk).alt == ""


def test_two_answers_at_one_place_cannot_be_kept(dr_osei, says):
    post = says(dr_osei, poll=NewPoll(options=["Yes", "No"], lasts=A_DAY))

    with pytest.raises(IntegrityError):
        post.poll.options.create(position=0, title="Maybe")
