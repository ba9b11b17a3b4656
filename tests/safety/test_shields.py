"""Behind a shield, what strangers say lies apart; nothing is deleted, and they are not told."""

from datetime import timedelta

import pytest

from corridor.mastodon_api.entities.post import render_post
from corridor.notifications.queries import notifications
from corridor.people import actions as people
from corridor.people import queries as known
from corridor.people.actions import ShieldWishes, verifying
from corridor.people.choices import Kind, LetsThrough, Route
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.choices import Audience
from corridor.posts.models import Post
from corridor.safety import actions, queries
from corridor.safety.choices import Reason
from corridor.safety.models import Held

A_DAY = timedelta(days=1)


@pytest.fixture
def shielded(amara, now):
    """Amara, who raised her shield."""
    people.raise_shield(ShieldWishes(), profile=amara, now=now)
    return amara


@pytest.fixture
def her_post(says, amara):
    return says(amara, "First block placed")


@pytest.fixture
def folder(amara, now):
    def look():
        return [(one.kind, one.by.handle) for one in queries.folder(amara.pk, now=now)]

    return look


@pytest.fixture
def waiting(amara, now):
    def look():
        return list(queries.held_for(amara.pk, now=now))

    return look


@pytest.fixture
def told(now):
    def look(profile, *, is_apart=False):
        rows = notifications(profile.pk, now=now, is_apart=is_apart).order_by("-pk")
        return [(row.kind, row.by.handle) for row in rows.select_related("by")]

    return look


def reads(profile, post, now):
    viewer_id = None if profile is None else profile.pk
    return posts.readable(viewer_id, now=now).filter(pk=post.pk).exists()


def test_replies_mentions_and_quotes_of_strangers_lie_apart(
    her_post, shielded, mallory, says, folder, told
):
    says(mallory, "Diversity hire", in_reply_to=her_post.pk)
    says(mallory, "Look at @amara_nwosu")
    says(mallory, "This one", quotes=her_post.pk)

    assert folder() == [
        ("quote", "mallory_crane"),
        ("mention", "mallory_crane"),
        ("reply", "mallory_crane"),
    ]
    assert told(shielded) == []


def test_only_she_and_whoever_wrote_it_read_a_held_reply(
    her_post, shielded, mallory, dr_osei, says, now
):
    reply = says(mallory, "Diversity hire", in_reply_to=her_post.pk)

    assert [reads(one, reply, now) for one in (shielded, mallory)] == [True, True]
    assert [reads(one, reply, now) for one in (dr_osei, None)] == [False, False]
    assert posts.replies_waiting(shielded.pk, now=now).count() == 0


def test_her_words_are_not_shown_in_the_quote_of_a_stranger(her_post, shielded, mallory, says):
    quoting = says(mallory, "This one", quotes=her_post.pk)

    assert posts.quotations([quoting.pk])[quoting.pk].is_revoked
    assert Post.objects.get(pk=her_post.pk).quote_count == 0


def test_whom_she_has_to_do_with_reaches_her(her_post, shielded, dr_osei, says, told, now):
    people.follow(follower=shielded, followed=dr_osei, now=now)

    says(dr_osei, "Well done", in_reply_to=her_post.pk)

    assert told(shielded) == [("mention", "kwame_osei")]
    assert queries.held_for(shielded.pk, now=now).count() == 0


def test_to_follow_her_first_opens_no_door(her_post, shielded, mallory, says, folder, now):
    people.follow(follower=mallory, followed=shielded, now=now)

    says(mallory, "Diversity hire", in_reply_to=her_post.pk)

    assert folder() == [("reply", "mallory_crane")]


def test_whom_she_answered_long_ago_reaches_her(amara, dr_osei, says, folder, now):
    question = says(dr_osei, "Who is on call?")
    says(amara, "I am", in_reply_to=question.pk)
    her_post = says(amara, "First block placed")
    later = now + 2 * A_DAY
    people.raise_shield(ShieldWishes(lasts=None), profile=amara, now=later)

    posting.publish_post(
        posting.NewPost(text="Well done", in_reply_to=her_post.pk), by=dr_osei, now=later
    )

    assert folder() == []


def test_whom_she_answered_on_the_day_of_the_attack_does_not(amara, mallory, says, folder, now):
    attack = says(mallory, "@amara_nwosu Diversity hire")
    her_answer = says(amara, "Why do you say so?", in_reply_to=attack.pk)
    later = now + timedelta(hours=2)
    people.raise_shield(ShieldWishes(), profile=amara, now=later)

    posting.publish_post(
        posting.NewPost(text="Because", in_reply_to=her_answer.pk), by=mallory, now=later
    )

    assert folder() == [("reply", "mallory_crane")]


def test_verified_members_reach_her_if_she_says_so(amara, her_post, dr_osei, says, folder, now):
    wishes = ShieldWishes(lets_through=LetsThrough.VERIFIED)
    people.raise_shield(wishes, profile=amara, now=now)
    new = verifying.NewBadge(route=Route.VOUCHES)
    verifying.grant_badge(profile=dr_osei, new=new, now=now)

    says(dr_osei, "Well done", in_reply_to=her_post.pk)

    assert folder() == []


def test_slow_replies_hold_the_second_within_a_quarter_of_an_hour(
    amara, her_post, dr_osei, says, folder, now
):
    people.follow(follower=amara, followed=dr_osei, now=now)
    people.raise_shield(ShieldWishes(is_slow=True), profile=amara, now=now)

    says(dr_osei, "Well done", in_reply_to=her_post.pk)
    says(dr_osei, "And", in_reply_to=her_post.pk)

    assert folder() == [("reply", "kwame_osei")]


def test_boosts_and_kudos_of_strangers_are_told_apart(her_post, shielded, mallory, told, now):
    posting.give_kudos(post=her_post, by=mallory, now=now)

    assert told(shielded) == []
    assert told(shielded, is_apart=True) == [("kudos", "mallory_crane")]


def test_what_she_lets_through_stands_and_is_told(her_post, shielded, mallory, says, waiting, told):
    reply = says(mallory, "Well done", in_reply_to=her_post.pk)

    actions.let_through(waiting(), actor=shielded, now=reply.at)

    assert reads(None, reply, reply.at)
    assert told(shielded) == [("mention", "mallory_crane")]
    assert Post.objects.get(pk=her_post.pk).reply_count == 1
    assert waiting() == []


def test_a_quote_that_she_lets_through_shows_her_words(
    her_post, shielded, mallory, says, waiting, now
):
    quoting = says(mallory, "This one", quotes=her_post.pk)

    actions.let_through(waiting(), actor=shielded, now=now)

    assert not posts.quotations([quoting.pk])[quoting.pk].is_revoked
    assert Post.objects.get(pk=her_post.pk).quote_count == 1


def test_what_she_puts_away_is_gone_from_the_folder_and_kept(
    her_post, shielded, mallory, says, waiting, told, now
):
    reply = says(mallory, "Diversity hire", in_reply_to=her_post.pk)

    actions.put_away(waiting(), actor=shielded, now=now)

    assert waiting() == []
    assert [one.answer for one in queries.held_for(shielded.pk, now=now, is_waiting=False)] == [
        "away"
    ]
    assert told(shielded, is_apart=True) == []
    assert not reads(None, reply, now)


def test_somebody_whom_she_lets_through_reaches_her_from_then_on(
    her_post, shielded, mallory, says, waiting, told, now
):
    says(mallory, "Well done", in_reply_to=her_post.pk)

    actions.let_senders_through(waiting(), actor=shielded, now=now)
    says(mallory, "@amara_nwosu Really")

    assert told(shielded) == [("mention", "mallory_crane")] * 2


def test_whoever_is_blocked_from_the_folder_is_blocked(
    her_post, shielded, mallory, says, waiting, now
):
    says(mallory, "Diversity hire", in_reply_to=her_post.pk)
    says(mallory, "@amara_nwosu you")

    people_blocked = actions.block_senders(waiting()[:1], actor=shielded, now=now)

    assert people_blocked == 1
    assert waiting() == []
    assert known.kept_from(shielded, today=now.date()) == {mallory.pk}


def test_whoever_is_muted_from_the_folder_is_muted(her_post, shielded, mallory, says, waiting, now):
    says(mallory, "Diversity hire", in_reply_to=her_post.pk)

    actions.mute_senders(waiting(), actor=shielded, now=now)

    assert known.muted_by(shielded, now=now) == {mallory.pk}


def test_what_is_flagged_from_the_folder_stays_in_it(
    her_post, shielded, mallory, says, waiting, now
):
    says(mallory, "Diversity hire", in_reply_to=her_post.pk)

    [flag] = actions.flag_held(
        actions.NewFlag(reason=Reason.HARASSMENT), rows=waiting(), actor=shielded, now=now
    )

    assert (flag.by, flag.case.about) == (shielded, mallory)
    assert len(waiting()) == 1


def test_nobody_else_answers_what_lies_in_her_folder(
    her_post, shielded, mallory, dr_osei, says, waiting, now
):
    says(mallory, "Diversity hire", in_reply_to=her_post.pk)

    for deed in (actions.let_through, actions.put_away, actions.block_senders):
        with pytest.raises(actions.NotYourFolder):
            deed(waiting(), actor=dr_osei, now=now)

    assert Held.objects.filter(answer="").count() == 1


def test_nothing_is_answered_twice(her_post, shielded, mallory, says, waiting, now):
    says(mallory, "Diversity hire", in_reply_to=her_post.pk)
    rows = waiting()
    actions.put_away(rows, actor=shielded, now=now)

    with pytest.raises(actions.NothingHeld):
        actions.let_through(rows, actor=shielded, now=now)


def test_a_shield_is_lowered_when_its_time_is_over(shielded, her_post, mallory, says, folder, now):
    assert people.lower_shields(now=now + A_DAY - timedelta(minutes=1)) == 0
    assert people.lower_shields(now=now + A_DAY) == 1

    says(mallory, "Hello", in_reply_to=her_post.pk)

    assert folder() == []


def test_one_that_lasts_until_she_lowers_it_stays(amara, now):
    people.raise_shield(ShieldWishes(lasts=None), profile=amara, now=now)

    assert people.lower_shields(now=now + 300 * A_DAY) == 0

    people.lower_shield(profile=amara, now=now)
    with pytest.raises(people.NoShield):
        people.lower_shield(profile=amara, now=now)


def test_no_shield_lasts_longer_than_a_year(amara, now):
    for lasts in (timedelta(), 366 * A_DAY):
        with pytest.raises(people.NotSoLong):
            people.raise_shield(ShieldWishes(lasts=lasts), profile=amara, now=now)

    assert known.shield_of(amara.pk) is None


def test_behind_a_shield_she_is_not_found_but_by_her_handle(shielded, mallory, now):
    assert not known.people_found("Amara", viewer_id=mallory.pk, today=now.date()).exists()
    assert known.people_found("amara_nwosu", viewer_id=mallory.pk, today=now.date()).exists()


def test_a_mentor_behind_a_shield_is_not_in_the_directory(dr_osei, mallory, now):
    offers = [people.NewOffer(kind=Kind.MENTORSHIP, capacity=2)]
    people.set_offers(profile=dr_osei, offers=offers, by=dr_osei)
    assert dr_osei in known.listed_in_directory(mallory.pk, today=now.date())

    people.raise_shield(ShieldWishes(), profile=dr_osei, now=now)

    assert dr_osei not in known.listed_in_directory(mallory.pk, today=now.date())


def test_a_first_message_of_a_stranger_is_a_request(amara, mallory, says, told, now):
    says(mallory, "@amara_nwosu, a word", audience=Audience.NAMED)

    [request] = queries.message_requests(amara.pk, now=now)
    assert (request.kind, request.by) == ("message", mallory)
    assert not posts.private_threads(amara.pk, now=now).exists()
    assert queries.folder(amara.pk, now=now).count() == 0
    assert told(amara) == []


def test_a_request_that_is_let_through_is_a_conversation_as_any(amara, mallory, says, told, now):
    message = says(mallory, "@amara_nwosu, a word", audience=Audience.NAMED)

    actions.let_through(queries.message_requests(amara.pk, now=now), actor=amara, now=now)
    says(mallory, "@amara_nwosu, more", audience=Audience.NAMED, in_reply_to=message.pk)

    assert [row["thread"] for row in posts.private_threads(amara.pk, now=now)] == [message.pk]
    assert len(told(amara)) == 2


def test_an_answer_to_what_she_wrote_is_no_request(amara, mallory, says, now):
    hers = says(amara, "@mallory_crane, may I ask?", audience=Audience.NAMED)

    says(mallory, "@amara_nwosu of course", audience=Audience.NAMED, in_reply_to=hers.pk)

    assert not queries.message_requests(amara.pk, now=now).exists()


def test_a_message_of_a_stranger_behind_a_shield_lies_in_the_folder(
    shielded, mallory, says, folder, now
):
    says(mallory, "@amara_nwosu, a word", audience=Audience.NAMED)

    assert folder() == [("message", "mallory_crane")]
    assert not queries.message_requests(shielded.pk, now=now).exists()


def test_apps_of_the_sender_are_not_told_either(her_post, shielded, mallory, says):
    reply = says(mallory, "Diversity hire", in_reply_to=her_post.pk)

    (whole,) = posts.whole_posts([reply.pk])

    assert reply.is_held
    assert '"is_held":false' in render_post(whole).part


def test_a_reply_outside_of_her_circle_waits_where_it_did_before(
    amara, shielded, mallory, says, folder, now
):
    post = says(amara, "First block placed", repliers="followers")

    says(mallory, "Hello", in_reply_to=post.pk)

    assert folder() == []
    assert posts.replies_waiting(amara.pk, now=now).count() == 1
