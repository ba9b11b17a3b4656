"""The way in, a screen at a time: each can be skipped, and the rest waits until she is back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.people import actions, queries
from corridor.people.way_in import CHOICE, GIVES, SEEKS
from corridor.web.addresses import way_to
from corridor.web.profiles.forms import SectionForm
from corridor.web.viewer import MemberRequest, member_required
from corridor.web.welcome.forms import (
    ChoiceForm,
    GoalsForm,
    HoursForm,
    NowForm,
    ProgrammeForm,
    RoomForm,
    TagsForm,
)

FORMS: dict[str, type[SectionForm]] = {
    CHOICE: ChoiceForm,
    "now": NowForm,
    "goals": GoalsForm,
    "tags": TagsForm,
    "room": RoomForm,
    "hours": HoursForm,
    "programme": ProgrammeForm,
}


@require_safe
@member_required
def welcome(request: MemberRequest) -> HttpResponse:
    """Where she left off."""
    step = queries.way_in(request.profile).next_step
    return redirect("welcome-step", step) if step else _end(request)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def step(request: MemberRequest, step: str) -> HttpResponse:
    if step not in FORMS:
        raise Http404
    given = request.POST if request.method == "POST" else None
    form = FORMS[step](given, profile=request.profile)
    if form.is_bound and form.is_valid() and _is_kept(request, form, step):
        return _onwards(request, step)
    way = queries.way_in(request.profile)
    counted = way.steps if step in way.steps else [*way.steps, step]
    context = {
        "form": form,
        "step": step,
        "before": way.before(step),
        "number": counted.index(step) + 1,
        "steps": len(counted),
    }
    status = 422 if form.errors else 200
    return render(request, f"welcome/{step}.html", context, status=status)


@require_POST
@member_required
def skip(request: MemberRequest, step: str) -> HttpResponse:
    if step not in FORMS:
        raise Http404
    actions.pass_step(
        profile=request.profile, step=step, was_skipped=True, by=request.profile, now=request.now
    )
    return _onwards(request, step)


def _is_kept(request: MemberRequest, form: SectionForm, step: str) -> bool:
    by, now = request.profile, request.now
    try:
        with transaction.atomic():
            form.keep(by=by, now=now)
            actions.pass_step(profile=by, step=step, was_skipped=False, by=by, now=now)
    except ValidationError as refusal:
        form.refuse(refusal)
        return False
    return True


def _onwards(request: MemberRequest, step: str) -> HttpResponse:
    following = queries.way_in(request.profile).after(step)
    return redirect("welcome-step", following) if following else _end(request)


def _end(request: MemberRequest) -> HttpResponse:
    """At suggestions for whoever looks for somebody; a giver sees what others see of her."""
    chosen = queries.way_in(request.profile).chosen
    mentors = way_to("mentors")
    if SEEKS in chosen and mentors:
        return redirect(mentors)
    if GIVES in chosen:
        messages.success(request, _("That is all. This is what members see of you."))
        return redirect("profile", request.profile.handle)
    return redirect("you")
