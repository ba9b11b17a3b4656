"""Who rates, what a rating says, and what somebody's ratings came to."""

from datetime import timedelta
from functools import partial

import pytest

from corridor.algorithms.bridging import Record
from corridor.context_notes import actions, queries
from corridor.context_notes.choices import Answer, Standing, Why
from corridor.context_notes.models import ContextNote, NoteRating
from corridor.people import actions as people
from corridor.people.choices import EvaluationKind, Route

DAYS = timedelta(days=1)


@pytest.fixture
def note(writer, mallory, says, notes):
    return notes(writer, says(mallory), is_open=True)


def test_whoever_has_a_part_in_it_or_is_not_verified_does_not_rate(
    note, writer, mallory, amara, verify, rates
):
    verify(mallory)
    for who in (writer, mallory, amara):
        with pytest.raises(actions.NotYoursToRate):
            rates(who, note)
    assert not NoteRating.objects.exists()

    assert rates(verify(amara, Route.VOUCHES), note).answer == Answer.HELPFUL


def test_the_last_answer_counts_and_can_be_taken_back(note, amara, verify, rates, now):
    verify(amara)
    rates(amara, note, "helpful", [Why.CLEAR])
    rates(amara, note, "not", [Why.WRONG, Why.BESIDE])

    (rating,) = NoteRating.objects.all()
    assert (rating.answer, rating.reasons) == ("not", "beside wrong")
    actions.take_back_rating(note=note, by=amara, now=now)
    with pytest.raises(actions.NotRated):
        actions.take_back_rating(note=note, by=amara, now=now)
    assert not NoteRating.objects.exists()


def test_praise_does_not_go_with_blame(note, amara, verify, rates):
    verify(amara)
    for answer, why in (("helpful", Why.WRONG), ("not", Why.CLEAR)):
        with pytest.raises(actions.ReasonsDoNotFit):
            rates(amara, note, answer, [why])
    assert rates(amara, note, "somewhat", [Why.CLEAR, Why.OPINION])


def test_nothing_is_rated_before_it_opens_or_after_it_settled(
    writer, mallory, amara, verify, says, notes, rates, now
):
    verify(amara)
    waiting = notes(writer, says(mallory))
    with pytest.raises(actions.NotOpen):
        rates(amara, waiting)
    actions.let_note_be_read(note=waiting, by=mallory, now=now)
    actions.rank_notes(now=now + 14 * DAYS)

    with pytest.raises(actions.NotOpen):
        rates(amara, waiting)

    assert not NoteRating.objects.exists()


def test_the_queue_has_her_own_field_first_and_nothing_of_hers(
    clinician, mallory, says, notes, rates, now
):
    surgeon = clinician("a_surgeon", specialty="surgery")
    internist = clinician("an_internist")
    of_surgery = notes(surgeon, says(mallory), is_open=True)
    of_medicine = notes(internist, says(mallory), is_open=True)
    notes(internist, says(surgeon), is_open=True)
    notes(surgeon, says(mallory))
    rater = clinician("a_rater", specialty="internal-medicine")

    queue = list(queries.notes_to_rate(rater, now=now))
    assert queue[0].field == "internal-medicine"
    assert of_surgery in queue
    assert len(queue) == 3
    assert queries.fields_to_rate(rater, now=now) == ["internal-medicine", "surgery"]
    rates(rater, of_surgery)
    assert list(queries.notes_to_rate(rater, now=now, field="surgery")) == []
    assert list(queries.notes_to_rate(surgeon, now=now)) == [of_medicine]
    assert list(queries.notes_to_rate(rater, now=now + 15 * DAYS)) == []


def test_whoever_is_kept_apart_sees_no_note_of_the_other(writer, note, amara, now):
    people.declare_evaluation(
        profile=amara, other=writer, kind=EvaluationKind.EVALUATES_ME, now=now
    )

    assert list(queries.notes_to_rate(amara, now=now)) == []
    assert queries.note_to_look_at(note.pk, viewer=amara, now=now) is None


def test_neither_is_it_in_the_list_beneath_the_post_until_all_may_read_it(writer, note, amara, now):
    people.block(blocker=amara, blocked=writer, now=now)
    listed = partial(queries.shown_notes_on, note.post_id, viewer_id=amara.pk, now=now)
    assert listed() == []

    ContextNote.objects.update(standing=Standing.SHOWN, standing_at=now)

    assert [one.note for one in listed()] == [note]
    assert queries.note_to_look_at(note.pk, viewer=amara, now=now) == note


def test_whoever_wrote_the_post_answers_whomever_she_blocked(writer, note, mallory, now):
    people.block(blocker=mallory, blocked=writer, now=now)

    assert queries.note_to_look_at(note.pk, viewer=mallory, now=now) == note
    assert queries.shown_notes_on(note.post_id, viewer_id=mallory.pk, now=now)


def test_ratings_that_turned_out_right_earn_notes(clinician, mallory, says, notes, rates, now):
    rater, authors = clinician("a_rater"), [clinician(f"author_{n}") for n in "abc"]
    rated = [notes(author, says(mallory), is_open=True) for author in authors for _ in range(2)]
    for note in rated:
        rates(rater, note, "helpful" if note.pk % 2 else "not")
    ContextNote.objects.update(settled_at=now, standing=Standing.SHOWN)
    helpful = sum(note.pk % 2 for note in rated)

    assert queries.record_of(rater.pk) == Record(right=helpful, wrong=len(rated) - helpful)
    assert queries.record_of(authors[0].pk) == Record(shown=2)
    ContextNote.objects.filter(author=authors[1]).update(standing=Standing.UNHELPFUL)
    assert queries.own_record(authors[1].pk).notes_a_day == 1
    ContextNote.objects.update(settled_at=None)
    assert queries.record_of(rater.pk) == Record()
