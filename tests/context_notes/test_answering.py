"""The author of a post answers first, later, or not at all."""

from datetime import timedelta

import pytest

from corridor.context_notes import actions, queries
from corridor.context_notes.choices import State
from corridor.notifications import queries as notifications
from corridor.posts.actions import MayIdentifyPatient

LATER = timedelta(hours=12)


@pytest.fixture
def note(writer, mallory, says, notes):
    return notes(writer, says(mallory))


def fresh(note):
    note.refresh_from_db()
    return note


def test_an_answer_opens_the_note_and_stands_beside_it(note, writer, mallory, now):
    actions.answer_note("I had read another trial.", note=note, by=mallory, now=now)
    actions.tend_notes(now=now)

    (shown,) = queries.notes_under([note.post_id])[note.post_id]
    assert shown.answer_html == "<p>I had read another trial.</p>"
    told = {one.kind for one in notifications.notifications(writer.pk, now=now, with_desk=True)}
    assert told == {"note_answered", "note_shown"}


def test_without_an_answer_it_opens_after_twelve_hours(note, now):
    assert actions.open_due_notes(now=now + LATER - timedelta(seconds=1)) == 0
    assert fresh(note).state == State.ANSWERING

    assert actions.open_due_notes(now=now + LATER) == 1

    assert fresh(note).opened_at == now + LATER
    assert actions.open_due_notes(now=now + LATER) == 0


def test_only_the_author_of_the_post_answers_and_once(note, writer, amara, mallory, now):
    for who in (writer, amara):
        with pytest.raises(actions.NotYourPost):
            actions.answer_note("Me", note=note, by=who, now=now)
        with pytest.raises(actions.NotYourPost):
            actions.let_note_be_read(note=note, by=who, now=now)
    assert fresh(note).state == State.ANSWERING
    actions.let_note_be_read(note=note, by=mallory, now=now)
    with pytest.raises(actions.NothingToAnswer):
        actions.let_note_be_read(note=note, by=mallory, now=now)

    actions.answer_note("Later, but well considered.", note=note, by=mallory, now=now)
    with pytest.raises(actions.NothingToAnswer):
        actions.answer_note("Again", note=note, by=mallory, now=now)

    assert fresh(note).answer == "Later, but well considered."
    actions.take_back_answer(note=note, by=mallory)
    with pytest.raises(actions.NothingToAnswer):
        actions.take_back_answer(note=note, by=mallory)
    assert fresh(note).answer == ""


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (" ", actions.NothingSaid),
        ("x" * 501, actions.TooLong),
        ("My patient John Miller, MRN 4482913, shows it.", MayIdentifyPatient),
    ],
)
def test_an_answer_is_looked_at_as_a_note_is(note, mallory, now, text, refusal):
    with pytest.raises(refusal):
        actions.answer_note(text, note=note, by=mallory, now=now)

    assert fresh(note).answered_at is None
    assert fresh(note).state == State.ANSWERING


def test_what_was_withdrawn_is_not_answered(note, writer, mallory, now):
    actions.withdraw_note(note=note, by=writer, now=now)

    with pytest.raises(actions.NothingToAnswer):
        actions.answer_note("But", note=note, by=mallory, now=now)
    assert actions.open_due_notes(now=now + LATER) == 0
