"""`/meetings/`: what comes and what waits, with everybody; and the meetings with one person."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.mentoring import queries
from corridor.mentoring.choices import State
from corridor.web.meetings.rows import rows
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship

ON_A_PAGE = 25


@require_safe
@never_cache
@member_required
def own(request: MemberRequest) -> HttpResponse:
    viewer, now = request.profile, request.now
    all_rows = rows(queries.own_meetings(viewer, now=now), viewer=viewer, now=now)
    surveys = queries.waiting_surveys(viewer)
    context = {
        "to_answer": [one for one in all_rows if one.is_mine_to_answer],
        "to_log": [one for one in all_rows if one.wants_log],
        "coming": [one for one in all_rows if one.told and not one.wants_log],
        "waiting": [one for one in all_rows if not one.told and not one.is_mine_to_answer],
        "surveys": [
            (one, one.relationship.other_than(viewer)) for one in surveys if not one.meeting_id
        ],
        "people": [(one, one.other_than(viewer)) for one in queries.active_with(viewer)],
    }
    return render(request, "meetings/own.html", context)


@require_safe
@of_relationship
def of_two(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    viewer, now = request.profile, request.now
    waiting = queries.meetings_waiting(relationship)
    page = Paginator(queries.meetings_settled(relationship), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    for one in (*waiting, *page):
        one.relationship = relationship
    context = {
        "relationship": relationship,
        "other": relationship.other_than(viewer),
        "is_active": relationship.state == State.ACTIVE,
        "waiting": rows(waiting, viewer=viewer, now=now),
        "settled": rows(page, viewer=viewer, now=now),
        "page": page,
        "agenda": queries.agenda(relationship, viewer=viewer),
        "reviews": queries.reviews(relationship, viewer=viewer, today=now.date()),
    }
    return render(request, "meetings/of_relationship.html", context)
