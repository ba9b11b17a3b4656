"""How much was said on this server, and what one post says; not asked who is looking."""

from corridor.posts.models import Post


def number_of_posts() -> int:
    return Post.objects.count()


def text_of(post_id: int) -> str:
    """Raises Post.DoesNotExist."""
    return Post.objects.values_list("text", flat=True).get(pk=post_id)
