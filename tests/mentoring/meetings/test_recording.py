"""Agenda, log, notes: who writes what, and what is refused."""

from datetime import timedelta

import pytest

from corridor.mentoring import queries
from corridor.mentoring.actions import Resting, meetings, pause_relationship
from corridor.mentoring.actions.meetings import NewLog
from corridor.mentoring.models import AgendaItem, Meeting, MeetingLog, MeetingNote, Survey
from tests.mentoring.meetings.arranging import TUESDAY

HOUR = timedelta(hours=1)


def test_a_log_is_written_by_either_and_corrected_by_the_other(held, osei, amara):
    assert (held.state, MeetingLog.objects.get().minutes) == ("held", 35)
    assert AgendaItem.objects.count() == 0

    log = NewLog(was_held=False, topic="Called away")
    meetings.log_meeting(held.pk, log, by=osei, now=TUESDAY + 2 * HOUR)

    assert Meeting.objects.get().state == "missed"
    read = queries.log_of(Meeting.objects.get(), viewer=amara)
    assert (read.minutes, read.topic, read.is_own) == (0, "Called away", False)


def test_a_log_is_refused_before_the_meeting_and_over_ten_hours(agree, amara, mallory):
    meeting = agree()

    for refusal, odd in [
        (meetings.NotYetBegun, {"now": TUESDAY - HOUR}),
        (meetings.NotYourMeeting, {"by": mallory}),
        (meetings.TooLong, {"log": NewLog(was_held=True, minutes=601)}),
    ]:
        given = {"log": NewLog(was_held=True), "by": amara, "now": TUESDAY + HOUR, **odd}
        with pytest.raises(refusal):
            meetings.log_meeting(meeting.pk, given.pop("log"), **given)
    assert Meeting.objects.get().state == "agreed"
    assert not MeetingLog.objects.exists()


def test_a_meeting_arranged_elsewhere_is_written_down(together, amara, now):
    log = NewLog(was_held=True, minutes=20, topic="Corridor talk")
    for refusal, starts_at in [
        (meetings.NotYetBegun, now + HOUR),
        (meetings.TooLongAgo, now - timedelta(days=400)),
    ]:
        with pytest.raises(refusal):
            meetings.log_unplanned(
                log, relationship_id=together.pk, starts_at=starts_at, by=amara, now=now
            )
    meetings.log_unplanned(
        log, relationship_id=together.pk, starts_at=now - HOUR, by=amara, now=now
    )

    assert Meeting.objects.get().state == "held"
    assert queries.last_held([together.pk]) == {together.pk: now - HOUR}


def test_items_belong_to_whoever_brought_them_up(together, amara, osei, mallory, now):
    item = meetings.add_item("Exams", relationship_id=together.pk, by=amara, now=now)

    with pytest.raises(meetings.NotYourItem):
        meetings.remove_item(item.pk, by=osei)
    with pytest.raises(meetings.NoSuchItem):
        meetings.set_done(item.pk, is_done=True, by=mallory, now=now)
    with pytest.raises(meetings.NothingSaid):
        meetings.add_item("  ", relationship_id=together.pk, by=amara, now=now)
    assert AgendaItem.objects.get().done_at is None
    meetings.set_done(item.pk, is_done=True, by=osei, now=now)
    assert queries.agenda(together, viewer=amara) == []
    meetings.set_done(item.pk, is_done=False, by=amara, now=now)
    assert [one.words for one in queries.agenda(together, viewer=osei)] == ["Exams"]


def test_an_agenda_has_an_end(together, amara, now):
    for number in range(30):
        meetings.add_item(f"Item {number}", relationship_id=together.pk, by=amara, now=now)

    with pytest.raises(meetings.AgendaFull):
        meetings.add_item("One more", relationship_id=together.pk, by=amara, now=now)


def test_in_a_pause_nothing_new_reaches_the_other(held, together, amara, osei, now):
    pause_relationship(together.pk, by=osei, now=TUESDAY + HOUR)
    after = TUESDAY + 2 * HOUR

    for deed in [
        lambda: meetings.add_item("x", relationship_id=together.pk, by=amara, now=after),
        lambda: meetings.write_note("x", meeting_id=held.pk, version=0, by=amara, now=after),
        lambda: meetings.log_meeting(held.pk, NewLog(was_held=False), by=amara, now=after),
    ]:
        with pytest.raises(Resting):
            deed()
    meetings.write_note("mine", meeting_id=held.pk, version=None, by=amara, now=after)
    assert [note.owner for note in MeetingNote.objects.all()] == ["mentee"]
    assert held.state == "held"


def test_a_note_without_words_goes_on_empty(held, amara):
    meetings.write_note("A", meeting_id=held.pk, version=0, by=amara, now=TUESDAY)
    meetings.write_note("", meeting_id=held.pk, version=1, by=amara, now=TUESDAY)

    with pytest.raises(meetings.WrittenMeanwhile):
        meetings.write_note("B", meeting_id=held.pk, version=1, by=amara, now=TUESDAY)
    assert queries.notes(held, viewer=amara).shared == ""


def test_both_are_asked_how_it_was_once_it_was_held(held):
    assert sorted(Survey.objects.values_list("occasion", "side")) == [
        ("pulse", "mentee"),
        ("pulse", "mentor"),
    ]
