"""`/second-readings/`: what waits for somebody to read it before it is published."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from corridor.safety import actions, queries
from corridor.safety.choices import ReadingState
from corridor.web.given_numbers import number_in
from corridor.web.posts.reading_refusals import REFUSED, sentence
from corridor.web.safety.rights import second_reader_required
from corridor.web.second_readings.marking import marked
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from corridor.safety.models import SecondReading

MOST = 100
UNPROCESSABLE = 422
DEEDS: Mapping[str, Callable[..., object]] = {
    "pass": actions.let_pass,
    "change": actions.ask_for_change,
    "decline": actions.decline_reading,
}
DONE: "Mapping[str, Promise]" = {
    "pass": gettext_lazy("It is published, or waits for its time. Its author is told."),
    "change": gettext_lazy("Its author is asked for the change."),
    "decline": gettext_lazy("It is not published. Its author reads why."),
}


@require_safe
@second_reader_required
def several(request: MemberRequest) -> HttpResponse:
    """For whoever has no right and was sent nothing, the page is not there."""
    if not queries.has_to_read(request.profile):
        raise Http404
    waiting = queries.readings_waiting(request.profile, today=request.now.date())[:MOST]
    return render(request, "second_readings/waiting.html", {"readings": waiting})


@require_http_methods(["GET", "HEAD", "POST"])
@second_reader_required
def one(request: MemberRequest, reading_id: int) -> HttpResponse:
    today = request.now.date()
    reading = queries.reading_to_read(reading_id, viewer=request.profile, today=today)
    if reading is None:
        raise Http404
    if request.method != "POST":
        actions.open_reading(reading=reading, by=request.profile, now=request.now)
        return _page(request, reading)
    return _answered(request, reading)


def _answered(request: MemberRequest, reading: "SecondReading") -> HttpResponse:
    deed, seen = request.POST.get("deed", ""), number_in(request.POST.get("seen", ""))
    if deed not in DEEDS or seen is None:
        return _page(request, reading, refusal=_("Choose what comes of it."))
    try:
        answered = DEEDS[deed](
            reading=reading,
            seen=seen,
            words=request.POST.get("words", "").replace("\0", ""),
            by=request.profile,
            now=request.now,
        )
    except REFUSED as refused:
        return _page(request, reading, refusal=sentence(refused))
    state = getattr(answered, "state", "")
    if state == ReadingState.CHANGE:
        messages.info(request, _("It could not be published as it is; its author is told why."))
    else:
        messages.success(request, str(DONE[deed]))
    return redirect("second-readings")


def _page(request: MemberRequest, reading: "SecondReading", *, refusal: str = "") -> HttpResponse:
    whole = queries.whole_reading(reading, viewer=request.profile, now=request.now)
    if whole is None:
        raise Http404
    shown = {
        "whole": whole,
        "reading": reading,
        "post": whole.post,
        "marked": (found := marked(whole)),
        "pictures": zip(whole.pictures, found.descriptions, strict=True),
        "refusal": refusal,
        "words": request.POST.get("words", ""),
    }
    status = UNPROCESSABLE if refusal else 200
    return render(request, "second_readings/reading.html", shown, status=status)
