"""Posts by the number in an address. What is not there for her is not there."""

from typing import TYPE_CHECKING

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.parameters import number
from corridor.posts import queries as posts

if TYPE_CHECKING:
    from corridor.posts.models import Post


def post_named(status_id: str, caller: Caller) -> "Post":
    """Of a boost the post that it passes on. Raises NotThere."""
    post = posts.post_shown(number(status_id), viewer_id=caller.viewer_id, now=caller.now)
    if post is None:
        raise NotThere
    return post


def own_post_named(status_id: str, caller: Caller) -> "Post":
    """Raises NotThere, for posts of others too."""
    post = post_named(status_id, caller)
    if post.author_id != caller.viewer_id or post.pk != number(status_id):
        raise NotThere
    return post
