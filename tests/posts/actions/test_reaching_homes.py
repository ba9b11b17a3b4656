"""Of somebody whom very many follow, a post comes into home timelines piece by piece."""

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from corridor.background import tasks_kept
from corridor.people.actions import follow, tune_follow, unfollow
from corridor.posts import actions, fan_out
from corridor.posts.actions import boost_post, delete_post, edit_post
from corridor.posts.choices import Audience
from corridor.posts.models import TimelineEntry
from tests.background.conftest import *  # noqa: F403 - pytest finds fixtures by name

pytestmark = pytest.mark.usefixtures("kept_as_rows")


@pytest.fixture
def crowd(dr_osei, join, now, settings, monkeypatch):
    """Five follow him, more than are written to at once; a worker writes to two at a time."""
    settings.FAN_OUT_AT_ONCE = 4
    monkeypatch.setattr(fan_out, "MOST_A_PIECE", 2)
    people = [join(handle=f"follower_{n}", display_name="Somebody") for n in range(5)]
    for one in people:
        follow(follower=one, followed=dr_osei, now=now)
    return people


def work():
    """A worker does the next task that waits, and says whether there was one."""
    kept = tasks_kept.take("one", now=timezone.now())
    if kept is not None:
        tasks_kept.do(kept)
    return kept is not None


def readers_of(published):
    return list(
        TimelineEntry.objects.filter(entry=published.pk)
        .order_by("profile")
        .values_list("profile__handle", flat=True)
    )


def test_she_sees_her_own_at_once_and_the_others_see_it_soon(crowd, dr_osei, says):
    post = says(dr_osei)
    assert readers_of(post) == ["kwame_osei"]

    assert work()
    assert readers_of(post) == ["kwame_osei", "follower_0", "follower_1"]

    while work():
        pass
    assert readers_of(post) == ["kwame_osei", *(one.handle for one in crowd)]


def test_those_with_the_bell_have_it_at_once(crowd, dr_osei, says):
    tune_follow(follower=crowd[3], followed=dr_osei, shows_boosts=True, notifies=True)

    post = says(dr_osei)

    assert readers_of(post) == ["kwame_osei", "follower_3"]
    assert [one.kind for one in crowd[3].notifications.all()] == ["post"]


def test_a_worker_that_dies_leaves_the_rest_to_another(crowd, dr_osei, says):
    post = says(dr_osei)
    work()
    assert tasks_kept.take("dying", now=timezone.now()) is not None

    tasks_kept.give_back(now=timezone.now())

    while work():
        pass
    assert readers_of(post) == ["kwame_osei", *(one.handle for one in crowd)]


def test_a_piece_that_is_written_twice_is_there_once(crowd, dr_osei, says):
    post = says(dr_osei)

    actions.reach_homes(post.pk, after=0)
    while work():
        pass

    assert readers_of(post) == ["kwame_osei", *(one.handle for one in crowd)]


def test_what_is_deleted_meanwhile_is_nowhere(crowd, dr_osei, says, now):
    post = says(dr_osei)
    work()

    delete_post(post=post, by=dr_osei, now=now)

    while work():
        pass
    assert not TimelineEntry.objects.filter(entry=post.pk).exists()
    assert not DBTaskResult.objects.exists()


def test_who_follows_or_unfollows_meanwhile_has_it_once_or_not_at_all(
    crowd, dr_osei, amara, says, now
):
    post = says(dr_osei)
    work()

    follow(follower=amara, followed=dr_osei, now=now)
    unfollow(follower=crowd[4], followed=dr_osei)

    while work():
        pass
    handles = {"amara_nwosu", "kwame_osei", *(one.handle for one in crowd[:4])}
    assert set(readers_of(post)) == handles


def test_boosts_come_piece_by_piece_too(crowd, dr_osei, amara, says, now):
    tune_follow(follower=crowd[2], followed=dr_osei, shows_boosts=False, notifies=False)
    boost = boost_post(post=says(amara, "First block placed"), by=dr_osei, now=now)
    assert readers_of(boost) == ["kwame_osei"]

    while work():
        pass

    assert readers_of(boost) == ["kwame_osei", *(f"follower_{n}" for n in (0, 1, 3, 4))]


def test_a_boost_taken_back_meanwhile_is_nowhere(crowd, dr_osei, amara, says, now):
    post = says(amara, "First block placed")
    boost = boost_post(post=post, by=dr_osei, now=now)
    work()

    actions.take_back_boost(post=post, by=dr_osei)

    while work():
        pass
    assert readers_of(boost) == []


@pytest.mark.parametrize("audience", [Audience.NAMED, Audience.RELATIONS])
def test_what_is_for_few_is_there_at_once(crowd, dr_osei, says, audience):
    says(dr_osei, "For @follower_1", audience=audience)

    assert not DBTaskResult.objects.exists()


def test_an_edit_goes_through_no_timelines_again(crowd, dr_osei, says, now):
    post = says(dr_osei)
    while work():
        pass

    edit_post(actions.Edit(text="Blocks on Friday"), post=post, by=dr_osei, now=now)

    assert not DBTaskResult.objects.exists()


def test_up_to_the_limit_everybody_has_it_at_once(crowd, dr_osei, says, settings):
    settings.FAN_OUT_AT_ONCE = 5

    post = says(dr_osei)

    assert readers_of(post) == ["kwame_osei", *(one.handle for one in crowd)]
    assert not DBTaskResult.objects.exists()
