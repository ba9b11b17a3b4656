"""How the viewer keeps a conversation: muted, put away, left; and who is in a group."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corridor.conversations import actions
from corridor.web.messages.beginning import nobody_named, people_named
from corridor.web.messages.forms import NameForm, PeopleForm, handles
from corridor.web.messages.readings import talk_or_404
from corridor.web.messages.refusals import REFUSED, sentence
from corridor.web.pressed import pressed
from corridor.web.viewer import MemberRequest, member_required


@require_POST
@member_required
def mute(request: MemberRequest, number: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    is_muted = pressed(request, "deed", ("begin", "end")) == "begin"
    actions.mute_conversation(opened, is_muted=is_muted)
    messages.success(
        request,
        _("You are told nothing of it now.") if is_muted else _("You are told of it again."),
    )
    return redirect("talk", number)


@require_POST
@member_required
def put_away(request: MemberRequest, number: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    is_away = pressed(request, "deed", ("begin", "end")) == "begin"
    actions.put_away_conversation(opened, is_away=is_away)
    if not is_away:
        return redirect("talk", number)
    messages.success(request, _("Put away. It comes back when somebody writes in it."))
    return redirect("messages")


@require_POST
@member_required
def leave(request: MemberRequest, number: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    try:
        actions.leave_conversation(opened=opened, by=request.profile, now=request.now)
    except actions.NoGroup as nothing:
        raise Http404 from nothing
    messages.success(request, _("You left the group."))
    return redirect("messages")


@require_POST
@member_required
def add(request: MemberRequest, number: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    form = PeopleForm(request.POST)
    wanted = handles(form.cleaned_data["to"]) if form.is_valid() else []
    found, missing = people_named(request, wanted)
    if missing:
        messages.error(request, nobody_named(missing))
        return redirect("talk", number)
    try:
        actions.add_people(found, opened=opened, by=request.profile, now=request.now)
    except actions.NotYourGroup as nothing:
        raise Http404 from nothing
    except REFUSED as refused:
        messages.error(request, sentence(refused))
    return redirect("talk", number)


@require_POST
@member_required
def rename(request: MemberRequest, number: int) -> HttpResponse:
    form = NameForm(request.POST)
    opened = talk_or_404(request, number)
    if not form.is_valid():
        messages.error(request, sentence(actions.TitleTooLong()))
        return redirect("talk", number)
    try:
        actions.name_group(form.cleaned_data["about"], opened=opened)
    except actions.NotYourGroup as nothing:
        raise Http404 from nothing
    return redirect("talk", number)
