"""Timelines as members and visitors read them."""

import re
from datetime import datetime, timedelta

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from corridor.people.actions import block, follow, make_list, mute, put_on_list
from corridor.posts.actions import (
    NewPoll,
    bookmark_post,
    boost_post,
    give_kudos,
    mark_read,
)
from corridor.posts.choices import Audience
from corridor.web.timelines.catching_up import VISIT


@pytest.fixture
def following(amara, dr_osei, now):
    follow(follower=amara, followed=dr_osei, now=now)
    return amara


def read(client, path):
    page = client.get(path).content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def test_home_has_what_those_say_whom_she_follows(signed_in, following, dr_osei, mallory, say):
    say(dr_osei, "Blocks on Thursday")
    say(mallory, "Read my argument")

    page = read(signed_in(following), "/")

    assert "Blocks on Thursday" in page
    assert "Read my argument" not in page
    assert "You’re up to date" in page


def test_home_says_who_boosted(signed_in, following, dr_osei, mallory, say):
    post = say(mallory, "Sutures, at last")
    boost_post(post=post, by=dr_osei, now=timezone.now())

    page = read(signed_in(following), "/")

    assert "Sutures, at last" in page
    assert "Dr Kwame Osei</a> boosted" in page


def test_an_empty_home_says_what_to_do(signed_in, amara):
    page = read(signed_in(amara), "/home/")

    assert "Follow somebody, or a hashtag, and come back." in page
    assert 'href="/public/"' in page


def test_home_counts_what_came_since_her_last_visit(signed_in, following, dr_osei, say):
    client = signed_in(following)
    say(dr_osei, "Read already", minutes=50)
    client.get("/")
    say(dr_osei, "First news")
    say(dr_osei, "Second news", minutes=4)

    page = read(client, "/")

    assert "<b>2 posts</b>" in page
    assert page.count('<span class="new">') == 2
    assert page.index("First news") < page.index("You’re up to date: below is what came before")
    assert page.index("You’re up to date: below") < page.index("Read already")


def test_nothing_is_new_to_who_has_just_followed_somebody(signed_in, amara, dr_osei, say, now):
    client = signed_in(amara)
    assert "Nothing here yet" in read(client, "/home/")
    follow(follower=amara, followed=dr_osei, now=now)
    say(dr_osei, "Welcome")

    assert "Welcome" in read(client, "/")
    assert '<span class="new">' not in read(client, "/")


def begin_visit_anew(client, *, after=timedelta(minutes=31)):
    """As if she had been away for so long."""
    session = client.session
    visit = session[VISIT]
    visit["at"] = (datetime.fromisoformat(visit["at"]) - after).isoformat()
    session[VISIT] = visit
    session.save()


def test_what_is_new_stays_so_until_she_leaves(signed_in, following, dr_osei, say):
    client = signed_in(following)
    say(dr_osei, "Read already", minutes=50)
    client.get("/")
    say(dr_osei, "News")
    client.get("/")

    begin_visit_anew(client, after=timedelta(minutes=29))
    assert "<b>1 post</b>" in read(client, "/")

    begin_visit_anew(client)
    assert "<b>1 post</b>" not in read(client, "/")


def test_a_visit_begins_where_another_device_stopped(signed_in, following, dr_osei, say):
    client = signed_in(following)
    say(dr_osei, "Read here", minutes=50)
    client.get("/")
    elsewhere = say(dr_osei, "Read on the phone", minutes=40)
    mark_read(timeline="home", to=elsewhere.pk, by=following.pk, now=timezone.now())
    say(dr_osei, "News")
    begin_visit_anew(client)

    assert "<b>1 post</b>" in read(client, "/")


def test_catching_up_goes_from_where_she_stopped_to_a_quiet_end(signed_in, following, dr_osei, say):
    client = signed_in(following)
    say(dr_osei, "Post 0", minutes=60)
    client.get("/")
    for number in range(1, 25):
        say(dr_osei, f"Post {number}", minutes=60 - number)
    begins = re.search(r'href="(\?since=\d+)"', read(client, "/"))[1]

    first = read(client, f"/{begins}")
    goes_on = re.search(r'href="(/\?since=\d+)"', first)[1]
    last = read(client, goes_on)

    assert "24 posts, the oldest first." in first
    assert first.index("Post 1<") < first.index("Post 2<") < first.index("Post 20<")
    assert "Post 0<" not in first
    assert "up to date" not in first
    assert last.index("Post 21<") < last.index("Post 24<") < last.index("You’re up to date")
    assert "Catch up" not in read(client, "/")


def test_beyond_the_end_there_is_a_way_back(signed_in, following, dr_osei, say):
    say(dr_osei, "Post 0", minutes=60)

    page = read(signed_in(following), "/?older=1")

    assert "You have come to the end of your timeline." in page
    assert "Follow somebody, or a hashtag" not in page


def test_older_posts_are_one_link_away(signed_in, following, dr_osei, say):
    posts = [say(dr_osei, f"Post {number}", minutes=60 - number) for number in range(25)]
    client = signed_in(following)

    first = read(client, "/")
    older = read(client, f"/?older={posts[5].pk}")

    assert f'href="/?older={posts[5].pk}"' in first
    assert "Post 24<" in first
    assert "Post 4<" in older
    assert "Post 5<" not in older
    assert f'href="/?newer={posts[4].pk}"' in older


@pytest.mark.parametrize("asked", ["x", "-1", "²", "9" * 40, ""])
def test_a_place_that_is_no_number_is_the_newest(signed_in, following, dr_osei, say, asked):
    say(dr_osei, "Blocks on Thursday")

    assert "Blocks on Thursday" in signed_in(following).get("/", {"older": asked}).content.decode()


def test_a_line_tells_of_new_posts_while_the_page_is_open(signed_in, following, dr_osei, say):
    post = say(dr_osei, "Seen", minutes=9)
    client = signed_in(following)

    before = client.get("/home/new/", {"after": post.pk}).content.decode()
    say(dr_osei, "Unseen")
    after = client.get("/home/new/", {"after": post.pk}).content.decode()

    assert "new post" not in before.replace("new-post", "")
    assert "1 new post" in after


@pytest.mark.parametrize("path", ["/public/", "/tags/pocus/"])
def test_a_line_tells_of_what_others_wrote_for_everybody(signed_in, amara, dr_osei, say, path):
    seen = say(dr_osei, "Seen #POCUS", minutes=9)
    client = signed_in(amara)
    assert f'hx-get="{path}new/?after={seen.pk}"' in read(client, path)
    assert client.get(f"{path}new/", {"after": seen.pk}).content.strip() == b""

    say(amara, "Hers #POCUS")
    say(dr_osei, "For followers #POCUS", audience=Audience.FOLLOWERS)
    say(dr_osei, "Unseen #POCUS")

    line = client.get(f"{path}new/", {"after": seen.pk}).content.decode()
    assert "1 new post" in line
    assert f'href="{path}"' in line


def test_a_page_that_stays_open_after_signing_out_asks_no_more(db):
    for path in ("/home/new/", "/public/new/", "/tags/pocus/new/"):
        assert Client().get(path).status_code == 286


def test_everybody_here_is_for_visitors_too(dr_osei, amara, say):
    say(dr_osei, "For all of you")
    say(dr_osei, "For followers", audience=Audience.FOLLOWERS)
    say(amara, "Quietly", audience=Audience.QUIET)

    page = read(Client(), "/public/")

    assert "For all of you" in page
    assert "For followers" not in page
    assert "Quietly" not in page


def test_a_hashtag_has_a_page(dr_osei, say):
    say(dr_osei, "Erector spinae #RegionalAnaesthesia")

    page = read(Client(), "/tags/regionalanaesthesia/")

    assert "<h1>#RegionalAnaesthesia</h1>" in page
    assert "Erector spinae" in page
    assert Client().get("/tags/RegionalAnaesthesia/").url == "/tags/regionalanaesthesia/"
    assert "Nobody has used this hashtag here" in read(Client(), "/tags/nobodywrotethis/")


def test_a_list_is_a_timeline(signed_in, amara, dr_osei, mallory, say, now):
    kept = make_list(owner=amara, title="Teachers")
    put_on_list(kept=kept, profile=dr_osei, by=amara, today=now.date())
    say(dr_osei, "From a teacher")
    say(mallory, "From somebody else")

    page = read(signed_in(amara), f"/you/lists/{kept.pk}/posts/")

    assert "From a teacher" in page
    assert "From somebody else" not in page
    assert signed_in(mallory).get(f"/you/lists/{kept.pk}/posts/").status_code == 404


def test_saved_posts_come_in_the_order_in_which_they_were_saved(signed_in, amara, dr_osei, say):
    first, second = say(dr_osei, "Said first", minutes=9), say(dr_osei, "Said second")
    bookmark_post(post=second, by=amara, now=timezone.now())
    bookmark_post(post=first, by=amara, now=timezone.now())

    page = read(signed_in(amara), "/bookmarks/")

    assert page.index("Said first") < page.index("Said second")
    assert "Nothing saved yet" in read(signed_in(dr_osei), "/bookmarks/")


@pytest.mark.parametrize("deed", ["mute", "block"])
def test_nobody_reads_whom_she_keeps_away(signed_in, following, dr_osei, say, now, deed):
    say(dr_osei, "Blocks on Thursday")
    if deed == "mute":
        mute(muter=following, muted=dr_osei, until=None, now=now)
    else:
        block(blocker=following, blocked=dr_osei, now=now)

    assert "Blocks on Thursday" not in read(signed_in(following), "/")
    assert "Blocks on Thursday" not in read(signed_in(following), "/public/")


@pytest.fixture
def lively(following, dr_osei, mallory, say):
    """Twenty posts of every kind: polls, quotes, boosts, replies, marks."""
    quoted = say(mallory, "Quote me", minutes=90)
    for number in range(6):
        poll = NewPoll(options=["Yes", "No"], lasts=timedelta(days=1))
        asked = say(dr_osei, f"Ask {number}", minutes=60 - number, poll=poll)
        say(dr_osei, f"Quote {number}", minutes=50 - number, quotes=quoted.pk)
        say(dr_osei, f"Answer {number}", minutes=40 - number, in_reply_to=asked.pk)
        boosted = say(mallory, f"Boosted {number}", minutes=30 - number)
        boost_post(post=boosted, by=dr_osei, now=timezone.now())
        give_kudos(post=asked, by=following, now=timezone.now())
    return following


@pytest.mark.parametrize(
    ("path", "queries"), [("/", 27), ("/public/", 13), ("/home/new/?after=1", 5)]
)
def test_a_timeline_takes_at_most_so_many_queries(
    signed_in, lively, django_assert_max_num_queries, path, queries
):
    client = signed_in(lively)
    client.get(path)

    with django_assert_max_num_queries(queries):
        assert client.get(path).status_code == 200
