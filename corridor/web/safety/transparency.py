"""`/transparency/`: figures of what moderators decided, for anybody; as a table and JSON, too."""

import csv
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.safety import queries
from corridor.safety.queries import Figures
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.safety.queries import Line

FEW = "<5"
"""In place of a number from 1 to 4; null in JSON."""


@require_safe
def transparency(request: ViewerRequest) -> HttpResponse:
    """Of the last twelve months."""
    context = {
        "figures": queries.figures(now=request.now),
        "year": None,
        "years": queries.years_with_decisions(now=request.now),
    }
    return render(request, "safety/transparency.html", context)


@require_safe
def year(request: ViewerRequest, number: int) -> HttpResponse:
    context = {
        "figures": _of_year(request, number),
        "year": number,
        "is_over": number < request.now.year,
        "years": queries.years_with_decisions(now=request.now),
    }
    return render(request, "safety/transparency.html", context)


@require_safe
def year_as_json(request: ViewerRequest, number: int) -> HttpResponse:
    figures = _of_year(request, number)
    told: dict[str, Any] = {
        "year": number,
        "is_over": number < request.now.year,
        "fewest_told": 5,
        "decisions_by_reason": {one.code: one.count for one in figures.by_reason},
        "decisions_by_measure": {one.code: one.count for one in figures.by_measure},
        "decisions": figures.total,
        "automatic_decisions": 0,
        "median_hours_to_decision": figures.median_hours,
        "median_hours_to_judge_an_appeal": figures.median_appeal_hours,
    } | {name: line.count for name, line in _lines(figures)}
    return JsonResponse(told, json_dumps_params={"indent": 2})


@require_safe
def year_as_csv(request: ViewerRequest, number: int) -> HttpResponse:
    figures = _of_year(request, number)
    answer = HttpResponse(content_type="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="decisions-{number}.csv"'
    table = csv.writer(answer)
    table.writerow(["figure", "of", "number"])
    for name, lines in (("reason", figures.by_reason), ("measure", figures.by_measure)):
        for one in lines:
            table.writerow([name, one.code, _told(one.count)])
    table.writerow(["decisions", "", "" if figures.total is None else figures.total])
    for name, line in _lines(figures):
        table.writerow([name, "", _told(line.count)])
    for name, hours in (
        ("median_hours_to_decision", figures.median_hours),
        ("median_hours_to_judge_an_appeal", figures.median_appeal_hours),
    ):
        table.writerow([name, "", "" if hours is None else f"{hours:.1f}"])
    return answer


def _of_year(request: ViewerRequest, number: int) -> Figures:
    if number not in queries.years_with_decisions(now=request.now):
        raise Http404
    return queries.figures_of_year(number)


def _lines(figures: Figures) -> "list[tuple[str, Line]]":
    return [
        ("flags_answered", figures.flags),
        ("posts_hidden_until_decided", figures.hidden),
        ("of_these_given_back", figures.given_back),
        ("decisions_undone", figures.undone),
        ("appeals", figures.appeals),
        ("appeals_granted", figures.overturned),
    ]


def _told(count: int | None) -> str:
    return FEW if count is None else str(count)
