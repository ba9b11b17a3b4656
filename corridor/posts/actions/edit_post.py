"""Somebody says better what she said; what she said before can be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from corridor.kernel import events
from corridor.posts import fan_out, policies
from corridor.posts.actions.address_post import address_anew, html_of, people_named
from corridor.posts.actions.attach_media import attach, detach_all_but, place_files
from corridor.posts.actions.delete_post import NotYourPost
from corridor.posts.actions.describe_media import Description, describe
from corridor.posts.actions.label_post import noted
from corridor.posts.actions.look_for_patients import (
    ANSWER,
    NOTE,
    PICTURE,
    TEXT,
    MayIdentifyPatient,
    Said,
    Speaker,
    look,
    place_of,
)
from corridor.posts.actions.open_poll import NewPoll, change_poll, check_poll, options_of
from corridor.posts.actions.publish_post import check_words
from corridor.posts.actions.tag_post import tag_anew
from corridor.posts.events import PostChanged
from corridor.posts.models import Attachment, Poll, Post, Revision

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Edit:
    """All of what it says from now on. Who may read and answer it stays as it was."""

    text: str = ""
    content_note: str = ""
    is_sensitive: bool = False
    language: str = ""
    attachments: Sequence[int] = ()
    descriptions: Sequence[Description] = ()
    poll: NewPoll | None = None
    kept_because: str = ""
    """`WhyKept`: why it says what might identify a patient."""
    keeps_poll: bool = False
    """The poll stays as it is, with its votes and its end; `poll` is not looked at."""
    was_read: bool = False
    """A second reader let it pass as it is: only whoever lets it pass says so."""


@transaction.atomic
def edit_post(edit: Edit, *, post: Post, by: "Profile", now: datetime) -> Post:
    """Pictures that it leaves out are deleted. Where no word changes there is no revision.

    Raises NotYourPost, EmptyPost, PostTooLong, PollRefused, MayIdentifyPatient, or what
    `attach_media.attach` and `describe_media` raise.
    """
    _check(edit, post, by)
    held = Post.objects.select_for_update().filter(pk=post.pk).first()
    if held is None:
        raise NotYourPost
    before = _as_it_is(held)
    _say(held, edit, by, now)
    attached = attach(held, edit.attachments, by=by, now=now)
    detach_all_but(held, edit.attachments)
    describe(edit.descriptions, by=by)
    if not edit.keeps_poll:
        change_poll(held, edit.poll, now=now)
    after = _as_it_is(held)
    if _said(before) != _said(after):
        _look_at(before, after, attached, edit, now=now)
    place_files(held, attached)
    if _said(before) == _said(after):
        events.publish(PostChanged(post_id=held.pk, is_edit=False))
        return held
    before.save()
    held.edited_at = now
    held.save(update_fields=["edited_at"])
    tag_anew(held)
    if not held.is_held:
        fan_out.write_post(held)  # whom it names now
    events.publish(PostChanged(post_id=held.pk, is_edit=True))
    return held


def refusal_of_edit(edit: Edit, *, post: Post, by: "Profile") -> MayIdentifyPatient | None:
    """What `edit_post` would say of its words and pictures; of a poll, as it stands."""
    new_alts = {one.attachment: one.alt for one in edit.descriptions if one.alt is not None}
    pictures = list(Attachment.objects.filter(pk__in=edit.attachments, owner=by).order_by("pk"))
    for one in pictures:
        one.alt = new_alts.get(one.pk, one.alt)
    before = _as_it_is(post)
    after = Revision(
        post=post,
        text=edit.text,
        content_note=edit.content_note,
        poll_options=before.poll_options,
        attachments=[{"id": one.pk, "alt": one.alt} for one in pictures],
    )
    try:
        _look_at(before, after, pictures, edit, now=None)
    except MayIdentifyPatient as refusal:
        return refusal
    return None


def _check(edit: Edit, post: Post, by: "Profile") -> None:
    if not policies.owns(by, post):
        raise NotYourPost
    has_poll = edit.poll is not None or edit.keeps_poll
    has_more = bool(edit.attachments) or has_poll or post.quotes_id is not None
    check_words(edit.text, edit.content_note, has_more=has_more)
    if edit.poll is not None:
        check_poll(edit.poll)


def _look_at(
    before: Revision,
    after: Revision,
    pictures: Sequence[Attachment],
    edit: Edit,
    *,
    now: datetime | None,
) -> None:
    post = after.post
    speaker = Speaker(
        by=post.author,
        place=place_of(audience=post.audience, is_reply=post.in_reply_to_id is not None),
        kept_because=edit.kept_because,
        was_read=edit.was_read,
        pictures=pictures,
        stood=_words_of(before),
        stood_pictures=frozenset(one["id"] for one in before.attachments),
    )
    look(_words_of(after), speaker, now=now)


def _words_of(revision: Revision) -> list[Said]:
    said = [(TEXT, revision.text), (NOTE, revision.content_note)]
    said += [(ANSWER, one) for one in revision.poll_options]
    return said + [(PICTURE, one["alt"]) for one in revision.attachments]


def _as_it_is(post: Post) -> Revision:
    attachments = Attachment.objects.filter(post=post).order_by("position", "id")
    poll = Poll.objects.filter(post=post).first()
    return Revision(
        post=post,
        at=post.edited_at or post.at,
        text=post.text,
        html=post.html,
        content_note=post.content_note,
        is_sensitive=post.is_sensitive,
        poll_options=[] if poll is None else options_of(poll),
        attachments=[{"id": one.pk, "alt": one.alt} for one in attachments],
    )


def _say(post: Post, edit: Edit, by: "Profile", now: datetime) -> None:
    named = people_named(edit.text, by=by, now=now)
    post.text = edit.text
    post.html = html_of(edit.text, named)
    post.content_note = noted(edit.content_note, by_moderators=post.moderators_note)
    post.is_sensitive = edit.is_sensitive
    post.language = edit.language
    post.save(update_fields=["text", "html", "content_note", "is_sensitive", "language"])
    address_anew(post, named.values(), by=by)


def _said(revision: Revision) -> tuple[Any, ...]:
    return (
        revision.text,
        revision.content_note,
        revision.is_sensitive,
        revision.poll_options,
        revision.attachments,
    )
