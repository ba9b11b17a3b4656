"""Who adds a note to which post, and what a note has to be."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.context_notes import actions, queries
from corridor.context_notes.actions import NewNote
from corridor.context_notes.choices import State
from corridor.context_notes.models import ContextNote
from corridor.notifications import queries as notifications
from corridor.people.choices import Route
from corridor.posts.actions import MayIdentifyPatient
from tests.context_notes.conftest import WORDS

HOURS = timedelta(hours=1)


def test_the_author_is_told_and_may_answer_before_anybody_reads_it(
    writer, mallory, amara, says, notes, now, django_capture_on_commit_callbacks
):
    post = says(mallory)
    with django_capture_on_commit_callbacks(execute=True):
        note = notes(writer, post)

    assert note.state == State.ANSWERING
    assert queries.notes_under([post.pk]) == {}
    assert queries.shown_notes_on(post.pk, viewer_id=amara.pk, now=now) == []
    (hers,) = queries.shown_notes_on(post.pk, viewer_id=mallory.pk, now=now)
    assert hers.note == note
    (told,) = notifications.notifications(mallory.pk, now=now, with_desk=True)
    assert (told.kind, told.by, told.post) == ("note_to_answer", writer, post)
    (letter,) = mail.outbox
    assert letter.to == [mallory.account.email]
    assert f"/notes/{note.pk}/" in letter.body
    assert "mortality" not in letter.body


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("  ", actions.NothingSaid),
        ("x" * 601, actions.TooLong),
        ("This is wrong, as everybody knows who has read the literature.", actions.NoReference),
        ("See https://example.org/a-page for what the trial really found.", actions.NoReference),
        ("10.1056/NEJMoa1411087 PMID 25776532", actions.OnlyReferences),
        ("See 10.1056/NEJMoa1411087", actions.OnlyReferences),
    ],
)
def test_a_note_has_own_words_and_a_reference(writer, mallory, says, notes, text, refusal):
    with pytest.raises(refusal):
        notes(writer, says(mallory), text)

    assert not ContextNote.objects.exists()


def test_no_note_tells_of_a_patient(writer, mallory, says, notes, now):
    words = f"My patient John Miller, MRN 4482913, died of this in Duluth. {WORDS}"

    with pytest.raises(MayIdentifyPatient):
        notes(writer, says(mallory), words)

    assert not ContextNote.objects.exists()


def test_only_verified_clinicians_of_the_field_write(
    clinician, join, verify, mallory, says, notes, now
):
    post = says(mallory, "In dermatology nobody needs sunscreen.")
    everywhere = says(mallory, "Nobody needs sleep.")
    refusals = {
        join(handle="a_resident", display_name="A", stage="PGY2", specialty="dermatology"): (
            actions.NotAClinician
        ),
        clinician("a_student", stage="MS3", specialty="dermatology"): actions.NotAClinician,
        verify(
            join(handle="vouched", display_name="V", stage="ATT", specialty="dermatology"),
            Route.VOUCHES,
        ): actions.NotAClinician,
        clinician("a_fellow", stage="FEL", specialty="undecided"): actions.NoField,
        clinician("a_surgeon", specialty="surgery"): actions.NotYourField,
    }

    for who, refusal in refusals.items():
        with pytest.raises(refusal):
            notes(who, post)
    assert not ContextNote.objects.exists()
    assert notes(clinician("a_dermatologist", specialty="dermatology"), post).field == "dermatology"
    surgeon = next(who for who in refusals if who.handle == "a_surgeon")
    assert notes(surgeon, everywhere).field == "surgery"


def test_notes_stand_on_what_anybody_may_read(writer, mallory, says, notes, now):
    story = says(mallory, kind="story", expires_at=now + HOURS)
    for post in (says(mallory, audience="followers"), story):
        with pytest.raises(actions.NotForNotes):
            notes(writer, post)
    with pytest.raises(actions.OwnPost):
        notes(writer, says(writer))


def test_one_note_each_and_few_a_day(writer, mallory, says, notes, now):
    first = says(mallory)
    notes(writer, first)
    with pytest.raises(actions.NotedAlready):
        notes(writer, first)
    notes(writer, says(mallory))

    with pytest.raises(actions.TooManyNotes) as refused:
        notes(writer, says(mallory))

    assert refused.value.most == 2
    assert ContextNote.objects.count() == 2
    assert notes(writer, says(mallory), at=now + 25 * HOURS)


def test_it_is_edited_until_somebody_took_it_as_it_is(
    writer, dr_osei, verify, mallory, says, notes, rates, now
):
    note = notes(writer, says(mallory), is_open=True)
    better = NewNote(text=f"Better said. {WORDS}")
    actions.edit_note(better, note=note, by=writer, now=now)
    with pytest.raises(actions.NotYourNote):
        actions.edit_note(better, note=note, by=mallory, now=now)
    with pytest.raises(actions.NoReference):
        actions.edit_note(
            NewNote(text="Nothing to look up here any more"), note=note, by=writer, now=now
        )
    rates(verify(dr_osei), note)

    with pytest.raises(actions.AnsweredOrRated):
        actions.edit_note(NewNote(text=WORDS), note=note, by=writer, now=now)

    note.refresh_from_db()
    assert note.text == better.text


def test_it_is_withdrawn_at_any_time_and_another_written(writer, mallory, says, notes, now):
    post = says(mallory)
    note = notes(writer, post, is_open=True)
    actions.rank_notes(now=now)
    assert [one.note for one in queries.notes_under([post.pk])[post.pk]] == [note]

    with pytest.raises(actions.NotYourNote):
        actions.withdraw_note(note=note, by=mallory, now=now)
    actions.withdraw_note(note=note, by=writer, now=now)

    assert queries.notes_under([post.pk]) == {}
    with pytest.raises(actions.WithdrawnAlready):
        actions.withdraw_note(note=note, by=writer, now=now)
    assert notes(writer, post).state == State.ANSWERING


def test_what_moderators_took_away_is_looked_at_again_as_they_saw_it(
    writer, mallory, moderator, says, notes, now
):
    note = notes(writer, says(mallory), is_open=True)
    actions.flag_note("It is about another drug.", note=note, by=mallory, now=now)
    actions.judge_note(note=note, is_withheld=True, words="So", by=moderator(), now=now)

    with pytest.raises(actions.AnsweredOrRated):
        actions.edit_note(NewNote(text=f"Better. {WORDS}"), note=note, by=writer, now=now)

    assert ContextNote.objects.get().text == WORDS
