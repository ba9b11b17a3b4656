"""A director writes the code of conduct and names who hears concerns."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.programmes import queries
from corridor.programmes.actions import conduct as actions
from corridor.programmes.policies import Right
from corridor.programmes.queries import conduct as rules
from corridor.web.conduct.forms import ConductForm
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Programme


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def conduct(request: MemberRequest, programme: "Programme") -> HttpResponse:
    used = rules.conduct(programme)
    form = ConductForm(
        request.POST if request.method == "POST" else None,
        initial={"text": used.text, "hears": str(programme.concerns_to_id or "")},
        team=[one.profile for one in queries.team(programme)],
    )
    if form.is_bound and form.is_valid() and _is_kept(request, programme, form, used.text):
        messages.success(request, _("Kept."))
        return redirect("directing", programme.slug)
    context = {"programme": programme, "form": form, "conduct": used}
    return render(request, "conduct/directing.html", context, status=422 if form.errors else 200)


def _is_kept(
    request: MemberRequest, programme: "Programme", form: ConductForm, before: str
) -> bool:
    """The same words are no new version: nobody is asked to accept them again."""
    said = form.cleaned_data
    hears = int(said["hears"]) if said["hears"] else None
    try:
        with transaction.atomic():
            actions.name_who_hears(programme, hears, by=request.profile, now=request.now)
            if said["text"].split() != before.split():
                actions.write_conduct(programme, said["text"], by=request.profile, now=request.now)
    except ValidationError as refusal:
        form.add_all(refusal)
    except REFUSED as refusal:
        form.add_error(None, sentence(refusal))
    else:
        return True
    return False
