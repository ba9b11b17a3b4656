"""A second reader lets something pass, asks for a change, or does not let it pass."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.kernel import events
from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.safety import log, policies, reading_letters
from corridor.safety.actions.publish_read import NotWhatWasRead, publish_read
from corridor.safety.choices import Deed, ReadingState
from corridor.safety.events import ReadingAnswered
from corridor.safety.models import SecondReading

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_ANSWER = 2000
SCHEDULE_REFUSALS: tuple[type[Exception], ...] = (posting.TooManyThatDay, posting.TooManyScheduled)
REFUSALS: tuple[type[Exception], ...] = (
    *posting.PUBLISHING_REFUSALS,
    *SCHEDULE_REFUSALS,
    posting.NotYourPost,
    NotWhatWasRead,
)


class NotYourReading(Exception):
    """It waits for somebody else, or no longer."""


class SaidOtherwise(Exception):
    """Its author sent it anew since it was read."""


class SayWhatToChange(Exception):
    """Whoever does not let it pass says why."""


class AnswerTooLong(Exception):
    """Longer than `LONGEST_ANSWER`."""


class AuthorReadsOnly(Exception):
    """Moderators let its author read only, for now."""


def open_reading(*, reading: SecondReading, by: "Profile", now: datetime) -> None:
    """That somebody reads it is written down, each time. Raises NotYourReading."""
    if not policies.may_read_second(by, reading, today=now.date()):
        raise NotYourReading
    log.note(Deed.READING_OPENED, by=by.pk, at=now, details=_named(reading))


@transaction.atomic
def let_pass(
    *, reading: SecondReading, seen: int, words: str, by: "Profile", now: datetime
) -> SecondReading:
    """It is published, edited, or put where posts for later wait. `seen`: `times` as it was read.

    Where it cannot be published, its author is asked for a change. Raises NotYourReading,
    SaidOtherwise, AnswerTooLong or AuthorReadsOnly.
    """
    held = _held(reading, seen=seen, by=by, now=now)
    _check_answer(words)
    if people.reads_only(held.author):
        raise AuthorReadsOnly
    try:
        with transaction.atomic():
            number = publish_read(held, now=now)
    except REFUSALS as refusal:
        held.said = held.said | {"answer": _sentence(refusal)}
        _answer(held, ReadingState.CHANGE, Deed.READING_CHANGE, by=by, now=now)
        return held
    held.said = {"answer": words.strip()}
    held.post_number = number
    held.attachments.clear()
    _answer(held, ReadingState.PASSED, Deed.READING_PASSED, by=by, now=now)
    return held


@transaction.atomic
def ask_for_change(
    *, reading: SecondReading, seen: int, words: str, by: "Profile", now: datetime
) -> None:
    """Raises NotYourReading, SaidOtherwise, SayWhatToChange or AnswerTooLong."""
    held = _held(reading, seen=seen, by=by, now=now)
    _check_answer(words, is_needed=True)
    held.said = held.said | {"answer": words.strip()}
    _answer(held, ReadingState.CHANGE, Deed.READING_CHANGE, by=by, now=now)


@transaction.atomic
def decline_reading(
    *, reading: SecondReading, seen: int, words: str, by: "Profile", now: datetime
) -> None:
    """Raises NotYourReading, SaidOtherwise, SayWhatToChange or AnswerTooLong."""
    held = _held(reading, seen=seen, by=by, now=now)
    _check_answer(words, is_needed=True)
    held.said = held.said | {"answer": words.strip()}
    _answer(held, ReadingState.DECLINED, Deed.READING_DECLINED, by=by, now=now)


def _held(reading: SecondReading, *, seen: int, by: "Profile", now: datetime) -> SecondReading:
    """Locked until the transaction ends."""
    found = SecondReading.objects.select_for_update(of=("self",)).select_related("author")
    held = found.filter(pk=reading.pk).first()
    if held is None or not policies.may_read_second(by, held, today=now.date()):
        raise NotYourReading
    if held.times != seen:
        raise SaidOtherwise
    return held


def _check_answer(words: str, *, is_needed: bool = False) -> None:
    if is_needed and not words.strip():
        raise SayWhatToChange
    if len(words) > LONGEST_ANSWER:
        raise AnswerTooLong


def _answer(
    held: SecondReading, state: ReadingState, deed: Deed, *, by: "Profile", now: datetime
) -> None:
    held.state, held.reader, held.answered_at = state, by, now
    held.save()
    log.note(deed, by=by.pk, at=now, details=_named(held))
    reading_letters.tell_author(held)
    events.publish(ReadingAnswered(profile_id=held.author_id, at=now))


def _sentence(refusal: Exception) -> str:
    if isinstance(refusal, SCHEDULE_REFUSALS):
        return _("It could not wait for that day: too many posts do. Choose another time.")
    if isinstance(refusal, (posting.NotYourPost, NotWhatWasRead)):
        return _(
            "The post or thread is not what was read any more: it was changed meanwhile. Look at it"
            " once more and send it again."
        )
    return posting.sentence(refusal)


def _named(reading: SecondReading) -> str:
    return f"second reading {reading.pk}"
