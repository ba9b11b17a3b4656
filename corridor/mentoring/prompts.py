"""What the two may talk about, in our own words: by role, by stage, by how long they have met."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.careers import Phase
from corridor.mentoring.meeting_choices import MeetingState, Side
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting

Lines = Sequence[Promise]

FIRST: Mapping[str, Lines] = {
    Side.MENTEE: (
        _("What brought me here, in three sentences"),
        _("What would make this worth it, half a year from now"),
        _("How we reach each other between meetings, and how soon"),
    ),
    Side.MENTOR: (
        _("My own path, with the turns that do not show in a CV"),
        _("What I can help with, and what others do better"),
        _("What stays between us"),
    ),
}
BY_ROLE: Mapping[str, Lines] = {
    Kind.MENTORSHIP: (
        _("What went well since last time, and what did not"),
        _("A decision that is coming up, and what speaks for each side"),
        _("Something that nobody tells you, and that you would like to know"),
    ),
    Kind.COACHING: (
        _("The one skill that we work on, and where it stands from 1 to 10"),
        _("A situation of last week: what happened, what you did, what you would try"),
        _("One small thing to try before we meet again, and how we see whether it worked"),
    ),
    Kind.SPONSORSHIP: (
        _("A chance that is open now: a talk, an article, a committee"),
        _("Whom you should know, and what I may say about you there"),
        _("What you have ready to show: a title, a page, a figure"),
    ),
}
BY_PHASE: Mapping[str, Lines] = {
    Phase.STUDENT: (
        _("What you want to see before you choose a specialty"),
        _("Exams and everything else: what gives way when both do not fit"),
    ),
    Phase.TRAINEE: (
        _("Feedback you got this month: what is true in it, what is not"),
        _("Nights, rest, and one thing that would make next month easier"),
    ),
    Phase.FACULTY: (
        _("What you say no to, and who helps you say it"),
        _("What your next step needs that your work does not give you by itself"),
    ),
}


def prompts(meeting: "Meeting", *, for_side: Side) -> Lines:
    """A few lines to start from; none once the meeting is settled."""
    if not meeting.is_waiting:
        return ()
    held = meeting.relationship.meetings.filter(state=MeetingState.HELD)
    if not held.exists():
        return FIRST[for_side]
    career = meeting.relationship.mentee.career
    by_phase = BY_PHASE.get(career.phase, ()) if career is not None else ()
    return (*BY_ROLE[meeting.role], *by_phase)
