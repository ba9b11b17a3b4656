"""What a viewer did with posts, as columns of a query."""

from django.db.models import Exists, OuterRef

from corridor.kernel.query_plans import row_by_row
from corridor.posts.models import Bookmark, Boost, Kudos, Pin, ThreadMute


def marks(viewer_id: int | None, *, post: str = "") -> dict[str, Exists]:
    """`post`: as in `visibility.may_read`; with "" on rows of posts themselves."""
    ref = OuterRef(f"{post}pk")
    viewer = 0 if viewer_id is None else viewer_id  # nobody has this id
    thread = OuterRef(f"{post}thread")
    found = {
        "gave_kudos": Kudos.objects.filter(profile=viewer, post=ref),
        "boosted": Boost.objects.filter(booster=viewer, post=ref),
        "bookmarked": Bookmark.objects.filter(profile=viewer, post=ref),
        "muted": ThreadMute.objects.filter(profile=viewer, thread=thread),
        "pinned": Pin.objects.filter(post__author=viewer, post=ref),
    }
    return {name: row_by_row(Exists(rows.order_by())) for name, rows in found.items()}
