"""A coaching cycle, one step at a time."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from corridor.mentoring import actions, queries
from corridor.mentoring.choices import CoachingStage
from corridor.people.choices import Kind
from corridor.web.meetings.clocks import moment_of
from corridor.web.mentoring.forms import StageForm
from corridor.web.mentoring.refusals import REFUSED, sentence
from corridor.web.mentoring.rights import done
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.mentoring.models import CoachingStep, Relationship

ASKS: dict[CoachingStage, Promise] = {
    CoachingStage.PRINCIPLES: gettext_lazy(
        "What is this coaching for, how do you talk to each other, what stays between you? A coach"
        " asks and does not grade."
    ),
    CoachingStage.ASSESSMENT: gettext_lazy(
        "Where does the learner stand, by their own word and by what can be seen: results, being"
        " watched, what others say? Begin with how the learner sees it."
    ),
    CoachingStage.PLAN: gettext_lazy(
        "One or two things to work on, what is done for them, by when, and how you will both know."
    ),
    CoachingStage.REVIEW: gettext_lazy(
        "What was done, what changed, what was learned? What is kept, and what comes next?"
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@of_relationship
def coaching(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    cycle, due = actions.step_due(relationship)
    steps = queries.coaching_steps(relationship)
    can_write = relationship.state == "active" and Kind.COACHING in queries.roles_now(relationship)
    if not can_write and steps:  # nothing follows: the last cycle is what there is to read
        cycle = steps[-1].cycle
    written = next((one for one in steps if one.cycle == cycle and one.stage == due), None)
    initial = {"words": written.words if written else ""}
    form = StageForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            actions.write_coaching_step(
                relationship.pk,
                actions.NewStage(
                    stage=_stage(request.POST.get("stage", ""), due),
                    words=form.cleaned_data["words"].replace("\r\n", "\n"),
                    seen=moment_of(request.POST.get("seen", "")),
                ),
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error("words", sentence(refusal))
            steps = queries.coaching_steps(relationship)
            written = next((one for one in steps if one.cycle == cycle and one.stage == due), None)
        else:
            messages.success(request, _("Written down. The other agrees, or changes it."))
            return redirect("coaching", relationship.pk)
    context = {
        "relationship": relationship,
        "other": relationship.other_than(request.profile),
        "can_write": can_write,
        "cycle": cycle,
        "due": due,
        "written": written,
        "is_own": written is not None and written.by_id == request.profile.pk,
        "stages": _stages(steps, cycle, due if can_write else None),
        "earlier": [one for one in steps if one.cycle < cycle],
        "form": form,
        "asks": ASKS[due],
    }
    status = 422 if form.errors else 200
    return render(request, "mentoring/coaching.html", context, status=status)


def _stage(said: str, due: CoachingStage) -> CoachingStage:
    return CoachingStage(said) if said in CoachingStage.values else due


def _stages(
    steps: "Sequence[CoachingStep]", cycle: int, due: CoachingStage | None
) -> list[dict[str, object]]:
    """The four of this cycle: agreed, due, or still to come."""
    found = {one.stage: one for one in steps if one.cycle == cycle}
    return [
        {
            "label": stage.label,
            "step": found.get(stage),
            "is_due": stage == due,
            "is_agreed": stage in found and found[stage].agreed_at is not None,
        }
        for stage in CoachingStage
    ]


@require_POST
@of_relationship
def agree(request: MemberRequest, relationship: "Relationship", step_id: int) -> HttpResponse:
    seen = moment_of(request.POST.get("seen", "")) or relationship.opened_at
    return done(
        request,
        lambda: actions.agree_to_coaching_step(
            relationship.pk, step_id, seen=seen, by=request.profile, now=request.now
        ),
        says=_("Agreed."),
        then=redirect("coaching", relationship.pk),
    )
