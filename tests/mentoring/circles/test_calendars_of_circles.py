"""Meetings of a circle come into calendars by mail, and go out of them again."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from corridor.mentoring import queries
from corridor.mentoring.actions import circles

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(circle, osei, now, mailoutbox):
    new = circles.NewCircleMeeting(starts_at=now + timedelta(days=2))
    return circles.set_meeting(circle.pk, new, by=osei, now=now)


def entries(mailoutbox):
    """Who has which event, and whether it stands: (address, state, sequence), oldest first."""
    found = []
    for mail in mailoutbox:
        for file in (one for one in mail.alternatives if "calendar" in one.mimetype):
            (event,) = Calendar.from_ical(file.content).walk("VEVENT")
            found.append((mail.to[0], str(event["STATUS"]), int(event["SEQUENCE"])))
    return found


def everybody(circle, *without):
    seats = circle.seats.filter(state="in").select_related("profile__account")
    return {one.profile.account.email for one in seats if one.profile not in without}


def test_a_time_that_is_set_comes_into_the_calendar_of_each(meeting, circle, mailoutbox):
    assert {one for one in entries(mailoutbox) if one[1] == "CONFIRMED"} == {
        (address, "CONFIRMED", 0) for address in everybody(circle)
    }


@pytest.mark.parametrize("end", [circles.pause_circle, circles.close_circle])
def test_a_pause_and_the_end_take_it_out_again(end, meeting, circle, osei, now, mailoutbox):
    addresses = everybody(circle)
    mailoutbox.clear()

    end(circle.pk, by=osei, now=now)

    assert set(entries(mailoutbox)) == {(address, "CANCELLED", 1) for address in addresses}
    meeting.refresh_from_db()
    assert meeting.state == "cancelled"


def test_one_that_is_called_off_goes_out_of_the_calendar_of_whoever_does_it(
    meeting, circle, osei, now, mailoutbox
):
    mailoutbox.clear()

    circles.call_off_meeting(meeting.pk, by=osei, now=now)

    assert {who for who, *_state in entries(mailoutbox)} == everybody(circle)


def test_whoever_leaves_has_it_in_her_calendar_no_longer(meeting, circle, amara, now, mailoutbox):
    mailoutbox.clear()

    circles.leave_circle(circle.pk, by=amara, now=now)

    assert entries(mailoutbox) == [(amara.account.email, "CANCELLED", 0)]
    meeting.refresh_from_db()
    assert meeting.state == "agreed"


def test_a_pause_ends_on_its_day_by_the_clock_of_whoever_leads(circle, osei, now):
    """In Kiribati the sixth begins while it is the fifth in Greenwich."""
    osei.time_zone = "Pacific/Kiritimati"
    osei.save(update_fields=["time_zone"])
    day = now.date() + timedelta(days=5)
    circles.pause_circle(circle.pk, by=osei, until=day, now=now)
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=14)

    circles.tend_circles(now=midnight - timedelta(minutes=1))
    circle.refresh_from_db()
    before = circle.state
    circles.tend_circles(now=midnight + timedelta(minutes=1))
    circle.refresh_from_db()

    assert (before, circle.state) == ("paused", "active")


def test_a_feed_that_is_full_leaves_out_what_was(circle, osei, amara, now, monkeypatch):
    monkeypatch.setattr("corridor.mentoring.queries.circles.MOST_IN_FEED", 2)
    came = [
        circles.set_meeting(
            circle.pk,
            circles.NewCircleMeeting(starts_at=now + timedelta(days=days)),
            by=osei,
            now=now,
        )
        for days in (1, 2, 3)
    ]

    later = now + timedelta(days=1, hours=12)
    assert queries.calendar_circle_meetings(amara, now=later) == came[1:]
    assert queries.calendar_circle_meetings(amara, now=now) == came[:2]
