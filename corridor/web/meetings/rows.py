"""Meetings as rows of lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.mentoring.meeting_choices import MeetingState
from corridor.web.meetings.clocks import Told, tell

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Row:
    meeting: "Meeting"
    other: "Profile"
    told: Told | None
    """When it is or was; None where no time was agreed."""
    is_mine_to_answer: bool
    """The viewer is to choose a time."""
    wants_log: bool
    times: list[Told]
    """Those suggested."""


def row(meeting: "Meeting", *, viewer: "Profile", now: datetime) -> Row:
    other = meeting.relationship.other_than(viewer)
    is_proposed = meeting.state == MeetingState.PROPOSED
    starts_at = meeting.starts_at
    return Row(
        meeting=meeting,
        other=other,
        told=None if starts_at is None else tell(starts_at, viewer=viewer, other=other),
        is_mine_to_answer=is_proposed
        and meeting.proposed_by != meeting.relationship.side_of(viewer),
        wants_log=meeting.state == MeetingState.AGREED
        and starts_at is not None
        and starts_at + timedelta(minutes=meeting.minutes) <= now,
        times=[
            tell(one.starts_at, viewer=viewer, other=other)
            for one in meeting.times.all()
            if one.starts_at > now
        ]
        if is_proposed
        else [],
    )


def rows(meetings: Iterable["Meeting"], *, viewer: "Profile", now: datetime) -> list[Row]:
    return [row(one, viewer=viewer, now=now) for one in meetings]
