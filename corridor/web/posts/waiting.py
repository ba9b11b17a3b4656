"""What is written but not published yet, and replies that wait for an answer."""

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from corridor.posts import actions, queries
from corridor.web.posts.composing import LATER
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import ScheduledPost

MOST = 100
GONE = "deleted-draft"
"""Of the session: the last deleted draft, in case she wants it back."""


class OtherTimeForm(forms.Form):
    due_at = forms.DateTimeField(
        label=gettext_lazy("Another time"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M"],
    )


@require_safe
@member_required
def drafts(request: MemberRequest) -> HttpResponse:
    kept = queries.own_drafts(request.profile.pk)[:MOST]
    return render(request, "posts/drafts.html", {"drafts": kept})


@require_POST
@member_required
def end_draft(request: MemberRequest, draft_id: int) -> HttpResponse:
    draft = queries.own_drafts(request.profile.pk).filter(pk=draft_id).first()
    if draft is None:
        raise Http404
    pictures = [one.pk for one in draft.attachments.all()]
    actions.delete_draft(draft=draft, by=request.profile)
    request.session[GONE] = {"words": draft.words, "attachments": pictures}
    messages.success(request, _("The draft is gone."), extra_tags=reverse("draft-return"))
    return redirect("drafts")


@require_POST
@member_required
def bring_back_draft(request: MemberRequest) -> HttpResponse:
    """The last one, with those of its pictures that are still there."""
    gone = request.session.pop(GONE, None)
    if gone is None:
        messages.info(request, _("There is no draft to bring back."))
        return redirect("drafts")
    by, now = request.profile, request.now
    pictures = queries.free_among(gone["attachments"], owner_id=by.pk)
    try:
        actions.keep_draft(gone["words"], by=by, now=now, attachments=pictures)
    except actions.TooManyDrafts:
        request.session[GONE] = gone
        messages.error(request, _("A hundred drafts are kept. Delete one, then undo again."))
    else:
        messages.success(request, _("The draft is back."))
    return redirect("drafts")


@require_safe
@member_required
def scheduled(request: MemberRequest) -> HttpResponse:
    waiting = queries.own_schedule(request.profile.pk).order_by("due_at", "pk")
    rows = [(one, _form(one, request)) for one in waiting[:MOST]]
    return render(request, "posts/scheduled.html", {"rows": rows})


@require_POST
@member_required
def move(request: MemberRequest, scheduled_id: int) -> HttpResponse:
    found = _scheduled(request, scheduled_id)
    form = OtherTimeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say a day and a time."))
        return redirect("scheduled")
    try:
        actions.change_schedule(
            scheduled=found,
            due_at=form.cleaned_data["due_at"],
            by=request.profile,
            now=request.now,
        )
    except tuple(LATER) as refused:
        messages.error(request, LATER[type(refused)])
    else:
        messages.success(request, _("It is published then."))
    return redirect("scheduled")


@require_POST
@member_required
def cancel(request: MemberRequest, scheduled_id: int) -> HttpResponse:
    """What was written becomes a draft: nothing typed is lost by it."""
    found = _scheduled(request, scheduled_id)
    pictures = [one.pk for one in found.attachments.all()]
    words = _as_typed(found.words)
    actions.keep_draft(words, by=request.profile, now=request.now, attachments=pictures)
    actions.cancel_schedule(scheduled=found, by=request.profile)
    messages.success(request, _("It is a draft again, and is not published."))
    return redirect("drafts")


@require_safe
@member_required
def replies(request: MemberRequest) -> HttpResponse:
    waiting = queries.replies_waiting(request.profile.pk, now=request.now)
    numbers = list(waiting.values_list("pk", flat=True)[:MOST])
    shown = queries.shown_posts(numbers, viewer_id=request.profile.pk, now=request.now)
    return render(request, "posts/replies_waiting.html", {"waiting": shown})


def _scheduled(request: MemberRequest, scheduled_id: int) -> "ScheduledPost":
    found = queries.own_schedule(request.profile.pk).filter(pk=scheduled_id).first()
    if found is None:
        raise Http404
    return found


def _form(scheduled: "ScheduledPost", request: MemberRequest) -> OtherTimeForm:
    due = scheduled.due_at.astimezone(ZoneInfo(request.profile.time_zone))
    return OtherTimeForm(initial={"due_at": due}, auto_id=f"due_{scheduled.pk}_%s")


def _as_typed(words: dict[str, Any]) -> dict[str, Any]:
    """What is kept for later, as the composer types it."""
    poll = words["poll"] or {"options": []}
    answers = {f"option_{place}": title for place, title in enumerate(poll["options"], start=1)}
    names = ("text", "content_note", "audience", "repliers", "quoters", "language")
    return {
        **{name: words[name] for name in names},
        "reply": str(words["in_reply_to"] or ""),
        "quote": str(words["quotes"] or ""),
        **answers,
    }
