"""What apps read most, as queries that are compiled once.

The ordinary views ask through these, and so does the reading lane in front of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from django.db.models import QuerySet

from corridor.kernel.compiled import Compiled, CompiledSeveral
from corridor.mastodon_api import tokens
from corridor.mastodon_api.callers import Viewer
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.paging import Piece
from corridor.people import queries as people
from corridor.posts import queries as posts

Rows = QuerySet[Any, Any]
PLACES = {"max_id": "older_than", "since_id": "newer_than", "min_id": "just_after"}


@dataclass(frozen=True, kw_only=True, eq=False)
class Read:
    all: Callable[..., Rows]
    """Of a viewer, a moment, and what the address names."""
    names: tuple[tuple[str, type], ...] = ()
    """What the address names."""
    by: str = ""
    """What a list is paged by; empty for a single status."""
    text: Callable[..., str] = rows.status
    are_whole: Callable[[Iterable[rows.Row]], bool] = rows.are_whole
    """Whether no text has to be made first."""
    visitors: bool = True
    scope: str = "read:statuses"


def home(viewer: int, now: datetime) -> Rows:
    return rows.of_entries(posts.home(viewer, now=now), viewer)


def public(viewer: int | None, now: datetime) -> Rows:
    return rows.of_posts(posts.public(viewer, now=now), viewer)


def tagged(viewer: int | None, now: datetime, tag: str) -> Rows:
    return rows.of_posts(posts.tagged(tag, viewer_id=viewer, now=now), viewer)


def on_list(viewer: int, now: datetime, of_list: int) -> Rows:
    return rows.of_posts(posts.of_list(of_list, viewer_id=viewer, now=now), viewer)


def one(viewer: int | None, now: datetime, post: int) -> Rows:
    return rows.of_posts(posts.readable(viewer, now=now).filter(pk=post), viewer)


def account(viewer: int | None, now: datetime, account: int) -> Rows:
    return _nameable(viewer, now).filter(pk=account).values_list(*rows.ACCOUNT)


def account_seen(viewer: int | None, now: datetime, account: int) -> Rows:
    return people.people_seen(viewer, today=now.date()).filter(pk=account).values_list("pk")


def account_with_handle(viewer: int | None, now: datetime, handle: str) -> Rows:
    return _nameable(viewer, now).filter(handle=handle).values_list(*rows.ACCOUNT)


def _nameable(viewer: int | None, now: datetime) -> Rows:
    """Whom she blocked herself is there: apps show them to let the block be lifted."""
    if viewer is None:
        return people.people_seen(None, today=now.date())
    return people.people_named(viewer, today=now.date())


def bookmarked(viewer: int, now: datetime) -> Rows:
    return posts.bookmarked(viewer, now=now).values_list("pk", "post")


def given_kudos(viewer: int, now: datetime) -> Rows:
    return posts.given_kudos(viewer, now=now).values_list("pk", "post")


def passed_on_by(viewer: int | None, now: datetime, by: int) -> Rows:
    return rows.of_boosts(posts.passed_on_by(by, viewer_id=viewer, now=now), viewer)


def private_threads(viewer: int, now: datetime) -> Rows:
    return posts.private_threads(viewer, now=now)


def blocked(viewer: int, now: datetime) -> Rows:
    del now
    return people.blocks_shown(viewer).values_list("pk", "blocked")


def asking_to_follow(viewer: int, now: datetime) -> Rows:
    return people.requests_shown(viewer, today=now.date()).values_list("pk", "follower")


def following(viewer: int, now: datetime, by: int) -> Rows:
    found = people.following_shown(by, viewer_id=viewer, today=now.date())
    return found.values_list("pk", "followed")


def followers(viewer: int, now: datetime, of: int) -> Rows:
    found = people.followers_shown(of, viewer_id=viewer, today=now.date())
    return found.values_list("pk", "follower")


def boosters(viewer: int | None, now: datetime, of: int) -> Rows:
    return posts.boosts_of(of, viewer_id=viewer, now=now).values_list("pk", "booster")


def givers_of_kudos(viewer: int | None, now: datetime, of: int) -> Rows:
    return posts.kudos_of(of, viewer_id=viewer, now=now).values_list("pk", "profile")


HOME = Read(all=home, by="entry", text=rows.entry, visitors=False)
PUBLIC = Read(all=public, by="id")
TAGGED = Read(all=tagged, names=(("tag", str),), by=posts.TAGGED)
ON_LIST = Read(all=on_list, names=(("of_list", int),), by="id", visitors=False, scope="read:lists")
STATUS = Read(all=one, names=(("post", int),))
ACCOUNT = Read(
    all=account,
    names=(("account", int),),
    text=rows.account,
    are_whole=rows.accounts_are_whole,
    scope="read:accounts",
)
BOOKMARKED = Read(all=bookmarked, by="pk", visitors=False)
GIVEN_KUDOS = Read(all=given_kudos, by="pk", visitors=False)
PRIVATE_THREADS = Read(all=private_threads, by="last", visitors=False)
BLOCKED = Read(all=blocked, by="pk", visitors=False)
ASKING_TO_FOLLOW = Read(all=asking_to_follow, by="pk", visitors=False)
FOLLOWING = Read(all=following, names=(("by", int),), by="pk", visitors=False)
FOLLOWERS = Read(all=followers, names=(("of", int),), by="pk", visitors=False)
BOOSTERS = Read(all=boosters, names=(("of", int),), by="pk")
GIVERS_OF_KUDOS = Read(all=givers_of_kudos, names=(("of", int),), by="pk")
PASSED_ON_BY = Read(all=passed_on_by, names=(("by", int),), by="pk")
ACCOUNT_SEEN = replace(ACCOUNT, all=account_seen)
"""Only whether somebody is there for her."""
ACCOUNT_WITH_HANDLE = replace(ACCOUNT, all=account_with_handle, names=(("handle", str),))


WHOLE = Piece(places={}, limit=1)


def found(
    read: Read, piece: Piece, viewer: Viewer, named: Mapping[str, Any], database: Any = None
) -> list[rows.Row]:
    """Newest first, whichever end was asked for."""
    query = compiled(
        read,
        is_visitor=viewer.viewer_id is None,
        places=tuple(piece.places),
        limit=piece.limit,
    )
    values = {**named, **piece.places, "viewer": viewer.viewer_id, "now": viewer.now}
    wanted = query.rows(values, database)
    if "min_id" in piece.places:
        wanted.reverse()
    return wanted


@lru_cache(maxsize=64)
def said_by(wanted: posts.Wanted) -> Read:
    """What one person, named by `by`, said."""

    def said(viewer: int | None, now: datetime, by: int) -> Rows:
        found = posts.said_by(by, viewer_id=viewer, now=now, wanted=wanted)
        return rows.of_posts(found, viewer)

    return Read(all=said, names=(("by", int),), by="id")


def numbered(ids: Sequence[int], viewer: Viewer) -> list[rows.Row]:
    """Of these posts, those that she may read."""
    values: dict[str, Any] = {"now": viewer.now}
    if viewer.viewer_id is not None:
        values["viewer"] = viewer.viewer_id
    return _numbered(is_visitor=viewer.viewer_id is None).rows(ids, **values)


@cache
def _numbered(*, is_visitor: bool) -> CompiledSeveral[Any]:
    def build(ids: Sequence[int], *, now: datetime, viewer: int | None = None) -> Rows:
        found = posts.readable(viewer, now=now).filter(pk__in=ids).order_by("pk")
        return rows.of_posts(found, viewer)

    who: dict[str, type] = {} if is_visitor else {"viewer": int}
    return CompiledSeveral(Compiled, build, int, now=datetime, **who)


def compile_usual() -> None:
    """What almost every app asks first."""
    tokens.query()
    for read in (HOME, PUBLIC, TAGGED, STATUS):
        for limit in (20, 40) if read.by else (WHOLE.limit,):
            compiled(read, is_visitor=False, places=(), limit=limit)


@lru_cache(maxsize=512)
def compiled(read: Read, *, is_visitor: bool, places: tuple[str, ...], limit: int) -> Compiled:
    """Raises CannotBeCompiled."""

    def build(**values: Any) -> Rows:
        ends = {PLACES[name]: values.pop(name) for name in places}
        whole = read.all(**({"viewer": None} | values))
        if not read.by:
            return whole
        return posts.stretch_of(whole, posts.Stretch(limit=limit, **ends), by=read.by)

    who: dict[str, type] = {} if is_visitor else {"viewer": int}
    return Compiled(build, now=datetime, **who, **dict(read.names), **dict.fromkeys(places, int))
