"""Moderators are asked about a note, and decide; its author may have somebody else look again."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.context_notes import letters, policies
from corridor.context_notes.actions.write_note import NotYourNote
from corridor.context_notes.events import NoteJudged, NotesUnderPostChanged
from corridor.context_notes.models import ContextNote, NoteAppeal, NoteFlag
from corridor.kernel import events
from corridor.kernel.rate_limits import is_within_limit_of
from corridor.safety import actions as safety
from corridor.safety.choices import Deed

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_WORDS = 2000
MOST_A_DAY = 20
A_DAY = int(timedelta(days=1).total_seconds())


class OwnNote(Exception):
    """Whoever wrote it withdraws it."""


class SayWhy(Exception):
    """Whoever reads it has to know."""


class WordsTooLong(Exception):
    """Longer than `LONGEST_WORDS`."""


class FlaggedAlready(Exception):
    """She asked, and nobody has looked yet."""


class TooManyFlags(Exception):
    """More than anybody means within a day."""


class NotYoursToJudge(Exception):
    """She has no right to that queue, a part in it, or decided it before."""


class NothingToJudge(Exception):
    """Nobody asked, or another moderator has decided."""


class NothingToAppeal(Exception):
    """The note was not taken away, or was looked at again already."""


@transaction.atomic
def flag_note(words: str, *, note: ContextNote, by: "Profile", now: datetime) -> NoteFlag:
    """By anybody who may read it; often the author of the post.

    Raises OwnNote, SayWhy, WordsTooLong, FlaggedAlready or TooManyFlags.
    """
    if note.author_id == by.pk:
        raise OwnNote
    said = _said(words)
    if NoteFlag.objects.filter(note=note, by=by, heard_at=None).exists():
        raise FlaggedAlready
    if not is_within_limit_of(str(by.pk), "flag-note", most=MOST_A_DAY, seconds=A_DAY):
        raise TooManyFlags
    flag = NoteFlag(note=note, by=by, at=now)
    flag.said = {"words": said, "answer": ""}
    flag.save()
    return flag


@transaction.atomic
def judge_note(
    *, note: ContextNote, is_withheld: bool, words: str, by: "Profile", now: datetime
) -> None:
    """Taken away with a reason to its author, or left; whoever flagged it is told either way.

    Raises NotYoursToJudge, NothingToJudge, SayWhy or WordsTooLong.
    """
    held = _held(note)
    waiting = NoteFlag.objects.select_for_update().filter(note=held, heard_at=None)
    flags = list(waiting.order_by("pk"))
    if not policies.can_judge(by, held, now=now) or any(flag.by_id == by.pk for flag in flags):
        raise NotYoursToJudge
    if not flags or held.withheld_at is not None or held.withdrawn_at is not None:
        raise NothingToJudge
    said = _said(words)

    if is_withheld:
        _withhold(held, said, by, now)
    for flag in flags:
        flag.heard_at, flag.is_acted_on = now, is_withheld
        flag.said = flag.said | {"answer": said}
        flag.save(update_fields=["heard_at", "is_acted_on", "sealed_said"])
        events.publish(NoteJudged(profile_id=flag.by_id, at=now))
    details = f"note {held.pk}: {'withheld' if is_withheld else 'left'}"
    safety.note_deed(Deed.DECIDED, by=by, now=now, details=details)


@transaction.atomic
def appeal_for_note(words: str, *, note: ContextNote, by: "Profile", now: datetime) -> NoteAppeal:
    """Raises NotYourNote, NothingToAppeal, SayWhy or WordsTooLong."""
    held = _held(note)
    if held.author_id != by.pk:
        raise NotYourNote
    if held.withheld_at is None or NoteAppeal.objects.filter(note=held).exists():
        raise NothingToAppeal
    appeal = NoteAppeal(note=held, at=now)
    appeal.said = {"words": _said(words), "answer": ""}
    appeal.save()
    safety.note_deed(Deed.APPEALED, by=by, now=now, details=f"note {held.pk}")
    return appeal


@transaction.atomic
def judge_note_appeal(
    *, appeal: NoteAppeal, is_granted: bool, words: str, by: "Profile", now: datetime
) -> None:
    """By somebody else than who took it away. Raises NotYoursToJudge, NothingToJudge, SayWhy or
    WordsTooLong."""
    held = _held(appeal.note)
    if not policies.can_judge(by, held, now=now) or held.withheld_by_id == by.pk:
        raise NotYoursToJudge
    mine = NoteAppeal.objects.select_for_update().get(pk=appeal.pk)
    if mine.decided_at is not None:
        raise NothingToJudge
    said = _said(words)

    mine.decided_at, mine.decided_by, mine.is_granted = now, by, is_granted
    mine.said = mine.said | {"answer": said}
    mine.save(update_fields=["decided_at", "decided_by", "is_granted", "sealed_said"])
    if is_granted:
        held.withheld_at = held.withheld_by = None
        held.withheld_because, held.touched_at = "", now
        held.save(update_fields=["withheld_at", "withheld_by", "withheld_because", "touched_at"])
        if held.is_read:
            events.publish(NotesUnderPostChanged(post_id=held.post_id))
    deed = Deed.OVERTURNED if is_granted else Deed.UPHELD
    safety.note_deed(deed, by=by, now=now, details=f"note {held.pk}")
    letters.tell_of_note_appeal(held, is_granted=is_granted, words=said)
    events.publish(NoteJudged(profile_id=held.author_id, at=now))


def _withhold(note: ContextNote, words: str, by: "Profile", now: datetime) -> None:
    was_read = note.is_read
    note.withheld_at, note.withheld_by, note.withheld_because = now, by, words
    note.touched_at = now
    note.save(update_fields=["withheld_at", "withheld_by", "withheld_because", "touched_at"])
    letters.tell_of_withheld_note(note)
    events.publish(NoteJudged(profile_id=note.author_id, at=now))
    if was_read:
        events.publish(NotesUnderPostChanged(post_id=note.post_id))


def _held(note: ContextNote) -> ContextNote:
    notes = ContextNote.objects.select_for_update(of=("self",))
    return notes.select_related("post", "author").get(pk=note.pk)


def _said(words: str) -> str:
    said = words.replace("\0", "").strip()
    if not said:
        raise SayWhy
    if len(said) > LONGEST_WORDS:
        raise WordsTooLong
    return said
