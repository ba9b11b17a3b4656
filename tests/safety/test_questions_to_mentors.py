"""A question to mentors is flagged like a post; it takes two to see who asked."""

from datetime import timedelta

import pytest

from corridor.mentoring import actions as mentoring
from corridor.mentoring import queries as asked_questions
from corridor.people.actions import block
from corridor.safety import actions, queries
from corridor.safety.actions import NewFlag
from corridor.safety.choices import Measure, Reason
from corridor.safety.models import Case, Evidence, LogEntry, Unsealing
from tests.people.verifying import *  # noqa: F403 - pytest finds fixtures by name
from tests.stored import every_value_of

ASKED = "Who else lets students do the work nobody pays for?"


@pytest.fixture
def question(verify, amara, dr_osei, now):
    for one in (amara, dr_osei):
        verify(one)
    return mentoring.ask_mentors(topic="wellbeing", words=ASKED, by=amara, now=now)


@pytest.fixture
def flag_it(question, now):
    def flag(by, reason=Reason.RULES, *, at=now):
        shown = asked_questions.question(question.pk, viewer=by, now=at)
        return actions.flag_question(NewFlag(reason=reason), asked=shown, by=by, now=at)

    return flag


@pytest.fixture
def case(flag_it, mallory):
    return flag_it(mallory).case


def seen_by(viewer, question, now):
    return asked_questions.question(question.pk, viewer=viewer, now=now) is not None


def test_all_flags_of_it_are_one_case_that_names_nobody(flag_it, case, dr_osei, amara, question):
    again = flag_it(dr_osei)

    assert again.case == case
    assert (case.about, case.question_number) == (None, question.pk)
    kept = Evidence.objects.get().kept
    assert (kept["text"], kept["stage"]) == (ASKED, amara.stage_name)
    stored = list(every_value_of("safety_case", "safety_evidence", "safety_flag"))
    assert [one for one in stored if amara.handle.encode() in one] == []


def test_nobody_flags_her_own(flag_it, amara):
    with pytest.raises(actions.CannotFlagYourself):
        flag_it(amara)
    assert not Case.objects.exists()


def test_what_may_show_a_patient_is_hidden_until_somebody_looked(
    flag_it, question, dr_osei, mallory, amara, moderator, decides, now
):
    case = flag_it(mallory, Reason.PRIVACY).case
    assert not seen_by(dr_osei, question, now)
    assert seen_by(amara, question, now)

    decides(case, moderator())

    assert seen_by(dr_osei, question, now)
    flag_it(mallory, Reason.PRIVACY)
    assert seen_by(dr_osei, question, now)


def test_it_is_taken_from_the_others_and_whoever_asked_can_appeal(
    case, question, dr_osei, amara, moderator, decides, mailoutbox, now
):
    mailoutbox.clear()
    (decision,) = decides(case, moderator(), Measure.REMOVE, words="It calls people names.")

    assert not seen_by(dr_osei, question, now)
    with pytest.raises(mentoring.QuestionClosed):
        mentoring.answer_question(question.pk, words="Me.", by=dr_osei, now=now)
    (told,) = [one for one in mailoutbox if one.to == [amara.account.email]]
    assert "It calls people names." in told.body
    assert decision.about is None

    appeal = actions.appeal(decision=decision, words="It does not.", by=amara, now=now)
    assert amara.pk not in LogEntry.objects.filter(deed="appealed").values_list(
        "by_number", flat=True
    )
    actions.judge_appeal(appeal=appeal, is_granted=True, answer="Right.", by=moderator(), now=now)
    assert seen_by(dr_osei, question, now)


def test_nothing_else_is_done_to_a_question(case, moderator, decides):
    for measure in (Measure.LABEL, Measure.LIMIT, Measure.FREEZE, Measure.SUSPEND):
        with pytest.raises(actions.DoesNotFit):
            decides(case, moderator(), measure, note="Odd")
    assert Case.objects.get().closed_at is None


def test_two_let_a_moderator_see_who_asked_for_a_day_and_she_is_told(
    case, amara, moderator, mailoutbox, now
):
    rosa, noor = moderator(), moderator()
    asked = actions.ask_for_asker(case, why="She may be in danger.", by=rosa, now=now)
    assert queries.asker_shown(rosa, case, now=now) is None
    with pytest.raises(actions.NotWithoutAnother):
        actions.answer_unsealing(asked, is_granted=True, by=rosa, now=now)
    mailoutbox.clear()

    actions.answer_unsealing(asked, is_granted=True, by=noor, now=now)

    assert queries.asker_shown(rosa, case, now=now) == amara
    assert queries.asker_shown(noor, case, now=now) is None
    assert queries.asker_shown(rosa, case, now=now + timedelta(days=1)) is None
    assert queries.whole_case(case, viewer=rosa, now=now).names_shown == frozenset()
    (told,) = mailoutbox
    assert told.to == [amara.account.email]
    assert "She may be in danger." in told.body
    deeds = LogEntry.objects.order_by("number").values_list("deed", "details")
    assert list(deeds)[-2:] == [("asked_name", "asker"), ("unsealed", "asker")]


def test_what_is_refused_unseals_nothing(case, question, flag_it, moderator, amara, mallory, now):
    rosa = moderator()
    for refusal, why, by in (
        (actions.NotYourCase, "Why not.", amara),
        (actions.SayWhy, "  ", rosa),
        (actions.NoteTooLong, "a" * 501, rosa),
    ):
        with pytest.raises(refusal):
            actions.ask_for_asker(case, why=why, by=by, now=now)
    actions.ask_for_asker(case, why="Now.", by=rosa, now=now)
    with pytest.raises(actions.AskedAlready):
        actions.ask_for_asker(case, why="Again.", by=rosa, now=now)
    mentoring.take_back_question(question.pk, by=amara)
    with pytest.raises(actions.NoNameThere):
        actions.ask_for_asker(case, why="Now.", by=moderator(), now=now)
    assert Unsealing.objects.count() == 1


def test_a_moderator_does_not_get_her_own_question_nor_learns_by_blocking_who_asked(
    case, question, amara, moderator, now
):
    rosa = moderator()
    actions.appoint_moderator(amara, queues=[case.queue], now=now)
    assert queries.case_to_look_at(case.pk, viewer=amara, today=now.date()) is None

    block(blocker=rosa, blocked=amara, now=now)
    assert queries.case_to_look_at(case.pk, viewer=rosa, today=now.date()) == case
    kept_away = moderator()
    block(blocker=amara, blocked=kept_away, now=now)
    assert queries.case_to_look_at(case.pk, viewer=kept_away, today=now.date()) is None
