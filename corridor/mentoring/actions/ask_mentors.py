"""A question to all mentors: who asks is shown by stage and field alone."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring.asker import digest_of
from corridor.mentoring.events import QuestionAnswered
from corridor.mentoring.models import Answer, Question
from corridor.people import actions as people_actions
from corridor.people import queries as people
from corridor.posts.actions.look_for_patients import TEXT, Speaker, look

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_QUESTION, LONGEST_ANSWER, LONGEST_TOPIC = 600, 2000, 60
MOST_A_WEEK = 2
MOST_ANSWERS = 12
A_WEEK = timedelta(days=7)
OPEN_FOR = timedelta(days=14)
PLACE = "post"


class NotVerified(Exception):
    """Questions and answers are of people who showed who they are, or nobody could trust them."""


class TooManyQuestions(Exception):
    """Two in a week."""


class WordsMissing(Exception):
    """No topic, or nothing asked or said."""


class WordsTooLong(Exception):
    """Longer than there is room for."""


class QuestionClosed(Exception):
    """It takes no more answers."""


class OwnQuestion(Exception):
    """Whoever asks does not answer herself."""


class NotYourQuestion(Exception):
    """Somebody else asked it, or there is none."""


@transaction.atomic
def ask_mentors(*, topic: str, words: str, by: "Profile", now: datetime) -> Question:
    """Raises NotVerified, WordsMissing, WordsTooLong, TooManyQuestions or MayIdentifyPatient."""
    topic, words = topic.strip(), words.replace("\r\n", "\n").strip()
    if not people.verified_among([by.pk], now=now):
        raise NotVerified
    if not topic or not words:
        raise WordsMissing
    if len(topic) > LONGEST_TOPIC or len(words) > LONGEST_QUESTION:
        raise WordsTooLong
    people_actions.hold_profile(by)
    own = Question.objects.filter(asker_digest=digest_of(by.pk))
    if own.filter(at__gt=now - A_WEEK).count() >= MOST_A_WEEK:
        raise TooManyQuestions
    look([(TEXT, topic), (TEXT, words)], Speaker(by=by, place=PLACE), now=now)

    made = Question(topic=topic, stage=by.stage_name, field=by.field, at=now)
    made.closes_at = now + OPEN_FOR
    made.asker_digest = digest_of(by.pk)
    made.asker = by.pk
    made.words = words
    made.save()
    return made


@transaction.atomic
def answer_question(question_id: int, *, words: str, by: "Profile", now: datetime) -> Answer:
    """Said again, it replaces what she said before.

    Raises NotVerified, WordsMissing, WordsTooLong, OwnQuestion, QuestionClosed or
    MayIdentifyPatient.
    """
    words = words.replace("\r\n", "\n").strip()
    if not people.verified_among([by.pk], now=now):
        raise NotVerified
    if not words:
        raise WordsMissing
    if len(words) > LONGEST_ANSWER:
        raise WordsTooLong
    held = Question.objects.select_for_update().filter(pk=question_id).first()
    if held is None or held.withheld_at or held.closed_at or held.closes_at <= now:
        raise QuestionClosed
    if bytes(held.asker_digest) == digest_of(by.pk):
        raise OwnQuestion
    before = Answer.objects.filter(question=held, by=by).first()
    if before is None and held.answers.count() >= MOST_ANSWERS:
        raise QuestionClosed
    look([(TEXT, words)], Speaker(by=by, place=PLACE), now=now)

    made = before or Answer(question=held, by=by, at=now)
    made.words = words
    made.save()
    if before is None:
        events.publish(QuestionAnswered(asker_id=held.asker, at=now))
    return made


@transaction.atomic
def close_question(question_id: int, *, by: "Profile", now: datetime) -> None:
    """Raises NotYourQuestion."""
    held = _own(question_id, by)
    held.closed_at = held.closed_at or now
    held.save(update_fields=["closed_at"])


@transaction.atomic
def take_back_question(question_id: int, *, by: "Profile") -> None:
    """With its answers, for good. Raises NotYourQuestion."""
    _own(question_id, by).delete()


@transaction.atomic
def thank_for_answer(answer_id: int, *, by: "Profile") -> None:
    """Raises NotYourQuestion."""
    answer = Answer.objects.filter(pk=answer_id).first()
    if answer is None:
        raise NotYourQuestion
    _own(answer.question_id, by)
    answer.is_thanked = True
    answer.save(update_fields=["is_thanked"])


def _own(question_id: int, by: "Profile") -> Question:
    held = Question.objects.select_for_update().filter(pk=question_id).first()
    if held is None or bytes(held.asker_digest) != digest_of(by.pk):
        raise NotYourQuestion
    return held
