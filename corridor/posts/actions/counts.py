"""What a post counts: replies, boosts, kudos, quotations."""

from functools import cache
from typing import Literal

from django.db.models import F

from corridor.kernel.compiled import Compiled, Statement, updating
from corridor.posts.models import Post

Counted = Literal["reply_count", "boost_count", "kudos_count", "quote_count"]


def count_one_more(counted: Counted, post_id: int) -> None:
    _changed(counted, 1).run(post=post_id)


def count_one_less(counted: Counted, post_id: int) -> None:
    """Nothing falls below none."""
    _changed(counted, -1).run(post=post_id)


@cache
def _changed(counted: Counted, change: int) -> Compiled:
    def build(post: int) -> Statement:
        some = Post.objects.filter(pk=post, **{f"{counted}__gte": max(0, -change)})
        return updating(some, **{counted: F(counted) + change})

    return Compiled(build, post=int)
