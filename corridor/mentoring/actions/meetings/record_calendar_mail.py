"""What somebody's calendar program answered to an invitation, by mail."""

from datetime import datetime, timedelta

from django.db import transaction

from corridor.algorithms.calendar_files.reading import Answer
from corridor.kernel import events
from corridor.mentoring import meeting_letters
from corridor.mentoring.calendar_mail import answer_in
from corridor.mentoring.events import MeetingDoubted
from corridor.mentoring.meeting_calendar import person_at
from corridor.mentoring.meeting_choices import MeetingState
from corridor.mentoring.meeting_uids import UnknownUid, read_uid
from corridor.mentoring.models import CalendarAnswer, Meeting

AHEAD = timedelta(days=1)
"""Clocks of others may be wrong by so much."""


class AnswersSomethingElse(Exception):
    """An earlier version of the meeting, one that is settled, or what was answered since."""


@transaction.atomic
def record_calendar_mail(content: bytes, *, now: datetime) -> CalendarAnswer:
    """It settles nothing by itself: a no is passed on as a doubt, and people decide.

    Raises NotAnAnswer, UnknownUid or AnswersSomethingElse.
    """
    answered = answer_in(content)
    code, side = read_uid(answered.uid)
    meeting = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("relationship__mentor__account", "relationship__mentee__account")
        .filter(code=code)
        .first()
    )
    if meeting is None:
        raise UnknownUid
    if meeting.state != MeetingState.AGREED or answered.sequence != meeting.sequence:
        raise AnswersSomethingElse
    before = CalendarAnswer.objects.filter(meeting=meeting, side=side).first()
    if answered.at > now + AHEAD or (before is not None and answered.at <= before.at):
        raise AnswersSomethingElse

    kept = before or CalendarAnswer(meeting=meeting, side=side)
    is_new_doubt = answered.answer == Answer.DECLINED != kept.answer
    kept.answer, kept.sequence, kept.at = answered.answer, answered.sequence, answered.at
    kept.save()
    if is_new_doubt:
        by, to = person_at(meeting, side), person_at(meeting, side.other)
        events.publish(MeetingDoubted(meeting_id=meeting.pk, by_id=by.pk, to_id=to.pk, at=now))
        meeting_letters.tell_doubt(meeting, side=side.other)
    return kept
