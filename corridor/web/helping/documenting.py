"""A helper puts evidence into a file that she does not read."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.helping.actions import OutsideScope
from corridor.helping.choices import Scope
from corridor.incidents import actions
from corridor.web.helping.rights import helper_required
from corridor.web.incidents.forms import PieceForm
from corridor.web.incidents.pieces import given_files
from corridor.web.incidents.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.helping.models import Helper


@require_http_methods(["GET", "HEAD", "POST"])
@helper_required
def document(request: MemberRequest, helper: "Helper") -> HttpResponse:
    if Scope.DOCUMENT not in helper.scopes:
        raise OutsideScope
    form = PieceForm(request.POST) if request.method == "POST" else PieceForm()
    if form.is_bound and form.is_valid():
        try:
            actions.add_piece_for(
                form.new_piece(),
                given_files(request),
                helper_id=helper.pk,
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            said = _("Kept in the file of %(name)s.")
            messages.success(request, said % {"name": helper.owner.display_name})
            return redirect("helping-one", helper.pk)
    context = {"form": form, "helper": helper, "owner": helper.owner}
    return render(request, "helping/document.html", context, status=422 if form.errors else 200)
