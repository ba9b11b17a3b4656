"""What people told a programme of what they lived through stands nowhere in the clear."""

import pytest
from django.core.management import call_command

from corridor.kernel.sealing import CannotOpen
from corridor.programmes import queries
from corridor.programmes.actions import close_applications, run_matching
from corridor.programmes.documents import Given, from_document
from corridor.programmes.models import Application, RunRecord, SwapRecord
from tests.stored import every_stored_value, every_value_of
from tests.thoroughly import thoroughly

LIVED = "refugee background"


@pytest.fixture
def told_run(apply, open_spring, amara, dr_osei, prof_lindqvist, now):
    """Amara asks for a mentor who shares what she lived through, and Dr Osei does."""
    apply(amara, experience=frozenset({LIVED}), shares=frozenset({LIVED}))
    apply(dr_osei, is_mentor=True, experience=frozenset({LIVED}), capacity=1)
    round = close_applications(round=open_spring, by=prof_lindqvist)
    return run_matching(round=round, by=prof_lindqvist, now=now)


def test_no_row_tells_what_an_application_or_a_run_does(told_run, amara):
    stored = list(every_stored_value())

    assert LIVED in str(told_run.record.outcome)
    assert amara.handle.encode() in stored
    assert [value for value in stored if LIVED.encode() in value] == []


def test_a_run_still_says_what_went_in(told_run):
    record = RunRecord.objects.get(run=told_run)

    given = from_document(Given, record.given)

    assert given == queries.given(told_run.round)
    assert [mentee.shares for mentee in given.mentees] == [frozenset({LIVED})]


def test_answers_moved_to_another_application_do_not_open(told_run):
    hers, his = Application.objects.filter(round=told_run.round).order_by("pk")
    Application.objects.filter(pk=his.pk).update(sealed_answers=hers.sealed_answers)

    his.refresh_from_db()

    with pytest.raises(CannotOpen):
        _ = his.answers


def test_documents_of_a_run_moved_to_another_column_do_not_open(told_run):
    record = told_run.record
    record.sealed_certificate = record.sealed_outcome

    with pytest.raises(CannotOpen):
        _ = record.certificate


@thoroughly
@pytest.mark.django_db(transaction=True)
def test_rows_from_before_are_sealed_and_open_again_when_taken_back(told_run):
    answers, outcome = Application.objects.earliest("pk").answers, told_run.record.outcome
    swaps = [one.swaps for one in SwapRecord.objects.order_by("proposal")]

    call_command("migrate", "programmes", "0002", verbosity=0)
    in_the_clear = list(every_value_of("programmes_application", "programmes_runrecord"))
    call_command("migrate", "programmes", verbosity=0)

    assert any(LIVED.encode() in value for value in in_the_clear)
    assert [value for value in every_stored_value() if LIVED.encode() in value] == []
    assert Application.objects.earliest("pk").answers == answers
    assert RunRecord.objects.get(run=told_run).outcome == outcome
    assert [one.swaps for one in SwapRecord.objects.order_by("proposal")] == swaps != []
