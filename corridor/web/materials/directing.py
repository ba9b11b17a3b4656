"""A team says what there is to read and to learn, and sees who has finished a training."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.programmes.actions import materials as actions
from corridor.programmes.policies import Right
from corridor.programmes.queries import materials as reading
from corridor.web.directing.deeds import done
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.materials.forms import MaterialForm, first_of
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Material, Programme


@require_safe
@team_required(Right.SET_UP)
def materials(request: MemberRequest, programme: "Programme") -> HttpResponse:
    rows = list(programme.materials.all())
    context = {
        "programme": programme,
        "shown": [one for one in rows if not one.is_shelved],
        "shelved": [one for one in rows if one.is_shelved],
    }
    return render(request, "materials/directing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def add(request: MemberRequest, programme: "Programme") -> HttpResponse:
    form = MaterialForm(request.POST if request.method == "POST" else None)

    def keep() -> object:
        return actions.add_material(programme, form.new(), by=request.profile, now=request.now)

    return _written(request, programme, form, keep)


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def change(request: MemberRequest, programme: "Programme", material_id: int) -> HttpResponse:
    one = reading.shown(programme).filter(pk=material_id).first()
    if one is None:
        raise Http404
    form = MaterialForm(request.POST if request.method == "POST" else None, initial=first_of(one))

    def keep() -> object:
        return actions.change_material(
            programme, material_id, form.new(), by=request.profile, now=request.now
        )

    return _written(request, programme, form, keep, one)


def _written(
    request: MemberRequest,
    programme: "Programme",
    form: MaterialForm,
    keep: Callable[[], object],
    one: "Material | None" = None,
) -> HttpResponse:
    if form.is_bound and form.is_valid():
        try:
            keep()
        except ValidationError as refusal:
            form.add_all(refusal)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Kept."))
            return redirect("directing-materials", programme.slug)
    context = {
        "programme": programme,
        "form": form,
        "material": one,
        "trained": reading.trained(one, viewer=request.profile, today=request.now.date())
        if one is not None and one.is_training
        else None,
    }
    return render(request, "materials/material.html", context, status=422 if form.errors else 200)


@require_POST
@team_required(Right.SET_UP)
def move(request: MemberRequest, programme: "Programme", material_id: int) -> HttpResponse:
    up = request.POST.get("to") == "up"

    def do() -> str:
        actions.move_material(programme, material_id, up=up, by=request.profile, now=request.now)
        return _("Moved.")

    return done(request, do, to="directing-materials", at=(programme.slug,))


@require_POST
@team_required(Right.SET_UP)
def shelve(request: MemberRequest, programme: "Programme", material_id: int) -> HttpResponse:
    def do() -> str:
        actions.shelve_material(programme, material_id, by=request.profile, now=request.now)
        return _("Nobody is shown it any more. It can come back below.")

    return done(request, do, to="directing-materials", at=(programme.slug,))


@require_POST
@team_required(Right.SET_UP)
def bring_back(request: MemberRequest, programme: "Programme", material_id: int) -> HttpResponse:
    def do() -> str:
        actions.bring_back_material(programme, material_id, by=request.profile, now=request.now)
        return _("Shown again.")

    return done(request, do, to="directing-materials", at=(programme.slug,))
