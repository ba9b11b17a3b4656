"""Achievements as far as a viewer may know of them."""

from datetime import datetime

from django.db.models import Q, QuerySet

from corridor.posts.models import Achievement
from corridor.posts.queries.visibility import by_nobody_hidden, may_read


def achievements_of(
    profile_id: int, *, viewer_id: int | None, now: datetime
) -> QuerySet[Achievement]:
    """Published ones about somebody, newest first, whoever told them."""
    shown = may_read(viewer_id, now=now, post="post__")
    rows = Achievement.objects.filter(shown, about=profile_id, post__isnull=False)
    return rows.select_related("author", "about", "post").order_by("-at", "-pk")


def achievement_shown(number: int, *, viewer_id: int | None, now: datetime) -> Achievement | None:
    """A published one that she may read, or one that she told or that is about her."""
    shown = may_read(viewer_id, now=now, post="post__") & Q(post__isnull=False)
    if viewer_id is not None:
        shown = shown | Q(author=viewer_id) | Q(about=viewer_id)
    rows = Achievement.objects.filter(shown, pk=number)
    return rows.select_related("author__account", "about", "post").first()


def achievements_waiting(viewer_id: int, *, now: datetime) -> QuerySet[Achievement]:
    """For her to answer, and those that she told and that wait for others."""
    rows = Achievement.objects.filter(
        Q(author=viewer_id) | Q(about=viewer_id),
        by_nobody_hidden("author", viewer_id, now=now),
        post=None,
    )
    return rows.select_related("author", "about").order_by("-at", "-pk")
