from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.programmes import queries
from corridor.web.programmes.board import Board
from corridor.web.programmes.run_comparison import comparison_of
from corridor.web.programmes.shown import Shown
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@member_required
def board(request: MemberRequest, slug: str) -> HttpResponse:
    """The whole page, or for htmx only the board in it."""
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        raise Http404
    run = queries.runs_to_show(under_review).first()
    if run is None:
        waiting = {"round": under_review, "applied": queries.applied(under_review)}
        return render(request, "programmes/no_run.html", waiting)
    shown = Shown(
        proposal=request.GET.get("selected", ""),
        mentee=request.GET.get("mentee", ""),
        text=request.GET.get("q", "").strip(),
        group=request.GET.get("show", ""),
    )
    context = {"round": under_review, "run": run, "board": Board(run, shown)}
    template = "programmes/_board_and_around.html" if request.htmx else "programmes/review.html"
    return render(request, template, context)


@require_safe
@member_required
def comparison(request: MemberRequest, slug: str) -> HttpResponse:
    under_review = queries.round_to_review(slug, viewer=request.profile)
    runs = list(queries.runs_to_show(under_review)[:2]) if under_review else []
    if len(runs) < 2:  # noqa: PLR2004 - it takes two to compare
        raise Http404
    context = {"round": under_review, "comparison": comparison_of(*runs)}
    return render(request, "programmes/comparison.html", context)
