"""Meetings of Amara and Dr Osei: some held, one agreed, one to choose, and what came of them."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from corridor.demo.cast import AMARA, DR_OSEI
from corridor.demo.meeting_words import AGENDA, LINK, MEETINGS, NOTE, OWN_NOTE, RATED
from corridor.mentoring import queries
from corridor.mentoring.actions import meetings
from corridor.mentoring.actions.meetings import NewLog, NewMeeting, NewReview, RatedArea
from corridor.mentoring.meeting_choices import Area, Minutes, Occasion, Pulse, Side, Way
from corridor.people.choices import Kind
from corridor.people.letters import told_to_nobody

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting, Relationship
    from corridor.people.models import Profile

Profiles = Mapping[str, "Profile"]
AT = time(18, 30)
"""By her clock."""


def meet(profiles: Profiles, *, now: datetime) -> None:
    """Told to nobody: nobody lives at their addresses. Only people who work together meet."""
    amara, osei = profiles[AMARA.handle], profiles[DR_OSEI.handle]
    together = [one for one in queries.active_with(amara) if one.mentor_id == osei.pk]
    if not together:
        return
    (one,) = together
    with told_to_nobody():
        for weeks, log in MEETINGS:
            _hold(one, log, at=_evening(amara, now - timedelta(weeks=weeks)))
        for by, words in AGENDA:
            speaks = amara if by == Side.MENTEE else osei
            meetings.add_item(words, relationship_id=one.pk, by=speaks, now=now)
        _agree(one, _evening(amara, now + timedelta(days=4)), now=now - timedelta(days=1))
        _leave_open(one, now=now)
        _review(one, now=now)


def _hold(one: "Relationship", log: NewLog, *, at: datetime) -> None:
    meeting = _agree(one, at, now=at - timedelta(days=6))
    after = at + timedelta(hours=1)
    meetings.log_meeting(meeting.pk, log, by=one.mentee, now=after)
    if not log.was_held:
        return
    meetings.write_note(OWN_NOTE, meeting_id=meeting.pk, version=None, by=one.mentee, now=after)
    meetings.write_note(NOTE, meeting_id=meeting.pk, version=0, by=one.mentor, now=after)
    for profile, rating in ((one.mentee, Pulse.EXCELLENT), (one.mentor, Pulse.GOOD)):
        asked = queries.pulse_of(meeting, viewer=profile)
        if asked is not None:
            meetings.answer_pulse(asked.pk, rating, by=profile, now=after)


def _agree(one: "Relationship", at: datetime, *, now: datetime) -> "Meeting":
    new = NewMeeting(
        times=(at, at + timedelta(days=1)), role=Kind.MENTORSHIP, way=Way.VIDEO, where=LINK
    )
    made = meetings.propose_meeting(new, relationship_id=one.pk, by=one.mentee, now=now)
    return meetings.pick_time(
        made.pk, at, by=one.mentor, sequence=made.sequence, now=now + timedelta(hours=5)
    )


def _leave_open(one: "Relationship", *, now: datetime) -> None:
    """He suggests a longer one, and she has yet to choose."""
    first = _evening(one.mentee, now + timedelta(days=18))
    new = NewMeeting(
        times=(first, first + timedelta(days=1), first + timedelta(days=5)),
        role=Kind.MENTORSHIP,
        minutes=Minutes.HOUR,
        way=Way.PLACE,
        where="Library café, second floor",
    )
    meetings.propose_meeting(new, relationship_id=one.pk, by=one.mentor, now=now)


def _review(one: "Relationship", *, now: datetime) -> None:
    """What was asked half-way: both have answered. At the end of the demo nothing is overdue."""
    meetings.ask_reviews(now=now - timedelta(days=20))
    for profile in (one.mentee, one.mentor):
        for asked in queries.waiting_surveys(profile):
            if asked.relationship_id != one.pk or asked.occasion == Occasion.PULSE:
                continue
            review = NewReview(
                areas=[
                    RatedArea(area=Area(area), weight=weight, rating=rating)
                    for area, weight, rating in RATED[Side(asked.side)]
                ]
            )
            meetings.answer_review(asked.pk, review, by=profile, now=now - timedelta(days=18))


def _evening(profile: "Profile", day: datetime) -> datetime:
    clock = ZoneInfo(profile.time_zone)
    return datetime.combine(day.astimezone(clock).date(), AT, tzinfo=clock).astimezone(UTC)
