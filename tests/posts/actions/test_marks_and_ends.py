"""Pins, muted conversations, replies that wait, quotations taken back, and ends."""

from datetime import timedelta

import pytest

from corridor.people.actions import follow
from corridor.posts import queries
from corridor.posts.actions import (
    CannotPin,
    NotQuoted,
    NotWaiting,
    NotYourPost,
    TooManyPins,
    choose_quoters,
    delete_post,
    do_once,
    forget_keys,
    let_reply_through,
    mute_thread,
    pin_post,
    refuse_reply,
    remove_expired,
    remove_unused_media,
    revoke_quote,
    unmute_thread,
    unpin_post,
)
from corridor.posts.choices import Audience, Kind, Quoters, Repliers
from corridor.posts.models import Attachment, Pin, Post, RepeatKey, ThreadMute

A_DAY = timedelta(days=1)


def test_five_posts_are_pinned_and_no_sixth(dr_osei, says, now):
    posts = [says(dr_osei, f"Note {number}") for number in range(6)]
    for post in posts[:5]:
        pin_post(post=post, by=dr_osei, now=now)
    pin_post(post=posts[0], by=dr_osei, now=now)

    with pytest.raises(TooManyPins):
        pin_post(post=posts[5], by=dr_osei, now=now)
    assert Pin.objects.count() == 5

    unpin_post(post=posts[0], by=dr_osei)
    pin_post(post=posts[5], by=dr_osei, now=now)
    assert Pin.objects.filter(post=posts[5]).exists()


def test_only_own_posts_that_others_read_are_pinned(dr_osei, mallory, says, now):
    post = says(dr_osei)
    named = says(dr_osei, f"@{mallory.handle}", audience=Audience.NAMED)

    with pytest.raises(NotYourPost):
        pin_post(post=post, by=mallory, now=now)
    with pytest.raises(CannotPin):
        pin_post(post=named, by=dr_osei, now=now)
    pin_post(post=post, by=dr_osei, now=now)
    with pytest.raises(NotYourPost):
        unpin_post(post=post, by=mallory)
    assert Pin.objects.get().post == post


def test_a_conversation_is_muted_as_a_whole(amara, dr_osei, says, now):
    post = says(dr_osei)
    reply = says(amara, "When?", in_reply_to=post.pk)

    mute_thread(post=reply, by=dr_osei, now=now)
    assert ThreadMute.objects.get().thread == post.pk

    unmute_thread(post=post, by=dr_osei)
    assert not ThreadMute.objects.exists()


def test_a_reply_that_waits_is_let_through_by_its_addressee(
    amara, dr_osei, mallory, says, reads, now
):
    post = says(dr_osei, repliers=Repliers.MENTIONED)
    reply = says(mallory, "Me too", in_reply_to=post.pk)
    assert (reads(amara, reply), reads(dr_osei, reply), reads(mallory, reply)) == (
        False,
        True,
        True,
    )
    assert list(queries.replies_waiting(dr_osei.pk, now=now)) == [reply]

    with pytest.raises(NotWaiting):
        let_reply_through(reply=reply, by=mallory)
    assert not reads(amara, reply)

    let_reply_through(reply=reply, by=dr_osei)
    assert reads(amara, reply)
    assert Post.objects.get(pk=post.pk).reply_count == 1
    assert list(queries.replies_waiting(dr_osei.pk, now=now)) == []
    with pytest.raises(NotWaiting):
        let_reply_through(reply=reply, by=dr_osei)
    assert Post.objects.get(pk=post.pk).reply_count == 1


def test_a_reply_that_is_refused_waits_no_longer(amara, dr_osei, mallory, says, reads, now):
    post = says(dr_osei, repliers=Repliers.MENTIONED)
    reply = says(mallory, "Me too", in_reply_to=post.pk)

    refuse_reply(reply=reply, by=dr_osei, now=now)

    assert list(queries.replies_waiting(dr_osei.pk, now=now)) == []
    assert (reads(amara, reply), reads(mallory, reply)) == (False, True)
    with pytest.raises(NotWaiting):
        refuse_reply(reply=reply, by=dr_osei, now=now)


def test_what_is_added_to_a_reply_that_waits_waits_with_it(amara, dr_osei, mallory, says, now):
    def below(viewer):
        viewer_id = None if viewer is None else viewer.pk
        found = queries.conversation(post.pk, post.thread, viewer_id=viewer_id, now=now)
        return sorted(found.below)

    post = says(dr_osei, repliers=Repliers.MENTIONED)
    reply = says(mallory, "Me too", in_reply_to=post.pk)
    more = says(mallory, "And another thing", in_reply_to=reply.pk)
    assert (below(None), below(amara)) == ([], [])
    assert below(dr_osei) == below(mallory) == [reply.pk, more.pk]

    let_reply_through(reply=reply, by=dr_osei)

    assert below(None) == below(amara) == [reply.pk, more.pk]


def test_replies_to_replies_are_open_to_the_same_people(amara, dr_osei, mallory, says, join, now):
    follow(follower=amara, followed=dr_osei, now=now)
    bystander = join(handle="noor_haddad", display_name="Noor Haddad")
    post = says(dr_osei, repliers=Repliers.FOLLOWERS)
    inside = says(amara, "Which block?", in_reply_to=post.pk)

    from_outside = says(mallory, "None", in_reply_to=inside.pk)

    assert list(queries.replies_waiting(amara.pk, now=now)) == [from_outside]
    let_reply_through(reply=from_outside, by=amara)
    assert not says(mallory, "Or all", in_reply_to=from_outside.pk).is_held
    assert not says(dr_osei, "This one", in_reply_to=from_outside.pk).is_held
    assert says(bystander, "Both", in_reply_to=from_outside.pk).is_held


def test_a_conversation_whose_first_post_is_gone_is_open(amara, dr_osei, mallory, says, now):
    follow(follower=amara, followed=dr_osei, now=now)
    post = says(dr_osei, repliers=Repliers.FOLLOWERS)
    inside = says(amara, "Which block?", in_reply_to=post.pk)
    delete_post(post=post, by=dr_osei, now=now)

    assert not says(mallory, "None", in_reply_to=inside.pk).is_held


def test_a_quotation_is_taken_back_by_whom_it_quotes(dr_osei, mallory, amara, says, now):
    post = says(dr_osei)
    quoting = says(mallory, "Look at this", quotes=post.pk)
    other = says(amara)

    with pytest.raises(NotYourPost):
        revoke_quote(post=post, quoting=quoting, by=mallory)
    with pytest.raises(NotQuoted):
        revoke_quote(post=post, quoting=other, by=dr_osei)
    revoke_quote(post=post, quoting=quoting, by=dr_osei)

    assert Post.objects.get(pk=quoting.pk).is_quote_revoked
    assert Post.objects.get(pk=post.pk).quote_count == 0
    assert list(queries.quotes_of(post, viewer_id=amara.pk, now=now)) == []
    with pytest.raises(NotQuoted):
        revoke_quote(post=post, quoting=quoting, by=dr_osei)
    quoting.refresh_from_db()
    delete_post(post=quoting, by=mallory, now=now)
    assert Post.objects.get(pk=post.pk).quote_count == 0


def test_only_the_author_chooses_who_quotes(dr_osei, mallory, says):
    post = says(dr_osei)

    with pytest.raises(NotYourPost):
        choose_quoters(post=post, quoters=Quoters.NOBODY, by=mallory)
    choose_quoters(post=post, quoters=Quoters.FOLLOWERS, by=dr_osei)

    assert Post.objects.get(pk=post.pk).quoters == Quoters.FOLLOWERS


def test_a_story_is_gone_when_its_time_is_over(amara, says, now):
    story = says(amara, kind=Kind.STORY, audience=Audience.FOLLOWERS, expires_at=now + A_DAY)
    post = says(amara)

    assert remove_expired(now=now + A_DAY / 2) == 0
    assert remove_expired(now=now + A_DAY) == 1

    assert list(Post.objects.all()) == [post]
    assert not Post.objects.filter(pk=story.pk).exists()


def test_pictures_that_nobody_used_go_after_a_day(amara, says, picture, now):
    used, unused = picture(amara), picture(amara)
    says(amara, attachments=[used.pk])

    assert remove_unused_media(now=now + A_DAY / 2) == 0
    assert remove_unused_media(now=now + A_DAY) == 1

    assert not Attachment.objects.filter(pk=unused.pk).exists()


def test_who_writes_anew_keeps_her_pictures(amara, says, picture, now):
    kept, gone = picture(amara), picture(amara)
    post, other = says(amara, attachments=[kept.pk]), says(amara, attachments=[gone.pk])

    delete_post(post=post, by=amara, now=now)
    delete_post(post=other, by=amara, now=now, for_good=True)

    assert list(Attachment.objects.values_list("pk", "post")) == [(kept.pk, None)]


def test_what_is_sent_twice_is_done_once(amara, mallory, now):
    made = iter(range(10, 20))

    def send(by, key, at=now):
        return do_once(lambda: next(made), key=key, by=by, now=at)

    assert [send(amara, "a"), send(amara, "a"), send(mallory, "a"), send(amara, "b")] == [
        10,
        10,
        11,
        12,
    ]
    assert send(amara, "a", at=now + A_DAY) == 13
    forget_keys(now=now + A_DAY)
    assert RepeatKey.objects.count() == 1


def test_what_was_refused_may_be_sent_again(amara, now):
    def refuse():
        raise NotQuoted

    with pytest.raises(NotQuoted):
        do_once(refuse, key="a", by=amara, now=now)

    assert do_once(lambda: 7, key="a", by=amara, now=now) == 7
