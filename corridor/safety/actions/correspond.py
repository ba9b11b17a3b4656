"""Moderators ask one party of a case something, and she answers."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel.rate_limits import is_within_limit_of
from corridor.safety import letters, log, outside_letters, policies
from corridor.safety.actions.claim_case import NoteIsEmpty, NoteTooLong, NotYourCase
from corridor.safety.choices import Deed
from corridor.safety.models import Case, Correspondence, DeskMessage, Flag, OutsideFlag

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_MESSAGE = 2000
ANSWERS_A_DAY = 20
A_DAY = 24 * 60 * 60
OPEN_AFTER = timedelta(days=14)
"""So long after the decision she may still answer."""


class NobodyToWriteTo(Exception):
    """She left."""


class CorrespondenceOver(Exception):
    """The case was closed two weeks ago."""


class TooManyAnswers(Exception):
    """More than anybody means within a day."""


@transaction.atomic
def write_to_party(
    case: Case, *, flag: Flag | None, words: str, by: "Profile", now: datetime
) -> DeskMessage:
    """To whoever made the flag; None is to the person whom the case is about.

    Raises NotYourCase, NobodyToWriteTo, NoteIsEmpty or NoteTooLong.
    """
    if not policies.may_look(by, case, today=now.date()):
        raise NotYourCase
    party = flag.by if flag else case.about
    outside = _outside(flag)
    if (party is None and outside is None) or (flag is not None and flag.case_id != case.pk):
        raise NobodyToWriteTo
    _check(words)
    Case.objects.select_for_update().get(pk=case.pk)
    held, _is_new = Correspondence.objects.get_or_create(case=case, flag=flag)
    message = _keep(held, words, by=by, now=now)
    details = f"flag {flag.pk}" if flag else "the person"
    log.note(Deed.WROTE, by=by.pk, at=now, case_number=case.pk, details=details)
    if party is not None:
        letters.tell_of_message(held, party, words=message.words)
    elif outside is not None:
        outside_letters.tell_of_message(held, outside, words=message.words)
    return message


def _outside(flag: Flag | None) -> OutsideFlag | None:
    """Who made it without an account, where she is reached."""
    found = OutsideFlag.objects.filter(flag=flag).first() if flag else None
    return found if found and found.said["email"] else None


@transaction.atomic
def answer_desk(*, correspondence: Correspondence, words: str, now: datetime) -> DeskMessage:
    """Raises CorrespondenceOver, NoteIsEmpty, NoteTooLong or TooManyAnswers."""
    case = Case.objects.select_for_update().get(pk=correspondence.case_id)
    if not is_open_for_answers(case, now=now):
        raise CorrespondenceOver
    _check(words)
    key = str(correspondence.pk)
    if not is_within_limit_of(key, "answer-desk", most=ANSWERS_A_DAY, seconds=A_DAY):
        raise TooManyAnswers
    return _keep(correspondence, words, by=None, now=now)


def is_open_for_answers(case: Case, *, now: datetime) -> bool:
    return case.closed_at is None or case.closed_at > now - OPEN_AFTER


def _check(words: str) -> None:
    if not words.strip():
        raise NoteIsEmpty
    if len(words) > LONGEST_MESSAGE:
        raise NoteTooLong


def _keep(
    correspondence: Correspondence, words: str, *, by: "Profile | None", now: datetime
) -> DeskMessage:
    message = DeskMessage(correspondence=correspondence, is_from_desk=by is not None, by=by, at=now)
    message.words = words.strip()
    message.save()
    return message
