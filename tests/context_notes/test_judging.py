"""Moderators are asked about notes, decide, and are asked to look again."""

import pytest
from django.core import mail

from corridor.context_notes import actions, queries
from corridor.context_notes.choices import State
from corridor.people.actions import block
from corridor.safety import queries as safety
from corridor.safety.choices import Queue
from corridor.safety.models import LogEntry
from tests.stored import every_stored_value

WHY = "The reference is about another drug."


@pytest.fixture
def note(writer, mallory, says, notes, now):
    made = notes(writer, says(mallory), is_open=True)
    actions.rank_notes(now=now)
    made.refresh_from_db()
    return made


@pytest.fixture
def flagged(note, mallory, now):
    actions.flag_note("It is about another drug.", note=note, by=mallory, now=now)
    return note


def judge(note, by, now, *, is_withheld=True, words=WHY):
    actions.judge_note(note=note, is_withheld=is_withheld, words=words, by=by, now=now)


def test_what_is_false_is_taken_away_with_a_reason(
    flagged, writer, mallory, moderator, now, django_capture_on_commit_callbacks
):
    mail.outbox.clear()
    rosa = moderator()
    assert [one.pk for one in queries.notes_to_judge(rosa, now=now)] == [flagged.pk]

    with django_capture_on_commit_callbacks(execute=True):
        judge(flagged, rosa, now)

    flagged.refresh_from_db()
    assert flagged.state == State.WITHHELD
    assert queries.notes_under([flagged.post_id]) == {}
    assert list(queries.notes_to_judge(rosa, now=now)) == []
    (letter,) = mail.outbox
    assert letter.to == [writer.account.email]
    assert WHY in letter.body
    (flag,) = queries.own_flags_of_notes(mallory.pk)
    assert (flag.is_acted_on, flag.said["answer"]) == (True, WHY)
    assert LogEntry.objects.latest("number").details == f"note {flagged.pk}: withheld"
    assert safety.verify().broken_at is None


def test_what_is_right_stays_and_who_asked_hears_why(flagged, mallory, moderator, now):
    judge(flagged, moderator(), now, is_withheld=False, words="The reference fits.")

    flagged.refresh_from_db()
    assert flagged.is_read
    (flag,) = queries.own_flags_of_notes(mallory.pk)
    assert (flag.is_acted_on, flag.said["answer"]) == (False, "The reference fits.")


def test_a_flag_says_why_once_and_nobody_flags_her_own(note, writer, mallory, now):
    with pytest.raises(actions.OwnNote):
        actions.flag_note("No", note=note, by=writer, now=now)
    for words, refusal in ((" ", actions.SayWhy), ("x" * 2001, actions.WordsTooLong)):
        with pytest.raises(refusal):
            actions.flag_note(words, note=note, by=mallory, now=now)
    assert queries.own_flags_of_notes(mallory.pk) == []
    actions.flag_note("It is wrong", note=note, by=mallory, now=now)

    with pytest.raises(actions.FlaggedAlready):
        actions.flag_note("It is wrong", note=note, by=mallory, now=now)

    assert len(queries.own_flags_of_notes(mallory.pk)) == 1


def test_only_a_moderator_of_that_queue_without_a_part_judges(
    flagged, writer, amara, moderator, now
):
    blocked, of_spam = moderator(), moderator(Queue.SPAM)
    block(blocker=blocked, blocked=writer, now=now)
    flagger = moderator()
    actions.flag_note("Me too", note=flagged, by=flagger, now=now)

    for who in (amara, writer, of_spam, blocked, flagger):
        assert list(queries.notes_to_judge(who, now=now)) == []
        with pytest.raises(actions.NotYoursToJudge):
            judge(flagged, who, now)

    flagged.refresh_from_db()
    assert flagged.withheld_at is None


def test_nothing_is_judged_twice_or_without_a_reason(flagged, moderator, now):
    rosa = moderator()
    with pytest.raises(actions.SayWhy):
        judge(flagged, rosa, now, words=" ")
    judge(flagged, rosa, now, is_withheld=False)

    with pytest.raises(actions.NothingToJudge):
        judge(flagged, rosa, now)

    flagged.refresh_from_db()
    assert flagged.withheld_at is None


def test_somebody_else_looks_again_and_gives_it_back(
    flagged, writer, mallory, moderator, now, django_capture_on_commit_callbacks
):
    rosa, other = moderator(), moderator()
    with pytest.raises(actions.NothingToAppeal):
        actions.appeal_for_note("Why?", note=flagged, by=writer, now=now)
    judge(flagged, rosa, now)
    with pytest.raises(actions.NotYourNote):
        actions.appeal_for_note("Why?", note=flagged, by=mallory, now=now)
    appeal = actions.appeal_for_note("It is the same drug.", note=flagged, by=writer, now=now)
    with pytest.raises(actions.NothingToAppeal):
        actions.appeal_for_note("Again", note=flagged, by=writer, now=now)
    assert list(queries.appeals_waiting(rosa, now=now)) == []
    with pytest.raises(actions.NotYoursToJudge):
        actions.judge_note_appeal(appeal=appeal, is_granted=True, words="Yes", by=rosa, now=now)
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        actions.judge_note_appeal(
            appeal=appeal, is_granted=True, words="It is indeed.", by=other, now=now
        )

    flagged.refresh_from_db()
    assert flagged.is_read
    assert [one.note.pk for one in queries.notes_under([flagged.post_id])[flagged.post_id]]
    assert "It is indeed." in mail.outbox[0].body
    with pytest.raises(actions.NothingToJudge):
        actions.judge_note_appeal(appeal=appeal, is_granted=True, words="Yes", by=other, now=now)


def test_an_appeal_that_is_not_granted_leaves_it_away(flagged, writer, moderator, now):
    judge(flagged, moderator(), now)
    appeal = actions.appeal_for_note("It is the same.", note=flagged, by=writer, now=now)

    actions.judge_note_appeal(
        appeal=appeal, is_granted=False, words="It is not.", by=moderator(), now=now
    )

    flagged.refresh_from_db()
    assert flagged.state == State.WITHHELD


def test_what_is_said_to_moderators_lies_sealed(note, writer, mallory, moderator, now):
    actions.flag_note("heard it from the patient herself", note=note, by=mallory, now=now)
    judge(note, moderator(), now)
    actions.appeal_for_note("she is wrong about mandrake", note=note, by=writer, now=now)

    stored = b"\n".join(every_stored_value())
    assert b"heard it from" not in stored
    assert b"mandrake" not in stored
    assert b"no difference in mortality" in stored
