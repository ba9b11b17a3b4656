"""Calendar files, read back by the library that others use."""

from datetime import UTC, datetime

from icalendar import Calendar

from corridor.algorithms.calendar_files.writing import (
    Entry,
    Person,
    Standing,
    cancellation,
    feed,
    invitation,
)

AMARA = Person(name='Amara Nwosu; RN, "first"\nBEGIN:VALARM', address="amara@example.org")
DESK = Person(name="Corridor", address="meetings@corridor.example")
MONDAY = datetime(2026, 12, 7, 17, 30, tzinfo=UTC)


def entry(**besides):
    values = {
        "uid": "abc@corridor.example",
        "sequence": 2,
        "standing": Standing.CONFIRMED,
        "starts_at": MONDAY,
        "minutes": 30,
        "title": "Meeting with Dr Osei\nEND:VEVENT",
        "words": "Agenda, in \\ words; one, two",
        "place": "https://meet.example/room",
        "url": "https://corridor.example/meetings/7/",
        "changed_at": MONDAY,
    }
    return Entry(**(values | besides))


def event_of(content):
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def test_an_invitation_says_when_and_where_and_names_one_person():
    content = invitation(entry(), organizer=DESK, to=AMARA)

    event = event_of(content)
    assert Calendar.from_ical(content)["method"] == "REQUEST"
    assert (event["uid"], event["sequence"], event["status"]) == (
        "abc@corridor.example",
        2,
        "CONFIRMED",
    )
    assert event["dtstart"].dt == MONDAY
    assert event["dtend"].dt == datetime(2026, 12, 7, 18, 0, tzinfo=UTC)
    assert event["location"] == "https://meet.example/room"
    assert event["attendee"] == "mailto:amara@example.org"
    assert [one.name for one in event.subcomponents] == ["VALARM"]


def test_words_of_people_stay_words():
    event = event_of(invitation(entry(), organizer=DESK, to=AMARA))

    assert event["summary"] == "Meeting with Dr Osei\nEND:VEVENT"
    assert event["description"].startswith("Agenda, in \\ words; one, two")
    assert len(event.subcomponents) == 1


def test_a_cancellation_takes_the_same_meeting_out():
    content = cancellation(entry(sequence=3, standing=Standing.CANCELLED), organizer=DESK, to=AMARA)

    event = event_of(content)
    assert Calendar.from_ical(content)["method"] == "CANCEL"
    assert (event["uid"], event["sequence"]) == ("abc@corridor.example", 3)
    assert event.subcomponents == []


def test_a_feed_names_nobody_by_address():
    content = feed([entry(), entry(uid="def@corridor.example")], name="Corridor")

    assert len(Calendar.from_ical(content).walk("VEVENT")) == 2
    assert b"mailto:" not in content
