"""Suggesting, choosing, moving and calling off, by either of the two."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from icalendar import Calendar

from corridor.mentoring import queries
from corridor.mentoring.actions import (
    NotOpen,
    NotYourRelationship,
    Resting,
    end_relationship,
    meetings,
    pause_relationship,
)
from corridor.mentoring.choices import Ending
from corridor.mentoring.meeting_choices import MeetingState, Repeat, Way
from corridor.mentoring.models import Meeting, MeetingTime
from corridor.mentoring.personal_archive import ABOUT_PEOPLE
from corridor.people.actions import ask_to_leave
from tests.mentoring.meetings.arranging import THURSDAY, TUESDAY, calendar_in, mails_to

HOUR = timedelta(hours=1)


def test_times_are_suggested_and_the_other_hears_of_them(propose, osei, amara):
    meeting = propose(where="https://meet.example/room")

    assert meeting.state == MeetingState.PROPOSED
    assert [one.starts_at for one in meeting.times.all()] == [TUESDAY, THURSDAY]
    (letter,) = mails_to(osei)
    assert letter.subject == f"{amara.display_name} suggests times to meet"
    assert calendar_in(letter) is None
    assert mails_to(amara) == []


@pytest.mark.parametrize(
    ("details", "refusal"),
    [
        ({"times": ()}, meetings.NoTimes),
        ({"times": tuple(TUESDAY + HOUR * n for n in range(7))}, meetings.NoTimes),
        ({"times": (datetime(2026, 3, 19, 9, tzinfo=UTC),)}, meetings.TimeOutOfReach),
        ({"times": (datetime(2026, 12, 19, 9, tzinfo=UTC),)}, meetings.TimeOutOfReach),
        ({"where": "http://meet.example/room"}, meetings.NotAnAddress),
        ({"where": "javascript:alert(1)"}, meetings.NotAnAddress),
        ({"where": "https://me:secret@meet.example"}, meetings.NotAnAddress),
        ({"where": "https://intranet"}, meetings.NotAnAddress),
        ({"where": "call me", "way": Way.PHONE}, meetings.NotANumber),
        ({"repeat": Repeat.WEEKLY, "repeat_times": 12}, meetings.TooManyRepeats),
    ],
)
def test_what_cannot_be_suggested(propose, details, refusal):
    with pytest.raises(refusal):
        propose(**details)

    assert not Meeting.objects.exists()


def test_nobody_else_suggests_and_not_in_a_relationship_that_rests(
    propose, together, mallory, osei, now
):
    with pytest.raises(NotYourRelationship):
        propose(by=mallory)
    pause_relationship(together.pk, by=osei, now=now)
    with pytest.raises(Resting):
        propose()
    end_relationship(together.pk, by=osei, ending=Ending.STOPPED, now=now)
    with pytest.raises(NotOpen):
        propose()

    assert not Meeting.objects.exists()


def test_three_suggestions_wait_at_most(propose):
    for _ in range(3):
        propose()

    with pytest.raises(meetings.TooManyWait):
        propose()
    assert Meeting.objects.count() == 3


def test_a_time_is_chosen_and_both_calendars_have_it(agree, osei, amara):
    meeting = agree(where="https://meet.example/room")

    assert (meeting.state, meeting.starts_at, meeting.sequence) == ("agreed", TUESDAY, 1)
    assert not MeetingTime.objects.exists()
    uids = set()
    for person, other in ((amara, osei), (osei, amara)):
        method, content = calendar_in(mails_to(person)[-1])
        (event,) = Calendar.from_ical(content).walk("VEVENT")
        uids.add(str(event["uid"]))
        assert (method, event["dtstart"].dt, event["location"]) == (
            "REQUEST",
            TUESDAY,
            "https://meet.example/room",
        )
        assert other.account.email not in content
    assert len(uids) == 2


def test_what_cannot_be_chosen(propose, osei, amara, mallory, now):
    meeting = propose()

    def pick(starts_at=TUESDAY, *, by=osei, sequence=0, at=now):
        meetings.pick_time(meeting.pk, starts_at, by=by, sequence=sequence, now=at)

    for refusal, odd in [
        (meetings.NotYourMeeting, {"by": mallory}),
        (meetings.NotYoursToPick, {"by": amara}),
        (meetings.NotSuggested, {"starts_at": TUESDAY + HOUR}),
        (meetings.TimeHasPassed, {"at": TUESDAY}),
        (meetings.AlreadyAnswered, {"sequence": 1}),
    ]:
        with pytest.raises(refusal):
            pick(**odd)
    assert Meeting.objects.get().state == MeetingState.PROPOSED
    pick()
    with pytest.raises(meetings.AlreadyAnswered):
        pick(sequence=1)


def test_nobody_is_in_two_meetings_at_once(propose, agree, begin, osei, mallory, now):
    agree()
    with_mallory = begin(mallory)
    meeting = propose(
        by=mallory, relationship=with_mallory, times=(TUESDAY + HOUR / 4, TUESDAY + HOUR / 2)
    )

    with pytest.raises(meetings.TakenMeanwhile):
        meetings.pick_time(meeting.pk, TUESDAY + HOUR / 4, by=osei, sequence=0, now=now)
    meetings.pick_time(meeting.pk, TUESDAY + HOUR / 2, by=osei, sequence=0, now=now)
    assert Meeting.objects.filter(state="agreed").count() == 2


def test_a_cadence_keeps_to_the_clock_over_daylight_saving(agree, amara):
    assert amara.time_zone != "UTC"
    agree(repeat=Repeat.FORTNIGHTLY, repeat_times=2)

    found = Meeting.objects.order_by("starts_at").values_list("starts_at", flat=True)
    zone = __import__("zoneinfo").ZoneInfo(amara.time_zone)
    assert len(found) == 3
    assert len({one.astimezone(zone).time() for one in found}) == 1


def test_a_meeting_that_was_agreed_is_moved(agree, osei, amara, now):
    meeting = agree()

    meetings.offer_times(meeting.pk, [THURSDAY], by=osei, sequence=1, now=now)

    moved = Meeting.objects.get()
    assert (moved.state, moved.starts_at, moved.moved_from) == ("proposed", None, TUESDAY)
    assert (moved.proposed_by, moved.sequence) == ("mentor", 2)
    letter = mails_to(amara)[-1]
    assert letter.subject == f"{osei.display_name} offers other times"
    (event,) = Calendar.from_ical(calendar_in(letter)[1]).walk("VEVENT")
    assert (event["status"], event["sequence"]) == ("TENTATIVE", 2)
    meetings.pick_time(meeting.pk, THURSDAY, by=amara, sequence=2, now=now)
    assert Meeting.objects.get().starts_at == THURSDAY


def test_other_times_are_offered_by_either_but_not_over_what_came_meanwhile(
    propose, osei, amara, now
):
    meeting = propose()
    meetings.offer_times(meeting.pk, [THURSDAY + HOUR], by=osei, sequence=0, now=now)

    with pytest.raises(meetings.AlreadyAnswered):
        meetings.offer_times(meeting.pk, [TUESDAY], by=amara, sequence=0, now=now)
    assert [one.starts_at for one in MeetingTime.objects.all()] == [THURSDAY + HOUR]


def test_what_has_begun_is_neither_moved_nor_called_off(agree, osei):
    meeting = agree()

    with pytest.raises(meetings.AlreadyBegan):
        meetings.offer_times(meeting.pk, [THURSDAY], by=osei, sequence=1, now=TUESDAY + HOUR / 4)
    with pytest.raises(meetings.AlreadyBegan):
        meetings.call_off(meeting.pk, by=osei, now=TUESDAY + HOUR / 4)
    assert Meeting.objects.get().state == MeetingState.AGREED


@pytest.mark.parametrize(("before", "is_late"), [(25, False), (23, True)])
def test_calling_off_in_time_and_late(agree, osei, amara, before, is_late):
    meeting = agree()

    meetings.call_off(meeting.pk, by=amara, words="I am on call", now=TUESDAY - HOUR * before)

    kept = Meeting.objects.get()
    assert (kept.state, kept.called_off_by, kept.is_late) == ("cancelled", "mentee", is_late)
    letter = mails_to(osei)[-1]
    assert "I am on call" in letter.body
    method, content = calendar_in(letter)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert (method, event["status"], event["sequence"]) == ("CANCEL", "CANCELLED", 2)
    assert calendar_in(mails_to(amara)[-1])[0] == "CANCEL"


def test_a_pause_takes_coming_meetings_out_and_leaves_past_ones(
    agree, propose, together, osei, now
):
    past = agree()
    coming, waiting = agree(starts_at=THURSDAY), propose(times=(THURSDAY + HOUR,))

    pause_relationship(together.pk, by=osei, now=TUESDAY + HOUR)

    states = dict(Meeting.objects.values_list("pk", "state"))
    assert states == {past.pk: "agreed", coming.pk: "cancelled", waiting.pk: "cancelled"}


def test_suggestions_lapse_when_all_their_times_have_passed(propose, amara):
    meeting = propose()

    assert meetings.lapse_proposals(now=TUESDAY + HOUR) == 0
    assert meetings.lapse_proposals(now=THURSDAY + HOUR) == 1

    meeting.refresh_from_db()
    assert (meeting.state, meeting.called_off_by) == ("cancelled", "")
    assert mails_to(amara)[-1].subject.startswith("No time was chosen")


def test_meetings_with_somebody_who_has_left_do_not_take_place(agree, propose, osei, amara, now):
    far = agree(starts_at=TUESDAY + 60 * 24 * HOUR)
    waiting = propose(times=(THURSDAY + 60 * 24 * HOUR,))
    mail.outbox.clear()

    ask_to_leave(profile=amara, by=amara, now=now)
    ABOUT_PEOPLE.forget(amara, "left_abc")

    assert set(Meeting.objects.values_list("pk", "state")) == {
        (far.pk, "cancelled"),
        (waiting.pk, "cancelled"),
    }
    leaves, agreed, suggested = mails_to(osei)
    assert "leaving" in leaves.subject
    assert calendar_in(agreed)[0] == "CANCEL"
    assert calendar_in(suggested) is None
    assert len(mail.outbox) == 3
    assert queries.feed_meetings(osei, now=now) == []
