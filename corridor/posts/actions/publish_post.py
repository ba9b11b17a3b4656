"""Somebody says something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from corridor.kernel import events
from corridor.kernel.compiled import Insert
from corridor.kernel.ids import new_id
from corridor.posts import fan_out, markup, policies
from corridor.posts.actions.address_post import address, address_relations, html_of, people_named
from corridor.posts.actions.attach_media import attach, place_files
from corridor.posts.actions.counts import count_one_more
from corridor.posts.actions.figures import count_post
from corridor.posts.actions.first_contact import check_first_contact
from corridor.posts.actions.index_post import index_post
from corridor.posts.actions.look_for_patients import (
    ANSWER,
    NOTE,
    PICTURE,
    TEXT,
    MayIdentifyPatient,
    Speaker,
    look,
    place_of,
)
from corridor.posts.actions.open_poll import NewPoll, check_poll, open_poll
from corridor.posts.actions.tag_post import tag_post
from corridor.posts.choices import OPEN, Audience, Kind, Quoters, Repliers, WhyKept
from corridor.posts.events import HomesWait, PostHeld, PostPublished
from corridor.posts.models import LONGEST_NOTE, Attachment, Post
from corridor.posts.queries.ties import waits_behind_shield
from corridor.posts.queries.visibility import readable

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_POST = 1000
_posts = Insert(Post)


class EmptyPost(Exception):
    """No words, no picture, no poll, nothing quoted."""


class PostTooLong(Exception):
    """More characters than this server lets a post have; `markup.length` counts."""


class RepliesClosed(Exception):
    """There is no such post for her, or nobody may reply to it."""


class CannotQuote(Exception):
    """There is no such post for her, or its author lets nobody quote it."""


class StoryNeedsEnd(Exception):
    """A restricted story says when it ends."""


@dataclass(frozen=True, kw_only=True)
class NewPost:
    text: str = ""
    audience: Audience = Audience.PUBLIC
    kind: Kind = Kind.POST
    language: str = ""
    content_note: str = ""
    is_sensitive: bool = False
    repliers: Repliers = Repliers.EVERYONE
    quoters: Quoters = Quoters.EVERYONE
    in_reply_to: int | None = None
    quotes: int | None = None
    attachments: Sequence[int] = ()
    poll: NewPoll | None = None
    expires_at: datetime | None = None
    application: str = ""
    kept_because: str = ""
    """`WhyKept`: why it says what might identify a patient."""
    was_read: bool = False
    """A second reader let it pass as it is: only whoever lets it pass says so."""


@transaction.atomic
def publish_post(new: NewPost, *, by: "Profile", now: datetime) -> Post:
    """A reply outside the circle that its post is open to waits for that post's author.

    Raises EmptyPost, PostTooLong, RepliesClosed, CannotQuote, PollRefused, StoryNeedsEnd,
    MayIdentifyPatient, NobodyReads, NotForStrangers, TooManyFirstMessages, or what
    `attach_media.attach` raises.
    """
    check_new(new, now=now)
    parent = _parent(new, by, now)
    quoted = _quoted(new, by, now)
    named = _named(new, parent, by, now)

    post = _made(new, by=by, now=now, parent=parent)
    post.html = html_of(new.text, named)
    post.quotes = quoted
    _posts.write([post])
    if quoted is not None:
        count_one_more("quote_count", quoted.pk)
    attached = _attached(new, post, by, now)
    address(post, named.values(), by=by)
    address_relations(post, by=by)
    tag_post(post)
    if new.poll is not None:
        open_poll(post, new.poll)
    options = new.poll.titles if new.poll is not None else []
    index_post(post, [*options, *(one.alt for one in attached)])
    count_post(by.pk, at=now)
    if post.is_held:
        events.publish(PostHeld(post_id=post.pk))
    else:
        let_through(post)
    return post


def _attached(new: NewPost, post: Post, by: "Profile", now: datetime) -> list[Attachment]:
    attached = attach(post, new.attachments, by=by, now=now)
    look_at(new, attached, by=by, now=now)
    place_files(post, attached)
    return attached


def look_at(
    new: NewPost, pictures: Sequence[Attachment], *, by: "Profile", now: datetime | None
) -> None:
    """Raises MayIdentifyPatient. With `now` it is counted what was kept."""
    answers = new.poll.options if new.poll is not None else []
    said = [(TEXT, new.text), (NOTE, new.content_note)]
    said += [(ANSWER, one) for one in answers] + [(PICTURE, one.alt) for one in pictures]
    place = place_of(audience=new.audience, is_reply=new.in_reply_to is not None)
    is_of_member = new.kind == Kind.ACHIEVEMENT  # whose name, town and day it says
    speaker = Speaker(
        by=by,
        place=place,
        kept_because=WhyKept.NO_PATIENT if is_of_member else new.kept_because,
        was_read=new.was_read,
        pictures=pictures,
    )
    look(said, speaker, now=None if is_of_member else now)


def refusal_of(new: NewPost, *, by: "Profile") -> MayIdentifyPatient | None:
    """What `publish_post` would say of its words and pictures."""
    pictures = Attachment.objects.filter(pk__in=new.attachments, owner=by).order_by("pk")
    try:
        look_at(new, list(pictures), by=by, now=None)
    except MayIdentifyPatient as refusal:
        return refusal
    return None


def let_through(post: Post) -> None:
    """It reaches those who may read it: at once, or when a held reply is approved."""
    if post.in_reply_to_id is not None:
        count_one_more("reply_count", post.in_reply_to_id)
    is_at_home = fan_out.write_post(post)
    if not is_at_home:
        events.publish(HomesWait(entry=post.pk, after=0))
    events.publish(
        PostPublished(
            post_id=post.pk,
            is_at_home=is_at_home,
            is_private=post.audience == Audience.NAMED,
            text=post.text,
        )
    )


def check_words(text: str, content_note: str, *, has_more: bool) -> None:
    """`has_more`: a picture, a poll or a quotation. Raises EmptyPost or PostTooLong."""
    if not text.strip() and not has_more:
        raise EmptyPost
    if markup.length(text) + len(content_note) > LONGEST_POST or len(content_note) > LONGEST_NOTE:
        raise PostTooLong


def check_new(new: NewPost, *, now: datetime) -> None:
    """Without looking further. Raises EmptyPost, PostTooLong, PollRefused or StoryNeedsEnd."""
    has_more = bool(new.attachments) or new.poll is not None or new.quotes is not None
    check_words(new.text, new.content_note, has_more=has_more)
    if new.kind == Kind.STORY and (new.expires_at is None or new.expires_at <= now):
        raise StoryNeedsEnd
    if new.poll is not None:
        check_poll(new.poll)


def _parent(new: NewPost, by: "Profile", now: datetime) -> Post | None:
    if new.in_reply_to is None:
        return None
    parent = readable(by.pk, now=now).filter(pk=new.in_reply_to).first()
    if parent is None or not policies.may_reply(by, parent):
        raise RepliesClosed
    return parent


def _quoted(new: NewPost, by: "Profile", now: datetime) -> Post | None:
    if new.quotes is None:
        return None
    quoted = readable(by.pk, now=now).filter(pk=new.quotes).first()
    if quoted is None or not policies.can_quote(by, quoted):
        raise CannotQuote
    return quoted


def _named(
    new: NewPost, parent: Post | None, by: "Profile", now: datetime
) -> dict[markup.Mention, int]:
    named = people_named(new.text, by=by, now=now)
    if new.audience == Audience.NAMED:
        thread = None if parent is None else parent.thread
        check_first_contact(named.values(), thread=thread, by=by, now=now)
    return named


def _made(new: NewPost, *, by: "Profile", now: datetime, parent: Post | None) -> Post:
    number = new_id(now)
    is_behind_shield = (
        parent is not None
        and new.audience != Audience.NAMED  # it becomes a request to write to her
        and waits_behind_shield(by.pk, parent, now=now)
    )
    waits = parent is not None and not policies.replies_at_once(by, parent, now=now)
    return Post(
        id=number,
        author=by,
        at=now,
        kind=new.kind,
        text=new.text,
        language=new.language,
        content_note=new.content_note,
        is_sensitive=new.is_sensitive,
        audience=new.audience,
        repliers=new.repliers,
        quoters=new.quoters,
        thread=number if parent is None else parent.thread,
        in_reply_to=parent,
        in_reply_to_author_id=None if parent is None else parent.author_id,
        is_held=waits or is_behind_shield,
        is_behind_shield=is_behind_shield and not waits,
        expires_at=new.expires_at,
        leaves_at=_leaves_at(new, now),
        application=new.application,
    )


def _leaves_at(new: NewPost, now: datetime) -> datetime | None:
    """After the hold in which its author can take it back for good."""
    if new.audience not in OPEN or new.kind == Kind.STORY:
        return None
    return now + timedelta(minutes=settings.FEDERATION_HOLD_MINUTES)
