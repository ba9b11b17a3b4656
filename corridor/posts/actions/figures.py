"""Figures of people are kept as things happen, and counted once for who has none yet."""

from datetime import date

from django.db.models import DateField, F, Max
from django.db.models.functions import Coalesce, Greatest

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


def count_post(profile_id: int, *, on: date) -> None:
    """One more, of a post that is among the rows already."""
    mine = Figures.objects.filter(profile=profile_id)
    # SQLite knows no later of two where one of them is missing.
    last = Coalesce(Greatest(F("last_post_on"), on), on, output_field=DateField())
    if not mine.update(posts=F("posts") + 1, last_post_on=last):
        count_figures(profile_id)


def uncount_posts(profile_id: int, *, number: int = 1) -> None:
    Figures.objects.filter(profile=profile_id, posts__gte=number).update(posts=F("posts") - number)


def count_follow(follower_id: int, followed_id: int, *, change: int) -> None:
    """One more or one less; nothing falls below none."""
    floor = max(0, -change)
    Figures.objects.filter(profile=followed_id, followers__gte=floor).update(
        followers=F("followers") + change
    )
    Figures.objects.filter(profile=follower_id, following__gte=floor).update(
        following=F("following") + change
    )


def figures_locked(profile_id: int) -> Figures:
    """Held until the transaction ends: what is counted of somebody stays as it was counted."""
    held = Figures.objects.select_for_update().filter(profile=profile_id)
    return held.first() or count_figures(profile_id)
