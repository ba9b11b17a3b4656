from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.programmes import policies, queries
from corridor.programmes.policies import Right
from corridor.programmes.wording import STEPS
from corridor.web.programmes.board import Board
from corridor.web.programmes.decisions import REFUSALS
from corridor.web.programmes.run_comparison import comparison_of
from corridor.web.programmes.shown import Shown
from corridor.web.programmes.told import where_it_is_told
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Round

FAILED = {refusal.__name__: words for refusal, words in REFUSALS.items()}
"""What stopped a worker -> the sentence."""


@require_safe
@member_required
def board(request: MemberRequest, slug: str) -> HttpResponse:
    """The whole page, or for htmx only the board in it."""
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        return where_it_is_told(request, slug)
    run = queries.run_to_show(under_review)
    if run is None and under_review.is_being_matched:
        return _progress(request, under_review)
    failed = queries.failed_job(under_review, after=run) if under_review.matching_failed else None
    stopped = {"failed": FAILED.get(failed.error, "") if failed else ""}
    if run is None:
        waiting = stopped | {
            "round": under_review,
            "applied": queries.applied(under_review),
            "sets_up": policies.can(request.profile, under_review.programme, Right.SET_UP),
        }
        return render(request, "programmes/no_run.html", waiting)
    shown = Shown(
        proposal=request.GET.get("selected", ""),
        mentee=request.GET.get("mentee", ""),
        text=request.GET.get("q", "").strip(),
        group=request.GET.get("show", ""),
        page=request.GET.get("page", ""),
        whole=request.GET.get("all", ""),
    )
    context = stopped | _job(under_review) | {"run": run, "board": Board(run, shown)}
    template = "programmes/_board_and_around.html" if request.htmx else "programmes/review.html"
    return render(request, template, context)


def _progress(request: MemberRequest, under_review: "Round") -> HttpResponse:
    """How far a worker is; htmx asks every two seconds, and goes to the board when it is done."""
    context = _job(under_review) | {"run": queries.current_run(under_review)}
    template = "programmes/_job.html" if request.htmx else "programmes/job.html"
    return render(request, template, context)


def _job(under_review: "Round") -> dict[str, object]:
    job = queries.open_job(under_review) if under_review.is_being_matched else None
    return {"round": under_review, "job": job, "step": STEPS.get(job.step, "") if job else ""}


@require_safe
@member_required
def progress(request: MemberRequest, slug: str) -> HttpResponse:
    """Whoever reads an earlier run goes on reading it, `?seen=3`, until she wants the new one."""
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        raise Http404
    if under_review.is_being_matched:
        return _progress(request, under_review)
    run, seen = queries.current_run(under_review), request.GET.get("seen", "")
    if run and seen and seen != str(run.number):
        told = render(request, "programmes/_job_done.html", {"round": under_review, "run": run})
        told["HX-Retarget"] = "#around"
        return told
    done = HttpResponse(status=204)
    done["HX-Refresh"] = "true"
    return done


@require_safe
@member_required
def run_list(request: MemberRequest, slug: str) -> HttpResponse:
    """`/p/<slug>/review/runs/`: every run of the round, by name."""
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        raise Http404
    context = {
        "round": under_review,
        "runs": queries.runs(under_review),
        "current": queries.current_run(under_review),
    }
    return render(request, "programmes/run_list.html", context)


@require_safe
@member_required
def comparison(request: MemberRequest, slug: str) -> HttpResponse:
    """Of any two runs, `?run=3&before=1`; without, of the newest two."""
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        raise Http404
    runs = list(queries.runs(under_review).values_list("number", flat=True))
    match runs:
        case [newest, before, *_]:
            numbers = [request.GET.get("run", str(newest)), request.GET.get("before", str(before))]
        case _:
            raise Http404
    wanted = [number for number in runs if str(number) in numbers]
    read = {str(run.number): run for run in queries.runs_to_compare(under_review, wanted)}
    if set(numbers) != read.keys():
        raise Http404
    context = {
        "round": under_review,
        "comparison": comparison_of(read[numbers[0]], read[numbers[1]]),
        "numbers": runs,
    }
    return render(request, "programmes/comparison.html", context)
