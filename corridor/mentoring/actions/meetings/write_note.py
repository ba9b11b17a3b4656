"""Notes on a meeting: one that both write, and one that each writes for herself."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.meetings.hold_meeting import hold_active_meeting, hold_meeting
from corridor.mentoring.models import MeetingNote

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_NOTE = 8000


class WrittenMeanwhile(Exception):
    """The other one changed the shared note after this page was opened."""


@transaction.atomic
def write_note(
    words: str, *, meeting_id: int, version: int | None, by: "Profile", now: datetime
) -> None:
    """`version`: of the shared note as she saw it, 0 where there was none; None: for herself.

    Without words it goes. Raises NotYourMeeting, and for the shared note NotOpen,
    Resting or WrittenMeanwhile.
    """
    hold = hold_meeting if version is None else hold_active_meeting
    meeting, side = hold(meeting_id, by=by)
    owner = side if version is None else ""
    note = MeetingNote.objects.filter(meeting=meeting, owner=owner).first()
    if version is not None and version != (note.version if note else 0):
        raise WrittenMeanwhile

    words = words.replace("\r\n", "\n").strip()[:LONGEST_NOTE]  # as a browser counts them
    if note is None:
        note = MeetingNote(meeting=meeting, owner=owner, version=0)
    if not words and not note.version:
        return
    note.words, note.written_by, note.changed_at = words, side, now
    note.version += 1
    note.save()
