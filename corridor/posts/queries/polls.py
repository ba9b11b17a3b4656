"""Polls of posts that somebody may read, and what she answered."""

from collections.abc import Iterable

from django.db.models import QuerySet

from corridor.posts.models import Poll, Vote


def polls_of(post_ids: Iterable[int]) -> QuerySet[Poll]:
    """For whoever asked already who may read the posts."""
    rows = Poll.objects.filter(post__in=list(post_ids)).select_related("post")
    return rows.prefetch_related("options").order_by("pk")


def own_votes(polls: Iterable[Poll], *, viewer_id: int | None) -> dict[int, list[int]]:
    """Id of a poll -> places of the answers that she chose."""
    if viewer_id is None:
        return {}
    votes = Vote.objects.filter(option__poll__in=list(polls), profile=viewer_id)
    chosen: dict[int, list[int]] = {}
    for poll_id, place in votes.order_by("option__position").values_list(
        "option__poll", "option__position"
    ):
        chosen.setdefault(poll_id, []).append(place)
    return chosen
