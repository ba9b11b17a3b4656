"""Somebody says something."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from corridor.kernel import events
from corridor.kernel.ids import new_id
from corridor.people import queries as people
from corridor.posts import fan_out, markup, policies
from corridor.posts.actions.attach_media import attach
from corridor.posts.actions.figures import count_post
from corridor.posts.actions.tag_post import tag_post
from corridor.posts.choices import Addressing, Audience, Circle, Kind, Quoters
from corridor.posts.events import PostHeld, PostPublished
from corridor.posts.models import Addressee, Poll, PollOption, Post
from corridor.posts.queries.visibility import readable

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_POST = 1000
FEWEST_OPTIONS, MOST_OPTIONS = 2, 6
LONGEST_OPTION = 100
SHORTEST_POLL, LONGEST_POLL = timedelta(minutes=5), timedelta(days=31)


class EmptyPost(Exception):
    """No words, no picture, no poll, nothing quoted."""


class PostTooLong(Exception):
    """More characters than this server lets a post have; `markup.length` counts."""


class RepliesClosed(Exception):
    """There is no such post for her, or nobody may reply to it."""


class CannotQuote(Exception):
    """There is no such post for her, or its author lets nobody quote it."""


class PollRefused(Exception):
    """Too few or too many answers, an empty or a double one, or it closes too soon or too late."""


class StoryNeedsEnd(Exception):
    """A restricted story says when it ends."""


@dataclass(frozen=True, kw_only=True)
class NewPoll:
    options: Sequence[str]
    lasts: timedelta
    is_multiple: bool = False
    hides_totals: bool = False


@dataclass(frozen=True, kw_only=True)
class NewPost:
    text: str = ""
    audience: Audience = Audience.PUBLIC
    kind: Kind = Kind.POST
    language: str = ""
    content_note: str = ""
    is_sensitive: bool = False
    repliers: Circle = Circle.EVERYONE
    quoters: Quoters = Quoters.EVERYONE
    in_reply_to: int | None = None
    quotes: int | None = None
    attachments: Sequence[int] = ()
    poll: NewPoll | None = None
    expires_at: datetime | None = None
    application: str = ""


@transaction.atomic
def publish_post(new: NewPost, *, by: "Profile", now: datetime) -> Post:
    """A reply outside the circle that its post is open to waits for that post's author.

    Raises EmptyPost, PostTooLong, RepliesClosed, CannotQuote, PollRefused, StoryNeedsEnd, or
    what `attach_media.attach` raises.
    """
    _check(new, now)
    parent = _parent(new, by, now)
    quoted = _quoted(new, by, now)
    people_named = _people_named(new.text, by, now)

    post = _write(new, by=by, now=now, parent=parent, named=people_named)
    if quoted is not None:
        post.quotes = quoted
        post.save(update_fields=["quotes"])
        Post.objects.filter(pk=quoted.pk).update(quote_count=F("quote_count") + 1)
    attach(post, new.attachments, by=by)
    _address(post, people_named.values(), by)
    tag_post(post)
    if new.poll is not None:
        _open_poll(post, new.poll)
    count_post(by.pk, on=now.date())
    if post.is_held:
        events.publish(PostHeld(post_id=post.pk))
    else:
        let_through(post)
    return post


def let_through(post: Post) -> None:
    """It reaches those who may read it: at once, or when a held reply is approved."""
    if post.in_reply_to_id is not None:
        Post.objects.filter(pk=post.in_reply_to_id).update(reply_count=F("reply_count") + 1)
    fan_out.write_post(post)
    events.publish(PostPublished(post_id=post.pk))


def _check(new: NewPost, now: datetime) -> None:
    if not new.text.strip() and not new.attachments and new.poll is None and new.quotes is None:
        raise EmptyPost
    if markup.length(new.text) + len(new.content_note) > LONGEST_POST:
        raise PostTooLong
    if new.kind == Kind.STORY and (new.expires_at is None or new.expires_at <= now):
        raise StoryNeedsEnd
    if new.poll is not None:
        _check_poll(new.poll)


def _check_poll(poll: NewPoll) -> None:
    titles = [title.strip() for title in poll.options]
    is_odd = not all(titles) or len(set(titles)) < len(titles)
    is_long = any(len(title) > LONGEST_OPTION for title in titles)
    if is_odd or is_long or not FEWEST_OPTIONS <= len(titles) <= MOST_OPTIONS:
        raise PollRefused
    if not SHORTEST_POLL <= poll.lasts <= LONGEST_POLL:
        raise PollRefused


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


def _people_named(text: str, by: "Profile", now: datetime) -> "dict[markup.Mention, Profile]":
    named = [mention for mention in markup.mentions(text) if not mention.host]
    seen = people.profiles_seen((one.handle for one in named), viewer=by, today=now.date())
    return {one: seen[one.handle] for one in named if one.handle in seen}


def _write(
    new: NewPost,
    *,
    by: "Profile",
    now: datetime,
    parent: Post | None,
    named: "dict[markup.Mention, Profile]",
) -> Post:
    number = new_id(now)
    paths = {mention: f"/@{profile.handle}/" for mention, profile in named.items()}
    return Post.objects.create(
        id=number,
        author=by,
        at=now,
        kind=new.kind,
        text=new.text,
        html=markup.html(new.text, paths),
        language=new.language,
        content_note=new.content_note,
        is_sensitive=new.is_sensitive,
        audience=new.audience,
        repliers=new.repliers,
        quoters=new.quoters,
        thread=number if parent is None else parent.thread,
        in_reply_to=parent,
        in_reply_to_author_id=None if parent is None else parent.author_id,
        is_held=parent is not None and not policies.replies_at_once(by, parent, now=now),
        expires_at=new.expires_at,
        application=new.application,
    )


def _address(post: Post, named: "Iterable[Profile]", by: "Profile") -> None:
    rows = [
        Addressee(post=post, profile=profile, why=Addressing.MENTION)
        for profile in named
        if profile.pk != by.pk
    ]
    if post.audience == Audience.RELATIONS:
        rows += [
            Addressee(post=post, profile_id=pk, why=Addressing.RELATION)
            for pk in sorted(people.works_with(by))
        ]
    Addressee.objects.bulk_create(rows)


def _open_poll(post: Post, poll: NewPoll) -> None:
    opened = Poll.objects.create(
        post=post,
        closes_at=post.at + poll.lasts,
        is_multiple=poll.is_multiple,
        hides_totals=poll.hides_totals,
    )
    PollOption.objects.bulk_create(
        PollOption(poll=opened, position=place, title=title.strip())
        for place, title in enumerate(poll.options)
    )
