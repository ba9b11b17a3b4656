"""Who asked to join, for those who decide."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.people import actions, queries
from corridor.people.letters import Letter, MailNotSent, send
from corridor.people.registration import Registration, registration
from corridor.web.joining import letters
from corridor.web.joining.operators import operator_required
from corridor.web.viewer import MemberRequest


@require_safe
@operator_required
def admissions(request: MemberRequest) -> HttpResponse:
    asked = list(queries.admissions(request.profile))
    context = {
        "waiting": [one for one in asked if one.decided_at is None],
        "declined": [one for one in asked if one.decided_at is not None],
        "is_in_force": registration() == Registration.APPROVAL,
    }
    return render(request, "joining/admissions.html", context)


@require_POST
@operator_required
def admit(request: MemberRequest, pk: int) -> HttpResponse:
    admission = queries.admission(request.profile, pk)
    if admission is None:
        raise Http404
    try:
        actions.admit(admission=admission, by=request.profile, now=request.now)
    except actions.AlreadyAdmitted:
        messages.info(request, _("Somebody was faster: this is decided already."))
        return redirect("admissions")
    name = admission.account.profile.display_name
    messages.success(request, _("%(name)s is a member now.") % {"name": name})
    return _told(request, letters.admitted(), admission.account.email)


@require_POST
@operator_required
def decline(request: MemberRequest, pk: int) -> HttpResponse:
    admission = queries.admission(request.profile, pk)
    if admission is None:
        raise Http404
    was_told = admission.decided_at is not None
    try:
        actions.decline(admission=admission, by=request.profile, now=request.now)
    except actions.AlreadyAdmitted:
        messages.info(request, _("Somebody was faster: this is decided already."))
        return redirect("admissions")
    if was_told:
        return redirect("admissions")
    name = admission.account.profile.display_name
    messages.success(request, _("%(name)s is not admitted.") % {"name": name})
    return _told(request, letters.declined(), admission.account.email)


def _told(request: MemberRequest, letter: Letter, email: str) -> HttpResponse:
    try:
        send(letter, to=email)
    except MailNotSent:
        messages.error(request, _("The mail about it could not be sent."))
    return redirect("admissions")
