"""A question to all mentors shows a stage and a field, and no copy of the database more."""

from datetime import timedelta

import pytest

from corridor.mentoring import actions, contacts_archive, queries
from corridor.mentoring.models import Answer, Question
from corridor.mentoring.personal_archive import ABOUT_PEOPLE
from corridor.notifications.models import Notification
from corridor.people.actions import block, declare_evaluation
from corridor.people.choices import EvaluationKind
from corridor.posts.actions import MayIdentifyPatient
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name
from tests.stored import every_value_of

ASKED = "I cried after my first code. Is this job for me?"


@pytest.fixture(autouse=True)
def _verified(verify, amara, dr_osei, prof_lindqvist):
    for one in (amara, dr_osei, prof_lindqvist):
        verify(one)


@pytest.fixture
def asked(amara, now):
    return actions.ask_mentors(topic="wellbeing", words=ASKED, by=amara, now=now)


def test_several_answer_and_who_asked_is_not_seen(asked, dr_osei, prof_lindqvist, amara, now):
    actions.answer_question(asked.pk, words="I did, too.", by=dr_osei, now=now)
    actions.answer_question(asked.pk, words="So did we all.", by=prof_lindqvist, now=now)
    actions.answer_question(asked.pk, words="I did, too. Write to me.", by=dr_osei, now=now)

    shown = queries.question(asked.pk, viewer=amara, now=now)

    assert [one.words for one in shown.answers] == ["I did, too. Write to me.", "So did we all."]
    assert (shown.is_own, shown.question.stage) == (True, amara.stage_name)
    assert queries.question(asked.pk, viewer=dr_osei, now=now).is_own is False
    row = Notification.objects.get(recipient=amara)
    assert (row.kind, row.by_id) == ("question", amara.pk)


def test_a_copy_of_the_database_tells_neither_words_nor_who(asked, amara, dr_osei, now):
    actions.answer_question(asked.pk, words="I cried, too.", by=dr_osei, now=now)
    stored = list(every_value_of("mentoring_question", "mentoring_answer"))

    assert [one for one in stored if b"cried" in one] == []
    row = Question.objects.values().get()
    del row["id"]
    assert [value for value in row.values() if value in {amara.pk, amara.handle}] == []


def test_whoever_judges_her_work_does_not_see_it(asked, amara, prof_lindqvist, dr_osei, now):
    declare_evaluation(
        profile=amara, other=prof_lindqvist, kind=EvaluationKind.EVALUATES_ME, now=now
    )

    assert queries.questions(prof_lindqvist, now=now) == []
    assert queries.question(asked.pk, viewer=prof_lindqvist, now=now) is None
    assert len(queries.questions(dr_osei, topic="wellbeing", now=now)) == 1
    assert queries.questions(dr_osei, topic="visas", now=now) == []


def evaluates(by, other, now):
    declare_evaluation(profile=by, other=other, kind=EvaluationKind.EVALUATES_ME, now=now)


def blocks(by, other, now):
    block(blocker=by, blocked=other, now=now)


@pytest.mark.parametrize("keep_away", [blocks, evaluates])
def test_nobody_finds_out_who_asked_by_keeping_away_from_people(
    asked, amara, dr_osei, prof_lindqvist, now, keep_away
):
    keep_away(amara, prof_lindqvist, now)
    before = [queries.questions(one, now=now) for one in (dr_osei, prof_lindqvist)]

    keep_away(dr_osei, amara, now)
    keep_away(prof_lindqvist, amara, now)

    after = [queries.questions(one, now=now) for one in (dr_osei, prof_lindqvist)]
    assert [len(several) for several in before] == [1, 0]
    assert [len(several) for several in after] == [1, 0]
    assert queries.question(asked.pk, viewer=dr_osei, now=now) is not None


def test_whoever_asked_reads_no_answer_of_somebody_from_whom_she_is_kept_apart(
    asked, amara, dr_osei, now
):
    block(blocker=dr_osei, blocked=amara, now=now)

    actions.answer_question(asked.pk, words="Write to me.", by=dr_osei, now=now)

    assert queries.question(asked.pk, viewer=amara, now=now).answers == []


def test_who_may_ask_and_what(amara, mallory, now):
    refused = [
        ({"topic": "wellbeing", "words": "Why?", "by": mallory}, actions.NotVerified),
        ({"topic": " ", "words": "Why?", "by": amara}, actions.WordsMissing),
        ({"topic": "wellbeing", "words": " ", "by": amara}, actions.WordsMissing),
        ({"topic": "wellbeing", "words": "x" * 601, "by": amara}, actions.WordsTooLong),
        ({"topic": "wellbeing", "words": "MRN 84736251", "by": amara}, MayIdentifyPatient),
    ]
    for said, refusal in refused:
        with pytest.raises(refusal):
            actions.ask_mentors(**said, now=now)
    assert not Question.objects.exists()

    for words in ("One?", "Two?"):
        actions.ask_mentors(topic="wellbeing", words=words, by=amara, now=now)
    with pytest.raises(actions.TooManyQuestions):
        actions.ask_mentors(topic="wellbeing", words="Three?", by=amara, now=now)
    assert Question.objects.count() == 2


def test_who_may_answer(asked, amara, dr_osei, mallory, now):
    late = now + timedelta(days=14)
    refused = [
        ({"words": "Yes.", "by": mallory, "now": now}, actions.NotVerified),
        ({"words": "Yes.", "by": amara, "now": now}, actions.OwnQuestion),
        ({"words": " ", "by": dr_osei, "now": now}, actions.WordsMissing),
        ({"words": "x" * 2001, "by": dr_osei, "now": now}, actions.WordsTooLong),
        ({"words": "Yes.", "by": dr_osei, "now": late}, actions.QuestionClosed),
    ]
    for said, refusal in refused:
        with pytest.raises(refusal):
            actions.answer_question(asked.pk, **said)

    assert not Answer.objects.exists()


def test_whoever_asked_thanks_closes_and_takes_back(asked, amara, dr_osei, mallory, now):
    answer = actions.answer_question(asked.pk, words="Yes.", by=dr_osei, now=now)
    for not_hers in (
        lambda: actions.thank_for_answer(answer.pk, by=dr_osei),
        lambda: actions.close_question(asked.pk, by=dr_osei, now=now),
        lambda: actions.take_back_question(asked.pk, by=mallory),
        lambda: actions.thank_for_answer(answer.pk + 1, by=amara),
    ):
        with pytest.raises(actions.NotYourQuestion):
            not_hers()

    actions.thank_for_answer(answer.pk, by=amara)
    actions.close_question(asked.pk, by=amara, now=now)

    assert Answer.objects.get().is_thanked
    assert queries.questions(dr_osei, now=now) == []
    assert queries.question(asked.pk, viewer=dr_osei, now=now) is not None
    assert queries.question(asked.pk, viewer=mallory, now=now) is None
    actions.take_back_question(asked.pk, by=amara)
    assert not Question.objects.exists()


def test_it_is_in_her_archive_and_goes_with_her(asked, amara, dr_osei):
    def rows(profile):
        return next(one.rows for one in ABOUT_PEOPLE.archive(profile) if one.key == "questions")

    assert ([one["words"] for one in rows(amara)], rows(dr_osei)) == ([ASKED], [])

    contacts_archive.forget(amara)

    assert not Question.objects.exists()
