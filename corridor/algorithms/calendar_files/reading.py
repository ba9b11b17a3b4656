"""What a calendar program answers to an invitation, read as if an enemy had written it.

Only the UID says whose answer it is: whoever sends mail can write any organizer, attendee or
sender, so none of these is looked at. Whether the UID was made here is for the caller to check.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from icalendar import Calendar, Event, vCalAddress

LARGEST = 64 * 1024
MOST_LINES = 1000
DEEPEST = 3
LONGEST_UID = 255
BEGIN = re.compile(rb"^BEGIN:", re.IGNORECASE)
END = re.compile(rb"^END:", re.IGNORECASE)


class NotAnAnswer(Exception):
    """Too large, broken, or no answer to one invitation."""


class Answer(StrEnum):
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"


@dataclass(frozen=True, kw_only=True)
class Answered:
    uid: str
    sequence: int
    """Which version of the invitation it answers."""
    answer: Answer
    at: datetime


def read_answer(content: bytes) -> Answered:
    """Raises NotAnAnswer."""
    _check_shape(content)
    try:
        calendar = Calendar.from_ical(content)
        return _answered(calendar)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as broken:
        # What the library raises on broken files is of all these kinds.
        raise NotAnAnswer from broken


def _check_shape(content: bytes) -> None:
    """Before any parser sees it. Raises NotAnAnswer."""
    if len(content) > LARGEST:
        raise NotAnAnswer("It is too large.")
    lines = content.splitlines()
    if len(lines) > MOST_LINES:
        raise NotAnAnswer("It has too many lines.")
    depth = 0
    for line in lines:
        depth += bool(BEGIN.match(line)) - bool(END.match(line))
        if not 0 <= depth <= DEEPEST:
            raise NotAnAnswer("It is nested too deep.")


def _answered(calendar: Calendar) -> Answered:
    """Raises NotAnAnswer, and what the library raises."""
    if str(calendar.get("method", "")).upper() != "REPLY":
        raise NotAnAnswer("It is no reply.")
    events = [one for one in calendar.subcomponents if isinstance(one, Event)]
    if len(events) != 1:
        raise NotAnAnswer("It answers no single meeting.")
    (event,) = events
    uid = str(event["uid"])
    if len(uid) > LONGEST_UID:
        raise NotAnAnswer("Its name is too long.")
    attendee = event["attendee"]
    if not isinstance(attendee, vCalAddress):
        raise NotAnAnswer("Several people answer in it.")
    at = getattr(event["dtstamp"], "dt", None)
    if not isinstance(at, datetime) or at.tzinfo is None:
        raise NotAnAnswer("It does not say when.")
    return Answered(
        uid=uid,
        sequence=int(event.get("sequence", 0)),
        answer=Answer(str(attendee.params["PARTSTAT"]).upper()),
        at=at.astimezone(UTC),
    )
