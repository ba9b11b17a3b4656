"""Which posts somebody finds, and that both databases find the same."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from corridor.algorithms.directory.words import is_found, words_asked, words_of
from corridor.algorithms.post_search import asked_posts
from corridor.people import actions as people
from corridor.people.choices import Visibility
from corridor.posts import queries
from corridor.posts.actions import (
    Edit,
    NewPoll,
    NewPost,
    bookmark_post,
    boost_post,
    delete_post,
    edit_post,
    give_kudos,
    publish_post,
)
from corridor.posts.choices import Audience, Kind
from corridor.posts.models import Post, SearchEntry
from tests.mastodon_api.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.people.verifying import *  # noqa: F403 - the same
from tests.posts.test_who_reads_what import KEPT_APART, READERS
from tests.posts.test_who_reads_what import reader as reader  # noqa: PLC0414 - a fixture

TEXT = "For @noor_haddad about nerve blocks"
MEMBERS = [who for who in READERS if who != "visitor"]
HAD_TO_DO = {"named", "herself"}


@pytest.fixture
def let_be_found():
    """Her posts for everybody may be found by search."""

    def opt_in(profile, now):
        settings = people.PrivacySettings(
            visibility=Visibility(profile.visibility),
            is_listed=profile.is_listed,
            is_pseudonymous=profile.is_pseudonymous,
            approves_followers=profile.approves_followers,
            is_searchable=True,
        )
        people.set_privacy(profile=profile, settings=settings, by=profile, now=now)

    return opt_in


@pytest.fixture
def finds(now):
    """What somebody finds with words: `finds(amara, "blocks")` answers texts, newest first."""

    def search(profile, typed, *, at=now):
        found = queries.posts_found(asked_posts(typed), viewer_id=profile.pk, now=at)
        return list(found.order_by("-pk").values_list("text", flat=True))

    return search


def _found_by_app(app, reader, typed):
    told = app(reader).get("/api/v2/search", {"q": typed, "type": "statuses"})
    return [one["id"] for one in told.json()["statuses"]]


@pytest.mark.parametrize("is_open", [True, False], ids=["lets be found", "does not"])
@pytest.mark.parametrize("reader", MEMBERS, indirect=True)
def test_a_post_is_found_by_whom_it_may(request, reader, is_open, dr_osei, app, let_be_found, now):
    who = request.node.callspec.params["reader"]
    if is_open:
        let_be_found(dr_osei, now)
    numbers = {}
    for audience in Audience:
        post = publish_post(NewPost(text=TEXT, audience=audience), by=dr_osei, now=now)
        numbers[str(post.pk)] = audience

    found = {numbers[number] for number in _found_by_app(app, reader, "blocks")}

    public = {Audience.PUBLIC} if is_open else set()
    assert found == (set(Audience) if who in HAD_TO_DO else public)


@pytest.mark.parametrize("reader", KEPT_APART, indirect=True)
def test_who_is_kept_apart_finds_nothing(reader, dr_osei, app, let_be_found, now):
    let_be_found(dr_osei, now)
    publish_post(NewPost(text=f"@{reader.handle}: nerve blocks"), by=dr_osei, now=now)

    assert _found_by_app(app, reader, "blocks") == []


def test_what_ended_and_what_is_restricted_is_not_found(amara, dr_osei, finds, let_be_found, now):
    let_be_found(dr_osei, now)
    soon = now + timedelta(hours=1)
    publish_post(NewPost(text="Ends", expires_at=soon), by=dr_osei, now=now)
    story = NewPost(text="A story ends", kind=Kind.STORY, expires_at=soon)
    publish_post(story, by=dr_osei, now=now)

    assert finds(amara, "ends") == ["Ends"]
    assert finds(amara, "ends", at=soon) == []


def test_what_she_did_something_with_is_found_again(amara, dr_osei, finds, now):
    posts = [publish_post(NewPost(text=f"Block {name}"), by=dr_osei, now=now) for name in "abcd"]
    assert finds(amara, "block") == []

    give_kudos(post=posts[0], by=amara, now=now)
    bookmark_post(post=posts[1], by=amara, now=now)
    boost_post(post=posts[2], by=amara, now=now)

    assert finds(amara, "block") == ["Block c", "Block b", "Block a"]
    assert finds(amara, "block in:library") == ["Block c", "Block b", "Block a"]
    assert finds(amara, "block in:public") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('"nerve blocks"', ["Nerve BLOCKS, at last", "About nerve-blocks"]),
        ("“nerve blocks” last", ["Nerve BLOCKS, at last"]),
        ('"nerve block"', []),
        ('"blocks nerve"', ["Blocks: nerve by nerve"]),
        ('nerve -"nerve blocks"', ["Blocks: nerve by nerve"]),
        ('"last name"', []),
        ('"!! ??"', []),
        ('"100% \'_ of"', ["100% '_ of them"]),
    ],
)
def test_words_in_quotation_marks_follow_one_another(amara, finds, now, typed, found):
    publish_post(NewPost(text="100% '_ of them"), by=amara, now=now)
    publish_post(NewPost(text="Blocks: nerve by nerve"), by=amara, now=now)
    publish_post(NewPost(text="About nerve-blocks"), by=amara, now=now)
    new = NewPost(text="Nerve BLOCKS, at last", content_note="Names")
    publish_post(new, by=amara, now=now)

    assert finds(amara, typed) == found


def test_phrases_follow_what_is_edited(amara, finds, now):
    post = publish_post(NewPost(text="Nerve blocks"), by=amara, now=now)
    edit_post(Edit(text="Spinal blocks"), post=post, by=amara, now=now)

    assert finds(amara, '"nerve blocks"') == []
    assert finds(amara, '"spinal blocks"') == ["Spinal blocks"]


def test_posts_are_found_by_everything_in_them(amara, finds, picture, now):
    poll = NewPoll(options=("Ropivacaine", "Lidocaine"), lasts=timedelta(hours=1))
    publish_post(NewPost(text="Which?", poll=poll), by=amara, now=now)
    seen = picture(amara, state="ready", alt="An ultrasound of the brachial plexus")
    publish_post(
        NewPost(text="Look", content_note="Anatomy", attachments=[seen.pk]), by=amara, now=now
    )

    assert finds(amara, "ropi") == ["Which?"]
    assert finds(amara, "brachial anatomy") == ["Look"]
    assert finds(amara, "has:media") == ["Look"]
    assert finds(amara, "has:poll") == finds(amara, "-has:image") == ["Which?"]
    assert finds(amara, "is:sensitive") == ["Look"]


def test_an_edit_is_found_by_what_it_says_now(amara, finds, now):
    post = publish_post(NewPost(text="Spinal"), by=amara, now=now)
    edit_post(Edit(text="Epidural"), post=post, by=amara, now=now)

    assert finds(amara, "spinal") == []
    assert finds(amara, "epidural") == ["Epidural"]
    delete_post(post=Post.objects.get(), by=amara, now=now)
    assert finds(amara, "epidural") == []
    assert not SearchEntry.objects.exists()


def test_authors_and_days_can_be_asked_for(amara, dr_osei, finds, let_be_found, now):
    let_be_found(dr_osei, now)
    publish_post(NewPost(text="Mine today"), by=amara, now=now)
    publish_post(NewPost(text="His today"), by=dr_osei, now=now)
    publish_post(NewPost(text="Mine later"), by=amara, now=now + timedelta(days=2))

    assert finds(amara, "from:me") == ["Mine later", "Mine today"]
    assert finds(amara, f"from:{dr_osei.handle}") == finds(amara, "-from:me") == ["His today"]
    assert finds(amara, "after:2026-03-20") == ["Mine later"]
    assert finds(amara, "before:2026-03-21 from:me") == ["Mine today"]
    assert finds(amara, "during:2026-03-22") == ["Mine later"]
    assert finds(amara, "mine -later") == ["Mine today"]


def test_signs_alone_find_nothing(amara, finds, now):
    publish_post(NewPost(text="Blocks"), by=amara, now=now)

    for typed in ("", "!!!", "in:library", "'; DROP TABLE posts_post; --"):
        assert finds(amara, typed) == []


def test_who_is_muted_is_found_only_by_name(amara, dr_osei, finds, let_be_found, app, now):
    let_be_found(dr_osei, now)
    publish_post(NewPost(text="Blocks"), by=dr_osei, now=now)
    people.mute(muter=amara, muted=dr_osei, now=now)

    assert finds(amara, "blocks") == _found_by_app(app, amara, "blocks") == []
    assert finds(amara, f"blocks from:{dr_osei.handle}") == ["Blocks"]


def test_whatever_piece_is_asked_for_the_database_is_told_one_statement(amara, now):
    with CaptureQueriesContext(connection) as asked:
        for first in range(3):
            piece = slice(first, first + 20)
            queries.newest_with_words(["blocks"], viewer_id=amara.pk, now=now, piece=piece)

    assert (len(asked), len({one["sql"] for one in asked})) == (3, 1)


WORDS = st.text("abeéß q'\"*&|!:()-", min_size=1, max_size=12)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WORDS, typed=WORDS)
def test_the_database_finds_what_the_definition_says(amara, now, text, typed):
    Post.objects.all().delete()
    publish_post(NewPost(text=f"x {text}"), by=amara, now=now)
    asked = asked_posts(typed.replace("-", " "))
    assume(not asked.phrases)

    found = queries.posts_found(asked, viewer_id=amara.pk, now=now).exists()
    newest = queries.newest_with_words(asked.words, viewer_id=amara.pk, now=now, piece=slice(0, 1))

    words = words_asked(" ".join(asked.words))
    is_there = bool(words) and is_found(words_of([f"x {text}"]), words)
    assert (found, bool(newest)) == (is_there, is_there)
