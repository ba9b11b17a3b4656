"""`/queue/notes/`: notes that somebody flagged, and appeals, for moderators of what misleads.

Who moderates something else finds it empty.
"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from corridor.context_notes import actions, queries
from corridor.posts import queries as posts
from corridor.web.context_notes.forms import WordsForm
from corridor.web.context_notes.refusals import REFUSED, sentence
from corridor.web.pressed import pressed
from corridor.web.safety.rights import moderator_required
from corridor.web.viewer import MemberRequest

UNPROCESSABLE = 422


@require_safe
@moderator_required
def waiting(request: MemberRequest) -> HttpResponse:
    context = {
        "notes": queries.notes_to_judge(request.profile, now=request.now),
        "appeals": queries.appeals_waiting(request.profile, now=request.now),
        "tab": "notes",
    }
    return render(request, "context_notes/queue.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def judge(request: MemberRequest, note_id: int) -> HttpResponse:
    case = queries.note_to_judge(note_id, viewer=request.profile, now=request.now)
    if case is None:
        raise Http404
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.judge_note(
                note=case.note,
                is_withheld=pressed(request, "verdict", ("withhold", "leave")) == "withhold",
                words=form.cleaned_data["words"],
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error("words", sentence(refusal))
        else:
            messages.success(request, _("Decided. Those who asked are told."))
            return redirect("queue-notes")
    shown = posts.shown_posts([case.note.post_id], viewer_id=request.profile.pk, now=request.now)
    context = {
        "case": case,
        "one": queries.shown_note(case.note),
        "shown": shown[0] if shown else None,
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "context_notes/judge.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def judge_appeal(request: MemberRequest, appeal_id: int) -> HttpResponse:
    appeal = queries.appeal_to_judge(appeal_id, viewer=request.profile, now=request.now)
    if appeal is None:
        raise Http404
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.judge_note_appeal(
                appeal=appeal,
                is_granted=pressed(request, "verdict", ("grant", "uphold")) == "grant",
                words=form.cleaned_data["words"],
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error("words", sentence(refusal))
        else:
            messages.success(request, _("Decided. Who wrote the note hears by mail."))
            return redirect("queue-notes")
    context = {"appeal": appeal, "one": queries.shown_note(appeal.note), "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "context_notes/judge_appeal.html", context, status=status)
