"""Tutorials to read: all of them, one person's, one of them, and its versions."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from corridor.context_notes import queries as context_notes
from corridor.library import queries
from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.web.addresses import way_to
from corridor.web.given_numbers import LARGEST
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.library.models import Tutorial
    from corridor.library.queries import ReadTutorial

ON_A_PAGE = 20
VOTES = {
    posting.AlreadyVoted: gettext_lazy("Your answer stands already."),
    posting.OneAnswerOnly: gettext_lazy("Choose one answer."),
    posting.OwnPoll: gettext_lazy("Whoever asks does not answer."),
    posting.PollOver: gettext_lazy("This poll is over."),
    posting.UnknownAnswer: gettext_lazy("Choose an answer first."),
}


@require_safe
def tutorials(request: ViewerRequest) -> HttpResponse:
    return _list(request, queries.tutorials(viewer_id(request), now=request.now), {})


@require_safe
def by_author(request: ViewerRequest, handle: str) -> HttpResponse:
    author = people.profile_seen(handle, viewer=request.profile, today=request.now.date())
    if author is None:
        raise Http404
    found = queries.tutorials_by(author.pk, viewer_id=viewer_id(request), now=request.now)
    return _list(request, found, {"author": author})


@require_safe
def tutorial(request: ViewerRequest, slug: str) -> HttpResponse:
    found = tutorial_or_404(request, slug)
    return _page(request, read_or_404(request, found, found.published))


@require_safe
def version(request: ViewerRequest, slug: str, number: int) -> HttpResponse:
    return _page(request, read_or_404(request, tutorial_or_404(request, slug), number))


@require_safe
def versions(request: ViewerRequest, slug: str) -> HttpResponse:
    found = tutorial_or_404(request, slug)
    shown = {"tutorial": found, "versions": queries.versions_of(found)}
    return render(request, "library/versions.html", shown)


@require_POST
@member_required
def vote(request: MemberRequest, slug: str, post_id: int) -> HttpResponse:
    """Then back to the part below, where the answer may stand."""
    tutorial_or_404(request, slug)
    asked = posts.questions([min(post_id, LARGEST)], viewer_id=request.profile.pk, now=request.now)
    if post_id not in asked:
        raise Http404
    chosen = [int(one) for one in request.POST.getlist("choice") if one in set("012345")]
    try:
        posting.vote(poll=asked[post_id].poll, choices=chosen, by=request.profile, now=request.now)
    except tuple(VOTES) as refused:
        messages.error(request, VOTES[type(refused)])
    return redirect(f"{reverse('tutorial', args=[slug])}#post-{post_id}")


def viewer_id(request: ViewerRequest) -> int | None:
    return request.profile.pk if request.profile else None


def tutorial_or_404(request: ViewerRequest, slug: str) -> "Tutorial":
    found = queries.tutorial(slug, viewer_id=viewer_id(request), now=request.now)
    if found is None:
        raise Http404
    return found


def read_or_404(request: ViewerRequest, found: "Tutorial", number: int) -> "ReadTutorial":
    read = queries.version_read(found, number, viewer_id=viewer_id(request), now=request.now)
    if read is None:
        raise Http404
    return read


def _page(request: ViewerRequest, read: "ReadTutorial") -> HttpResponse:
    compose = way_to("compose")
    noted = context_notes.notes_under(
        [one.part.post_id for one in read.parts if one.part.post_id is not None]
    )
    shown = {
        "read": read,
        "tutorial": read.tutorial,
        "version": read.version,
        "is_own": viewer_id(request) == read.tutorial.author_id,
        "quoting": f"{compose}?quote={read.tutorial.first_post_id}" if compose else "",
        "thread": f"/@{read.tutorial.author.handle}/{read.tutorial.first_post_id}/",
        "now": request.now,
        "notes": [one for several in noted.values() for one in several],
    }
    return render(request, "library/tutorial.html", shown)


def _list(
    request: ViewerRequest, found: "QuerySet[Tutorial]", more: dict[str, object]
) -> HttpResponse:
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    title = _("Tutorials")
    return render(request, "library/tutorials.html", {"page": page, "title": title} | more)
