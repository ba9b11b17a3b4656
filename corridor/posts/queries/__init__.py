"""Readings of posts. Whoever asks says who is looking."""

from corridor.posts.queries.marks import marks
from corridor.posts.queries.timelines import (
    MOST,
    Stretch,
    home,
    of_list,
    public,
    stretch_of,
    tagged,
)
from corridor.posts.queries.visibility import by_nobody_hidden, may_read, readable
from corridor.posts.queries.whole import whole_posts

__all__ = [
    "MOST",
    "Stretch",
    "by_nobody_hidden",
    "home",
    "marks",
    "may_read",
    "of_list",
    "public",
    "readable",
    "stretch_of",
    "tagged",
    "whole_posts",
]
