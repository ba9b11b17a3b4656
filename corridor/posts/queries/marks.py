"""What a viewer did with posts, as columns of a query."""

from django.db.models import Exists, OuterRef

from corridor.posts.models import Bookmark, Boost, Kudos, Pin, ThreadMute


def marks(viewer_id: int | None, *, post: str = "") -> dict[str, Exists]:
    """`post`: as in `visibility.may_read`; with "" on rows of posts themselves."""
    ref = OuterRef(f"{post}pk")
    viewer = 0 if viewer_id is None else viewer_id  # nobody has this id
    thread = OuterRef(f"{post}thread")
    return {
        "gave_kudos": Exists(Kudos.objects.filter(profile=viewer, post=ref).order_by()),
        "boosted": Exists(Boost.objects.filter(booster=viewer, post=ref).order_by()),
        "bookmarked": Exists(Bookmark.objects.filter(profile=viewer, post=ref).order_by()),
        "muted": Exists(ThreadMute.objects.filter(profile=viewer, thread=thread).order_by()),
        "pinned": Exists(Pin.objects.filter(post__author=viewer, post=ref).order_by()),
    }
