"""What may not be posted waits for a second reader; nobody else sees it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection

from corridor.people.actions import block, declare_evaluation, restrict
from corridor.people.choices import EvaluationKind, Restraint
from corridor.posts.actions import (
    Edit,
    MayIdentifyPatient,
    NewPost,
    edit_post,
    publish_due,
    publish_post,
    remove_unused_media,
)
from corridor.posts.choices import Kind
from corridor.posts.models import Attachment, KeptWords, Post, ScheduledPost
from corridor.safety import actions, queries
from corridor.safety.actions import Wish
from corridor.safety.choices import ReadingState
from corridor.safety.models import LogEntry, SecondReading
from tests.safety.reading import AGREED, CLEAN, RECORD, answers, asks, rosa, state

__all__ = ["answers", "asks", "rosa"]


def test_nothing_is_published_until_somebody_lets_it_pass(asks, answers, amara):
    reading = asks()
    assert not Post.objects.exists()

    answers(actions.let_pass, reading)

    (post,) = Post.objects.all()
    assert (post.text, post.author_id) == (RECORD, amara.pk)
    assert state(reading) == "passed"
    assert queries.own_reading(reading.pk, viewer=amara).post_number == post.pk


def test_what_waits_is_in_no_column_as_it_was_written(asks):
    asks(wish=Wish(grounds="known", words="The Lancet 1987, page 4471"))

    with connection.cursor() as cursor:
        for model in (SecondReading, LogEntry):
            table = model._meta.db_table
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name of ours
            kept = b" ".join(
                bytes(one) if isinstance(one, bytes | memoryview) else str(one).encode()
                for row in cursor.fetchall()
                for one in row
            )
            assert b"12345678" not in kept
            assert b"4471" not in kept
    assert "12345678" not in "".join(one.body + one.subject for one in mail.outbox)


def test_readers_and_author_are_told_by_mail_and_on_their_page(
    asks, answers, signed_in, amara, rosa
):
    reading = asks()
    (told,) = mail.outbox
    assert told.to == ["rosa@example.org"]
    assert "as second reader" in signed_in(rosa).get("/notifications/").text

    answers(actions.decline_reading, reading, "The number leads to one person.")

    assert mail.outbox[-1].to == [amara.account.email]
    assert "number leads" not in mail.outbox[-1].body
    assert "Something came of a post of yours" in signed_in(amara).get("/notifications/").text


def test_only_how_often_what_was_let_pass_is_counted(asks, answers):
    answers(actions.let_pass, asks())

    assert set(KeptWords.objects.values_list("because", "times")) == {("read", 1)}


def test_what_a_reader_did_stands_in_the_log_without_a_word_of_it(asks, answers, rosa, now):
    reading = asks()
    actions.open_reading(reading=reading, by=rosa, now=now)
    answers(actions.ask_for_change, reading, "Leave out the number")

    log = list(LogEntry.objects.filter(by_number=rosa.pk).values_list("deed", "details"))
    named = f"second reading {reading.pk}"
    assert log == [("reading", named), ("change", named)]


@pytest.mark.parametrize("deed", ["let_pass", "ask_for_change", "decline_reading"])
def test_who_may_not_read_it_decides_nothing(
    deed, asks, answers, amara, mallory, dr_osei, prof_lindqvist, now
):
    for reader in (amara, dr_osei, prof_lindqvist):
        actions.appoint_second_reader(reader, now=now)
    reading = asks()
    block(blocker=amara, blocked=dr_osei, now=now)
    declare_evaluation(
        profile=prof_lindqvist, other=amara, kind=EvaluationKind.EVALUATED_BY_ME, now=now
    )
    may_not = (amara, mallory, dr_osei, prof_lindqvist)

    for reader in may_not:
        with pytest.raises(actions.NotYourReading):
            answers(getattr(actions, deed), reading, "Because", by=reader)
        with pytest.raises(actions.NotYourReading):
            actions.open_reading(reading=reading, by=reader, now=now)
        assert not queries.readings_waiting(reader, today=now.date())

    assert state(reading) == "waiting"
    assert not Post.objects.exists()


def test_nobody_who_is_kept_from_the_author_is_told(asks, amara, rosa, dr_osei, now):
    actions.appoint_second_reader(dr_osei, now=now)
    block(blocker=dr_osei, blocked=amara, now=now)

    asks()

    assert [one.to for one in mail.outbox] == [["rosa@example.org"]]


def test_where_nobody_could_read_it_nothing_is_kept(asks, rosa, amara, now):
    actions.dismiss_second_reader(rosa, now=now)

    with pytest.raises(actions.NobodyToRead):
        asks()

    assert not SecondReading.objects.exists()


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        (Wish(grounds="", words="It is all right, really"), actions.SayTheGrounds),
        (Wish(grounds="unsure", words="It is all right, really"), actions.SayTheGrounds),
        (Wish(grounds="because", words="It is all right, really"), actions.SayTheGrounds),
        (Wish(grounds="agreed", words="   yes   "), actions.SayMore),
        (Wish(grounds="known", words="a" * 1001), actions.RequestTooLong),
        (Wish(grounds="agreed", words=AGREED.words, wanted=1_000_000), actions.CannotReadThis),
    ],
)
def test_a_request_says_what_a_reader_can_go_by(asks, wish, refusal):
    with pytest.raises(refusal):
        asks(wish=wish)

    assert not SecondReading.objects.exists()
    assert mail.outbox == []


def test_somebody_she_works_with_reads_what_is_not_held(
    asks, answers, amara, dr_osei, mallory, rosa, monkeypatch, now
):
    works_with(monkeypatch, amara, dr_osei)
    asked = Wish(grounds="unsure", words="Too sharp?", wanted=dr_osei.pk)
    reading = asks(CLEAN, wish=asked)

    assert [one.pk for one in queries.readings_waiting(dr_osei, today=now.date())] == [reading.pk]
    assert not queries.readings_waiting(rosa, today=now.date())
    with pytest.raises(actions.CannotReadThis):
        asks(CLEAN, wish=Wish(grounds="unsure", wanted=mallory.pk))
    with pytest.raises(actions.CannotReadThis):  # a mentor has no right to what is held
        asks(wish=Wish(grounds="agreed", words=AGREED.words, wanted=dr_osei.pk))
    answers(actions.let_pass, reading, by=dr_osei)
    assert Post.objects.get().text == CLEAN


def works_with(monkeypatch, one, other):
    pairs = {one.pk: {other.pk}, other.pk: {one.pk}}
    monkeypatch.setattr("corridor.people.queries.works_with", lambda who: pairs.get(who.pk, set()))


def test_changed_and_sent_again_only_what_was_seen_can_pass(asks, answers):
    reading = asks()
    answers(actions.ask_for_change, reading, "Leave out the number")
    assert state(reading) == "change"

    again = asks("My patient, MRN 87654321, is septic.", reading=reading)

    assert (again.pk, again.times) == (reading.pk, 2)
    with pytest.raises(actions.SaidOtherwise):
        answers(actions.let_pass, again, seen=1)
    assert not Post.objects.exists()
    answers(actions.let_pass, again, seen=2)
    assert "87654321" in Post.objects.get().text


@pytest.mark.parametrize("deed", ["ask_for_change", "decline_reading"])
def test_whoever_does_not_let_it_pass_says_why(deed, asks, answers):
    reading = asks()

    with pytest.raises(actions.SayWhatToChange):
        answers(getattr(actions, deed), reading, "  ")

    assert state(reading) == "waiting"


def test_it_is_answered_once(asks, answers):
    reading = asks()
    answers(actions.decline_reading, reading, "No")

    with pytest.raises(actions.NotYourReading):
        answers(actions.let_pass, reading)

    assert not Post.objects.exists()


def test_taken_back_it_is_read_by_nobody(asks, answers, amara, now):
    reading = asks()

    actions.withdraw_reading(reading=reading, by=amara, now=now)

    with pytest.raises(actions.NotYourReading):
        answers(actions.let_pass, reading)
    assert queries.whole_reading(
        queries.own_reading(reading.pk, viewer=amara), viewer=amara, now=now
    ).post.text == RECORD  # fmt: skip
    with pytest.raises(actions.ReadingOver):
        actions.withdraw_reading(reading=reading, by=amara, now=now)


def test_others_readings_are_nobodys_to_change(asks, mallory, rosa, now):
    reading = asks()

    with pytest.raises(actions.ReadingOver):
        actions.withdraw_reading(reading=reading, by=mallory, now=now)
    with pytest.raises(actions.ReadingOver):
        actions.forget_reading(reading=reading, by=mallory)
    with pytest.raises(actions.ReadingOver):
        actions.ask_second_reader(NewPost(text="x"), AGREED, by=mallory, now=now, reading=reading)
    assert queries.own_reading(reading.pk, viewer=mallory) is None
    assert state(reading) == "waiting"


def test_a_post_for_later_waits_on_for_its_time(asks, answers, now):
    due = now + timedelta(days=2)
    reading = asks(wish=Wish(grounds="agreed", words=AGREED.words, publish_at=due))

    answers(actions.let_pass, reading)

    assert ScheduledPost.objects.get().due_at == due
    assert publish_due(now=due) == 1
    assert Post.objects.get().text == RECORD


def test_its_time_gone_by_it_is_published_at_once(asks, answers, now):
    due = now + timedelta(hours=1)
    reading = asks(wish=Wish(grounds="agreed", words=AGREED.words, publish_at=due))

    answers(actions.let_pass, reading, at=now + timedelta(hours=2))

    assert Post.objects.get().text == RECORD


def test_a_story_has_all_of_its_time_from_then_on(asks, answers, now):
    reading = asks(kind=Kind.STORY, expires_at=now + timedelta(days=1))

    answers(actions.let_pass, reading, at=now + timedelta(hours=30))

    assert Post.objects.get().expires_at == now + timedelta(hours=54)


def test_where_it_cannot_be_published_its_author_hears_why(asks, answers, dr_osei, now, amara):
    above = publish_post(NewPost(text="Questions?"), by=dr_osei, now=now)
    reading = asks(in_reply_to=above.pk)
    above.delete()

    answered = answers(actions.let_pass, reading)

    assert answered.state == "change"
    assert "nobody may reply" in answered.said["answer"]
    assert not Post.objects.exists()


def test_pictures_go_with_it_and_are_not_taken_for_unused(asks, answers, amara, now):
    picture = Attachment.objects.create(id=7, owner=amara, kind="image", at=now, alt="A lake")
    reading = asks(attachments=[picture.pk])

    assert remove_unused_media(now=now + timedelta(days=2)) == 0
    answers(actions.let_pass, reading)

    assert Attachment.objects.get().post == Post.objects.get()


def test_what_was_let_pass_may_be_edited_around_what_was_held(asks, answers, amara, now):
    answers(actions.let_pass, asks())
    post = Post.objects.get()

    edit_post(Edit(text=f"{RECORD} Better today."), post=post, by=amara, now=now)

    edit = Edit(text="My patient, MRN 87654321, is septic.")
    with pytest.raises(MayIdentifyPatient):
        edit_post(edit, post=post, by=amara, now=now)
    assert Post.objects.get().text == f"{RECORD} Better today."


def test_what_nobody_reads_goes_back_after_three_days(asks, now):
    reading = asks()

    actions.tend_readings(now=now + timedelta(hours=71))
    assert state(reading) == "waiting"

    actions.tend_readings(now=now + timedelta(hours=73))
    assert state(reading) == "expired"
    assert mail.outbox[-1].subject == "Your post was not read in time"


def test_a_change_that_is_asked_for_waits_two_weeks(asks, answers, now):
    reading = asks()
    answers(actions.ask_for_change, reading, "Leave it out")

    actions.tend_readings(now=now + timedelta(days=13))
    assert state(reading) == "change"
    actions.tend_readings(now=now + timedelta(days=15))
    assert state(reading) == "expired"


@pytest.mark.parametrize(("end", "days"), [("decline", 7), ("pass", 30), ("begun", 1)])
def test_nothing_is_kept_longer_than_it_is_of_use(end, days, asks, answers, amara, rosa, now):
    if end == "begun":
        reading = actions.begin_reading(NewPost(text=RECORD), by=amara, now=now)
    else:
        reading = asks()
        deed = {"decline": actions.decline_reading, "pass": actions.let_pass}[end]
        answers(deed, reading, "Because")

    actions.tend_readings(now=now + timedelta(days=days, hours=-1))
    assert SecondReading.objects.filter(pk=reading.pk).exists()
    actions.tend_readings(now=now + timedelta(days=days, hours=1))
    assert not SecondReading.objects.filter(pk=reading.pk).exists()


def test_ten_are_open_at_most(asks):
    for _ in range(10):
        asks()

    with pytest.raises(actions.TooManyReadings):
        asks()


def test_who_reads_only_gets_nothing_published(asks, answers, amara, now):
    reading = asks()
    restrict(profile=amara, kind=Restraint.FREEZE, now=now, until=None)

    with pytest.raises(actions.AuthorReadsOnly):
        answers(actions.let_pass, reading)

    assert not Post.objects.exists()
    assert state(reading) == ReadingState.WAITING


def test_moderators_for_privacy_are_second_readers_and_others_are_not(moderator, asks, now, rosa):
    privacy, spam = moderator("privacy"), moderator("spam")
    reading = asks()

    assert queries.reading_to_read(reading.pk, viewer=privacy, today=now.date()) == reading
    assert queries.reading_to_read(reading.pk, viewer=spam, today=now.date()) is None
