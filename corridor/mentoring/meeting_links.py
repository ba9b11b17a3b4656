"""Links in mails by which somebody answers without signing in: one person, one question each.

A link to choose a time holds for the meeting as it was when the mail was written: choosing,
changing and calling off all make it void, so it works once.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.models import ContactCheck, Meeting

PICK, CONTACT = "corridor.mentoring.pick", "corridor.mentoring.contact"
HOLDS = timedelta(days=60)


class UnknownLink(Exception):
    """It was not made here, or long ago."""


@dataclass(frozen=True, kw_only=True)
class PickLink:
    meeting_id: int
    side: Side
    sequence: int


def pick_token(meeting: Meeting, side: Side) -> str:
    return signing.dumps([meeting.pk, str(side), meeting.sequence], salt=PICK)


def read_pick(token: str) -> PickLink:
    """Raises UnknownLink."""
    try:
        meeting_id, side, sequence = signing.loads(token, salt=PICK, max_age=HOLDS)
    except signing.BadSignature as wrong:
        raise UnknownLink from wrong
    return PickLink(meeting_id=meeting_id, side=Side(side), sequence=sequence)


def contact_token(check: ContactCheck) -> str:
    return signing.dumps(check.pk, salt=CONTACT)


def read_contact(token: str) -> int:
    """Raises UnknownLink."""
    try:
        return int(signing.loads(token, salt=CONTACT, max_age=HOLDS))
    except signing.BadSignature as wrong:
        raise UnknownLink from wrong
