"""Somebody takes a post back from everywhere this server reaches, at once and for good."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from django.db import transaction

from corridor.posts import policies
from corridor.posts.actions.bring_back_post import forget_deleted_with_words
from corridor.posts.actions.delete_post import NotYourPost, delete_for_good
from corridor.posts.choices import MediaKind, MediaState
from corridor.posts.models import (
    Attachment,
    Draft,
    Post,
    PulledPicture,
    PulledPost,
    Revision,
    ScheduledPost,
)
from corridor.posts.queries.pulled import as_it_was, digest_of, reach_of

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NoSuchCopy(Exception):
    """There is no sealed copy of hers with that number."""


@transaction.atomic
def pull_post(*, post: Post, told: int, by: "Profile", now: datetime) -> PulledPost:
    """With boosts, pictures, and what of hers waits with the same words; a sealed copy stays.

    `told`: how many people a notification told of it. Raises NotYourPost.
    """
    rows = Post.objects.select_for_update(of=("self",)).select_related("author")
    held = rows.filter(pk=post.pk).first()
    if held is None or not policies.owns(by, held):
        raise NotYourPost

    reach = reach_of(held, now=now)
    kept = as_it_was(held)
    pulled = PulledPost(
        author=by,
        post_number=held.pk,
        published_at=held.at,
        pulled_at=now,
        had_left=reach.has_left,
        homes=reach.homes,
        told=told,
        boosts=reach.boosts,
        was_open=reach.is_open,
        digest=digest_of(kept),
    )
    pulled.kept = kept
    pulled.save()
    _seal_pictures(pulled, held)
    _drop_copies(held)
    delete_for_good(held)
    return pulled


def forget_pulled(*, pulled: PulledPost, by: "Profile") -> None:
    """Nothing is left of it then, anywhere here. Raises NoSuchCopy."""
    gone, _ = PulledPost.objects.filter(pk=pulled.pk, author=by).delete()
    if not gone:
        raise NoSuchCopy


def _seal_pictures(pulled: PulledPost, post: Post) -> None:
    """Pictures, as they were shown; video and sound are too large to keep in a row."""
    images = Attachment.objects.filter(
        post=post, kind=MediaKind.IMAGE, state=MediaState.READY
    ).exclude(file="")
    for place, one in enumerate(images.order_by("position", "id")):
        picture = PulledPicture(pulled=pulled, position=place)
        with default_storage.open(str(one.file.name)) as file:
            picture.seal(file.read())
        picture.save()


def _drop_copies(post: Post) -> None:
    """Drafts, posts for later and deleted posts that say the same: she wants it said nowhere.

    What it said before it was edited is the same, too.
    """
    before = Revision.objects.filter(post=post).order_by("pk").values_list("text", flat=True)
    texts = {text.strip() for text in (post.text, *before)} - {""}
    for model in (Draft, ScheduledPost):
        same = [
            one.pk
            for one in model.objects.filter(author=post.author_id).order_by("pk")
            if str(one.words.get("text", "")).strip() in texts
        ]
        model.objects.filter(pk__in=same).delete()
    for text in sorted(texts):
        forget_deleted_with_words(text, by=post.author_id)
