"""What the team did, what it does for members, and the programmes that belong to one."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.programmes import policies, queries
from corridor.programmes.actions import setting_up
from corridor.programmes.models import Programme
from corridor.programmes.policies import Right
from corridor.web.directing.deeds import done
from corridor.web.directing.rights import team_required
from corridor.web.viewer import MemberRequest


@require_safe
@team_required(Right.SEE)
def record(request: MemberRequest, programme: Programme) -> HttpResponse:
    context = {"programme": programme, "deeds": queries.deeds(programme)}
    return render(request, "directing/record.html", context)


class WholeForm(forms.Form):
    def __init__(self, *args: Any, programme: Programme, wholes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whole"] = forms.ChoiceField(
            label=_("It belongs to"),
            choices=[("", _("No other programme")), *((one.slug, one.name) for one in wholes)],
            initial=programme.part_of.slug if programme.part_of else "",
            required=False,
        )


@require_safe
@team_required(Right.SEE)
def parts(request: MemberRequest, programme: Programme) -> HttpResponse:
    figures, whole = queries.roll_up(programme)
    sets_up = policies.can(request.profile, programme, Right.SET_UP)
    context = {
        "programme": programme,
        "figures": figures,
        "whole": whole,
        "form": WholeForm(programme=programme, wholes=_wholes(request, programme)),
        "sets_up": sets_up and not programme.parts.exists(),
    }
    return render(request, "directing/parts.html", context)


@require_POST
@team_required(Right.SET_UP)
def whole(request: MemberRequest, programme: Programme) -> HttpResponse:
    wholes = _wholes(request, programme)
    form = WholeForm(request.POST, programme=programme, wholes=wholes)
    if not form.is_valid():
        raise Http404
    chosen = next((one for one in wholes if one.slug == form.cleaned_data["whole"]), None)

    def do() -> str:
        setting_up.join_programmes(programme, into=chosen, by=request.profile, now=request.now)
        return _("Kept.")

    return done(request, do, to="directing-parts", at=(programme.slug,))


def _wholes(request: MemberRequest, programme: Programme) -> list[Programme]:
    own = policies.programmes_with(request.profile, Right.SET_UP).exclude(pk=programme.pk)
    return list(own.filter(part_of=None).order_by("name", "pk"))
