"""Moderators are asked about a note: by anybody who reads it, or by its author to look again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.context_notes import actions, queries
from corridor.web.context_notes.finding import note_or_404
from corridor.web.context_notes.forms import WordsForm
from corridor.web.context_notes.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.context_notes.models import ContextNote

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def flag(request: MemberRequest, note_id: int) -> HttpResponse:
    note = note_or_404(request, note_id)
    return _ask(
        request,
        note,
        lambda words: actions.flag_note(words, note=note, by=request.profile, now=request.now),
        _("A moderator looks at it, and you hear what came of it under “Your notes”."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def appeal(request: MemberRequest, note_id: int) -> HttpResponse:
    note = note_or_404(request, note_id)
    if note.author_id != request.profile.pk or note.withheld_at is None:
        raise Http404
    return _ask(
        request,
        note,
        lambda words: actions.appeal_for_note(
            words, note=note, by=request.profile, now=request.now
        ),
        _("Somebody else looks again, and you hear by mail."),
        is_appeal=True,
    )


def _ask(
    request: MemberRequest,
    note: "ContextNote",
    ask: Callable[[str], object],
    saying: str,
    *,
    is_appeal: bool = False,
) -> HttpResponse:
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            ask(form.cleaned_data["words"])
        except REFUSED as refusal:
            form.add_error("words", sentence(refusal))
        else:
            messages.success(request, saying)
            return redirect("note", note.pk)
    context = {
        "form": form,
        "one": queries.shown_note(note),
        "note": note,
        "is_appeal": is_appeal,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "context_notes/ask.html", context, status=status)
