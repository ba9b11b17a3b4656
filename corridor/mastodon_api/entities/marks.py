"""What the reader did with a status: one number from the database, told in Mastodon's words."""

from functools import reduce
from operator import add

from django.db.models import Case, IntegerField, Q, When
from django.db.models.expressions import Combinable

from corridor.posts import queries as posts

NAMES = {
    "gave_kudos": "favourited",
    "boosted": "reblogged",
    "bookmarked": "bookmarked",
    "muted": "muted",
    "pinned": "pinned",
}
"""As `posts.marks` calls them and as Mastodon does, from the lowest bit to the highest."""
PINNED = 16
WORD = ("false", "true")


def _told(bits: int) -> str:
    names = enumerate(NAMES.values())
    return "".join([f',"{name}":{WORD[bits >> place & 1]}' for place, name in names])


MARKED = [_told(bits) for bits in range(2 * PINNED)]
"""By the number, JSON of all of them."""


def marks(viewer_id: int | None, *, post: str) -> Combinable:
    """The number, as a column; `post` as in `posts.marks`.

    Whether it is pinned is asked of her own posts alone: she pins no others.
    """
    found = {name: Q(mark) for name, mark in posts.marks(viewer_id, post=post).items()}
    found["pinned"] = Q(**{f"{post}author": viewer_id or 0}) & found["pinned"]
    return reduce(
        add,
        [
            Case(When(found[name], then=1 << place), default=0, output_field=IntegerField())
            for place, name in enumerate(NAMES)
        ],
    )
