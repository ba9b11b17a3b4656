"""What lies apart for somebody, looked through by a helper."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.helping import actions as helping
from corridor.helping.choices import Deed
from corridor.incidents import actions as incidents
from corridor.safety import actions, queries
from corridor.safety.actions import NewFlag
from corridor.safety.choices import Reason
from corridor.web.given_numbers import numbers_in
from corridor.web.helping.rights import helper_required
from corridor.web.incidents import refusals as of_incidents
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.helping.models import Helper

PAGE = 20
WAYS = {
    "let": Deed.LET,
    "away": Deed.PUT_AWAY,
    "mute": Deed.MUTED,
    "block": Deed.BLOCKED,
}


@require_http_methods(["GET", "HEAD", "POST"])
@helper_required
def held(request: MemberRequest, helper: "Helper") -> HttpResponse:
    if request.method == "POST":
        return _done(request, helper)
    helping.note_look(helper.pk, by=request.profile, now=request.now)
    rows = queries.folder(helper.owner_id, now=request.now)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "helper": helper,
        "owner": helper.owner,
        "may": {str(scope): True for scope in helper.scopes},
        "page": page,
        "reasons": Reason.choices,
    }
    return render(request, "helping/held.html", context)


def _done(request: MemberRequest, helper: "Helper") -> HttpResponse:
    chosen = numbers_in(request.POST.getlist("held"))
    try:
        _do(request, helper, chosen)
    except (actions.NothingHeld, incidents.NothingToKeep):
        messages.error(request, _("Choose something: it may have been answered meanwhile."))
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    except of_incidents.REFUSED as refusal:
        messages.error(request, of_incidents.sentence(refusal))
    else:
        said = _("Done, and written down for %(name)s.")
        messages.success(request, said % {"name": helper.owner.display_name})
    return redirect("helping-held", helper.pk)


def _do(request: MemberRequest, helper: "Helper", chosen: list[int]) -> None:
    """Raises what the chosen action does."""
    by, now = request.profile, request.now
    way = request.POST.get("way", "")
    if way in WAYS:
        actions.tend_for(chosen, deed=WAYS[way], helper_id=helper.pk, by=by, now=now)
    elif way == "keep":
        incidents.keep_held_for(chosen, helper_id=helper.pk, by=by, now=now)
    elif way == "flag":
        reason = request.POST.get("reason", "")
        new = NewFlag(reason=Reason(reason) if reason in Reason.values else Reason.HARASSMENT)
        actions.flag_held_for(new, held_ids=chosen, helper_id=helper.pk, by=by, now=now)
    else:
        raise actions.NothingHeld
