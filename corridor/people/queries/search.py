"""Whom somebody finds: by the whole handle, and by what the directory knows of those listed.

Whoever is not listed, limited by moderators or behind a shield is found by her handle, and by
those who follow her.
"""

from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import Case, IntegerField, OuterRef, Q, QuerySet, Value, When

from corridor.kernel.compiled import CompiledPieces
from corridor.people.models import Profile
from corridor.people.queries.directory_words import question, with_words
from corridor.people.queries.id_sets import follows
from corridor.people.queries.restrictions import limited
from corridor.people.queries.seen import people_named, people_seen
from corridor.people.queries.shields import shielded


def people_found(typed: str, *, viewer_id: int, today: date) -> QuerySet[Profile]:
    """Best first: the handle itself, whom she follows, the rest."""
    handle, words = _handle(typed), question(typed)
    seen = people_seen(viewer_id, today=today)
    if words is None:
        return seen.filter(handle=handle).order_by("pk")
    found = Q(handle=handle) | _by_words(words, viewer_id)
    return _best_first(seen.filter(found), handle, viewer_id)


def people_found_by_apps(
    typed: str, *, viewer_id: int, now: datetime, only_followed: bool, piece: slice
) -> list[int]:
    """Numbers of the same people, and of whom she keeps away herself by the whole handle: that
    is how apps find whom to let near again.
    """
    words = question(typed)
    values: dict[str, Any] = {"viewer": viewer_id, "now": now, "handle": _handle(typed)}
    asked = _found_by_apps(has_words=words is not None, only_followed=only_followed)
    return [pk for (pk,) in asked.piece(piece, values | {"words": words})]


@cache
def _found_by_apps(*, has_words: bool, only_followed: bool) -> CompiledPieces:
    def build(viewer: int, now: datetime, handle: str, words: str = "") -> QuerySet[Any, Any]:
        today = now.date()
        found = Q(handle=handle)
        if has_words:
            seen = people_seen(viewer, today=today).order_by().values("pk")
            found |= _by_words(words, viewer) & Q(pk__in=seen)
        rows = people_named(viewer, today=today).filter(found)
        if only_followed:
            rows = rows.filter(follows(viewer, OuterRef("pk")))
        return _best_first(rows, handle, viewer).values_list("pk")

    words: dict[str, type] = {"words": str} if has_words else {}
    return CompiledPieces(build, viewer=int, now=datetime, handle=str, **words)


def _handle(typed: str) -> str:
    return typed.strip().lstrip("@").lower()


def _by_words(words: str, viewer_id: int) -> Q:
    is_listed = Q(is_listed=True) & ~Q(pk__in=limited()) & ~Q(pk__in=shielded())
    is_followed = Q(follows(viewer_id, OuterRef("pk")))
    return Q(pk__in=with_words(words)) & (is_listed | is_followed | Q(pk=viewer_id))


def _best_first(rows: QuerySet[Profile], handle: str, viewer_id: int) -> QuerySet[Profile]:
    rank = Case(
        When(handle=handle, then=Value(0)),
        When(follows(viewer_id, OuterRef("pk")), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return rows.order_by(rank, "display_name", "pk")
