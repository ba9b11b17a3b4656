"""`/mentoring/`: everybody the viewer works or worked with, and what is next with each."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.mentoring import queries
from corridor.programmes import queries as programmes
from corridor.web.meetings.panel import next_in
from corridor.web.mentoring.words import role_names
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship


@require_safe
@never_cache
@member_required
def relationships(request: MemberRequest) -> HttpResponse:
    found = list(queries.relationships(request.profile))
    meets = next_in(found, now=request.now)
    steps = queries.next_steps(found, viewer=request.profile, now=request.now)

    def shown(ones: "list[Relationship]") -> list[dict[str, object]]:
        return [
            {
                "one": one,
                "other": one.other_than(request.profile),
                "roles": role_names(one),
                "next": steps[one.pk],
                "meets_at": meets.get(one.pk),
            }
            for one in ones
        ]

    me = request.profile.pk
    context = {
        "as_mentee": shown([one for one in found if one.is_open and one.mentee_id == me]),
        "as_mentor": shown([one for one in found if one.is_open and one.mentor_id == me]),
        "open_matches": programmes.count_open_matches(request.profile),
        "over": shown([one for one in found if not one.is_open]),
    }
    return render(request, "mentoring/relationships.html", context)
