"""An answer kept in the library is flagged with its question, and taken out of it."""

import pytest

from corridor.library import actions as library
from corridor.library import queries as kept_answers
from corridor.library.actions import SaidAnswer
from corridor.library.models import KeptAnswer
from corridor.mentoring import actions as mentoring
from corridor.mentoring import queries as asked_questions
from corridor.people.actions import block
from corridor.safety import actions, queries
from corridor.safety.actions import NewFlag
from corridor.safety.choices import Measure, Reason
from corridor.safety.models import Case, Evidence
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name

ASKED = "Who else lets students do the work nobody pays for?"


@pytest.fixture
def question(verify, amara, dr_osei, now):
    for one in (amara, dr_osei):
        verify(one)
    return mentoring.ask_mentors(topic="wellbeing", words=ASKED, by=amara, now=now)


@pytest.fixture
def kept(question, amara, dr_osei, now):
    answer = mentoring.answer_question(question.pk, words="All of them.", by=dr_osei, now=now)
    said = SaidAnswer(
        source=f"question {answer.pk}",
        topic="wellbeing",
        stage=amara.stage_name,
        question=ASKED,
        answer="All of them.",
        asker_id=amara.pk,
        answerer_id=dr_osei.pk,
    )
    library.agree_to_keep(said, words=ASKED, by=amara, now=now)
    return library.agree_to_keep(said, words="All of them.", by=dr_osei, now=now)


@pytest.fixture
def flag_question(question, mallory, now):
    def flag(reason=Reason.RULES):
        shown = asked_questions.question(question.pk, viewer=mallory, now=now)
        return actions.flag_question(NewFlag(reason=reason), asked=shown, by=mallory, now=now)

    return flag


@pytest.fixture
def flag_it(kept, now):
    def flag(by, reason=Reason.RULES):
        return actions.flag_answer(NewFlag(reason=reason), kept=kept, by=by, now=now)

    return flag


def is_read(kept, viewer, now):
    return kept_answers.kept_answer(kept.pk, viewer=viewer, now=now) is not None


def test_a_case_has_question_and_answer_and_never_who_asked(flag_it, kept, mallory, dr_osei, now):
    case = flag_it(mallory).case
    of_himself = actions.flag_person(
        NewFlag(reason=Reason.RULES), person=dr_osei, by=mallory, now=now
    ).case

    assert (case.about, case.answer_number) == (dr_osei, kept.pk)
    assert of_himself != case
    said = Evidence.objects.get(case=case).kept
    assert (said["asked"], said["text"], said["handle"]) == (ASKED, "All of them.", dr_osei.handle)


def test_neither_of_the_two_flags_it(flag_it, amara, dr_osei):
    for one in (amara, dr_osei):
        with pytest.raises(actions.CannotFlagYourself):
            flag_it(one)
    assert not Case.objects.exists()


def test_what_may_show_a_patient_is_hidden_until_somebody_looked(
    flag_it, kept, mallory, moderator, decides, now
):
    case = flag_it(mallory, Reason.PRIVACY).case
    assert not is_read(kept, mallory, now)

    decides(case, moderator())

    assert is_read(kept, mallory, now)
    flag_it(mallory, Reason.PRIVACY)
    assert is_read(kept, mallory, now)


def test_it_is_taken_out_and_comes_back_when_that_is_undone(
    flag_it, kept, mallory, dr_osei, moderator, decides, mailoutbox, now
):
    rosa = moderator()
    mailoutbox.clear()
    (decision,) = decides(flag_it(mallory).case, rosa, Measure.REMOVE, words="It names people.")

    assert not is_read(kept, mallory, now)
    (told,) = [one for one in mailoutbox if one.to == [dr_osei.account.email]]
    assert "an answer of yours in the library" in told.subject
    assert list(queries.own_decisions(dr_osei.pk)) == [decision]
    assert queries.what_it_said(decision) == "All of them."

    actions.undo_decision(decision=decision, by=rosa, now=now)
    assert is_read(kept, mallory, now)


def test_it_needs_no_content_note_and_nothing_once_it_was_withdrawn(
    flag_it, kept, mallory, amara, moderator, decides
):
    case, rosa = flag_it(mallory).case, moderator()
    with pytest.raises(actions.DoesNotFit):
        decides(case, rosa, Measure.LABEL, note="Odd")
    library.withdraw_kept(kept.pk, by=amara)
    with pytest.raises(actions.DoesNotFit):
        decides(case, rosa, Measure.REMOVE)
    assert Case.objects.get().closed_at is None


def test_with_a_question_goes_what_is_kept_of_it(
    flag_question, kept, mallory, amara, moderator, decides, now
):
    rosa = moderator()
    of_question = flag_question().case
    (decision,) = decides(of_question, rosa, Measure.REMOVE)

    assert not is_read(kept, mallory, now)
    assert [one.pk for one in queries.own_decisions(amara.pk)] == [decision.pk]
    assert queries.own_decision(decision.pk, viewer_id=amara.pk) == decision
    assert queries.own_decision(decision.pk, viewer_id=mallory.pk) is None

    actions.undo_decision(decision=decision, by=rosa, now=now)
    assert is_read(kept, mallory, now)


def test_what_was_taken_for_itself_stays_away_when_its_question_comes_back(
    flag_it, flag_question, kept, mallory, moderator, decides, now
):
    rosa = moderator()
    of_question = flag_question().case
    decides(flag_it(mallory).case, rosa, Measure.REMOVE)
    (decision,) = decides(of_question, rosa, Measure.REMOVE)

    actions.undo_decision(decision=decision, by=rosa, now=now)

    assert not is_read(kept, mallory, now)
    assert KeptAnswer.objects.get().withheld_at is not None


def test_what_nobody_has_looked_at_stays_away_when_its_question_comes_back(
    flag_it, flag_question, kept, mallory, moderator, decides, now
):
    rosa, of_question = moderator(), flag_question().case
    case = flag_it(mallory, Reason.PRIVACY).case

    decides(of_question, rosa)
    assert not is_read(kept, mallory, now)

    decides(case, rosa)
    assert is_read(kept, mallory, now)


def test_an_answer_stays_away_with_the_question_that_stands_beside_it(
    flag_it, flag_question, kept, mallory, moderator, decides, now
):
    rosa, of_question = moderator(), flag_question().case
    looked_at = flag_it(mallory, Reason.PRIVACY).case
    (removed,) = decides(of_question, rosa, Measure.REMOVE)

    decides(looked_at, rosa)
    assert not is_read(kept, mallory, now)

    actions.undo_decision(decision=removed, by=rosa, now=now)
    assert is_read(kept, mallory, now)


def test_an_answer_whose_removal_is_undone_waits_for_its_question(
    flag_it, flag_question, kept, mallory, moderator, decides, now
):
    rosa, of_question, of_answer = moderator(), flag_question().case, flag_it(mallory).case
    (answer_removed,) = decides(of_answer, rosa, Measure.REMOVE)
    (question_removed,) = decides(of_question, rosa, Measure.REMOVE)

    actions.undo_decision(decision=answer_removed, by=rosa, now=now)
    assert not is_read(kept, mallory, now)

    actions.undo_decision(decision=question_removed, by=rosa, now=now)
    assert is_read(kept, mallory, now)


@pytest.mark.parametrize("reason", [Reason.RULES, Reason.PRIVACY])
def test_what_was_withdrawn_or_deleted_meanwhile_is_not_flagged(
    flag_it, kept, amara, mallory, reason
):
    library.withdraw_kept(kept.pk, by=amara)
    with pytest.raises(library.KeptGone):
        flag_it(mallory, reason)

    KeptAnswer.objects.all().delete()
    with pytest.raises(library.KeptGone):
        flag_it(mallory, reason)
    assert not Case.objects.exists()


def test_a_moderator_does_not_get_what_she_asked_nor_learns_by_blocking_who_did(
    flag_it, mallory, amara, moderator, now
):
    case, rosa = flag_it(mallory).case, moderator()
    actions.appoint_moderator(amara, queues=[case.queue], now=now)
    assert queries.case_to_look_at(case.pk, viewer=amara, today=now.date()) is None

    block(blocker=rosa, blocked=amara, now=now)
    assert queries.case_to_look_at(case.pk, viewer=rosa, today=now.date()) == case
