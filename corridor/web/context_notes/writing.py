"""Notes on a post, where one is written; editing one; and the answer of the post's author."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.context_notes import actions, queries
from corridor.context_notes.actions import NewNote
from corridor.posts import queries as posts
from corridor.posts.actions import MayIdentifyPatient
from corridor.web.context_notes.finding import note_or_404
from corridor.web.context_notes.forms import AnswerForm, NoteForm
from corridor.web.context_notes.reading import context_of
from corridor.web.context_notes.refusals import REFUSED, sentence
from corridor.web.posts.looking_again import (
    LookAgain,
    kept_because,
    look_again,
    with_suggestions,
)
from corridor.web.posts.readings import post_or_404
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.context_notes.models import ContextNote
    from corridor.posts.models import Post

UNPROCESSABLE = 422
PLACE = "reply"


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def on_post(request: MemberRequest, post_id: int) -> HttpResponse:
    post = post_or_404(request, post_id)
    form, look = NoteForm(), None
    if request.method == "POST":
        form, look = _typed(request)
        if form.is_valid() and "take" not in request.POST:
            new = NewNote(text=form.cleaned_data["text"], kept_because=kept_because(request))
            try:
                note = actions.write_note(new, post=post, by=request.profile, now=request.now)
            except MayIdentifyPatient as refusal:
                look = look_again(refusal)
            except REFUSED as refusal:
                form.add_error("text", sentence(refusal))
            else:
                messages.success(
                    request,
                    _("Your note waits for the author of the post, for twelve hours at most."),
                )
                return redirect("note", note.pk)
    return _on_post(request, post, form, look)


def _on_post(
    request: MemberRequest, post: "Post", form: NoteForm, look: LookAgain | None
) -> HttpResponse:
    viewer = request.profile
    (shown,) = posts.shown_posts([post.pk], viewer_id=viewer.pk, now=request.now)
    why_not = ""
    try:
        actions.may_write(post=post, by=viewer, now=request.now)
    except REFUSED as refusal:
        why_not = sentence(refusal)
    notes = queries.shown_notes_on(post.pk, viewer_id=viewer.pk, now=request.now)
    context = {
        "shown": shown,
        "notes": notes,
        "form": form,
        "look": look,
        "why_not": why_not,
        "is_noted": any(one.note.author_id == viewer.pk for one in notes),
    }
    status = UNPROCESSABLE if form.errors or look else 200
    return render(request, "context_notes/on_post.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def edit(request: MemberRequest, note_id: int) -> HttpResponse:
    note = note_or_404(request, note_id)
    form, look = NoteForm(initial={"text": note.text}), None
    if request.method == "POST":
        form, look = _typed(request)
        if form.is_valid() and "take" not in request.POST:
            new = NewNote(text=form.cleaned_data["text"], kept_because=kept_because(request))
            try:
                actions.edit_note(new, note=note, by=request.profile, now=request.now)
            except MayIdentifyPatient as refusal:
                look = look_again(refusal)
            except REFUSED as refusal:
                form.add_error("text", sentence(refusal))
            else:
                messages.success(request, _("Your note says it so now."))
                return redirect("note", note.pk)
    context = {"form": form, "look": look, "note": note}
    status = UNPROCESSABLE if form.errors or look else 200
    return render(request, "context_notes/edit.html", context, status=status)


@require_POST
@member_required
def answer(request: MemberRequest, note_id: int) -> HttpResponse:
    note = note_or_404(request, note_id)
    data, look = _suggested(request)
    form = AnswerForm(data)
    if form.is_valid() and "take" not in request.POST:
        try:
            actions.answer_note(
                form.cleaned_data["text"],
                note=note,
                by=request.profile,
                now=request.now,
                kept_because=kept_because(request),
            )
        except MayIdentifyPatient as refusal:
            look = look_again(refusal)
        except REFUSED as refusal:
            form.add_error("text", sentence(refusal))
        else:
            messages.success(request, _("Your answer stands beside the note."))
            return redirect("note", note.pk)
    return _again(request, note, form, look)


def _again(
    request: MemberRequest, note: "ContextNote", form: AnswerForm, look: LookAgain | None
) -> HttpResponse:
    context = context_of(request, note, answer_form=form, look=look, form=form)
    return render(request, "context_notes/note.html", context, status=UNPROCESSABLE)


def _typed(request: MemberRequest) -> tuple[NoteForm, LookAgain | None]:
    data, look = _suggested(request)
    return NoteForm(data), look


def _suggested(request: MemberRequest) -> tuple[QueryDict, LookAgain | None]:
    """Other words in place of those that may identify a patient, where she took them."""
    if "take" not in request.POST:
        return request.POST, None
    return with_suggestions(request, place=PLACE)
