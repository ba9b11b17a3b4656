"""What lies apart for somebody. Whoever asks was let in by `policies.may_tend`."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, Max, Min, QuerySet

from corridor.posts import queries as posts
from corridor.safety.choices import HeldAnswer, HeldKind
from corridor.safety.models import Held


def held_for(profile_id: int, *, now: datetime, is_waiting: bool | None = True) -> QuerySet[Held]:
    """Newest first, as far as she may still read it; with who said it, and the post.

    `is_waiting`: False is what was looked at already, None is both.
    """
    rows = Held.objects.filter(posts.may_read(profile_id, now=now, post="post__"))
    rows = rows.filter(profile=profile_id)
    if is_waiting is not None:
        rows = rows.filter(answer="") if is_waiting else rows.exclude(answer="")
    return rows.select_related("by", "post__author").order_by("-at", "-pk")


def folder(profile_id: int, *, now: datetime) -> QuerySet[Held]:
    """What a shield keeps back: all that waits but requests to write to her."""
    return held_for(profile_id, now=now).filter(is_request=False)


def put_away_for(profile_id: int, *, now: datetime) -> QuerySet[Held]:
    """Newest first; requests that she declined are among it."""
    return held_for(profile_id, now=now, is_waiting=False).filter(answer=HeldAnswer.AWAY)


def message_requests(profile_id: int, *, now: datetime) -> QuerySet[Held]:
    """First messages of people whom she does not know."""
    return held_for(profile_id, now=now).filter(is_request=True)


def held_item(held_id: int, *, profile_id: int, now: datetime) -> Held | None:
    return held_for(profile_id, now=now, is_waiting=None).filter(pk=held_id).first()


def held_of(ids: Collection[int], *, profile_id: int, now: datetime) -> list[Held]:
    """Those of these that lie in her folder, waiting or put away."""
    rows = held_for(profile_id, now=now, is_waiting=None).exclude(answer=HeldAnswer.LET)
    return list(rows.filter(pk__in=ids))


def held_by_sender(profile_id: int, *, now: datetime) -> QuerySet[Any, Any]:
    """Rows of `by`, `count`, `first` and `last`, for those who said most first."""
    rows = folder(profile_id, now=now).order_by().values("by")
    found = rows.annotate(count=Count("pk"), first=Min("at"), last=Max("at"))
    return found.order_by("-count", "by")


def is_held(profile: Any, post: Any) -> Exists:
    """Whether it lies apart for her, not let through; either may be an `OuterRef`."""
    rows = Held.objects.filter(profile=profile, post=post).exclude(answer=HeldAnswer.LET)
    return Exists(rows.order_by())


def is_held_for(profile_id: int, post_id: int) -> bool:
    return (
        Held.objects.filter(profile=profile_id, post=post_id)
        .exclude(answer=HeldAnswer.LET)
        .exists()
    )


def waiting_counts(profile_id: int, *, now: datetime) -> dict[str, int]:
    """Of her folder: `HeldKind` -> how many."""
    rows = folder(profile_id, now=now).order_by().values_list("kind")
    found: dict[str, int] = dict(rows.annotate(Count("pk")))
    return {kind: found[kind] for kind in HeldKind if kind in found}
