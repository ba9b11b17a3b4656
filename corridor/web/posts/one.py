"""One post with what was said before and after it, what it said earlier, and boosts of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from corridor.posts import queries
from corridor.posts.choices import Kind, MediaKind, Repliers
from corridor.posts.queries import ShownPost
from corridor.web.posts.readings import address, post_or_404, viewer_id
from corridor.web.posts.uncovering import uncovered
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.posts.models import Attachment

MOST_ABOVE, MOST_BELOW = 50, 200
MOST_BOOSTS = 200
DEEPEST = 3
"""Steps that answers move in; further ones stand below each other."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    shown: ShownPost
    depth: int


@require_safe
def post(request: ViewerRequest, handle: str, post_id: int) -> HttpResponse:
    found = post_or_404(request, post_id)
    if found.author.handle != handle:
        return redirect(address(found))
    said = queries.conversation(
        found.pk, found.thread, viewer_id=viewer_id(request), now=request.now
    )
    above, below = said.above[-MOST_ABOVE:], said.below[:MOST_BELOW]
    shown = queries.shown_posts(
        [*above, *below], viewer_id=viewer_id(request), now=request.now, context="thread"
    )
    # Whoever opens a post wants to read it: filters cover what stands around it only.
    (main,) = queries.shown_posts([found.pk], viewer_id=viewer_id(request), now=request.now)
    main, *shown = uncovered([main, *shown], request)
    by_number = {one.post.pk: one for one in shown}
    context = {
        "above": [by_number[pk] for pk in above if pk in by_number],
        "main": main,
        "below": _answers(found.pk, [by_number[pk] for pk in below if pk in by_number]),
        "has_more_below": len(said.below) > MOST_BELOW,
        "url": request.build_absolute_uri(address(found)),
        "embedding": _embedding(main) if found.is_open and found.kind != Kind.STORY else "",
        "preview": _preview(main),
        "repliers": Repliers.choices,
    }
    answer = render(request, "posts/post.html", context)
    if found.kind == Kind.STORY:
        answer["X-Robots-Tag"] = "noindex, noarchive"
    return answer


@require_safe
def history(request: ViewerRequest, handle: str, post_id: int) -> HttpResponse:
    found = post_or_404(request, post_id)
    if found.author.handle != handle:
        raise Http404
    revisions = queries.revisions_of(found)
    shown = {"post": found, "revisions": revisions[::-1], "versions": len(revisions) + 1}
    return render(request, "posts/history.html", shown)


@require_safe
def boosts(request: ViewerRequest, handle: str, post_id: int) -> HttpResponse:
    """Who passed it on, and through whom she saw it; not while its author's shield hides that."""
    found = post_or_404(request, post_id)
    who = viewer_id(request)
    (shown,) = queries.shown_posts([found.pk], viewer_id=who, now=request.now)
    if found.author.handle != handle or shown.hides_counts:
        raise Http404
    passed_on = queries.passed_on(found.pk, viewer_id=who, now=request.now, most=MOST_BOOSTS + 1)
    context = {
        "shown": shown,
        "passed_on": passed_on[:MOST_BOOSTS],
        "has_more": len(passed_on) > MOST_BOOSTS,
    }
    return render(request, "posts/boosts.html", context)


@require_safe
def boost(request: ViewerRequest, boost_id: int) -> HttpResponse:
    """A boost has no page of its own: it leads to what it passes on."""
    found = queries.boost_shown(boost_id, viewer_id=viewer_id(request), now=request.now)
    if found is None:
        raise Http404
    return redirect(address(post_or_404(request, found.post_id)))


def _preview(shown: ShownPost) -> "Attachment | None":
    """The picture of it that goes with a link elsewhere: of what anybody may see uncovered."""
    post = shown.post
    if not post.is_open or post.content_note or post.is_sensitive:
        return None
    ready = [one for one in shown.pictures if one.kind == MediaKind.IMAGE and one.file]
    return ready[0] if ready else None


def _embedding(shown: ShownPost) -> str:
    """Where other sites ask for it; there it is known by the name that the place has."""
    page = urlencode({"url": f"{settings.PUBLIC_URL}{address(shown.post)}"})
    return f"{settings.PUBLIC_URL}/api/oembed?{page}"


def _answers(post_id: int, shown: list[ShownPost]) -> list[Answer]:
    depths = {post_id: 0}
    answers = []
    for one in shown:
        depth = depths.get(one.post.in_reply_to_id or 0, 0) + 1
        depths[one.post.pk] = depth
        answers.append(Answer(shown=one, depth=min(depth, DEEPEST)))
    return answers
