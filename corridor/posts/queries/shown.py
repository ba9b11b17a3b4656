"""Posts as a page shows them to one viewer: author, pictures, poll, quote and her own marks.

However many there are, it takes the same few queries. What she may not read is left out here too,
whatever numbers somebody asks for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef

from corridor.people import queries as people
from corridor.posts.beneath import beneath
from corridor.posts.beneath import marks as marks_of_beneath
from corridor.posts.choices import Kind, Quoters
from corridor.posts.filtering import Met
from corridor.posts.models import Attachment, Boost, Poll, Post, Vote
from corridor.posts.queries.filters import Said, filters_met
from corridor.posts.queries.marks import marks
from corridor.posts.queries.visibility import readable

if TYPE_CHECKING:
    from corridor.people.models import Profile

WHOLE = 100


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of a timeline: a post, or a boost of one."""

    number: int
    """Id of the boost, or of the post: what the timeline is ordered by."""
    post_id: int
    boost_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ShownOption:
    title: str
    position: int
    votes: int
    percent: int
    is_mine: bool


@dataclass(frozen=True, kw_only=True)
class ShownPoll:
    poll: Poll
    options: Sequence[ShownOption]
    is_over: bool
    may_vote: bool
    shows_votes: bool
    """Totals may be hidden until it closes."""


@dataclass(frozen=True, kw_only=True)
class ShownPost:
    entry: Entry
    post: Post
    """With `gave_kudos`, `boosted`, `bookmarked`, `muted`, `pinned` of the viewer, and
    `answers_shown`: whether what it replies to is there for her, and `hides_counts`: its author
    shows nobody how often it was boosted, answered and liked."""
    booster: "Profile | None"
    quoted: Post | None
    """With its attachments. None as well where the viewer may not read it."""
    pictures: Sequence[Attachment]
    poll: ShownPoll | None
    filtered: Sequence[Met]
    """Filters of hers that it meets, and does not leave out."""
    is_own: bool
    may_boost: bool
    may_quote: bool
    """As far as the post itself says; whether she follows its author is asked when she does it."""
    is_answer_open: bool = False
    """It is the answer of a tutorial whose poll she voted in: no need to cover it any more."""
    posts: int = 1
    """How many it stands for: with those that its author added in one go."""
    beneath: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """What contexts above put there, by name: see `posts.beneath`."""
    quoted_beneath: Mapping[str, Sequence[Any]] = field(default_factory=dict)

    @property
    def warned_by(self) -> str:
        """The name of a filter that covers it all; empty where none does."""
        names = [one.filter.title for one in self.filtered if one.filter.action == "warn"]
        return names[0] if names else ""

    @property
    def hides_counts(self) -> bool:
        """For code; templates find it at the post."""
        return bool(vars(self.post)["hides_counts"])

    @property
    def is_blurred(self) -> bool:
        return any(one.filter.action == "blur" for one in self.filtered)


def shown_posts(
    ids: Iterable[int], *, viewer_id: int | None, now: datetime, context: str = ""
) -> list[ShownPost]:
    """As `shown_entries`."""
    entries = [Entry(number=pk, post_id=pk) for pk in ids]
    return shown_entries(entries, viewer_id=viewer_id, now=now, context=context)


def shown_entries(
    entries: Sequence[Entry], *, viewer_id: int | None, now: datetime, context: str = ""
) -> list[ShownPost]:
    """In the order that was asked for; `context`: where, for filters that hold there."""
    posts = _posts([entry.post_id for entry in entries], viewer_id, now)
    filtered = _filtered(posts.values(), viewer_id, now, context)
    boosters = _boosters([entry.boost_id for entry in entries if entry.boost_id is not None])
    quoted = _quoted(posts.values(), viewer_id, now)
    chosen = _chosen(posts.values(), viewer_id)
    put_there = beneath({**quoted, **posts})
    return [
        ShownPost(
            entry=entry,
            post=post,
            booster=boosters.get(entry.boost_id or 0),
            quoted=None if post.is_quote_revoked else quoted.get(post.quotes_id or 0),
            pictures=list(post.attachments.all()),
            poll=_poll(post, chosen, viewer_id, now),
            filtered=filtered.get(post.pk, []),
            is_own=post.author_id == viewer_id,
            may_boost=_may_boost(post, viewer_id),
            may_quote=_may_quote(post, viewer_id),
            beneath=put_there.get(post.pk, {}),
            quoted_beneath=put_there.get(post.quotes_id or 0, {}),
        )
        for entry in entries
        if (post := posts.get(entry.post_id)) is not None
        if not any(one.filter.action == "hide" for one in filtered.get(post.pk, []))
    ]


def _posts(ids: Iterable[int], viewer_id: int | None, now: datetime) -> dict[int, Post]:
    answered = readable(viewer_id, now=now).filter(pk=OuterRef("in_reply_to"))
    found = (
        readable(viewer_id, now=now)
        .filter(pk__in=set(ids))
        .select_related("author", "in_reply_to_author", "poll", "achievement__about")
        .prefetch_related("attachments", "poll__options")
        .annotate(
            **marks(viewer_id),
            **marks_of_beneath(),
            answers_shown=Exists(answered.order_by()),
            hides_counts=people.hides_counts(OuterRef("author")),
        )
    )
    return {post.pk: post for post in found.order_by("pk")}


def _filtered(
    posts: Iterable[Post], viewer_id: int | None, now: datetime, context: str
) -> Mapping[int, Sequence[Met]]:
    """Nobody's own words are kept from her."""
    if viewer_id is None or not context:
        return {}
    said = {
        post.pk: Said(by=post.author_id, words=_words(post))
        for post in posts
        if post.author_id != viewer_id
    }
    return filters_met(viewer_id, said, now=now, context=context)


def _words(post: Post) -> str:
    poll: Poll | None = getattr(post, "poll", None)
    options = [] if poll is None else [option.title for option in poll.options.all()]
    alts = [one.alt for one in post.attachments.all()]
    return "\n".join([post.content_note, post.text, *options, *alts]).casefold()


def _boosters(ids: Sequence[int]) -> "Mapping[int, Profile]":
    if not ids:
        return {}
    boosts = Boost.objects.filter(pk__in=ids).select_related("booster").order_by("pk")
    return {boost.pk: boost.booster for boost in boosts}


def _quoted(posts: Iterable[Post], viewer_id: int | None, now: datetime) -> Mapping[int, Post]:
    ids = {post.quotes_id for post in posts if post.quotes_id is not None}
    if not ids:
        return {}
    found = readable(viewer_id, now=now).filter(pk__in=ids).select_related("author")
    found = found.prefetch_related("attachments").annotate(**marks_of_beneath())
    return {post.pk: post for post in found.order_by("pk")}


def _chosen(posts: Iterable[Post], viewer_id: int | None) -> set[int]:
    """Answers that the viewer gave."""
    polls = [post.pk for post in posts if getattr(post, "poll", None) is not None]
    if not polls or viewer_id is None:
        return set()
    cast = Vote.objects.filter(profile=viewer_id, option__poll__post__in=polls)
    return set(cast.values_list("option", flat=True))


def _poll(post: Post, chosen: set[int], viewer_id: int | None, now: datetime) -> ShownPoll | None:
    poll: Poll | None = getattr(post, "poll", None)
    if poll is None:
        return None
    options = list(poll.options.all())
    is_over = poll.closes_at is not None and poll.closes_at <= now
    has_voted = any(option.pk in chosen for option in options)
    is_own = post.author_id == viewer_id
    return ShownPoll(
        poll=poll,
        options=[
            ShownOption(
                title=option.title,
                position=option.position,
                votes=option.votes,
                percent=round(WHOLE * option.votes / poll.voters) if poll.voters else 0,
                is_mine=option.pk in chosen,
            )
            for option in options
        ],
        is_over=is_over,
        may_vote=viewer_id is not None and not (is_over or has_voted or is_own),
        shows_votes=is_over or not poll.hides_totals,
    )


def _may_boost(post: Post, viewer_id: int | None) -> bool:
    """As `policies.can_boost`, for a page of many."""
    is_hers = post.audience == "followers" and post.author_id == viewer_id
    return post.kind != Kind.STORY and not post.is_held and (post.is_open or is_hers)


def _may_quote(post: Post, viewer_id: int | None) -> bool:
    if post.kind == Kind.STORY or post.is_held:
        return False
    if post.author_id == viewer_id:
        return True
    return post.is_open and post.quoters != Quoters.NOBODY
