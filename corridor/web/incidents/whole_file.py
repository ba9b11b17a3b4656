"""One incident file: all that is in it, and what she tells."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.incidents import actions, queries
from corridor.incidents.choices import CheckIns, Feeling, Recipient, Step
from corridor.incidents.resources import Subject, resources
from corridor.web.incidents.forms import TellingForm
from corridor.web.incidents.readings import incident_or_404, text
from corridor.web.incidents.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@never_cache
@member_required
def incident(request: MemberRequest, incident_id: int) -> HttpResponse:
    kept = incident_or_404(request, incident_id)
    whole = queries.opened(kept)
    asked = queries.check_ins_of(kept)
    answers = [one.feeling for one in asked if one.feeling]
    turn_to = resources(request.profile.country)
    context = {
        "whole": whole,
        "incident": kept,
        "told": whole.told,
        "steps": queries.steps_now(whole, now=request.now),
        "pages": PAGES,
        "check_ins": asked,
        "choices": CheckIns.choices,
        "letters": _letters(whole),
        "resources": turn_to.items(),
        "danger": turn_to.get(Subject.DANGER, []),
        "is_worse": answers[-1:] == [Feeling.WORSE],
    }
    return render(request, "incidents/incident.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def change(request: MemberRequest, incident_id: int) -> HttpResponse:
    kept = incident_or_404(request, incident_id)
    before = {**asdict(queries.opened(kept).own_words), "check_ins": kept.check_ins}
    form = TellingForm(request.POST) if request.method == "POST" else TellingForm(initial=before)
    if form.is_bound and form.is_valid():
        try:
            actions.change_incident(
                form.told(),
                incident=kept,
                check_ins=form.check_ins_wanted(),
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return redirect("incident", kept.pk)
    status = 422 if form.errors else 200
    return render(
        request, "incidents/telling.html", {"form": form, "incident": kept}, status=status
    )


@require_POST
@member_required
def step(request: MemberRequest, incident_id: int) -> HttpResponse:
    kept = incident_or_404(request, incident_id)
    taken, undone = text(request, "done"), text(request, "undone")
    if (taken or undone) in Step.values:
        actions.take_step(
            Step(taken or undone),
            incident=kept,
            is_done=bool(taken),
            by=request.profile,
            now=request.now,
        )
    return redirect(f"{request.path.removesuffix('steps/')}#steps")


@require_POST
@member_required
def asking(request: MemberRequest, incident_id: int) -> HttpResponse:
    kept = incident_or_404(request, incident_id)
    chosen = text(request, "check_ins")
    if chosen in CheckIns.values:
        actions.set_check_ins(
            incident=kept, check_ins=CheckIns(chosen), by=request.profile, now=request.now
        )
        messages.success(request, _("Kept."))
    return redirect(f"{request.path.removesuffix('check-ins/')}#asking")


PAGES: dict[str, str] = {
    Step.SHIELD: "shield",
    Step.ACCOUNT: "security",
    Step.TELL_ONE: "helpers",
    Step.ADDRESS: "privacy",
    Step.CORRECT: "old-posts",
    Step.OUTCOME: "own-flags",
    Step.RETURN: "compose",
}
"""Where a step is taken, where that is here."""


def _letters(whole: queries.OpenedIncident) -> list[tuple[Any, bool]]:
    """Each, and whether she adapted it; the police first where there are threats."""
    kept = {one.recipient for one in queries.letters_kept(whole.incident)}
    order = sorted(Recipient, key=lambda one: one != Recipient.POLICE)
    return [(one, one in kept) for one in (order if whole.told.is_threatened else Recipient)]
