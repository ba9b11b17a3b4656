"""`/p/<slug>/materials/`: what somebody who takes part is given to read and to learn."""

from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from corridor.programmes import policies, queries
from corridor.programmes.actions import materials as actions
from corridor.programmes.choices import Side
from corridor.programmes.policies import Right
from corridor.programmes.queries import materials as reading
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Material, Programme


@require_safe
@never_cache
@member_required
def materials(request: MemberRequest, slug: str) -> HttpResponse:
    """The team reads all of it; everybody else what is for her side."""
    programme = _programme(request, slug)
    viewer = request.profile
    own = reading.sides(programme, viewer)
    is_team = policies.can(viewer, programme, Right.SEE)
    if not own and not is_team:
        raise Http404
    rows = reading.to_read(programme, viewer=viewer, for_sides=Side if is_team else own)
    context = {
        "programme": programme,
        "groups": [
            (at, list(some)) for at, some in groupby(rows, lambda one: one.material.meeting)
        ],
        "own": {"", *own} if own else own,
        "sets_up": policies.can(viewer, programme, Right.SET_UP),
    }
    return render(request, "materials/materials.html", context)


@require_POST
@member_required
def finish(request: MemberRequest, slug: str, material_id: int) -> HttpResponse:
    programme = _programme(request, slug)
    for_team = request.POST.get("for") == "team"

    def do() -> "Material":
        return actions.finish_material(
            programme, material_id, for_team=for_team, by=request.profile, now=request.now
        )

    return _pressed(request, programme, do, _("Finished: %(title)s."))


@require_POST
@member_required
def take_back(request: MemberRequest, slug: str, material_id: int) -> HttpResponse:
    programme = _programme(request, slug)

    def do() -> "Material":
        return actions.take_back_finished(programme, material_id, by=request.profile)

    return _pressed(request, programme, do, _("Not finished any more: %(title)s."))


def _pressed(
    request: MemberRequest, programme: "Programme", do: Callable[[], "Material"], said: str
) -> HttpResponse:
    onward = request.POST.get("next", "")
    try:
        one = do()
    except actions.NoSuchMaterial as unknown:
        raise Http404 from unknown
    except actions.ShownToTeamNow:
        messages.error(
            request,
            _("The team sees by now who has finished it. Press again if that is right with you."),
        )
        return redirect("materials", programme.slug)
    messages.success(request, said % {"title": one.title})
    if url_has_allowed_host_and_scheme(onward, allowed_hosts=None) and onward.startswith("/"):
        return redirect(onward)
    return redirect(reverse("materials", args=[programme.slug]) + f"#material-{one.pk}")


def _programme(request: MemberRequest, slug: str) -> "Programme":
    programme = queries.programme(slug, viewer=request.profile)
    if programme is None:
        raise Http404
    return programme
