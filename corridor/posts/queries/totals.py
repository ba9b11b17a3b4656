"""How much was said on this server."""

from corridor.posts.models import Post


def number_of_posts() -> int:
    return Post.objects.count()
