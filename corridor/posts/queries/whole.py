"""Posts with everything that belongs to them; not asked who is looking, so not for pages."""

from collections.abc import Iterable

from django.db.models import QuerySet

from corridor.posts.models import Post


def whole_posts(ids: Iterable[int]) -> QuerySet[Post]:
    """For whoever prepares what all readers of a post see alike."""
    return (
        Post.objects.filter(pk__in=list(ids))
        .select_related("author", "poll")
        .prefetch_related("attachments", "poll__options")
        .order_by("pk")
    )


def is_open(post_id: int) -> bool:
    """Whether it is for everybody."""
    post = Post.objects.filter(pk=post_id).first()
    return post is not None and post.is_open and not post.is_held
