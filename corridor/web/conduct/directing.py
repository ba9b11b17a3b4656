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
from corridor.web.conduct.reading import number_of
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Programme


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def conduct(request: MemberRequest, programme: "Programme") -> HttpResponse:
    began_from = number_of(request) if request.method == "POST" else None
    used = rules.conduct(programme)
    form = ConductForm(
        request.POST if request.method == "POST" else None,
        initial={"text": used.text, "hears": str(programme.concerns_to_id or "")},
        team=[one.profile for one in queries.team(programme)],
    )
    if (
        began_from is not None
        and form.is_valid()
        and _is_kept(request, programme, form, began_from)
    ):
        return redirect("directing", programme.slug)
    context = {
        "programme": programme,
        "form": form,
        "conduct": used,
        "has_changed": began_from is not None and began_from != used.number,
    }
    return render(request, "conduct/directing.html", context, status=422 if form.errors else 200)


def _is_kept(
    request: MemberRequest, programme: "Programme", form: ConductForm, began_from: int
) -> bool:
    """Or the form says why not."""
    said = form.cleaned_data
    hears = int(said["hears"]) if said["hears"] else None
    try:
        with transaction.atomic():
            actions.name_who_hears(programme, hears, by=request.profile, now=request.now)
            messages.success(request, _write(request, programme, said["text"], began_from))
    except actions.ConductChanged:
        form.add_error(
            "text",
            _(
                "Somebody of the team wrote it anew meanwhile; what stands there now is above your"
                " words, which are not kept yet. Take over what belongs in, and keep it again."
            ),
        )
    except ValidationError as refusal:
        form.add_all(refusal)
    except REFUSED as refusal:
        form.add_error(None, sentence(refusal))
    else:
        return True
    return False


def _write(request: MemberRequest, programme: "Programme", text: str, began_from: int) -> str:
    """What came of it, in words. Raises what `write_conduct` raises."""
    try:
        actions.write_conduct(
            programme, text, after=began_from, by=request.profile, now=request.now
        )
    except actions.OnlySpaces:
        return _("The words of the code are as they were, so nobody is asked to accept it again.")
    return _("Kept. Everybody who takes part is asked to accept it.")
