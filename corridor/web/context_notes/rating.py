"""`/notes/`: what waits for the viewer's rating, and the rating itself."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.algorithms.bridging import ACTIVE_RATINGS, LEAST_RATERS
from corridor.algorithms.specialties import BY_SLUG
from corridor.context_notes import actions, queries
from corridor.context_notes.choices import Answer, Why
from corridor.people import queries as people
from corridor.web.addresses import is_page_of_ours
from corridor.web.context_notes.finding import note_or_404
from corridor.web.context_notes.forms import RatingForm
from corridor.web.context_notes.reading import context_of
from corridor.web.context_notes.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

PAGE = 10
UNPROCESSABLE = 422


@require_safe
@member_required
def to_rate(request: MemberRequest) -> HttpResponse:
    chosen = request.GET.get("field", "")
    chosen = chosen if chosen in BY_SLUG else ""
    rows = queries.notes_to_rate(request.profile, now=request.now, field=chosen)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    fields = queries.fields_to_rate(request.profile, now=request.now)
    context = {
        "page": page,
        "notes": queries.shown_notes(list(page)),
        "fields": [BY_SLUG[one] for one in fields],
        "chosen": chosen,
        "is_verified": people.is_verified(request.profile, now=request.now),
        "ranking": queries.newest_ranking(),
        "least_raters": LEAST_RATERS,
        "active_ratings": ACTIVE_RATINGS,
    }
    return render(request, "context_notes/to_rate.html", context)


@require_POST
@member_required
def rate(request: MemberRequest, note_id: int) -> HttpResponse:
    note = note_or_404(request, note_id)
    form = RatingForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.rate_note(
                Answer(said["answer"]),
                [Why(one) for one in said["reasons"]],
                note=note,
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error("reasons", sentence(refusal))
        else:
            messages.success(request, _("Thank you: it counts when notes are ranked next."))
            return _back(request, note_id)
    context = context_of(request, note, rating_form=form, form=form)
    return render(request, "context_notes/note.html", context, status=UNPROCESSABLE)


@require_POST
@member_required
def take_back(request: MemberRequest, note_id: int) -> HttpResponse:
    note = note_or_404(request, note_id)
    try:
        actions.take_back_rating(note=note, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Your rating is taken back."))
    return redirect("note", note_id)


def _back(request: MemberRequest, note_id: int) -> HttpResponse:
    url = request.POST.get("next", "")
    return redirect(url if is_page_of_ours(url, request) else reverse("note", args=[note_id]))
