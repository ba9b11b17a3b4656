"""One button each: withdrawing a note, letting one be read, taking an answer back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.context_notes import actions
from corridor.web.context_notes.finding import note_or_404
from corridor.web.context_notes.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required


@require_POST
@member_required
def withdraw(request: MemberRequest, note_id: int) -> HttpResponse:
    note = note_or_404(request, note_id)
    _do(
        request,
        lambda: actions.withdraw_note(note=note, by=request.profile, now=request.now),
        _("Your note is gone from the post. You may write another one."),
    )
    return redirect("own-notes")


@require_POST
@member_required
def let_be_read(request: MemberRequest, note_id: int) -> HttpResponse:
    note = note_or_404(request, note_id)
    _do(
        request,
        lambda: actions.let_note_be_read(note=note, by=request.profile, now=request.now),
        _("Others can rate the note now. You may answer later as well."),
    )
    return redirect("note", note_id)


@require_POST
@member_required
def take_back_answer(request: MemberRequest, note_id: int) -> HttpResponse:
    note = note_or_404(request, note_id)
    _do(
        request,
        lambda: actions.take_back_answer(note=note, by=request.profile),
        _("Your answer is gone. You may write another one."),
    )
    return redirect("note", note_id)


def _do(request: MemberRequest, deed: Callable[[], None], saying: str) -> None:
    try:
        deed()
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, saying)
