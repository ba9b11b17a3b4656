"""A post is pulled from everywhere; a sealed copy stays for its author alone."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from corridor.people.actions import follow
from corridor.posts import queries
from corridor.posts.actions import (
    Edit,
    NewPost,
    NotYourPost,
    boost_post,
    delete_post,
    edit_post,
    forget_pulled,
    keep_draft,
    publish_post,
    pull_post,
    schedule_post,
)
from corridor.posts.actions.pull_post import NoSuchCopy
from corridor.posts.choices import Audience, Kind
from corridor.posts.models import Attachment, DeletedPost, Draft, Post, PulledPost, ScheduledPost

SAID = "Zebrafish seventeen in the corridor"


@pytest.fixture
def pull(amara, now):
    def take_back(post, by=amara, told=0, at=now):
        return pull_post(post=post, told=told, by=by, now=at)

    return take_back


def everything_kept():
    """All that the database says, as bytes."""
    for model in apps.get_models():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608 - names of ours
            for row in cursor.fetchall():
                for value in row:
                    is_bytes = isinstance(value, bytes | memoryview)
                    yield bytes(value) if is_bytes else str(value).encode()


def test_nothing_says_it_any_more_but_a_sealed_copy(says, pull, amara, dr_osei, mallory, now):
    follow(follower=dr_osei, followed=amara, now=now)
    post = says(amara, SAID)
    edit_post(Edit(text=f"{SAID}!"), post=post, by=amara, now=now)
    boost_post(post=post, by=dr_osei, now=now)
    says(mallory, "Look at this", quotes=post.pk)
    post.refresh_from_db()
    assert any(b"ebrafish" in kept for kept in everything_kept())

    pulled = pull(post)

    assert not any(b"ebrafish" in kept for kept in everything_kept())
    assert not Post.objects.filter(pk=post.pk).exists()
    kept = queries.pulled_post(pulled.pk, viewer=amara).kept
    assert kept["text"] == f"{SAID}!"
    assert [one["text"] for one in kept["before"]] == [SAID]
    assert kept["counts"]["boosts"] == 1
    assert (pulled.boosts, pulled.homes, pulled.was_open) == (1, 1, True)


def test_what_of_hers_waits_with_the_same_words_goes_too(says, pull, amara, dr_osei, now):
    keep_draft({"text": f" {SAID}\n"}, by=amara, now=now)
    keep_draft({"text": "Something else"}, by=amara, now=now)
    keep_draft({"text": SAID}, by=dr_osei, now=now)
    later = now + timedelta(days=1)
    schedule_post(NewPost(text=SAID), due_at=later, by=amara, now=now)

    pull(says(amara, SAID))

    left = list(Draft.objects.order_by("pk").values_list("author", "words__text"))
    assert left == [(amara.pk, "Something else"), (dr_osei.pk, SAID)]
    assert not ScheduledPost.objects.exists()


def test_what_it_said_before_it_was_edited_goes_with_it(says, pull, amara, now):
    post = says(amara, SAID)
    edit_post(Edit(text="Said better"), post=post, by=amara, now=now)
    keep_draft({"text": SAID}, by=amara, now=now)
    schedule_post(NewPost(text=SAID), due_at=now + timedelta(days=1), by=amara, now=now)
    delete_post(post=says(amara, SAID), by=amara, now=now)

    pull(post)

    assert not Draft.objects.exists()
    assert not ScheduledPost.objects.exists()
    assert not DeletedPost.objects.exists()


def test_pictures_are_gone_and_lie_sealed_in_the_copy(
    says, pull, amara, now, django_capture_on_commit_callbacks
):
    name = default_storage.save("posts/pulled.webp", ContentFile(b"RIFF of a lake"))
    picture = Attachment.objects.create(
        id=7, owner=amara, kind="image", at=now, alt="A lake", file=name
    )
    post = says(amara, SAID, attachments=[picture.pk])

    with django_capture_on_commit_callbacks(execute=True):
        pulled = pull(post)

    assert not default_storage.exists(name)
    assert not Attachment.objects.exists()
    (kept,) = pulled.pictures.all()
    assert b"lake" not in bytes(kept.sealed_file)
    assert kept.unseal() == b"RIFF of a lake"


def test_the_digest_shows_that_nothing_was_changed_since(says, pull, amara):
    import hashlib  # noqa: PLC0415 - as anybody would check it

    pulled = pull(says(amara, SAID))

    told = queries.as_json(queries.pulled_post(pulled.pk, viewer=amara).kept)
    assert json.loads(told)["text"] == SAID
    assert hashlib.sha256(told).hexdigest() == pulled.digest


def test_others_pull_nothing_and_open_no_copy(says, pull, amara, mallory):
    post = says(amara, SAID)

    with pytest.raises(NotYourPost):
        pull(post, by=mallory)
    assert Post.objects.filter(pk=post.pk).exists()
    assert not PulledPost.objects.exists()

    pulled = pull(post)
    assert queries.pulled_post(pulled.pk, viewer=mallory) is None
    with pytest.raises(NoSuchCopy):
        forget_pulled(pulled=pulled, by=mallory)
    assert PulledPost.objects.exists()


def test_the_copy_goes_when_its_author_says_so(says, pull, amara):
    pulled = pull(says(amara, SAID))

    forget_pulled(pulled=pulled, by=amara)

    assert not PulledPost.objects.exists()


def leaving(at):
    return [post.pk for post in queries.posts_to_leave(now=at)]


def test_a_post_for_everybody_may_leave_when_its_hold_is_over(says, amara, now, settings):
    settings.FEDERATION_HOLD_MINUTES = 5
    public, quiet = says(amara, "One"), says(amara, "Two", audience=Audience.QUIET)

    assert leaving(now + timedelta(minutes=4, seconds=59)) == []
    assert leaving(now + timedelta(minutes=5)) == [public.pk, quiet.pk]


def test_the_hold_is_as_long_as_the_installation_says(says, amara, now, settings):
    settings.FEDERATION_HOLD_MINUTES = 0

    post = says(amara, "One")

    assert leaving(now) == [post.pk]


def test_what_is_for_some_or_waits_never_leaves(says, amara, dr_osei, now):
    for audience in (Audience.FOLLOWERS, Audience.VERIFIED, Audience.NAMED, Audience.RELATIONS):
        says(amara, "For some", audience=audience)
    says(amara, "A story", kind=Kind.STORY, expires_at=now + timedelta(days=1))
    above = says(dr_osei, "Questions?", repliers="mentioned")
    held = says(amara, "A reply that waits", in_reply_to=above.pk)
    narrowed = says(amara, "For all at first")
    Post.objects.filter(pk=narrowed.pk).update(audience=Audience.FOLLOWERS)

    assert held.is_held
    assert leaving(now + timedelta(days=30)) == [above.pk]


def test_how_far_it_got_is_counted_at_most(says, amara, dr_osei, mallory, now):
    follow(follower=dr_osei, followed=amara, now=now)
    follow(follower=mallory, followed=amara, now=now)
    post = publish_post(NewPost(text="Hello"), by=amara, now=now)

    reach = queries.reach_of(post, now=now + timedelta(seconds=90))

    assert (reach.homes, reach.is_open, reach.has_left, reach.minutes_left) == (2, True, False, 4)
    assert queries.reach_of(post, now=now + timedelta(minutes=5)).has_left


def test_what_was_deleted_with_the_same_words_does_not_come_back(says, pull, amara, mallory, now):
    for author, text in ((amara, SAID), (amara, "Something else"), (mallory, SAID)):
        delete_post(post=says(author, text), by=author, now=now)

    pull(says(amara, f" {SAID}\n"))

    kept = DeletedPost.objects.order_by("pk")
    assert [(one.author, one.said["text"]) for one in kept] == [
        (amara, "Something else"),
        (mallory, SAID),
    ]


def test_what_was_deleted_meanwhile_is_not_pulled(says, pull, amara, now):
    post = says(amara, SAID)
    delete_post(post=Post.objects.get(), by=amara, now=now)

    with pytest.raises(NotYourPost):
        pull(post)

    assert not PulledPost.objects.exists()
