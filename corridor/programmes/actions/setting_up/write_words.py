"""Texts and agreement of a programme: each writing is a version, and none is lost."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.answering import check_answer
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.checking_answers import cleaned
from corridor.programmes.choices import Message, TeamDeedKind
from corridor.programmes.models import AgreementText, Programme, ProgrammeText
from corridor.programmes.texts import Words, check_words

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def write_text(
    programme: Programme, message: Message, *, words: Words, by: "Profile", now: datetime
) -> ProgrammeText:
    """Raises NotInTeam, ProgrammeArchived, UnknownPlaceholder or ValidationError."""
    held = hold_to_set_up(programme, by=by)
    subject, body = cleaned(str(words.subject)), cleaned(str(words.body))
    check_words(message, subject=subject, body=body)
    if message == Message.ANSWER:
        check_answer(held, Words(subject=subject, body=body), by=by)
    written = _version(held, message, by=by, now=now)
    written.subject, written.body = " ".join(subject.split()), body
    written.full_clean()
    written.save()
    record_deed(held, TeamDeedKind.WORDS, by=by, now=now, words=str(message.label))
    return written


@transaction.atomic
def reset_text(programme: Programme, message: Message, *, by: "Profile", now: datetime) -> None:
    """Our words again. Raises NotInTeam or ProgrammeArchived."""
    held = hold_to_set_up(programme, by=by)
    if queries.own_text(held, message) is not None:
        _version(held, message, by=by, now=now).save()
        record_deed(held, TeamDeedKind.WORDS, by=by, now=now, words=str(message.label))


@transaction.atomic
def write_agreement(
    programme: Programme, text: str, *, by: "Profile", now: datetime
) -> AgreementText:
    """Whoever agreed before keeps what she read.

    Raises NotInTeam, ProgrammeArchived or ValidationError.
    """
    held = hold_to_set_up(programme, by=by)
    number = queries.agreement(held).number + 1
    written = AgreementText(programme=held, number=number, text=cleaned(text), by=by, at=now)
    written.full_clean()
    written.save()
    record_deed(held, TeamDeedKind.WORDS, by=by, now=now)
    return written


def _version(
    programme: Programme, message: Message, *, by: "Profile", now: datetime
) -> ProgrammeText:
    latest = programme.texts.filter(message=message).order_by("-number").first()
    number = latest.number + 1 if latest is not None else 1
    return ProgrammeText(programme=programme, message=message, number=number, by=by, at=now)
