"""Posts for views: whoever asks for one that is not there for her gets a 404."""

from typing import TYPE_CHECKING

from django.http import Http404
from django.urls import reverse

from corridor.posts import queries
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.posts.models import Post


def viewer_id(request: ViewerRequest) -> int | None:
    return request.profile.pk if request.profile else None


def post_or_404(request: ViewerRequest, post_id: int) -> "Post":
    found = queries.readable(viewer_id(request), now=request.now).filter(pk=post_id)
    post = found.select_related("author").first()
    if post is None:
        raise Http404
    return post


def address(post: "Post") -> str:
    """Needs its author."""
    return reverse("post", args=[post.author.handle, post.pk])
