"""Meetings as calendar programs read them, for one person: nobody else's address is in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

MADE_BY = "-//Corridor//Meetings//EN"
ASKED_EVERY = timedelta(hours=4)
"""How often programs are to look at a feed again."""


class Standing(StrEnum):
    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, kw_only=True)
class Person:
    name: str
    address: str
    """A mailbox."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    uid: str
    sequence: int
    """Goes up with each change, so that programs know which is the latest."""
    standing: Standing
    starts_at: datetime
    minutes: int
    title: str
    words: str
    place: str
    url: str
    """The page of the meeting."""
    changed_at: datetime


def invitation(entry: Entry, *, organizer: Person, to: Person) -> bytes:
    """New or changed: programs tell the two apart by the sequence."""
    return _mailed("REQUEST", entry, organizer=organizer, to=to)


def cancellation(entry: Entry, *, organizer: Person, to: Person) -> bytes:
    return _mailed("CANCEL", entry, organizer=organizer, to=to)


def feed(entries: Iterable[Entry], *, name: str) -> bytes:
    calendar = _calendar("PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASKED_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", ASKED_EVERY, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _mailed(method: str, entry: Entry, *, organizer: Person, to: Person) -> bytes:
    event = _event(entry)
    event.add("organizer", _address(organizer))
    attendee = _address(to)
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
    attendee.params["RSVP"] = vText("TRUE")
    event.add("attendee", attendee)
    if entry.standing == Standing.CONFIRMED:
        event.add_component(_alarm(entry.title))
    calendar = _calendar(method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _event(entry: Entry) -> Event:
    """In UTC: the program shows it by the clock of whoever looks."""
    starts_at = entry.starts_at.astimezone(UTC)
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("dtstart", starts_at)
    event.add("dtend", starts_at + timedelta(minutes=entry.minutes))
    event.add("summary", entry.title)
    event.add("status", str(entry.standing))
    event.add("class", "PRIVATE")
    event.add("url", entry.url)
    event.add("description", "\n".join(filter(None, (entry.words, entry.url))))
    if entry.place:
        event.add("location", entry.place)
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(minutes=-15))
    return alarm


def _address(person: Person) -> vCalAddress:
    address = vCalAddress(f"mailto:{person.address}")
    address.params["CN"] = vText(person.name)
    return address
