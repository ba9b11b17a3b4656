"""Home timelines are written when something is published: one statement, whoever follows."""

from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, Exists, OuterRef, QuerySet, Value

from corridor.people import queries as people
from corridor.posts.choices import Addressing, Audience
from corridor.posts.models import Addressee, Boost, Post, Tag, TagFollow, TagUse, TimelineEntry

MOST_KEPT = 800
"""Entries of a home timeline; older posts are read on the pages of their authors."""


def write_post(post: Post) -> None:
    readers = [_readers(post), _only(post.author_id)]
    if post.audience == Audience.PUBLIC:
        tags = post.tag_uses.values("tag")
        readers.append(_ids(TagFollow.objects.filter(tag__in=tags).order_by(), "profile"))
    _write(readers, entry=post.pk, post_id=post.pk, boost_id=None)


def write_boost(boost: Boost, post: Post) -> None:
    followers = _at_home(people.followers_with_boosts(boost.booster_id), boost.booster_id)
    if post.audience == Audience.FOLLOWERS:
        followers = followers.filter(people.follows_too(post.author_id))
    readers = [_ids(followers, "follower"), _only(boost.booster_id)]
    _write(readers, entry=boost.pk, post_id=post.pk, boost_id=boost.pk)


def write_recent_of(author_id: int, *, reader_id: int, most: int = 20) -> None:
    """Somebody follows: what was published lately is in her timeline at once.

    Nothing is written of somebody whom she reads on a list apart from Home.
    """
    if people.is_kept_off_home(author_id, owner_id=reader_id):
        return
    recent = Post.objects.filter(author=author_id, is_held=False, in_reply_to=None)
    recent = recent.filter(audience__in=[Audience.PUBLIC, Audience.QUIET, Audience.FOLLOWERS])
    ids = list(recent.order_by("-id").values_list("id", flat=True)[:most])
    rows = [TimelineEntry(profile_id=reader_id, entry=pk, post_id=pk) for pk in ids]
    TimelineEntry.objects.bulk_create(rows, ignore_conflicts=True)


def remove_of(author_id: int, *, reader_id: int) -> None:
    """Somebody follows no more."""
    entries = TimelineEntry.objects.filter(profile=reader_id)
    entries.filter(post__author=author_id, boost=None).delete()
    entries.filter(boost__booster=author_id).delete()


def write_recent_with(tag: Tag, *, reader_id: int, most: int = 20) -> None:
    """Somebody follows a hashtag."""
    recent = Post.objects.filter(tag_uses__tag=tag, is_held=False, audience=Audience.PUBLIC)
    ids = list(recent.order_by("-id").values_list("id", flat=True)[:most])
    rows = [TimelineEntry(profile_id=reader_id, entry=pk, post_id=pk) for pk in ids]
    TimelineEntry.objects.bulk_create(rows, ignore_conflicts=True)


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


def _readers(post: Post) -> QuerySet[Any, Any]:
    if post.audience in {Audience.RELATIONS, Audience.NAMED}:
        why = Addressing.RELATION if post.audience == Audience.RELATIONS else Addressing.MENTION
        named = Addressee.objects.filter(post=post, why=why).order_by()
        return _ids(named, "profile")
    followers = _at_home(people.followers_of(post.author_id), post.author_id)
    if post.audience == Audience.VERIFIED:
        followers = followers.filter(people.holds_badge(OuterRef("follower"), now=post.at))
    if post.in_reply_to_author_id not in {None, post.author_id}:
        # A conversation is shown to whoever follows both who talk.
        followers = followers.filter(people.follows_too(post.in_reply_to_author_id))
    return _ids(followers, "follower")


def _at_home(followers: QuerySet[Any, Any], author_id: int) -> QuerySet[Any, Any]:
    """Without those who read her on a list apart from Home."""
    return followers.filter(~people.keeps_off_home(OuterRef("follower"), author_id))


def _ids(rows: QuerySet[Any, Any], column: str) -> QuerySet[Any, Any]:
    return rows.values_list(column, flat=True)


def _only(profile_id: int) -> QuerySet[Any, Any]:
    return people.one(profile_id)


def _write(
    readers: list[QuerySet[Any, Any]], *, entry: int, post_id: int, boost_id: int | None
) -> None:
    numbers = {"_entry": entry, "_post": post_id}
    columns = ["profile_id", "entry", "post_id"]
    if boost_id is not None:
        numbers["_boost"] = boost_id
        columns.append("boost_id")
    values = {name: Value(number, BigIntegerField()) for name, number in numbers.items()}
    parts, params = [], []
    for rows in readers:
        column = next(iter(rows.query.values_select or ("pk",)))
        told = rows.annotate(**values).values_list(column, *values)
        sql, given = told.query.sql_with_params()
        parts.append(sql)
        params.extend(given)
    table = connection.ops.quote_name(TimelineEntry._meta.db_table)
    into, union = ", ".join(columns), " UNION ".join(parts)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({into}) {union} ON CONFLICT DO NOTHING", params)
