"""Who may read what. The one place: every page, feed, stream, search and API answer asks here.

| audience | readers besides its author |
|---|---|
| everybody, quietly too | anybody; visitors not where the author's profile is for members |
| followers | those whose follow she accepted |
| verified members | whoever holds a badge in force |
| mentors and mentees | those who were so when it was published |
| people named | those named |

Whoever is named reads it whatever its audience. Nobody reads what is by somebody who is kept
apart from her by a block or an evaluation, by somebody who left, what has ended, or a reply that
its author did not let through, but for her and the one who replied. What moderators withhold is
read by its author alone.
"""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from corridor.kernel.query_plans import outside, row_by_row
from corridor.people import queries as people
from corridor.posts.choices import OPEN, Audience
from corridor.posts.models import Addressee, Post


def readable(viewer_id: int | None, *, now: datetime) -> QuerySet[Post]:
    return Post.objects.filter(may_read(viewer_id, now=now))


def may_read(viewer_id: int | None, *, now: datetime, post: str = "") -> Q:
    """As a condition on rows that hold a post: `post="post__"` where the column is `post`."""
    stands = Q(**{f"{post}expires_at": None}) | Q(**{f"{post}expires_at__gt": now})
    if viewer_id is None:
        return stands & _for_visitors(post)
    own = Q(**{f"{post}author": viewer_id})
    return own | (
        stands
        & _addressed(viewer_id, now, post)
        & _let_through(viewer_id, post)
        & by_nobody_hidden(f"{post}author", viewer_id, now=now)
    )


def by_nobody_hidden(profile: str, viewer_id: int, *, now: datetime) -> Q:
    """As a condition on a column that holds a profile."""
    first, *others = people.hidden_from(viewer_id, today=now.date())
    return outside(profile, first.union(*others, all=True))


def _for_visitors(post: str) -> Q:
    is_open = Q(**{f"{post}audience__in": OPEN, f"{post}is_held": False})
    return is_open & people.shown_to_visitors(f"{post}author")


def _addressed(viewer_id: int, now: datetime, post: str) -> Q:
    named = Addressee.objects.filter(profile=viewer_id, post=OuterRef(f"{post}pk"))
    follows = row_by_row(people.follows(viewer_id, OuterRef(f"{post}author")))
    verified = people.holds_badge(viewer_id, now=now)
    return (
        Q(**{f"{post}audience__in": OPEN})
        | Q(Q(**{f"{post}audience": Audience.FOLLOWERS}) & Q(follows))
        | Q(Q(**{f"{post}audience": Audience.VERIFIED}) & Q(verified))
        | Q(row_by_row(Exists(named.order_by())))
    )


def _let_through(viewer_id: int, post: str) -> Q:
    waits_for_her = Q(**{f"{post}in_reply_to_author": viewer_id, f"{post}withheld_at": None})
    return Q(**{f"{post}is_held": False}) | waits_for_her
