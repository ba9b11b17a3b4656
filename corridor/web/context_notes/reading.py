"""One note with why it stands where it does, and the viewer's own notes."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.algorithms.bridging import ACTIVE_RATINGS, LEAST_RATERS
from corridor.context_notes import queries
from corridor.posts import queries as posts
from corridor.web.context_notes.finding import note_or_404
from corridor.web.context_notes.forms import AnswerForm, RatingForm
from corridor.web.posts.readings import viewer_id
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.context_notes.models import ContextNote, NoteRating

PAGE = 20


@require_safe
def note(request: ViewerRequest, note_id: int) -> HttpResponse:
    found = note_or_404(request, note_id)
    return render(request, "context_notes/note.html", context_of(request, found))


def context_of(request: ViewerRequest, found: "ContextNote", **more: object) -> dict[str, object]:
    viewer = request.profile
    rating = queries.own_rating(found, viewer_id=viewer.pk) if viewer else None
    shown = posts.shown_posts([found.post_id], viewer_id=viewer_id(request), now=request.now)
    is_part = viewer is not None and viewer.pk in {found.author_id, found.post.author_id}
    return {
        "one": queries.shown_note(found),
        "note": found,
        "shown": shown[0] if shown else None,
        "is_own": viewer is not None and viewer.pk == found.author_id,
        "is_on_own_post": viewer is not None and viewer.pk == found.post.author_id,
        "may_rate": viewer is not None
        and not is_part
        and queries.may_rate(viewer, found, now=request.now),
        "rating": rating,
        "rating_form": RatingForm(initial=_said(rating)),
        "answer_form": AnswerForm(),
        "history": queries.history_of(found),
        "least_raters": LEAST_RATERS,
        "active_ratings": ACTIVE_RATINGS,
        **more,
    }


@require_safe
@member_required
def own(request: MemberRequest) -> HttpResponse:
    rows = queries.own_notes(request.profile.pk)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "record": queries.own_record(request.profile.pk),
        "flags": queries.own_flags_of_notes(request.profile.pk),
        "may_write_at_all": queries.may_write_at_all(request.profile, now=request.now),
    }
    return render(request, "context_notes/own.html", context)


def _said(rating: "NoteRating | None") -> dict[str, object]:
    if rating is None:
        return {}
    return {"answer": rating.answer, "reasons": rating.reasons.split()}
