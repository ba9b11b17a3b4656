"""`/circles/`: the viewer's circles, and those that take people."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.mentoring import queries
from corridor.mentoring.circle_choices import SeatState
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@never_cache
@member_required
def circles(request: MemberRequest) -> HttpResponse:
    hers = queries.circles_of(request.profile)
    meets = queries.next_circle_meetings([one.circle.pk for one in hers], now=request.now)

    def shown(*states: SeatState, is_open: bool = True) -> list[dict[str, object]]:
        return [
            {"one": one, "meets_at": meets.get(one.circle.pk)}
            for one in hers
            if one.hers and one.hers.state in states and one.circle.is_open == is_open
        ]

    found = queries.circles_to_join(request.profile, today=request.now.date())
    context = {
        "invited": shown(SeatState.INVITED),
        "inside": shown(SeatState.IN),
        "waiting": shown(SeatState.WAITING),
        "over": shown(SeatState.IN, is_open=False),
        "to_join": [{"one": one, "meets_at": None} for one in found],
    }
    return render(request, "circles/circles.html", context)
