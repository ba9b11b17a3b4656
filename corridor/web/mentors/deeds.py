"""What one says to a suggestion: not for me, and tell me when she has room."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from corridor.people import actions, queries
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile

REFUSALS: dict[type[Exception], Promise] = {
    actions.AwaitsTooMany: gettext_lazy("You wait for twenty people already; end one of these."),
    actions.CannotAwait: gettext_lazy("This person offers nothing at present."),
    actions.CannotDismissYourself: gettext_lazy("You are not suggested to yourself."),
    actions.HasRoom: gettext_lazy("This person has room now."),
    actions.NotAwaited: gettext_lazy("You did not wait for this person."),
    actions.NotDismissed: gettext_lazy("This person was not set aside."),
}


@require_POST
@member_required
def dismiss(request: MemberRequest, handle: str) -> HttpResponse:
    mentor = _mentor(request, handle)
    try:
        actions.dismiss_mentor(mentor=mentor, by=request.profile, now=request.now)
    except actions.CannotDismissYourself as refusal:
        return _refused(request, refusal)
    said = _("%(name)s is not suggested to you any more; nobody is told.")
    messages.success(request, said % {"name": mentor.display_name})
    return _back(request)


@require_POST
@member_required
def take_back(request: MemberRequest, handle: str) -> HttpResponse:
    mentor = _mentor(request, handle)
    try:
        actions.take_back_dismissal(mentor=mentor, by=request.profile)
    except actions.NotDismissed as refusal:
        return _refused(request, refusal)
    messages.success(request, _("%(name)s is back.") % {"name": mentor.display_name})
    return _back(request)


@require_POST
@member_required
def wait(request: MemberRequest, handle: str) -> HttpResponse:
    mentor = _mentor(request, handle)
    try:
        actions.await_mentor(mentor=mentor, by=request.profile, now=request.now)
    except (actions.CannotAwait, actions.HasRoom, actions.AwaitsTooMany) as refusal:
        return _refused(request, refusal)
    said = _("We will write to you when %(name)s has room.")
    messages.success(request, said % {"name": mentor.display_name})
    return _back(request)


@require_POST
@member_required
def stop_waiting(request: MemberRequest, handle: str) -> HttpResponse:
    mentor = _mentor(request, handle)
    try:
        actions.stop_awaiting(mentor=mentor, by=request.profile)
    except actions.NotAwaited as refusal:
        return _refused(request, refusal)
    said = _("You do not wait for %(name)s any more.")
    messages.success(request, said % {"name": mentor.display_name})
    return _back(request)


def _mentor(request: MemberRequest, handle: str) -> "Profile":
    seen = queries.profile_seen(handle, viewer=request.profile, today=request.now.date())
    if seen is None:
        raise Http404
    return seen


def _refused(request: MemberRequest, refusal: Exception) -> HttpResponse:
    messages.error(request, str(REFUSALS[type(refusal)]))
    return _back(request)


def _back(request: MemberRequest) -> HttpResponse:
    """To the directory with the filters that were set; nowhere else, whatever the form says."""
    asked = QueryDict(request.POST.get("back", "")).urlencode()
    return redirect(reverse("mentors") + (f"?{asked}" if asked else ""))
