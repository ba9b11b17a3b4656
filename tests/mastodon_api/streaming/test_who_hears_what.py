"""Whoever listens hears what she would find if she looked, and nothing else."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from corridor.mastodon_api.models import StreamEvent
from corridor.mastodon_api.streaming.noting import forget_events
from corridor.notifications import actions as notices
from corridor.people import actions as people
from corridor.people.choices import EvaluationKind
from corridor.posts import actions as posts
from corridor.posts.choices import Audience

pytestmark = pytest.mark.django_db


@pytest.fixture
def follower(amara, dr_osei, now):
    people.follow(follower=amara, followed=dr_osei, now=now)
    return amara


@pytest.mark.parametrize(
    ("audience", "home", "public"),
    [
        (Audience.PUBLIC, ["update"], ["update"]),
        (Audience.QUIET, ["update"], []),
        (Audience.FOLLOWERS, ["update"], []),
        (Audience.VERIFIED, [], []),
        (Audience.RELATIONS, [], []),
        (Audience.NAMED, [], []),
    ],
)
def test_a_follower_hears_at_home_what_is_for_her(
    audience, home, public, follower, dr_osei, says, hears
):
    says(dr_osei, "Blocks on Thursday", audience=audience)

    assert hears(follower, "user") == home
    assert hears(follower, "public") == public
    assert hears(follower, "public:local") == public


@pytest.mark.parametrize("audience", list(Audience))
def test_her_own_posts_come_to_her_other_devices(audience, amara, says, hears):
    says(amara, audience=audience)

    assert "update" in hears(amara, "user")


@pytest.mark.parametrize("audience", [one for one in Audience if one != Audience.PUBLIC])
@pytest.mark.parametrize("channel", ["user", "public", "public:local", "hashtag", "list"])
def test_a_stranger_hears_nothing_that_is_not_for_all(
    audience, channel, dr_osei, mallory, says, hears
):
    says(dr_osei, "Blocks on #Thursday", audience=audience)

    assert hears(mallory, channel, tag="thursday", list="1") == []


def test_what_comes_home_piece_by_piece_is_heard_once(follower, dr_osei, says, hears, settings):
    settings.FAN_OUT_AT_ONCE = 0

    says(dr_osei, "Blocks on #Thursday")

    assert hears(follower, "user") == ["update"]
    assert hears(follower, "public") == ["update"]
    assert hears(dr_osei, "user") == ["update"]


def test_a_tag_is_heard_however_it_is_written(amara, dr_osei, says, hears):
    says(dr_osei, "Blocks on #Thursday")

    assert hears(amara, "hashtag", tag="#THURSDAY") == ["update"]
    assert hears(amara, "hashtag", tag="friday") == []


def test_a_status_is_told_as_it_is_read(follower, dr_osei, says, heard, app):
    post = says(dr_osei)

    [(_event, payload)] = heard(follower, "user")

    assert json.loads(payload) == app(follower).get(f"/api/v1/statuses/{post.pk}").json()


def test_whoever_is_blocked_hears_nothing(follower, dr_osei, says, hears, now):
    people.block(blocker=dr_osei, blocked=follower, now=now)

    says(dr_osei, "Blocks on #Thursday")

    assert hears(follower, "user") == []
    assert hears(follower, "public") == []
    assert hears(follower, "hashtag", tag="thursday") == []


def test_whoever_is_evaluated_by_her_hears_nothing(follower, dr_osei, says, hears, now):
    people.declare_evaluation(
        profile=dr_osei, other=follower, kind=EvaluationKind.EVALUATED_BY_ME, ends_on=None, now=now
    )

    says(dr_osei)

    assert hears(follower, "user") == []
    assert hears(follower, "public") == []


def test_who_mutes_hears_nothing(follower, dr_osei, says, hears, now):
    people.mute(muter=follower, muted=dr_osei, now=now)

    says(dr_osei)

    assert hears(follower, "user") == []
    assert hears(follower, "public") == []


def test_a_block_counts_from_the_moment_it_stands(follower, dr_osei, says, hears, now):
    says(dr_osei)
    people.block(blocker=dr_osei, blocked=follower, now=now)

    assert hears(follower, "user") == []


def test_a_boost_comes_to_followers_of_who_passes_it_on(
    follower, dr_osei, prof_lindqvist, says, heard, now
):
    post = says(prof_lindqvist)
    posts.boost_post(post=post, by=dr_osei, now=now)

    told = [json.loads(payload) for event, payload in heard(follower, "user") if event == "update"]

    assert [one["reblog"]["id"] for one in told] == [str(post.pk)]


def test_what_was_for_everybody_is_gone_for_everybody(amara, dr_osei, mallory, says, heard, now):
    post = says(dr_osei)
    number = str(post.pk)
    posts.delete_post(post=post, by=dr_osei, now=now)

    assert heard(mallory, "public") == [("delete", number)]
    assert heard(amara, "user") == [("delete", number)]


def test_of_what_was_for_some_only_they_hear_that_it_is_gone(
    follower, dr_osei, mallory, says, heard, now
):
    post = says(dr_osei, audience=Audience.FOLLOWERS)
    number = str(post.pk)
    posts.delete_post(post=post, by=dr_osei, now=now)

    assert heard(follower, "user") == [("delete", number)]
    assert heard(mallory, "user") == []
    assert heard(mallory, "public") == []


def test_whoever_is_kept_apart_does_not_hear_what_is_gone(dr_osei, mallory, says, hears, now):
    post = says(dr_osei)
    people.block(blocker=dr_osei, blocked=mallory, now=now)
    posts.delete_post(post=post, by=dr_osei, now=now)

    assert hears(mallory, "public") == []
    assert hears(mallory, "user") == []


def test_a_conversation_is_told_to_whoever_takes_part(
    amara, dr_osei, mallory, says, heard, know_each_other
):
    know_each_other(amara, dr_osei)
    post = says(dr_osei, f"@{amara.handle} are you there?", audience=Audience.NAMED)

    [(event, payload)] = heard(amara, "direct")

    said = json.loads(payload)
    assert event == "conversation"
    assert said["last_status"]["id"] == str(post.pk)
    assert said["unread"]
    assert [one["acct"] for one in said["accounts"]] == [dr_osei.handle]
    assert [event for event, _payload in heard(dr_osei, "direct")] == ["conversation"]
    assert heard(mallory, "direct") == []


@pytest.mark.parametrize("audience", [one for one in Audience if one != Audience.NAMED])
def test_what_is_for_more_people_is_no_conversation(audience, follower, dr_osei, says, hears):
    says(dr_osei, f"@{follower.handle} are you there?", audience=audience)

    assert hears(follower, "direct") == []


def test_whoever_accepts_requests_hears_that_there_is_more(amara, dr_osei, says, hears, now):
    notices.set_policy({"for_not_following": "filter"}, by=amara.pk)
    says(dr_osei, f"@{amara.handle} are you there?")
    notices.accept_requests([dr_osei.pk], by=amara.pk, now=now)

    assert hears(amara, "user:notification") == ["notifications_merged"]
    assert hears(amara, "user")[-1] == "notifications_merged"
    assert hears(dr_osei, "user:notification") == []


def test_notifications_come_with_the_scope_for_them(amara, dr_osei, says, hears, now):
    post = says(amara)
    posts.give_kudos(post=post, by=dr_osei, now=now)

    assert hears(amara, "user:notification") == ["notification"]
    assert hears(amara, "user") == ["update", "notification"]
    assert hears(amara, "user", scopes=frozenset({"read:statuses"})) == ["update"]
    assert hears(dr_osei, "user:notification") == []


def test_filters_are_read_anew_where_they_are_kept(amara, dr_osei, hears):
    posts.make_filter(posts.FilterWords(title="Exams", contexts=["home"]), keywords=[], by=amara)

    assert hears(amara, "user") == ["filters_changed"]
    assert hears(dr_osei, "user") == []


def test_events_are_forgotten_after_minutes(amara, says):
    says(amara)
    assert StreamEvent.objects.exists()

    forget_events(now=datetime.now(UTC) + timedelta(minutes=6))

    assert not StreamEvent.objects.exists()
