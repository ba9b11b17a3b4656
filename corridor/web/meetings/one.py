"""`/meetings/<n>/`: one meeting, whatever its state."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.algorithms.calendar_files.reading import Answer
from corridor.mentoring import queries
from corridor.mentoring.choices import State
from corridor.mentoring.meeting_choices import MeetingState, Pulse, Side
from corridor.mentoring.prompts import prompts
from corridor.web.meetings.clocks import tell
from corridor.web.meetings.forms import NoteForm
from corridor.web.meetings.rights import meeting_required
from corridor.web.meetings.rows import row
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting

GOALS = 5
"""So many that are open can take the next step of a log."""


@require_safe
@meeting_required
def meeting(request: MemberRequest, meeting: "Meeting") -> HttpResponse:
    return page(request, meeting)


def page(
    request: MemberRequest,
    meeting: "Meeting",
    *,
    kept_note: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """`kept_note`: what she wrote into a shared note that the other changed meanwhile."""
    viewer, relationship = request.profile, meeting.relationship
    other = relationship.other_than(viewer)
    side = Side(relationship.side_of(viewer))
    notes = queries.notes(meeting, viewer=viewer)
    pulse = queries.pulse_of(meeting, viewer=viewer)
    moved_from = meeting.moved_from
    absent = queries.absences_of(meeting) if meeting.state == MeetingState.MISSED else {}
    answers = queries.answers_of_calendars(meeting)
    context = {
        "meeting": meeting,
        "relationship": relationship,
        "other": other,
        "row": row(meeting, viewer=viewer, now=request.now),
        "moved_from": tell(moved_from, viewer=viewer, other=other) if moved_from else None,
        "is_mine": meeting.proposed_by == side,
        "is_active": relationship.state == State.ACTIVE,
        "has_begun": meeting.starts_at is not None and meeting.starts_at <= request.now,
        "is_settled": meeting.state in {MeetingState.HELD, MeetingState.MISSED},
        "is_doubted": answers.get(side.other) == Answer.DECLINED,
        "agenda": queries.agenda(relationship, viewer=viewer) if meeting.is_waiting else [],
        "talked": queries.agenda_of(meeting, viewer=viewer),
        "prompts": prompts(meeting, for_side=side),
        "is_said_absent": absent.get(side) is False,
        "is_denied": absent.get(side) or absent.get(side.other),
        "says_absent": absent.get(side.other) is False,
        "log": queries.log_of(meeting, viewer=viewer),
        "goals": [one for one in queries.goals(relationship, viewer=viewer)[:GOALS] if one.is_open],
        "notes": notes,
        "shared_form": NoteForm(
            initial={"words": notes.shared if kept_note is None else kept_note}, prefix="shared"
        ),
        "own_form": NoteForm(initial={"words": notes.own}, prefix="own"),
        "kept_note": kept_note,
        "pulse": pulse,
        "rating": pulse.answers["rating"] if pulse and pulse.answered_at else None,
        "ratings": Pulse.choices,
    }
    return render(request, "meetings/meeting.html", context, status=status)
