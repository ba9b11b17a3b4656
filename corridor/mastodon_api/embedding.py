"""https://docs.joinmastodon.org/methods/oembed/: a post as other sites show it.

They get a quotation without scripts or frames, of what any visitor may read; what stands behind a
content note stays there.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from ninja import Router, Schema
from pydantic import Field

from corridor.mastodon_api.callers import Needs, caller_of_request
from corridor.mastodon_api.entities.account import absolute
from corridor.mastodon_api.entities.post import post_url
from corridor.mastodon_api.errors import NotThere
from corridor.mastodon_api.instance import title
from corridor.mastodon_api.pages import page_of_ours
from corridor.mastodon_api.parameters import Asked
from corridor.posts import queries as posts
from corridor.posts.choices import Kind

if TYPE_CHECKING:
    from corridor.posts.models import Post

router = Router(tags=["oembed"])
WIDTH = 400
KEPT = 86_400
"""Seconds."""


class Embedding(Schema):
    url: str = Field(default="", max_length=500)
    maxwidth: int = Field(default=WIDTH, ge=1, le=10_000)


@router.get("/oembed", auth=Needs("", visitors=True))
def oembed(request: HttpRequest, asked: Asked[Embedding]) -> JsonResponse:
    """https://oembed.com/; whoever asks, it is what visitors see."""
    now = caller_of_request(request).now
    page = page_of_ours(asked.url)
    number = int(page["post"]) if page is not None and page["post"] else 0
    post = posts.post_shown(number, viewer_id=None, now=now)
    if post is None or post.kind == Kind.STORY:
        raise NotThere
    said: dict[str, Any] = {
        "type": "rich",
        "version": "1.0",
        "author_name": post.author.display_name,
        "author_url": f"{settings.PUBLIC_URL}/@{post.author.handle}/",
        "provider_name": title(),
        "provider_url": f"{settings.PUBLIC_URL}/",
        "cache_age": _kept(post, now),
        "html": _quotation(post),
        "width": min(WIDTH, asked.maxwidth),
        "height": None,
    }
    return JsonResponse(said)


def _kept(post: "Post", now: datetime) -> int:
    """Not beyond its end."""
    if post.expires_at is None:
        return KEPT
    return min(KEPT, int((post.expires_at - now).total_seconds()))


def _quotation(post: "Post") -> SafeString:
    url = post_url(post)
    by = format_html(
        '<p><a href="{}">{} (@{})</a></p>', url, post.author.display_name, post.author.handle
    )
    return format_html('<blockquote cite="{}">{}{}</blockquote>', url, _words(post), by)


def _words(post: "Post") -> SafeString:
    if post.content_note:
        return format_html("<p>{}</p>", post.content_note)
    if not post.html:
        return format_html("<p>{}</p>", _("A picture, a poll, or something else to see there."))
    return mark_safe(absolute(post.html))  # noqa: S308 - `posts.markup` escaped all but its links
