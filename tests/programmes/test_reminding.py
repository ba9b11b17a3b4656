"""A match that waits for an answer: called to mind two days before somebody else is asked."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.algorithms.reminders.table import Kind, Stop
from corridor.programmes.actions import matches
from corridor.programmes.reminding import matches_to_answer
from corridor.reminders.actions import send_due


@pytest.fixture
def amaras(match_of):
    match = match_of("amara_nwosu")
    mail.outbox.clear()
    return match


def accepted(match, at):
    by = match.mentor.profile
    matches.accept_match(match_id=match.pk, side="mentor", by=by, now=at)


def refused(match, at):
    matches.refuse_match(match_id=match.pk, by=match.mentee.profile, now=at)


def lapsed(match, _at):
    matches.tend_matches(now=match.answer_by)


SHOWN = {
    (Kind.ANSWER_MATCH, Stop.DONE): accepted,
    (Kind.ANSWER_MATCH, Stop.REFUSED): refused,
    (Kind.ANSWER_MATCH, Stop.GONE): lapsed,
}


def due(match, at):
    return list(matches_to_answer(now=at, about=match.pk))


def test_whose_turn_it_is_is_reminded_two_days_before(amaras, dr_osei):
    at = amaras.answer_by - timedelta(days=2)

    assert due(amaras, at - timedelta(minutes=1)) == []
    assert [one.to for one in due(amaras, at)] == [dr_osei.pk]


def test_after_tell_me_more_it_is_the_mentees_turn(amaras, dr_osei, amara, now):
    matches.ask_mentee(match_id=amaras.pk, question="reach", by=dr_osei, now=now)

    [one] = due(amaras, amaras.answer_by - timedelta(days=1))

    assert one.to == amara.pk
    assert one.letter().subject == "Dr Kwame Osei would like to know one thing"


@pytest.mark.parametrize("stop", SHOWN, ids=str)
def test_every_stop_of_the_table_stops_it(stop, amaras):
    at = amaras.answer_by - timedelta(days=2)
    assert due(amaras, at)

    SHOWN[stop](amaras, at)

    assert due(amaras, at) == []


def test_the_mail_answers_by_itself_and_comes_once(amaras, dr_osei):
    at = amaras.answer_by - timedelta(days=1)

    send_due(now=at)
    send_due(now=at + timedelta(hours=1))

    mails = [one for one in mail.outbox if one.to == [dr_osei.account.email]]
    assert [one.subject for one in mails].count("Amara Nwosu waits for your answer") == 1
    assert "/matches/by-link/" in mails[0].body
