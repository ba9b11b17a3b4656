"""Timelines besides one's own: everybody's here, of a hashtag, of a list, what one saved."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from corridor.people import queries as people
from corridor.posts import queries
from corridor.web.timelines.pieces import of_marks, of_posts
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import Tag


@require_safe
def public(request: ViewerRequest) -> HttpResponse:
    rows = queries.public(_viewer_id(request), now=request.now)
    piece = of_posts(rows, request, folds=True)
    return render(request, "timelines/public.html", {"piece": piece})


@require_safe
def tag(request: ViewerRequest, name: str) -> HttpResponse:
    """Whether a tag is used or not: whoever writes first about something finds its page."""
    folded = name.casefold()
    if folded != name:
        return redirect("tag", folded)
    found = queries.tag_named(folded)
    rows = queries.tagged(folded, viewer_id=_viewer_id(request), now=request.now)
    shown = {
        "piece": of_posts(rows, request, by=queries.TAGGED),
        "name": found.shown_as if found else name,
        "path_name": folded,
        "follows": _follows(request, found),
        "stream": f"hashtag/local?{urlencode({'tag': folded})}",
    }
    return render(request, "timelines/tag.html", shown)


@require_safe
@member_required
def your_hashtags(request: MemberRequest) -> HttpResponse:
    rows = queries.of_followed_tags(request.profile.pk, now=request.now)
    follows = queries.tags_followed(request.profile.pk).order_by("tag__name")
    shown = {"piece": of_posts(rows, request), "tags": [follow.tag for follow in follows]}
    return render(request, "timelines/your_hashtags.html", shown)


@require_safe
@member_required
def of_list(request: MemberRequest, list_id: int) -> HttpResponse:
    kept = people.list_kept(list_id, viewer=request.profile)
    if kept is None:
        raise Http404
    rows = queries.of_list(list_id, viewer_id=request.profile.pk, now=request.now)
    piece = of_posts(rows, request, context="home", folds=True)
    return render(request, "timelines/list.html", {"piece": piece, "kept": kept})


@require_safe
@member_required
def saved(request: MemberRequest) -> HttpResponse:
    rows = queries.bookmarked(request.profile.pk, now=request.now)
    return render(request, "timelines/saved.html", {"piece": of_marks(rows, request)})


def _follows(request: ViewerRequest, tag: "Tag | None") -> bool:
    if tag is None:
        return False
    return bool(queries.followed_of([tag.pk], viewer_id=_viewer_id(request)))


def _viewer_id(request: ViewerRequest) -> int | None:
    return request.profile.pk if request.profile else None
