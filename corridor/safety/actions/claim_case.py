"""A moderator takes a case, so that two do not decide the same; or opens what it is about."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.safety import log, policies
from corridor.safety.choices import Deed, Queue
from corridor.safety.models import Case, CaseNote, LogHead
from corridor.safety.queries.unsealing import asker_shown, names_shown
from corridor.safety.ties import refuse_if_tied

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_NOTE = 2000


class NotYourCase(Exception):
    """It is of a queue that she has no right to, or she is party to it."""


class ClosedAlready(Exception):
    """Somebody decided it meanwhile."""


class ClaimedByAnother(Exception):
    """Another moderator took it within the last half hour."""


class NoteIsEmpty(Exception):
    """Nothing was written."""


class ThereAlready(Exception):
    """It is in that queue."""


class NoteTooLong(Exception):
    """Longer than `LONGEST_NOTE`."""


@transaction.atomic
def claim_case(*, case: Case, by: "Profile", now: datetime) -> Case:
    """Raises NotYourCase, ClosedAlready, ClaimedByAnother or LeaveItToAnother."""
    held = held_for(case, by, now)
    refuse_if_tied(by, held, today=now.date())
    if not policies.has_claimed(by, held, now=now):
        log.note(Deed.CLAIMED, by=by.pk, at=now, case_number=held.pk)
    held.claimed_by, held.claimed_at = by, now
    held.save(update_fields=["claimed_by", "claimed_at"])
    return held


@transaction.atomic
def claim_cases(cases: Iterable[Case], *, by: "Profile", now: datetime) -> None:
    """All or none. Raises as `claim_case`."""
    for case in cases:
        claim_case(case=case, by=by, now=now)


@transaction.atomic
def release_case(*, case: Case, by: "Profile", now: datetime) -> None:
    """Raises NotYourCase, ClosedAlready or ClaimedByAnother."""
    held = held_for(case, by, now)
    held.claimed_by = held.claimed_at = None
    held.save(update_fields=["claimed_by", "claimed_at"])
    log.note(Deed.RELEASED, by=by.pk, at=now, case_number=held.pk)


@transaction.atomic
def take_over_case(*, case: Case, by: "Profile", now: datetime) -> None:
    """From whoever has it, by who leads the queue.

    Raises NotYourCase, ClosedAlready or LeaveItToAnother.
    """
    if not policies.may_look(by, case, today=now.date()) or case.queue not in policies.leads(by):
        raise NotYourCase
    held = Case.objects.select_for_update().get(pk=case.pk)
    if held.closed_at is not None:
        raise ClosedAlready
    refuse_if_tied(by, held, today=now.date())
    before = held.claimed_by_id or 0
    held.claimed_by, held.claimed_at = by, now
    held.save(update_fields=["claimed_by", "claimed_at"])
    log.note(
        Deed.TAKEN_OVER, by=by.pk, at=now, case_number=held.pk, details=f"from profile {before}"
    )


@transaction.atomic
def move_case(*, case: Case, queue: Queue, by: "Profile", now: datetime) -> None:
    """To whom it is for; free for them, and due when it was.

    Raises NotYourCase, ClosedAlready, ClaimedByAnother or ThereAlready.
    """
    held = held_for(case, by, now)
    if held.queue == queue:
        raise ThereAlready
    details = f"{held.queue} to {queue}"
    held.queue = queue
    held.claimed_by = held.claimed_at = None
    held.save(update_fields=["queue", "claimed_by", "claimed_at"])
    log.note(Deed.MOVED, by=by.pk, at=now, case_number=held.pk, details=details)


def held_for(case: Case, by: "Profile", now: datetime) -> Case:
    """Locked until the transaction ends: an open case that nobody else has."""
    if not policies.may_look(by, case, today=now.date()):
        raise NotYourCase
    held = Case.objects.select_for_update().get(pk=case.pk)
    if held.closed_at is not None:
        raise ClosedAlready
    if policies.is_claimed(held, now=now) and held.claimed_by_id != by.pk:
        raise ClaimedByAnother
    return held


def open_evidence(*, case: Case, by: "Profile", now: datetime) -> None:
    """That she looks is written down, each time. Raises NotYourCase."""
    if not policies.may_look(by, case, today=now.date()):
        raise NotYourCase
    log.note(Deed.OPENED, by=by.pk, at=now, case_number=case.pk)
    if names_shown(by, case, now=now) or asker_shown(by, case, now=now):
        log.note(Deed.NAME_READ, by=by.pk, at=now, case_number=case.pk)


def see_looks(*, to: int, by: "Profile", now: datetime) -> None:
    """She looked through what others looked at, up to this line of the log. Raises NotYourCase."""
    if not policies.is_moderator(by):
        raise NotYourCase
    newest = LogHead.objects.first()
    log.note(
        Deed.SEEN, by=by.pk, at=now, details=str(max(0, min(to, newest.number if newest else 0)))
    )


def open_log(*, by: "Profile", now: datetime) -> None:
    """Moderators look at what the others did, and that is written down as well.

    Raises NotYourCase.
    """
    if not policies.is_moderator(by):
        raise NotYourCase
    log.note(Deed.LOG_READ, by=by.pk, at=now)


@transaction.atomic
def note_case(*, case: Case, words: str, by: "Profile", now: datetime) -> CaseNote:
    """For the other moderators. Raises NotYourCase, NoteIsEmpty or NoteTooLong."""
    if not policies.may_look(by, case, today=now.date()):
        raise NotYourCase
    if not words.strip():
        raise NoteIsEmpty
    if len(words) > LONGEST_NOTE:
        raise NoteTooLong
    note = CaseNote(case=case, by=by, at=now)
    note.words = words.strip()
    note.save()
    log.note(Deed.NOTED, by=by.pk, at=now, case_number=case.pk)
    return note
