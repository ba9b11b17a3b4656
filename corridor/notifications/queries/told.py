"""What somebody is told of. Whatever she may not or does not want to see any more is left out."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min, OuterRef, Q, QuerySet

from corridor.notifications.choices import NOT_FOR_APPS, Kind
from corridor.notifications.models import MailWishes, Notification, Policy
from corridor.people import queries as people
from corridor.posts import queries as posts

MOST_COUNTED = 100
"""More unread notifications than that are as many as that."""


def notifications(
    viewer_id: int, *, now: datetime, is_apart: bool | None = False, with_desk: bool = False
) -> QuerySet[Notification]:
    """`is_apart`: those that wait as requests; None is both. `with_desk`: moderators' as well."""
    rows = Notification.objects.filter(recipient=viewer_id)
    if not with_desk:
        rows = rows.exclude(kind__in=sorted(NOT_FOR_APPS))
    if is_apart is not None:
        rows = rows.filter(is_apart=is_apart)
    return rows.filter(
        Q(post=None) | posts.may_read(viewer_id, now=now, post="post__"),
        posts.by_nobody_hidden("by", viewer_id, now=now),
        ~Q(by__in=people.muted(viewer_id, now=now)),
        Q(post=None) | ~Q(post__thread__in=posts.threads_muted(viewer_id)),
        ~Q(kind=Kind.FOLLOW_REQUEST) | Q(people.asks_to_follow(OuterRef("by"), viewer_id)),
        ~Q(kind=Kind.REPLY_WAITING) | Q(post__refused_at=None),
        ~Q(kind=Kind.QUOTE) | Q(post__is_quote_revoked=False),
    )


def unread_count(viewer_id: int, *, read_to: int, now: datetime, most: int = MOST_COUNTED) -> int:
    """`read_to`: id of the newest that she has seen."""
    newer = notifications(viewer_id, now=now, with_desk=True).filter(pk__gt=read_to)
    return newer.order_by("-pk")[:most].count()


def requests(viewer_id: int, *, now: datetime) -> QuerySet[Notification, Mapping[str, Any]]:
    """People whose news waits apart: rows of `by`, `count`, `newest` and `oldest`."""
    rows = notifications(viewer_id, now=now, is_apart=True).order_by()
    return rows.values("by").annotate(count=Count("pk"), newest=Max("pk"), oldest=Min("pk"))


def request_from(viewer_id: int, by_id: int, *, now: datetime) -> Mapping[str, Any] | None:
    return requests(viewer_id, now=now).filter(by=by_id).order_by("by").first()


def posts_of(notification_ids: Collection[int]) -> Mapping[int, int]:
    """Of notifications that she may see: the posts that they speak of."""
    found = Notification.objects.filter(pk__in=notification_ids).exclude(post=None)
    return dict(found.order_by().values_list("pk", "post"))


def read_to(viewer_id: int) -> int:
    """Id of the newest that she has seen, on whatever device."""
    return posts.read_to(viewer_id, "notifications")


def policy_of(viewer_id: int) -> Policy:
    return Policy.objects.filter(profile=viewer_id).first() or Policy(profile_id=viewer_id)


def mail_wishes(viewer_id: int) -> MailWishes:
    return MailWishes.objects.filter(profile=viewer_id).first() or MailWishes(profile_id=viewer_id)


def told_of_post(post_id: int, *, besides: int) -> int:
    """How many people were told of it in some way."""
    rows = Notification.objects.filter(post=post_id).exclude(recipient=besides)
    return rows.order_by().values("recipient").distinct().count()
