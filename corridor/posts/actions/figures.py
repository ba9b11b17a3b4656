"""Figures of people are kept as things happen, and counted once for who has none yet."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Literal

from django.db.models import DateField, F, Max
from django.db.models.functions import Coalesce, Greatest

from corridor.kernel.compiled import Compiled, CompiledSeveral, Statement, updating
from corridor.people import queries as people
from corridor.posts.models import Boost, Figures, Post


def count_figures(profile_id: int) -> Figures:
    """From the rows themselves."""
    posts = Post.objects.filter(author=profile_id)
    last = posts.aggregate(last=Max("at"))["last"]
    followers, following = people.follow_figures(profile_id)
    figures, _ = Figures.objects.update_or_create(
        profile_id=profile_id,
        defaults={
            "posts": posts.count() + Boost.objects.filter(booster=profile_id).count(),
            "followers": followers,
            "following": following,
            "last_post_on": last and last.date(),
        },
    )
    return figures


def count_post(profile_id: int, *, at: datetime) -> None:
    """One more, of a post that is among the rows already."""
    if not _one_more().run(profile=profile_id, at=at):
        count_figures(profile_id)


@cache
def _one_more() -> Compiled:
    def build(profile: int, at: datetime) -> Statement:
        on = at.date()
        # SQLite knows no later of two where one of them is missing.
        last = Coalesce(Greatest(F("last_post_on"), on), on, output_field=DateField())
        mine = Figures.objects.filter(profile=profile)
        return updating(mine, posts=F("posts") + 1, last_post_on=last)

    return Compiled(build, profile=int, at=datetime)


def uncount_posts(profile_id: int, *, number: int = 1) -> None:
    _changed("posts", -number).run(profile=profile_id)


def count_boosts(booster_ids: Iterable[int], *, change: Literal[1, -1]) -> None:
    """One more or one less for each of those who passed on a post that is back, or gone."""
    _changed_of_several(change).run(sorted(booster_ids))


@cache
def _changed_of_several(change: int) -> CompiledSeveral[Figures]:
    def build(profiles: Sequence[int]) -> Statement:
        some = Figures.objects.filter(profile__in=profiles, posts__gte=max(0, -change))
        return updating(some, posts=F("posts") + change)

    return CompiledSeveral(Compiled, build, int)


def count_follow(follower_id: int, followed_id: int, *, change: Literal[1, -1]) -> None:
    """One more or one less; nothing falls below none."""
    _changed("followers", change).run(profile=followed_id)
    _changed("following", change).run(profile=follower_id)


@lru_cache
def _changed(figure: str, change: int) -> Compiled:
    def build(profile: int) -> Statement:
        some = Figures.objects.filter(profile=profile, **{f"{figure}__gte": max(0, -change)})
        return updating(some, **{figure: F(figure) + change})

    return Compiled(build, profile=int)


def figures_locked(profile_id: int) -> Figures:
    """Held until the transaction ends: what is counted of somebody stays as it was counted."""
    held = Figures.objects.select_for_update().filter(profile=profile_id)
    return held.first() or count_figures(profile_id)
