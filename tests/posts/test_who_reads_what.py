"""The table of who may read what, held against every way of reading.

`EXPECTED` is written by hand from the words of each audience. A new way of reading gets a line
in `WAYS`. Each test asks by all ways for posts for all audiences: who they are takes longest.
"""

import pytest
from django.test import Client

from corridor.people import actions as people
from corridor.people import higher_contexts
from corridor.people.choices import EvaluationKind, Visibility
from corridor.posts import queries
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience
from tests.mastodon_api.asking import *  # noqa: F403 - pytest finds fixtures by name
from tests.mastodon_api.conftest import *  # noqa: F403 - as above
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name
from tests.signing_in import browser_of

READERS = (
    "visitor",
    "stranger",
    "follower",
    "asked to follow",
    "verified",
    "mentee",
    "named",
    "herself",
)
KEPT_APART = ("blocked by her", "blocks her", "evaluates her", "evaluated by her")
OPEN = {"visitor", "stranger", "follower", "asked to follow", "verified", "mentee"}
EXPECTED = {
    Audience.PUBLIC: {*OPEN, "named", "herself"},
    Audience.QUIET: {*OPEN, "named", "herself"},
    Audience.FOLLOWERS: {"follower", "named", "herself"},
    Audience.VERIFIED: {"verified", "named", "herself"},
    Audience.RELATIONS: {"mentee", "named", "herself"},
    Audience.NAMED: {"named", "herself"},
}
TEXT = "For @noor_haddad about #FirstGenMed"


@pytest.fixture
def reader(request, amara, dr_osei, join, verify, now, monkeypatch):
    """Who reads what Dr Osei says."""
    who = request.param
    if who == "visitor":
        return None
    if who == "herself":
        return dr_osei
    if who == "named":
        return join(handle="noor_haddad", display_name="Noor Haddad")
    deeds = {
        "stranger": lambda: None,
        "follower": lambda: people.follow(follower=amara, followed=dr_osei, now=now),
        "asked to follow": lambda: _ask(amara, dr_osei, now),
        "verified": lambda: verify(amara),
        "mentee": lambda: _work_together(monkeypatch, amara, dr_osei),
        "blocked by her": lambda: _apart(amara, dr_osei, now, people.block, "blocked"),
        "blocks her": lambda: _apart(amara, dr_osei, now, people.block, "blocker"),
        "evaluates her": lambda: _evaluate(dr_osei, amara, now),
        "evaluated by her": lambda: _evaluate(amara, dr_osei, now),
    }
    deeds[who]()
    return amara


def _ask(follower, followed, now):
    followed.approves_followers = True
    followed.save(update_fields=["approves_followers"])
    people.follow(follower=follower, followed=followed, now=now)


def _work_together(monkeypatch, one, other):
    context = higher_contexts.connected()[0]
    pairs = {one.pk: {other.pk}, other.pk: {one.pk}}
    partners = higher_contexts.HigherContext(
        archive=context.archive,
        holds={},
        excuses={},
        works_with=lambda profile: pairs.get(profile.pk, set()),
        forget=context.forget,
    )
    monkeypatch.setitem(vars(higher_contexts)["_contexts"], "a programme", partners)


def _apart(amara, dr_osei, now, deed, amara_is):
    sides = {"blocked": (dr_osei, amara), "blocker": (amara, dr_osei)}[amara_is]
    deed(blocker=sides[0], blocked=sides[1], now=now)


def _evaluate(by, other, now):
    people.declare_evaluation(profile=by, other=other, kind=EvaluationKind.EVALUATES_ME, now=now)


def _query(reader, posts, client):
    del client
    viewer_id = None if reader is None else reader.pk
    one = next(iter(posts.values()))
    found = queries.readable(viewer_id, now=one.at).values_list("pk", flat=True)
    return _audiences_of(set(found), posts)


def _with_their_author(reader, posts, client):
    """Among the posts of their author, as apps ask for them."""
    del reader
    author_id = next(iter(posts.values())).author_id
    told = client.get(f"/api/v1/accounts/{author_id}/statuses")
    shown = told.json() if told.status_code == 200 else []
    return _audiences_of({int(one["id"]) for one in shown}, posts)


def _among_several(reader, posts, client):
    del reader
    asked = "&".join(f"id[]={post.pk}" for post in posts.values())
    told = client.get(f"/api/v1/statuses?{asked}").json()
    return _audiences_of({int(one["id"]) for one in told}, posts)


def _audiences_of(found, posts):
    return {audience for audience, post in posts.items() if post.pk in found}


def _answers_apps(path):
    """Whether an app that asks for one by its number gets it."""

    def there(reader, posts, client):
        del reader
        return {
            audience
            for audience, post in posts.items()
            if client.get(path.format(post=post)).status_code == 200
        }

    return there


def _reads_page(path):
    """Whether the post's own words are on a page that a reader opens."""

    def there(reader, posts, client):
        del client
        browser = Client() if reader is None else browser_of(reader)
        return {
            audience
            for audience, post in posts.items()
            if post.html in browser.get(path.format(post=post)).content.decode()
        }

    return there


def _on_page(path, words='href="/@{post.author.handle}/{post.pk}/"'):
    """Which posts a page or a feed with many of them leads to."""

    def there(reader, posts, client):
        del client
        browser = Client() if reader is None else browser_of(reader)
        one = next(iter(posts.values()))
        page = browser.get(path.format(post=one)).content.decode()
        return {audience for audience, post in posts.items() if words.format(post=post) in page}

    return there


def _in_list(path, found=lambda told: told):
    """Which posts an app is told in a list."""

    def there(reader, posts, client):
        del reader
        answer = client.get(path)
        told = found(answer.json()) if answer.status_code == 200 else []
        return _audiences_of({int(one["id"]) for one in told}, posts)

    return there


WAYS = {
    "query": _query,
    "with their author": _with_their_author,
    "app": _answers_apps("/api/v1/statuses/{post.pk}"),
    "app, around it": _answers_apps("/api/v1/statuses/{post.pk}/context"),
    "app, before edits": _answers_apps("/api/v1/statuses/{post.pk}/history"),
    "app, among several": _among_several,
    "its page": _reads_page("/@{post.author.handle}/{post.pk}/"),
    "its history": _reads_page("/@{post.author.handle}/{post.pk}/history/"),
    "its boosts": _reads_page("/@{post.author.handle}/{post.pk}/boosts/"),
}
"""Ways to a post whatever its audience: by its number, on its author's page.

Each is asked by a reader for posts by their audience, and tells for which audiences she got one.
"""
IN_FEED = "http://testserver/@{post.author.handle}/{post.pk}/"
LISTS = {
    "app, public": _in_list("/api/v1/timelines/public"),
    "app, hashtag": _in_list("/api/v1/timelines/tag/FirstGenMed"),
    "app, search": _in_list(
        "/api/v2/search?q=FirstGenMed&type=statuses", lambda told: told["statuses"]
    ),
    "page, public": _on_page("/public/"),
    "page, hashtag": _on_page("/tags/firstgenmed/"),
    "page, search": _on_page("/search/?q=FirstGenMed"),
    "feed, author": _on_page("/@{post.author.handle}/feed.atom", IN_FEED),
    "feed, hashtag": _on_page("/tags/firstgenmed/feed.atom", IN_FEED),
}
"""Lists of what is for everybody; asked as `WAYS` are."""
FOR_MEMBERS = {"app, search", "page, search"}
"""A visitor is told to sign in."""
NOWHERE = {way: set() for way in WAYS}


@pytest.fixture
def posts(dr_osei, now):
    """`posts("For @amara")` is a post of Dr Osei for each audience."""

    def publish(text=TEXT):
        return {
            audience: publish_post(NewPost(text=text, audience=audience), by=dr_osei, now=now)
            for audience in Audience
        }

    return publish


@pytest.fixture
def found(app):
    """For which audiences a reader finds posts, by each way."""

    def look(reader, posts):
        client = Client() if reader is None else app(reader)
        return {name: way(reader, posts, client) for name, way in WAYS.items()}

    return look


@pytest.mark.parametrize("reader", READERS, indirect=True)
def test_a_post_is_there_for_its_audience_and_nobody_else(request, reader, posts, found):
    who = request.node.callspec.params["reader"]
    for_her = {audience for audience, readers in EXPECTED.items() if who in readers}

    assert found(reader, posts()) == dict.fromkeys(WAYS, for_her)


@pytest.mark.parametrize("reader", KEPT_APART, indirect=True)
def test_who_is_kept_apart_reads_nothing(reader, posts, found):
    assert found(reader, posts(f"For @{reader.handle} about #FirstGenMed")) == NOWHERE


def test_visitors_read_nothing_of_whose_profile_is_for_members(dr_osei, posts, found):
    dr_osei.visibility = Visibility.MEMBERS
    dr_osei.save(update_fields=["visibility"])

    assert found(None, posts()) == NOWHERE


def test_nobody_else_reads_what_somebody_said_who_leaves(amara, dr_osei, posts, found, now):
    said = posts()
    people.ask_to_leave(profile=dr_osei, by=dr_osei, now=now)

    assert found(amara, said) == NOWHERE
    assert found(None, said) == NOWHERE


@pytest.fixture
def listed(app, dr_osei):
    dr_osei.is_searchable = True
    dr_osei.save(update_fields=["is_searchable"])

    def look(reader, posts):
        client = Client() if reader is None else app(reader)
        return {name: way(reader, posts, client) for name, way in LISTS.items()}

    return look


@pytest.mark.parametrize("reader", ["visitor", "stranger", "verified", "mentee"], indirect=True)
def test_lists_for_everybody_have_what_is_for_everybody(reader, posts, listed):
    closed = FOR_MEMBERS if reader is None else set()

    told = listed(reader, posts())

    assert told == {name: set() if name in closed else {Audience.PUBLIC} for name in LISTS}


@pytest.mark.parametrize("reader", KEPT_APART, indirect=True)
def test_no_list_shows_it_to_who_is_kept_apart(reader, posts, listed):
    told = listed(reader, posts(f"For @{reader.handle} about #FirstGenMed"))

    assert told == {name: set() for name in LISTS}


LANE = ("/api/v1/timelines/home", "/api/v1/timelines/public", "/api/v1/timelines/tag/FirstGenMed")


@pytest.mark.parametrize("reader", ["follower", "mentee", "blocks her"], indirect=True)
def test_the_lane_tells_each_reader_what_the_view_tells_her(reader, posts, app, both):
    said = posts(f"For @{reader.handle} about #FirstGenMed")
    app(reader, "read")
    paths = [*LANE, *[f"/api/v1/statuses/{post.pk}" for post in said.values()]]

    for path in paths:
        lane, view = both.ask(path, f"token-of-{reader.handle}-read")
        assert lane == view, path
