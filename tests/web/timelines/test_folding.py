"""A thread written in one go stands in timelines as its first post."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from corridor.people.actions import follow
from corridor.posts.actions import boost_post
from corridor.posts.choices import Audience


@pytest.fixture
def thread(amara, dr_osei, say):
    """Part 1 with two that follow at once, something between, and what was added a day later."""
    follow(follower=amara, followed=dr_osei, now=timezone.now() - timedelta(days=9))
    first = say(dr_osei, "Part 1 #POCUS", minutes=2000)
    second = say(dr_osei, "Part 2 #POCUS", minutes=1999, in_reply_to=first.pk)
    between = say(dr_osei, "Between", minutes=1998)
    say(dr_osei, "Part 3 #POCUS", minutes=1990, in_reply_to=second.pk)
    say(dr_osei, "Afterthought", minutes=100, in_reply_to=second.pk)
    say(amara, "@kwame_osei Answer", minutes=90, in_reply_to=first.pk)
    return first, between


def lines(client, path):
    """Of each post on the page, the first line of what it says, and of a thread how long it is."""
    page = client.get(path).content.decode()
    posts = re.findall(r'<article class="post.*?</article>', page, flags=re.DOTALL)
    said = [re.search(r'class="post-body"[^>]*><p>([^<]*)', post)[1].strip() for post in posts]
    threads = [re.search(r"Show thread \(\d\)", post) for post in posts]
    return [
        f"{words} {found[0] if found else ''}".strip()
        for words, found in zip(said, threads, strict=True)
    ]


def test_it_stands_at_the_place_of_its_newest_post_and_says_how_long_it_is(
    signed_in, amara, thread
):
    whole = ["Afterthought", "Part 1 Show thread (3)", "Between"]

    assert lines(Client(), "/public/") == whole
    assert lines(Client(), "/@kwame_osei/") == whole
    assert lines(signed_in(amara), "/")[1:] == whole


def test_where_each_post_was_looked_for_each_is_shown(thread):
    assert lines(Client(), "/tags/pocus/") == ["Part 3", "Part 2", "Part 1"]


def test_it_leads_to_all_of_it_in_order(thread):
    first, _between = thread

    page = Client().get("/public/").content.decode()

    assert f'<a href="/@kwame_osei/{first.pk}/">Show thread (3)</a>' in page
    assert lines(Client(), f"/@kwame_osei/{first.pk}/")[:3] == ["Part 1", "Part 2", "Part 3"]


def test_across_a_page_its_first_post_is_fetched(thread, mallory, say):
    _first, between = thread

    shown = lines(Client(), f"/public/?newer={between.pk}")

    assert shown == ["Afterthought", "Part 1 Show thread (3)"]


def test_what_the_reader_may_not_read_is_not_counted(dr_osei, say):
    first = say(dr_osei, "Open", minutes=30)
    second = say(dr_osei, "Open as well", minutes=29, in_reply_to=first.pk)
    say(dr_osei, "For few", minutes=28, in_reply_to=second.pk, audience=Audience.FOLLOWERS)

    assert lines(Client(), "/public/") == ["Open Show thread (2)"]


def test_a_boosted_part_stands_for_itself(thread, mallory, dr_osei, say):
    part = say(dr_osei, "Part 4", minutes=1985, in_reply_to=thread[0].pk)
    boost_post(post=part, by=mallory, now=timezone.now())

    assert lines(Client(), "/@mallory_crane/") == ["Part 4"]
