"""What somebody may look through of her own old posts, and what her rule would delete."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear

from corridor.posts.choices import OPEN, Audience
from corridor.posts.models import (
    Attachment,
    Bookmark,
    DeletionRule,
    Kudos,
    LookedAt,
    Pin,
    Poll,
    Post,
    TagUse,
)

MOST_TAGS = 12
CAREFUL = 730


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A year, or a tag, of her public posts."""

    name: str
    posts: int
    looked_at: int

    @property
    def is_done(self) -> bool:
        return self.posts == self.looked_at


def open_posts(author_id: int, *, year: int | None = None, tag: str = "") -> QuerySet[Post]:
    """What anybody can read of hers, oldest first."""
    posts = Post.objects.filter(author=author_id, audience__in=OPEN, is_held=False)
    if year is not None:
        posts = posts.filter(at__year=year)
    if tag:
        posts = posts.filter(tag_uses__tag__name=tag)
    return posts.order_by("id")


def posts_to_look_at(author_id: int, *, year: int | None = None, tag: str = "") -> QuerySet[Post]:
    seen = LookedAt.objects.filter(post=OuterRef("pk")).order_by()
    posts = open_posts(author_id, year=year, tag=tag).filter(~Exists(seen))
    return posts.prefetch_related("attachments", "poll__options")


def years_of_posts(author_id: int) -> list[Stretch]:
    rows = (
        open_posts(author_id)
        .order_by()
        .annotate(year=ExtractYear("at"))
        .values("year")
        .annotate(posts=Count("pk"), seen=Count("looked_at"))
        .order_by("year")
    )
    return [
        Stretch(name=str(row["year"]), posts=row["posts"], looked_at=row["seen"]) for row in rows
    ]


def tags_of_posts(author_id: int) -> list[Stretch]:
    """The most used ones."""
    uses = TagUse.objects.filter(post__in=open_posts(author_id).order_by().values("pk"))
    rows = (
        uses.values("tag__name")
        .annotate(posts=Count("post"), seen=Count("post__looked_at"))
        .order_by("-posts", "tag__name")
    )
    return [
        Stretch(name=row["tag__name"], posts=row["posts"], looked_at=row["seen"])
        for row in rows[:MOST_TAGS]
    ]


def deletion_rule(profile_id: int) -> DeletionRule | None:
    return DeletionRule.objects.filter(profile=profile_id).first()


def rule_to_try(profile_id: int, words: Mapping[str, Any], *, now: datetime) -> DeletionRule:
    """Not kept: for a look at what it would delete."""
    return DeletionRule(**{"days": CAREFUL, **words}, profile_id=profile_id, begins_at=now)


def deletable(rule: DeletionRule, *, now: datetime) -> QuerySet[Post]:
    """What the rule deletes at that moment, oldest first; the rule need not be kept."""
    author = rule.profile_id
    old = Post.objects.filter(author=author, at__lt=now - timedelta(days=rule.days))
    kept = [
        (True, _has(LookedAt.objects.filter(is_kept=True))),
        (rule.keeps_pinned, _has(Pin.objects.all())),
        (rule.keeps_named, Q(audience=Audience.NAMED)),
        (rule.keeps_media, _has(Attachment.objects.all())),
        (rule.keeps_polls, _has(Poll.objects.all())),
        (rule.keeps_saved, _has(Bookmark.objects.filter(profile=author))),
        (rule.keeps_own_kudos, _has(Kudos.objects.filter(profile=author))),
        (rule.keeps_kudos_from is not None, Q(kudos_count__gte=rule.keeps_kudos_from or 0)),
        (rule.keeps_boosts_from is not None, Q(boost_count__gte=rule.keeps_boosts_from or 0)),
    ]
    for is_asked_for, are_kept in kept:
        if is_asked_for:
            old = old.exclude(are_kept)
    return old.order_by("id")


def _has(rows: QuerySet[Any]) -> Q:
    return Q(Exists(rows.filter(post=OuterRef("pk")).order_by()))
