"""What calendars call a meeting, for one of the two: signed, so that nobody makes one up.

Programs send it back with their answer, and it is all that says whose answer that is.
"""

from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.models import Meeting

SALT = "corridor.mentoring.calendar"
SIGNATURE = 32


class UnknownUid(Exception):
    """It was not made here."""


def uid_of(meeting: Meeting, side: Side) -> str:
    """The same for good, whatever is changed."""
    return f"{meeting.code.hex}-{side}-{_signature(meeting.code, side)}@{_host()}"


def uid_of_code(code: UUID, kind: str) -> str:
    """Of what calendar programs are not asked about: an answer to it is none from here."""
    return f"{kind}-{code.hex}@{_host()}"


def read_uid(uid: str) -> tuple[UUID, Side]:
    """Code of the meeting, and who answers. Raises UnknownUid."""
    name, _, _host_there = uid.strip().partition("@")
    try:
        code, side, signature = name.split("-")
        meeting, who = UUID(hex=code), Side(side)
    except ValueError as unlike:
        raise UnknownUid from unlike
    if not constant_time_compare(signature, _signature(meeting, who)):
        raise UnknownUid
    return meeting, who


def _signature(code: UUID, side: Side) -> str:
    made = salted_hmac(SALT, f"{code.hex} {side}", algorithm="sha256")
    return made.hexdigest()[:SIGNATURE]


def _host() -> str:
    return settings.PUBLIC_URL.partition("://")[2].partition(":")[0].partition("/")[0]
