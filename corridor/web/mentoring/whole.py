"""`/mentoring/<n>/`: one relationship, for one of the two."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.mentoring import actions, queries
from corridor.mentoring.role_words import ROLES
from corridor.people.choices import Kind
from corridor.programmes.choices import Side
from corridor.programmes.queries import conduct, materials
from corridor.web.meetings.panel import panel
from corridor.web.mentoring.forms import NoteForm, ThanksForm
from corridor.web.mentoring.words import role_names
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme

GOALS_ON_A_PAGE = 20
TO_READ = 5


@require_safe
@of_relationship
def relationship(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    return show(request, relationship)


def show(
    request: MemberRequest,
    relationship: "Relationship",
    *,
    note: NoteForm | None = None,
    thanks_form: ThanksForm | None = None,
) -> HttpResponse:
    """With what was written and could not be kept, so that nothing is lost."""
    viewer, now = request.profile, request.now
    today = now.date()
    agreements = queries.agreements(relationship)
    wait = queries.open_wait(relationship)
    goals = Paginator(queries.goals(relationship, viewer=viewer), GOALS_ON_A_PAGE).get_page(
        request.GET.get("goals")
    )
    roles = queries.roles_now(relationship)
    programme = (
        conduct.programme_of(relationship.pk)
        if relationship.is_open and relationship.programme_address
        else None
    )
    said = queries.thanks(relationship, viewer=viewer, today=today)
    context = {
        "relationship": relationship,
        "other": relationship.other_than(viewer),
        "is_mentor": viewer.pk == relationship.mentor_id,
        "roles": role_names(relationship),
        "means": [ROLES[role] for role in roles],
        "is_coached": Kind.COACHING in roles,
        "next": queries.next_steps([relationship], viewer=viewer, now=now)[relationship.pk],
        "in_force": queries.agreement_in_force(agreements),
        "newest": agreements[0] if agreements else None,
        "goals": [
            (one, one.is_stuck(now), sum(step.done_at is not None for step in one.steps.all()))
            for one in goals
        ],
        "goal_page": goals,
        "wishes": queries.role_wishes(relationship),
        "wait": wait,
        "is_lapsed": queries.is_lapsed(wait, now=now),
        "moves": queries.moves(relationship, viewer=viewer, today=today),
        "note": note
        or NoteForm(initial={"text": queries.private_note(relationship, viewer=viewer)}),
        "shows_plan": queries.shows_plan_in(relationship, viewer=viewer),
        "plan": queries.plan_shown_in(relationship, viewer=viewer, today=today),
        "shows_map": queries.shows_map(relationship, viewer=viewer),
        "thanks": said,
        "thanks_form": None
        if any(one.by_id == viewer.pk for one in said)
        else thanks_form or ThanksForm(),
        "form": note or thanks_form,
        "meetings": panel(relationship, viewer=viewer, now=now),
        "asks_conduct": programme is not None
        and not conduct.has_accepted_newest(programme, by=viewer),
        "to_read": _to_read(relationship, programme, viewer),
        "can_take_back": actions.can_take_back(relationship, by=viewer, now=now),
    }
    status = 422 if note or thanks_form else 200
    return render(request, "mentoring/relationship.html", context, status=status)


def _to_read(
    relationship: "Relationship", programme: "Programme | None", viewer: "Profile"
) -> dict[str, object] | None:
    """What is for her side by their next meeting; None where the programme gives nothing."""
    if programme is None or not materials.shown(programme).exists():
        return None
    rows = materials.next_to_read(
        programme,
        viewer=viewer,
        side=Side(relationship.side_of(viewer)),
        meeting=queries.meetings_held([relationship.pk])[0] + 1,
    )
    return {"programme": programme, "rows": rows[:TO_READ]}
