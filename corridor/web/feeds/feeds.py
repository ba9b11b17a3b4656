"""Public posts for feed readers, as a visitor may read them: https://www.rfc-editor.org/rfc/rfc4287

Whoever is signed in gets no more than a visitor, so that nothing for some ends in a feed for all,
and nothing by people who are kept apart from her. What stands behind a content note is not in it,
since a feed reader would unfold it.
"""

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from corridor.people import queries as people
from corridor.posts import queries
from corridor.posts.choices import Audience, Kind
from corridor.web.posts.readings import address
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.posts.models import Post

ATOM = "application/atom+xml; charset=utf-8"
MOST = 20
LONGEST_TITLE = 80
SECONDS = 300
"""So long nobody asks again."""


@require_safe
@conditional_page
def of_author(request: ViewerRequest, handle: str) -> HttpResponse:
    today = request.now.date()
    author = people.profile_seen(handle, viewer=None, today=today)
    is_hers_to_see = request.profile is None or people.profile_seen(
        handle, viewer=request.profile, today=today
    )
    if author is None or not is_hers_to_see:
        raise Http404
    wanted = queries.Wanted(without_replies=True)
    rows = queries.said_by(author.pk, viewer_id=None, now=request.now, wanted=wanted)
    feed = _feed(
        request,
        title=f"{author.display_name} (@{author.handle})",
        page=reverse("profile", args=[author.handle]),
    )
    return _answer(request, feed, rows.filter(audience=Audience.PUBLIC).order_by("-pk"))


@require_safe
@conditional_page
def of_tag(request: ViewerRequest, name: str) -> HttpResponse:
    folded = name.casefold()
    if folded != name:
        return redirect("tag-feed", folded)
    found = queries.tag_named(folded)
    if found is None:
        raise Http404
    rows = queries.tagged(folded, viewer_id=None, now=request.now)
    feed = _feed(request, title=f"#{found.shown_as}", page=reverse("tag", args=[folded]))
    return _answer(request, feed, rows.order_by(f"-{queries.TAGGED}"))


def _feed(request: ViewerRequest, *, title: str, page: str) -> Atom1Feed:
    return Atom1Feed(
        title=title,
        link=request.build_absolute_uri(page),
        description="",
        feed_url=request.build_absolute_uri(request.path),
        feed_guid=request.build_absolute_uri(page),
    )


def _answer(request: ViewerRequest, feed: Atom1Feed, rows: "QuerySet[Post]") -> HttpResponse:
    for post in _told(request, rows):
        _tell(request, feed, post)
    answer = HttpResponse(feed.writeString("utf-8"), content_type=ATOM)
    for_whom = {"public" if request.profile is None else "private": True}
    patch_cache_control(answer, max_age=SECONDS, **for_whom)
    return answer


def _told(request: ViewerRequest, rows: "QuerySet[Post]") -> "QuerySet[Post]":
    if request.profile is not None:
        rows = rows.filter(queries.may_read(request.profile.pk, now=request.now))
    told = rows.exclude(kind=Kind.STORY).select_related("author")
    return told.prefetch_related("tag_uses__tag")[:MOST]


def _tell(request: ViewerRequest, feed: Atom1Feed, post: "Post") -> None:
    link = request.build_absolute_uri(address(post))
    feed.add_item(
        title=_title(post),
        link=link,
        unique_id=link,
        description=_words(request, post),
        author_name=post.author.display_name,
        author_link=request.build_absolute_uri(reverse("profile", args=[post.author.handle])),
        pubdate=post.at,
        updateddate=post.edited_at or post.at,
        categories=[use.tag.name for use in post.tag_uses.all()],
    )


def _title(post: "Post") -> str:
    """Its first words: posts have no titles."""
    words = " ".join((post.content_note or post.text).split())
    return Truncator(words).chars(LONGEST_TITLE) or _("A post")


def _words(request: ViewerRequest, post: "Post") -> str:
    """As HTML that `posts.markup` made, with addresses that lead here from anywhere."""
    if post.content_note:
        return ""
    base = request.build_absolute_uri("/")
    return post.html.replace('href="/', f'href="{base}')
