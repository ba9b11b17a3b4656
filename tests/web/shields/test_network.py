"""Somebody is blocked together with those who came with them."""

import html5lib
import pytest
from django.utils import timezone

from corridor.people import actions as people
from corridor.people import queries as known
from corridor.posts.actions import NewPost, publish_post
from corridor.safety import actions, queries

NETWORK = "/@mallory_crane/block/network/"


@pytest.fixture
def attack(amara, mallory, dr_osei, join):
    """Two followers of Mallory attack; a third, whom Amara follows, and a stranger write, too."""
    now = timezone.now()
    people.raise_shield(people.ShieldWishes(lasts=None), profile=amara, now=now)
    several = {name: join(handle=name, display_name=name) for name in ("ann", "bob", "other")}
    for one in (several["ann"], several["bob"], dr_osei):
        people.follow(follower=one, followed=mallory, now=now)
    people.follow(follower=amara, followed=dr_osei, now=now)
    for one in (*several.values(), dr_osei, mallory):
        publish_post(NewPost(text="@amara_nwosu DEI hire"), by=one, now=now)
    return several


def read(client):
    answer = client.get(NETWORK)
    assert answer.status_code == 200
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer.text


def test_those_around_are_strangers_who_follow_and_turned_to_her(signed_in, amara, mallory, attack):
    page = read(signed_in(amara))

    assert "@ann" in page
    assert "@bob" in page
    assert "@other" not in page
    assert "@kwame_osei" not in page
    assert known.kept_from(amara, today=timezone.now().date()) == set()


def test_those_ticked_are_blocked_and_the_account_itself(signed_in, amara, mallory, attack):
    hers = signed_in(amara)

    hers.post(NETWORK, {"person": [attack["ann"].pk, attack["other"].pk]})

    today = timezone.now().date()
    assert known.kept_from(amara, today=today) == {mallory.pk, attack["ann"].pk}
    hers.post("/you/blocked/lately/end/")
    assert known.kept_from(amara, today=today) == set()


def test_those_who_came_by_a_quote_are_around_its_author(amara, mallory, join, signed_in):
    now = timezone.now()
    actions.watch_surges(now=now)
    post = publish_post(NewPost(text="First block"), by=amara, now=now)
    quote = publish_post(NewPost(text="Look", quotes=post.pk), by=mallory, now=now)
    ann = join(handle="ann", display_name="Ann")
    publish_post(NewPost(text="@amara_nwosu lol", in_reply_to=quote.pk), by=ann, now=now)
    actions.watch_surges(now=now)

    assert queries.network_of(mallory.pk, around=amara.pk, now=now) == [ann]


def test_nobody_is_blocked_with_herself(signed_in, amara):
    assert signed_in(amara).get("/@amara_nwosu/block/network/").status_code == 404
