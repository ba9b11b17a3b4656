"""Achievements: one with its card to share, and somebody's."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.algorithms.references import Identifier
from corridor.library import queries as library
from corridor.library.queries import QuestionedWork
from corridor.people import queries as people
from corridor.posts import queries
from corridor.web.achievements.drawing import alt_text, draw_card
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.posts.models import Achievement

MOST = 100


@require_safe
def achievement(request: ViewerRequest, number: int) -> HttpResponse:
    found = _shown_or_404(request, number)
    own = request.profile.pk if request.profile else None
    shown = {
        "achievement": found,
        "alt": alt_text(found),
        "is_told_by_me": own == found.author_id,
        "is_about_me": own == found.about_id,
        "questioned": _questioned([found]),
    }
    return render(request, "achievements/achievement.html", shown)


@require_safe
def card(request: ViewerRequest, number: int) -> HttpResponse:
    found = _shown_or_404(request, number)
    answer = HttpResponse(draw_card(found), content_type="image/png")
    answer["Content-Disposition"] = f'inline; filename="achievement-{found.pk}.png"'
    return answer


@require_safe
def of_person(request: ViewerRequest, handle: str) -> HttpResponse:
    person = people.profile_seen(handle, viewer=request.profile, today=request.now.date())
    if person is None:
        raise Http404
    viewer_id = request.profile.pk if request.profile else None
    found = queries.achievements_of(person.pk, viewer_id=viewer_id, now=request.now)
    achievements = list(found[:MOST])
    shown = {
        "person": person,
        "achievements": achievements,
        "questioned": _questioned(achievements),
    }
    return render(request, "achievements/of_person.html", shown)


def _questioned(achievements: Iterable["Achievement"]) -> Mapping[str, QuestionedWork]:
    """DOI of an achievement -> that the work was retracted or is doubted."""
    works = [Identifier(kind="doi", value=one.doi) for one in achievements if one.doi]
    notices = library.notices_on(works)
    return {
        work.value: QuestionedWork(identifier=work, notice=notice)
        for work, notice in notices.items()
    }


def _shown_or_404(request: ViewerRequest, number: int) -> "Achievement":
    viewer_id = request.profile.pk if request.profile else None
    found = queries.achievement_shown(number, viewer_id=viewer_id, now=request.now)
    if found is None:
        raise Http404
    return found
