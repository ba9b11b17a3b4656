"""Invitations: made, listed, sent anew, withdrawn."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from corridor.people import actions, queries
from corridor.people.letters import MailNotSent, address_of_page, send
from corridor.web.joining import letters
from corridor.web.joining.operators import operator_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.people.models import Invitation

SPANS = ((3, gettext_lazy("3 days")), (14, gettext_lazy("2 weeks")), (60, gettext_lazy("2 months")))


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("We mail the link. Without it you get a link to hand on."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Works for"), choices=SPANS, coerce=int, initial=14
    )
    most_uses = forms.IntegerField(
        label=gettext_lazy("How many people may use the link"),
        help_text=gettext_lazy("With an e-mail it is one."),
        min_value=1,
        max_value=500,
        initial=1,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@operator_required
def invitations(request: MemberRequest) -> HttpResponse:
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = actions.NewInvitation(**form.cleaned_data)
        invitation, token = actions.make_invitation(new, by=request.profile, now=request.now)
        return _handed_on(request, invitation, token)
    return _page(request, form)


@require_POST
@operator_required
def renew(request: MemberRequest, pk: int) -> HttpResponse:
    invitation = _found(request, pk)
    try:
        token = actions.renew_invitation(invitation=invitation, by=request.profile, now=request.now)
    except actions.InvitationOver:
        messages.error(request, _("It is used up or withdrawn; make a new one."))
        return redirect("invitations")
    invitation.refresh_from_db()
    return _handed_on(request, invitation, token)


@require_POST
@operator_required
def withdraw(request: MemberRequest, pk: int) -> HttpResponse:
    invitation = _found(request, pk)
    try:
        actions.withdraw_invitation(invitation=invitation, by=request.profile, now=request.now)
    except actions.InvitationOver:
        messages.info(request, _("It was withdrawn before."))
    else:
        messages.success(request, _("The link opens nothing any more."))
    return redirect("invitations")


def _found(request: MemberRequest, pk: int) -> "Invitation":
    invitation = queries.invitation(request.profile, pk)
    if invitation is None:
        raise Http404
    return invitation


def _handed_on(request: MemberRequest, invitation: "Invitation", token: str) -> HttpResponse:
    """By mail to its mailbox; else the link is shown, this once."""
    url = address_of_page("arrive", token)
    if not invitation.email:
        return _page(request, InvitationForm(), link=url)
    letter = letters.invitation(
        name=request.profile.display_name, url=url, until=invitation.expires_at
    )
    try:
        send(letter, to=invitation.email)
    except MailNotSent:
        messages.error(request, _("The mail could not be sent. Send it again from the list."))
    else:
        messages.success(
            request, _("The invitation is on its way to %(email)s.") % {"email": invitation.email}
        )
    return redirect("invitations")


def _page(request: MemberRequest, form: InvitationForm, link: str = "") -> HttpResponse:
    made = queries.invitations(request.profile)
    context = {"form": form, "link": link, "invitations": made, "now": request.now}
    return render(request, "joining/invitations.html", context)
