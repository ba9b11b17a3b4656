"""The table of who may read what, held against every way of reading.

`EXPECTED` is written by hand from the words of each audience. A new way of reading gets a line
in `WAYS`: it takes a reader and the post, and tells whether the post is there.
"""

import pytest
from django.test import Client

from corridor.people import actions as people
from corridor.people import higher_contexts
from corridor.people.choices import EvaluationKind, Visibility
from corridor.posts import queries
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience
from tests.mastodon_api.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name

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


def _query(reader, post, app):
    del app
    viewer_id = None if reader is None else reader.pk
    return queries.readable(viewer_id, now=post.at).filter(pk=post.pk).exists()


def _with_author(reader, post, app):
    """Among the posts of its author, as apps ask for them."""
    client = Client() if reader is None else app(reader)
    told = client.get(f"/api/v1/accounts/{post.author_id}/statuses")
    return told.status_code == 200 and [one["id"] for one in told.json()] == [str(post.pk)]


def _answers_apps(path):
    """Whether an app that asks for it by its number gets it."""

    def is_there(reader, post, app):
        client = Client() if reader is None else app(reader)
        return client.get(path.format(post=post)).status_code == 200

    return is_there


def _among_several(reader, post, app):
    client = Client() if reader is None else app(reader)
    return client.get(f"/api/v1/statuses?id[]={post.pk}").json() != []


def _reads_page(path):
    """Whether the post's own words are on a page that a reader opens."""

    def is_there(reader, post, app):
        del app
        client = Client()
        if reader is not None:
            client.force_login(reader.account)
        answer = client.get(path.format(post=post))
        return post.html in answer.content.decode()

    return is_there


ANYWHERE = {
    "query": _query,
    "with its author": _with_author,
    "app": _answers_apps("/api/v1/statuses/{post.pk}"),
    "app, around it": _answers_apps("/api/v1/statuses/{post.pk}/context"),
    "app, before edits": _answers_apps("/api/v1/statuses/{post.pk}/history"),
    "app, among several": _among_several,
    "its page": _reads_page("/@{post.author.handle}/{post.pk}/"),
    "its history": _reads_page("/@{post.author.handle}/{post.pk}/history/"),
}
"""Ways to a post whatever its audience: by its number, on its author's page."""


@pytest.mark.parametrize("way", ANYWHERE)
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("reader", READERS, indirect=True)
def test_a_post_is_there_for_its_audience_and_nobody_else(
    request, reader, audience, way, dr_osei, app, now
):
    who = request.node.callspec.params["reader"]
    post = publish_post(NewPost(text=TEXT, audience=audience), by=dr_osei, now=now)

    assert ANYWHERE[way](reader, post, app) == (who in EXPECTED[audience])


@pytest.mark.parametrize("way", ANYWHERE)
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("reader", KEPT_APART, indirect=True)
def test_who_is_kept_apart_reads_nothing(reader, audience, way, dr_osei, app, now):
    text = f"For @{reader.handle} about #FirstGenMed"
    post = publish_post(NewPost(text=text, audience=audience), by=dr_osei, now=now)

    assert not ANYWHERE[way](reader, post, app)


@pytest.mark.parametrize("way", ANYWHERE)
def test_visitors_read_nothing_of_whose_profile_is_for_members(way, dr_osei, app, now):
    dr_osei.visibility = Visibility.MEMBERS
    dr_osei.save(update_fields=["visibility"])
    post = publish_post(NewPost(text=TEXT), by=dr_osei, now=now)

    assert not ANYWHERE[way](None, post, app)


@pytest.mark.parametrize("way", ANYWHERE)
def test_nobody_else_reads_what_somebody_said_who_leaves(way, amara, dr_osei, app, now):
    post = publish_post(NewPost(text=TEXT), by=dr_osei, now=now)
    people.ask_to_leave(profile=dr_osei, by=dr_osei, now=now)

    assert not ANYWHERE[way](amara, post, app)
    assert not ANYWHERE[way](None, post, app)
