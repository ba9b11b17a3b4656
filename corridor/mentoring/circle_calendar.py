"""A meeting of a circle as calendars show it: its name is not in it, since others look at them."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.algorithms.calendar_files.writing import Entry, Standing
from corridor.mentoring.meeting_choices import MeetingState
from corridor.mentoring.meeting_uids import uid_of_code
from corridor.people.letters import address_of_page

if TYPE_CHECKING:
    from corridor.mentoring.models import CircleMeeting

OFF = (MeetingState.CANCELLED, MeetingState.MISSED)


def entry_of_circle(meeting: "CircleMeeting") -> Entry:
    """What it is about and who comes stays on the page."""
    return Entry(
        uid=uid_of_code(meeting.code, "circle"),
        sequence=meeting.sequence,
        standing=Standing.CANCELLED if meeting.state in OFF else Standing.CONFIRMED,
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        title=_("Meeting of your circle"),
        words=str(meeting.get_way_display()),
        place=meeting.where,
        url=address_of_page("circle", meeting.circle_id),
        changed_at=meeting.ended_at or meeting.made_at,
    )
