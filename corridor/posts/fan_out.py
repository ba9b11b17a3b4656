"""Home timelines are written when something is published: one statement, whoever follows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Value

from corridor.kernel.compiled import Compiled, Insert, Statement, deleting
from corridor.people import queries as people
from corridor.posts.choices import Addressing, Audience
from corridor.posts.models import (
    Addressee,
    Boost,
    Figures,
    Post,
    Tag,
    TagFollow,
    TagUse,
    TimelineEntry,
)

MOST_KEPT = 800
"""Entries of a home timeline; older posts are read on the pages of their authors."""
MOST_A_PIECE = 2000
"""Followers to whom a worker writes at once."""
MOST_RECENT = 20
"""So many are there at once of somebody, or something, that is followed from now on."""
FOR_FOLLOWERS = (Audience.PUBLIC, Audience.QUIET, Audience.FOLLOWERS, Audience.VERIFIED)
Ids = QuerySet[Any, Any]
_entries = Insert(TimelineEntry, unless_there=True)


class Part(Enum):
    """Of the readers of one author."""

    ALL = "all"
    NEAR = "near"
    """Herself, those who want to be told of each post of hers, and readers of its hashtags."""
    PIECE = "piece"
    """Of her followers, by the numbers of their follows."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    after: int
    upto: int


EVERYBODY = Piece(after=0, upto=(1 << 63) - 1)


def write_post(post: Post) -> bool:
    """False where she has so many followers that only some have it, and `write_piece` goes on."""
    is_for_many = post.audience in FOR_FOLLOWERS and _has_many_followers(post.author_id)
    _write_post(post, Part.NEAR if is_for_many else Part.ALL, EVERYBODY)
    return not is_for_many


def write_boost(boost: Boost, post: Post) -> bool:
    """As `write_post`."""
    is_for_many = _has_many_followers(boost.booster_id)
    _write_boost(boost, post, Part.NEAR if is_for_many else Part.ALL, EVERYBODY)
    return not is_for_many


def write_whole(published: Post | Boost) -> None:
    """To all of them at once, however many, without a word: what was there before is back."""
    if isinstance(published, Boost):
        _write_boost(published, published.post, Part.ALL, EVERYBODY)
    else:
        _write_post(published, Part.ALL, EVERYBODY)


def write_piece(published: Post | Boost, piece: Piece) -> None:
    """To those of her followers whose follows are among these."""
    if isinstance(published, Boost):
        _write_boost(published, published.post, Part.PIECE, piece)
    else:
        _write_post(published, Part.PIECE, piece)


def _write_post(post: Post, part: Part, piece: Piece) -> None:
    talks_with = post.in_reply_to_author_id
    is_to_other = post.audience in FOR_FOLLOWERS and talks_with not in {None, post.author_id}
    _post_written(Audience(post.audience), part, is_to_other=is_to_other).run(
        post=post.pk, author=post.author_id, at=post.at, talks_with=talks_with, **vars(piece)
    )


def _write_boost(boost: Boost, post: Post, part: Part, piece: Piece) -> None:
    _boost_written(part, is_for_followers=post.audience == Audience.FOLLOWERS).run(
        boost=boost.pk,
        booster=boost.booster_id,
        post=post.pk,
        author=post.author_id,
        **vars(piece),
    )


def _has_many_followers(profile_id: int) -> bool:
    """As they are counted."""
    found = _followers_counted().rows({"profile": profile_id})
    return bool(found) and found[0][0] > settings.FAN_OUT_AT_ONCE


@cache
def _followers_counted() -> Compiled:
    def build(profile: int) -> Ids:
        return Figures.objects.filter(profile=profile).order_by().values_list("followers")

    return Compiled(build, profile=int)


def write_recent_of(author_id: int, *, reader_id: int) -> None:
    """Somebody follows: what was published lately is in her timeline at once.

    Nothing is written of somebody whom she reads on a list apart from Home.
    """
    _recent_written().run(author=author_id, reader=reader_id)


def remove_of(author_id: int, *, reader_id: int) -> None:
    """Somebody follows no more."""
    _removed().run(author=author_id, reader=reader_id)


def write_recent_with(tag: Tag, *, reader_id: int) -> None:
    """Somebody follows a hashtag."""
    recent = Post.objects.filter(tag_uses__tag=tag, is_held=False, audience=Audience.PUBLIC)
    ids = list(recent.order_by("-id").values_list("id", flat=True)[:MOST_RECENT])
    rows = [TimelineEntry(profile_id=reader_id, entry=pk, post_id=pk) for pk in ids]
    _entries.write(rows)


def remove_with(tag: Tag, *, reader_id: int) -> None:
    """Somebody follows a hashtag no more: what is hers or of whom she follows stays."""
    others = TagUse.objects.filter(
        tag__follows__profile=reader_id, post=OuterRef("post")
    ).order_by()
    named = Addressee.objects.filter(profile=reader_id, post=OuterRef("post")).order_by()
    with_tag = TagUse.objects.filter(tag=tag).order_by().values("post")
    entries = TimelineEntry.objects.filter(profile=reader_id, boost=None, post__in=with_tag)
    by_tag_only = entries.exclude(post__author=reader_id).filter(
        ~Exists(others), ~Exists(named), ~people.follows(reader_id, OuterRef("post__author"))
    )
    ids = list(by_tag_only.values_list("entry", flat=True))
    TimelineEntry.objects.filter(profile=reader_id, entry__in=ids).delete()


@cache
def _post_written(audience: Audience, part: Part, *, is_to_other: bool) -> Compiled:
    def build(
        post: int, author: int, at: datetime, talks_with: int | None = None, **piece: int
    ) -> Statement:
        readers = _part_of(_readers(audience, post, author, at), author, part, piece)
        if talks_with is not None:
            # A conversation is shown to whoever follows both who talk.
            readers = readers.filter(people.follows_too(talks_with))
        selected = [readers]
        if part != Part.PIECE:
            selected.append(people.one(author))
        if part != Part.PIECE and audience == Audience.PUBLIC:
            tags = TagUse.objects.filter(post=post).order_by().values("tag")
            selected.append(TagFollow.objects.filter(tag__in=tags).order_by().values("profile"))
        return _written(selected, {"entry": post, "post_id": post})

    kinds: dict[str, type] = {"post": int, "author": int, "at": datetime}
    if is_to_other:
        kinds["talks_with"] = int
    return Compiled(build, **kinds, **_bounds(part))


@cache
def _boost_written(part: Part, *, is_for_followers: bool) -> Compiled:
    def build(boost: int, booster: int, post: int, author: int, **piece: int) -> Statement:
        followers = _at_home(people.followers_with_boosts(booster), booster)
        followers = _part_of(followers, booster, part, piece)
        if is_for_followers:
            followers = followers.filter(people.follows_too(author))
        selected = [followers] if part == Part.PIECE else [followers, people.one(booster)]
        return _written(selected, {"entry": boost, "post_id": post, "boost_id": boost})

    return Compiled(build, boost=int, booster=int, post=int, author=int, **_bounds(part))


def _part_of(readers: Ids, author_id: int, part: Part, piece: Mapping[str, int]) -> Ids:
    if part == Part.NEAR:
        told = people.followers_with_bell(author_id)
        return readers.filter(follower__in=told)
    if part == Part.PIECE:
        return readers.filter(pk__gt=piece["after"], pk__lte=piece["upto"])
    return readers


def _bounds(part: Part) -> dict[str, type]:
    return {"after": int, "upto": int} if part == Part.PIECE else {}


@cache
def _recent_written() -> Compiled:
    def build(author: int, reader: int) -> Statement:
        recent = Post.objects.filter(author=author, is_held=False, in_reply_to=None)
        recent = recent.filter(
            ~people.keeps_off_home(reader, author),
            audience__in=[Audience.PUBLIC, Audience.QUIET, Audience.FOLLOWERS],
        )
        reader_id = Value(reader, BigIntegerField())
        rows = recent.annotate(_reader=reader_id, _entry=F("pk"), _post=F("pk")).order_by("-id")
        columns = ["profile_id", "entry", "post_id"]
        return _insertion(columns, [rows.values_list("_reader", "_entry", "_post")[:MOST_RECENT]])

    return Compiled(build, author=int, reader=int)


@cache
def _removed() -> Compiled:
    def build(author: int, reader: int) -> Statement:
        # By what is in the timeline, not by all that she ever published.
        said = Post.objects.filter(pk=OuterRef("post"), author=author).order_by()
        passed_on = Boost.objects.filter(pk=OuterRef("boost"), booster=author).order_by()
        entries = TimelineEntry.objects.filter(profile=reader)
        return deleting(entries.filter((Q(boost=None) & Q(Exists(said))) | Q(Exists(passed_on))))

    return Compiled(build, author=int, reader=int)


def _readers(audience: Audience, post: int, author: int, at: datetime) -> Ids:
    if audience in {Audience.RELATIONS, Audience.NAMED}:
        why = Addressing.RELATION if audience == Audience.RELATIONS else Addressing.MENTION
        return Addressee.objects.filter(post=post, why=why).order_by().values("profile")
    followers = _at_home(people.followers_of(author), author)
    if audience == Audience.VERIFIED:
        followers = followers.filter(people.holds_badge(OuterRef("follower"), now=at))
    return followers


def _at_home(followers: Ids, author_id: int) -> Ids:
    """Without those who read her on a list apart from Home."""
    return followers.filter(~people.keeps_off_home(OuterRef("follower"), author_id))


def _written(readers: Sequence[Ids], numbers: Mapping[str, int]) -> Statement:
    """One row for each of these readers, of rows with one column."""
    values = {f"_{name}": Value(number, BigIntegerField()) for name, number in numbers.items()}
    found = []
    for rows in readers:
        (column,) = rows.query.values_select
        found.append(rows.annotate(**values).values_list(column, *values))
    return _insertion(["profile_id", *numbers], found)


def _insertion(columns: Sequence[str], selected: Sequence[Ids]) -> Statement:
    told = [rows.query.sql_with_params() for rows in selected]
    table = connection.ops.quote_name(TimelineEntry._meta.db_table)
    into, union = ", ".join(columns), " UNION ".join(sql for sql, _ in told)
    params = [value for _, given in told for value in given]
    return Statement(f"INSERT INTO {table} ({into}) {union} ON CONFLICT DO NOTHING", params)
