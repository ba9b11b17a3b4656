"""Incident files: opened, closed, deleted; private, and sealed."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.apps import apps
from django.contrib import admin
from django.core import mail
from django.db import connection

from corridor.incidents import actions, queries
from corridor.incidents.actions import Answer, Told
from corridor.incidents.choices import CheckIns, Feeling, Kind, Recipient, Step
from corridor.incidents.models import CheckIn, Incident, LetterDraft, Piece
from corridor.incidents.personal_archive import forget
from corridor.incidents.resources import Subject, resources
from corridor.notifications.choices import Kind as News
from corridor.notifications.models import Notification
from corridor.safety.actions import appoint_moderator
from corridor.safety.choices import Queue
from tests.stored import every_stored_value


def asked(now):
    return actions.ask_check_ins(now=now)


def test_nothing_of_it_lies_open_in_the_database(opens, keeps, screenshot, amara, now):
    incident = opens(title="Spring pile-on", what_is_false="That I faked it", where="Xchange")
    keeps(incident, Kind.CALL, "He named my street", who="Unknown caller", files=[screenshot])
    actions.keep_letter(
        "Dear Professor Quill", recipient=Recipient.DIRECTOR, incident=incident, by=amara, now=now
    )
    actions.close_incident("It ebbed away", incident=incident, by=amara, now=now)

    everything = b"\n".join(every_stored_value())

    for word in ("pile-on", "faked", "Xchange", "street", "caller", "Quill", "ebbed", "Screen"):
        assert word.encode() not in everything
    assert screenshot.content[:64] not in everything


def test_nobody_else_opens_it(incident, keeps, dr_osei, mallory, join, now):
    keeps(incident, words="one")
    operator = join(handle="some_operator", display_name="Olga Operator")
    operator.account.is_operator = True
    operator.account.save()
    moderator = join(handle="some_moderator", display_name="Mo Derator")
    appoint_moderator(moderator, queues=list(Queue), now=now)

    for other in (dr_osei, mallory, operator, moderator):
        assert queries.own_incident(incident.pk, viewer=other) is None
        assert queries.own_incidents(other) == []
        with pytest.raises(actions.NotYourIncident):
            actions.remove_piece(1, incident=incident, by=other, now=now)
        with pytest.raises(actions.NotYourIncident):
            actions.delete_incident(incident=incident, by=other)
    assert not {Incident, Piece, CheckIn, LetterDraft} & set(
        filter(admin.site.is_registered, apps.get_models())
    )
    assert Piece.objects.filter(removed_at=None).count() == 1


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"what_happened": "  "}, actions.SayWhatHappened),
        ({"what_happened": "x" * 5001}, actions.WordsTooLong),
        ({"title": "x" * 201}, actions.WordsTooLong),
    ],
)
def test_what_makes_no_file_is_refused(opens, told, refusal):
    with pytest.raises(refusal):
        opens(**told)

    assert not Incident.objects.exists()


def test_a_change_keeps_what_was_done(incident, amara, now):
    actions.take_step(Step.TELL_ONE, incident=incident, is_done=True, by=amara, now=now)
    changed = Told(what_happened="They write to my school and my mother.")

    actions.change_incident(changed, incident=incident, check_ins=CheckIns.NONE, by=amara, now=now)

    incident.refresh_from_db()
    told = queries.opened(incident).told
    assert told.what_happened.endswith("my mother.")
    assert set(told.steps) == {"tell_one"}


def test_steps_come_when_it_is_time_for_them(incident, amara, now):
    actions.take_step(Step.THANK, incident=incident, is_done=True, by=amara, now=now)
    incident.refresh_from_db()

    def steps(after):
        found = queries.steps_now(queries.opened(incident), now=now + timedelta(days=after))
        return {str(one.step) for one in found}

    assert "safe" in steps(0)
    assert "thank" in steps(0)  # done already
    assert "peer" not in steps(0)
    assert "peer" in steps(1)
    assert "correct" not in steps(1)
    assert "correct" in steps(7)
    assert "return" in steps(30)


def test_she_is_asked_in_her_morning_after_1_7_and_30_days(opens, amara, now):
    amara.time_zone = "America/Chicago"
    amara.save(update_fields=["time_zone"])
    opens(at=now)

    # 9:00 in Chicago is 14:00 UTC in March and April: clocks there went forward on 8 March.
    assert list(CheckIn.objects.values_list("day", "due_at")) == [
        (1, datetime(2026, 3, 21, 14, 0, tzinfo=UTC)),
        (7, datetime(2026, 3, 27, 14, 0, tzinfo=UTC)),
        (30, datetime(2026, 4, 19, 14, 0, tzinfo=UTC)),
    ]


def test_she_is_asked_once_here_and_by_a_mail_that_says_nothing(opens, amara, now):
    opens(title="Pile-on", what_happened="Xchange threatens me")

    assert asked(now) == 0
    assert asked(now + timedelta(days=2)) == 1
    assert asked(now + timedelta(days=2)) == 0

    (sent,) = mail.outbox
    assert sent.to == [amara.account.email]
    assert sent.subject == "How are you?"
    for word in ("Pile-on", "Xchange", "ncident", "vidence", "ttack", "hreat"):
        assert word not in f"{sent.body}{sent.alternatives[0][0]}"
    assert [one.kind for one in Notification.objects.all()] == [News.CHECK_IN]


def test_only_here_sends_no_mail_and_not_at_all_asks_nothing(opens, now):
    opens(check_ins=CheckIns.HERE)
    opens(check_ins=CheckIns.NONE)

    assert asked(now + timedelta(days=2)) == 1
    assert mail.outbox == []


def test_a_closed_file_asks_nothing_and_an_opened_one_again(incident, amara, now):
    actions.close_incident("", incident=incident, by=amara, now=now)
    assert asked(now + timedelta(days=40)) == 0
    with pytest.raises(actions.ClosedAlready):
        actions.close_incident("", incident=incident, by=amara, now=now)

    later = now + timedelta(days=50)
    actions.reopen_incident(incident=incident, by=amara, now=later)

    assert asked(later + timedelta(days=2)) == 1
    with pytest.raises(actions.NotClosed):
        actions.reopen_incident(incident=incident, by=amara, now=later)


def test_what_was_due_long_ago_is_asked_no_more(incident, now):
    assert asked(now + timedelta(days=29)) == 0
    assert CheckIn.objects.filter(day__in=[1, 7]).count() == 0


def test_turned_off_she_is_not_asked_and_on_again_she_is(incident, amara, now):
    actions.set_check_ins(incident=incident, check_ins=CheckIns.NONE, by=amara, now=now)
    assert asked(now + timedelta(days=2)) == 0

    later = now + timedelta(days=3)
    actions.set_check_ins(incident=incident, check_ins=CheckIns.HERE, by=amara, now=later)

    assert asked(later + timedelta(days=2)) == 1


def test_how_she_is_she_says_for_herself(incident, amara, dr_osei, now):
    asked(now + timedelta(days=2))
    first = CheckIn.objects.get(day=1)
    answer = Answer(feeling=Feeling.WORSE, words="I do not sleep")

    actions.answer_check_in(answer, check_in=first, by=amara, now=now)

    said = queries.check_ins_of(incident)[0]
    assert (said.feeling, said.words) == (Feeling.WORSE, "I do not sleep")
    with pytest.raises(actions.NotYourIncident):
        actions.answer_check_in(answer, check_in=first, by=dr_osei, now=now)
    with pytest.raises(actions.NotAskedYet):
        actions.answer_check_in(answer, check_in=CheckIn.objects.get(day=7), by=amara, now=now)


def test_a_letter_has_her_facts_and_no_patient(opens, keeps, amara, now):
    incident = opens(
        what_happened="They name my patient Mr Harold Simmons, MRN 4471902.",
        began_on="2026-03-12",
        where="Xchange",
        what_is_false="I never operated alone.",
        is_threatened=True,
    )
    keeps(incident, Kind.CALL, "You will see", who="Unknown", happened_at="2026-03-13T21:30+00:00")
    keeps(incident, Kind.TOLD, who="My mother", happened_at="2026-03-14")
    whole = queries.opened(incident)

    letter = queries.letter_of(Recipient.POLICE, whole, today=now.date()).words

    assert letter.startswith("Subject: Report of threats and harassment\n\n20 March 2026")
    assert "Amara Nwosu" in letter
    assert "Since 12 March 2026." in letter
    assert "I have been threatened." in letter
    assert "I never operated alone." in letter
    assert "1. 13 March 2026, 21:30; A phone call; Unknown; “You will see”" in letter
    assert "- My mother, 14 March 2026" in letter
    assert "4471902" not in letter
    assert "[name]" in letter


@pytest.mark.parametrize("recipient", Recipient)
def test_there_is_a_letter_for_each_and_none_is_sent(incident, recipient, now):
    words = queries.letter_of(recipient, queries.opened(incident), today=now.date()).words

    assert "They write to my school." in words
    assert mail.outbox == []


def test_a_letter_is_kept_as_adapted_and_noted_when_she_sent_it(incident, amara, now):
    named = {"recipient": Recipient.OFFICE, "incident": incident, "by": amara}
    actions.keep_letter("First", **named, now=now)
    actions.note_letter_sent("Second", **named, now=now)

    whole = queries.opened(incident)
    assert queries.letter_of(Recipient.OFFICE, whole, today=now.date()).words == "Second"
    (told,) = whole.who_knows
    assert (told.who, told.words_shown) == ("GME office, dean, or school", "Second")

    actions.begin_letter_anew(**named)
    assert "They write" in queries.letter_of(Recipient.OFFICE, whole, today=now.date()).words


def test_an_empty_letter_is_not_kept(incident, amara, now):
    named = {"recipient": Recipient.OFFICE, "incident": incident, "by": amara, "now": now}

    for words, refusal in ((" ", actions.LetterIsEmpty), ("x" * 20_001, actions.WordsTooLong)):
        with pytest.raises(refusal):
            actions.note_letter_sent(words, **named)

    assert not LetterDraft.objects.exists()
    assert not Piece.objects.exists()


def test_where_to_turn_depends_on_the_country_and_is_never_empty(settings):
    settings.HELP_LINES = [("GB", "Staff support", "Extension 1234", "https://trust.example/")]

    def names(country, subject):
        return [str(one.name) for one in resources(country)[subject]]

    assert "988 Suicide & Crisis Lifeline" in names("US", Subject.TALK)
    assert "Samaritans" not in names("US", Subject.TALK)
    assert names("GB", Subject.TALK)[:2] == ["Staff support", "Samaritans"]
    assert "ACGME Office of the Ombudsperson" not in names("GB", Subject.ONLINE)
    for country in ("", "US", "GB", "DE", "NG"):
        assert names(country, Subject.DANGER)
        assert names(country, Subject.TALK)
    for one in (one for several in resources("US").values() for one in several):
        assert one.url.startswith("https://")


def test_whoever_leaves_takes_her_files_with_her(incident, keeps, opens, amara, mallory):
    keeps(incident, words="one")
    theirs = opens(by=mallory)

    forget(amara, "gone")

    assert list(Incident.objects.all()) == [theirs]
    assert not Piece.objects.exists()


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
)
@pytest.mark.django_db(transaction=True)
def test_of_two_opened_at_once_one_is_the_hundredth(opens, amara, now):
    Incident.objects.bulk_create(Incident(owner=amara, opened_at=now) for _ in range(99))
    ready, refused = Barrier(2), []

    def open_one():
        ready.wait(timeout=30)
        try:
            opens()
        except actions.TooManyIncidents:
            refused.append(1)
        finally:
            connection.close()

    threads = [Thread(target=open_one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert len(refused) == 1
    assert Incident.objects.filter(owner=amara).count() == 100
