"""Mastodon.py writes, asks, answers, schedules, changes, filters and hears of it."""

from datetime import UTC, datetime, timedelta

import mastodon
import pytest

from tests.kernel.test_pictures import picture


@pytest.fixture
def theirs(library_of, dr_osei):
    """Dr Osei's."""
    return library_of(dr_osei)


def test_it_posts_pictures_with_what_they_show(mine, theirs):
    sent = [
        mine.media_post(picture(), "image/jpeg", description="A needle", focus=(0.5, -0.5)),
        mine.media_post(picture("PNG"), "image/png"),
    ]
    mine.media_update(sent[1], description="The other side")

    post = mine.status_post("Two of them", media_ids=sent, sensitive=True, language="en")

    seen = theirs.status(post)
    assert [one.description for one in seen.media_attachments] == ["A needle", "The other side"]
    assert (seen.media_attachments[0].meta.focus.x, seen.sensitive) == (0.5, True)
    with pytest.raises(mastodon.MastodonNotFoundError):
        theirs.media(sent[0])


def test_it_asks_and_others_answer(mine, theirs):
    poll = mine.make_poll(["Spinal", "General", "Both"], 3600, multiple=True, hide_totals=True)
    asked = mine.status_post("Which?", poll=poll).poll

    voted = theirs.poll_vote(asked, [0, 2])

    assert (voted.own_votes, voted.voters_count) == ([0, 2], 1)
    assert [option.votes_count for option in voted.options] == [None, None, None]
    for again in (theirs, mine):
        with pytest.raises(mastodon.MastodonAPIError):
            again.poll_vote(asked, [1])


def test_a_post_that_is_sent_twice_is_one(mine, amara):
    sent = [mine.status_post("Once", idempotency_key="the same") for _ in range(2)]

    assert sent[0].id == sent[1].id
    assert len(mine.account_statuses(amara.pk)) == 1


def test_it_answers_and_walks_through_a_conversation(mine, theirs, dr_osei):
    root = mine.status_post("Which block?")
    answer = theirs.status_reply(root, "A femoral one")
    thanks = mine.status_reply(answer, "Thank you")

    assert [one.id for one in mine.status_context(root).descendants] == [answer.id, thanks.id]
    assert [one.id for one in mine.status_context(thanks).ancestors] == [root.id, answer.id]
    assert str(thanks.in_reply_to_account_id) == str(dr_osei.pk)
    assert [one.type for one in mine.notifications()] == ["mention"]
    assert mine.status_mute(root).muted


def test_it_changes_a_post_and_shows_what_it_said(mine, theirs):
    post = mine.status_post("Frist words")

    mine.status_update(post, "First words", spoiler_text="A slip")

    assert [one.content for one in theirs.status_history(post)] == [
        "<p>Frist words</p>",
        "<p>First words</p>",
    ]
    assert mine.status_source(post).text == "First words"
    for change in (theirs.status_delete, lambda one: theirs.status_update(one, "Mine")):
        with pytest.raises(mastodon.MastodonNotFoundError):
            change(post)


def test_it_deletes_and_writes_anew_with_the_same_picture(mine):
    post = mine.status_post("Wrogn", media_ids=[mine.media_post(picture(), "image/jpeg")])

    gone = mine.status_delete(post)
    anew = mine.status_post("Wrong", media_ids=gone.media_attachments)

    assert gone.text == "Wrogn"
    assert [one.id for one in anew.media_attachments] == [gone.media_attachments[0].id]
    with pytest.raises(mastodon.MastodonNotFoundError):
        mine.status(post)


def test_it_passes_on_and_marks_and_takes_back(mine, theirs, amara):
    post = theirs.status_post("Read this")

    assert mine.status_reblog(post, visibility="unlisted").reblog.id == post.id
    assert mine.status_favourite(post).favourited
    assert mine.status_bookmark(post).bookmarked
    assert mine.status_pin(mine.status_post("Mine")).pinned

    assert [one.acct for one in theirs.status_reblogged_by(post)] == [amara.handle]
    assert [one.acct for one in theirs.status_favourited_by(post)] == [amara.handle]
    assert [one.id for one in mine.bookmarks()] == [one.id for one in mine.favourites()]
    assert {one.type for one in theirs.notifications()} == {"reblog", "favourite"}
    assert not mine.status_unreblog(post).reblogged
    assert not mine.status_unfavourite(post).favourited
    assert not mine.status_unbookmark(post).bookmarked


def test_it_says_something_later_at_another_time_and_not_at_all(mine):
    at = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=2)
    later = mine.status_post("Later", scheduled_at=at)

    moved = mine.scheduled_status_update(later, at + timedelta(hours=1))

    assert moved.scheduled_at == at + timedelta(hours=1)
    assert [one.params.text for one in mine.scheduled_statuses()] == ["Later"]
    mine.scheduled_status_delete(later)
    assert mine.scheduled_statuses() == []


def test_it_keeps_filters(mine, theirs):
    kept = mine.create_filter_v2(
        "Animals", ["public"], "warn", keywords_attributes=[{"keyword": "zebrafish"}]
    )
    theirs.status_post("A zebrafish")
    covered = theirs.status_post("A mouse")
    mine.add_filter_status_v2(kept, covered)

    met = [one.filtered[0] for one in mine.timeline_local()]

    assert [one.filter.title for one in met] == ["Animals", "Animals"]
    assert met[1].keyword_matches == ["zebrafish"]
    mine.delete_filter_v2(kept)
    assert mine.filters_v2() == []


def test_it_speaks_to_one_person(mine, theirs, amara, dr_osei, mallory, library_of):
    theirs.account_follow(amara.pk)  # what strangers say waits until one looks
    post = mine.status_post(f"@{dr_osei.handle}: see you at eight", visibility="direct")

    [conversation] = theirs.conversations()
    assert (conversation.last_status.id, conversation.unread) == (post.id, True)
    theirs.conversations_read(conversation)
    assert [one.unread for one in theirs.conversations()] == [False]
    with pytest.raises(mastodon.MastodonNotFoundError):
        library_of(mallory).status(post)


def test_it_remembers_how_far_she_read(mine):
    post = mine.status_post("The newest")

    mine.markers_set("home", post)

    assert mine.markers_get("home")["home"].last_read_id == str(post.id)
