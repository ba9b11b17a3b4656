"""Whoever wrote a message edits it, or takes it back, for a quarter of an hour."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.conversations import actions, queries
from corridor.posts import actions as posting
from corridor.web.given_numbers import LARGEST
from corridor.web.messages.forms import MessageForm, typed_text
from corridor.web.messages.readings import talk_or_404
from corridor.web.messages.refusals import REFUSED, sentence
from corridor.web.messages.talk import PLACE, UNPROCESSABLE
from corridor.web.posts.looking_again import (
    LookAgain,
    kept_because,
    look_again,
    with_suggestions,
)
from corridor.web.viewer import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change(request: MemberRequest, number: int, message: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    said = queries.own_message(opened, min(message, LARGEST), now=request.now)
    if said is None:
        return _too_late(request, number)
    form, look = MessageForm(initial={"text": said.words}), None
    if request.method == "POST":
        form = MessageForm(request.POST)
        if "take" in request.POST:
            data, look = with_suggestions(request, place=PLACE)
            form = MessageForm(data)
        elif form.is_valid():
            look = _changed(request, form, said, opened)
            if look is None and not form.errors:
                return redirect(f"{reverse('talk', args=[number])}#m{said.message.pk}")
    status = UNPROCESSABLE if form.is_bound and (form.errors or look) else 200
    context = {"opened": opened, "said": said, "form": form, "look": look}
    return render(request, "messages/change.html", context, status=status)


def _changed(
    request: MemberRequest,
    form: MessageForm,
    said: queries.SaidMessage,
    opened: queries.OpenConversation,
) -> LookAgain | None:
    try:
        actions.edit_message(
            said.message.pk,
            text=typed_text(request.POST),
            kept_because=kept_because(request),
            opened=opened,
            now=request.now,
        )
    except posting.MayIdentifyPatient as refused:
        return look_again(refused)
    except REFUSED as refused:
        form.add_error("text", sentence(refused))
    return None


@require_POST
@member_required
def take_back(request: MemberRequest, number: int, message: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    try:
        actions.take_back_message(min(message, LARGEST), opened=opened, now=request.now)
    except actions.TooLateToChange:
        return _too_late(request, number)
    messages.success(request, _("Taken back: its words are gone. That there was one stays."))
    return redirect("talk", number)


def _too_late(request: MemberRequest, number: int) -> HttpResponse:
    """Somebody else's message is as if it were not there."""
    if request.method == "HEAD":
        raise Http404
    messages.error(request, _("It can be changed for fifteen minutes, and by its writer only."))
    return redirect("talk", number)
