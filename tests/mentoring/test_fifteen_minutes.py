"""Fifteen minutes of a first contact: offered, taken, moved, and told to calendars."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from corridor.mentoring import actions, queries
from corridor.mentoring.actions import Hello
from corridor.mentoring.models import FirstContact
from corridor.notifications.models import Notification
from corridor.people.actions import block
from corridor.people.choices import Kind

pytestmark = pytest.mark.django_db
THREE = Hello(who="A student.", why="Your blocks.", ask="A quarter of an hour?")


@pytest.fixture
def contact(osei, amara, now):
    made = actions.say_hello(THREE, mentor=osei, role=Kind.MENTORSHIP, by=amara, now=now)
    actions.welcome(made.pk, times=[], where="", by=osei, now=now)
    return made


@pytest.fixture
def offer(contact, osei, now):
    """`offer(2, 3)`: times in so many days, instead of those before."""

    def offer(*days, at=now):
        times = [now + timedelta(days=one) for one in days]
        actions.offer_times(contact.pk, times=times, where="Room 4", by=osei, now=at)
        return list(contact.times.all())

    return offer


@pytest.fixture
def booked(contact, offer, amara, now, mailoutbox):
    (time,) = offer(2)
    later = now + timedelta(minutes=1)
    actions.book(contact.pk, time_id=time.pk, by=amara, now=later)
    return time


def in_calendars(mailoutbox):
    """Whose, and whether it stands there."""
    found = set()
    for mail in mailoutbox:
        for file in (one for one in mail.alternatives if "calendar" in one.mimetype):
            (event,) = Calendar.from_ical(file.content).walk("VEVENT")
            found.add((mail.to[0], str(event["STATUS"])))
    return found


def both(osei, amara, standing):
    return {(one.account.email, standing) for one in (osei, amara)}


def test_times_are_offered_after_the_yes_as_well(contact, offer, amara):
    offer(2, 3)

    assert contact.times.count() == 2
    assert Notification.objects.filter(recipient=amara, kind="contact_step").exists()


def test_the_time_that_is_taken_comes_into_both_calendars(
    booked, osei, amara, mallory, now, mailoutbox
):
    assert in_calendars(mailoutbox) == both(osei, amara, "CONFIRMED")
    assert [queries.calendar_talks(one, now=now) for one in (osei, amara, mallory)] == [
        [booked],
        [booked],
        [],
    ]


def test_other_times_take_the_place_of_what_was_agreed(
    booked, contact, offer, osei, amara, now, mailoutbox
):
    mailoutbox.clear()

    (other,) = offer(4, at=now + timedelta(hours=1))

    assert FirstContact.objects.get(pk=contact.pk).state == "welcome"
    assert in_calendars(mailoutbox) == both(osei, amara, "CANCELLED")
    assert queries.calendar_talks(amara, now=now) == []
    actions.book(contact.pk, time_id=other.pk, by=amara, now=now + timedelta(hours=2))
    assert queries.calendar_talks(amara, now=now) == [other]


@pytest.mark.parametrize("who", ["osei", "amara"])
def test_it_goes_out_of_calendars_when_one_stops(
    who, booked, contact, osei, amara, now, mailoutbox
):
    mailoutbox.clear()
    by = {"osei": osei, "amara": amara}[who]

    actions.decline_contact(contact.pk, by=by, now=now + timedelta(hours=1))

    assert in_calendars(mailoutbox) == both(osei, amara, "CANCELLED")
    assert queries.calendar_talks(amara, now=now) == []


def test_it_stands_when_they_go_on_until_one_keeps_away(
    booked, contact, osei, amara, now, mailoutbox
):
    actions.wish_to_go_on(contact.pk, by=amara, now=now)
    actions.go_on_together(contact.pk, by=osei, now=now)
    assert queries.calendar_talks(amara, now=now) == [booked]

    block(blocker=amara, blocked=osei, now=now + timedelta(hours=1))

    assert queries.calendar_talks(osei, now=now) == []


def test_what_is_refused_changes_nothing(booked, contact, osei, amara, now):
    later = now + timedelta(days=3)
    for refusal, times, by in (
        (actions.SayWhat, [], osei),
        (actions.StepNotPossible, [later], amara),
        (actions.TimesOutOfReach, [now], osei),
    ):
        with pytest.raises(refusal):
            actions.offer_times(contact.pk, times=times, where="", by=by, now=now)
        assert queries.calendar_talks(amara, now=now) == [booked]
