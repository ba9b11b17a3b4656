"""What a mentor answers to everybody: to the words that she read, for whoever is still there."""

import pytest

from corridor.mentoring import queries
from corridor.mentoring.actions import office_hours
from corridor.mentoring.models import AnswerToAll

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(sitting, asks, amara):
    return asks(amara, sitting, question="Does anybody else cry?", to_all=True)


def test_an_answer_to_words_that_were_changed_meanwhile_is_refused(
    asked, sitting, asks, osei, amara, now
):
    office_hours.withdraw(sitting.pk, by=amara, now=now)
    asks(amara, sitting, question="I failed my OSCE.", to_all=True)

    with pytest.raises(office_hours.AskedAnew):
        office_hours.answer_to_all(
            asked.pk, question="Does anybody else cry?", words="Yes.", by=osei, now=now
        )

    assert not AnswerToAll.objects.exists()


def test_whoever_withdrew_is_not_answered_before_everybody(asked, sitting, osei, amara, now):
    office_hours.withdraw(sitting.pk, by=amara, now=now)

    with pytest.raises(office_hours.NotForAll):
        office_hours.answer_to_all(
            asked.pk, question=asked.question, words="Yes.", by=osei, now=now
        )

    assert queries.turn_to_answer(asked.pk, sitting=sitting) is None
    assert not AnswerToAll.objects.exists()


def test_whoever_withdrew_reads_what_was_said_to_her_question_alone(
    asked, sitting, asks, osei, amara, sam, now
):
    other = asks(sam, sitting, question="How do I begin?", to_all=True)
    for turn, words in ((asked, "Yes, all of us."), (other, "With a plan.")):
        office_hours.answer_to_all(turn.pk, question=turn.question, words=words, by=osei, now=now)

    office_hours.withdraw(sitting.pk, by=amara, now=now)

    read = {
        one.handle: [
            answer.words for answer in queries.sitting(sitting.pk, viewer=one, now=now).answers
        ]
        for one in (amara, sam)
    }
    assert read == {
        amara.handle: ["Yes, all of us."],
        sam.handle: ["Yes, all of us.", "With a plan."],
    }
