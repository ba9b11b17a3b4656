"""A team writes to many of a round: previewed, taken back in time, sent once, and stopped."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from corridor.people.actions import block
from corridor.programmes.actions import matches, messaging
from corridor.programmes.actions.messaging import HOLD, NewMessage, release_messages
from corridor.programmes.actions.set_up_rights import NotInTeam
from corridor.programmes.choices import Audience, TeamRole
from corridor.programmes.models import (
    Application,
    Match,
    NoRoundMessages,
    Round,
    RoundMessage,
    TeamDeed,
    TeamMember,
)
from corridor.programmes.queries import round_messages as queries
from tests.stored import every_stored_value

ONCE = "6b1f6a1e-4f2c-4d3a-9a57-3d1a9b6d2f10"


@pytest.fixture
def told(publish):
    """The round, whose matches everybody knows of."""
    published = publish()
    mail.outbox.clear()
    return published


@pytest.fixture
def page(told):
    return reverse("round-messages", args=["first-gen", told.pk])


@pytest.fixture
def write(told, prof_lindqvist, now):
    def write_(audience=Audience.ALL, *, by=prof_lindqvist, at=None, once=None, **words):
        said = {"subject": "Hello {person}", "body": "See you at {round}."} | words
        new = NewMessage(audience=audience, once=once or uuid4(), at=at, **said)
        return messaging.write_to_round(told, new, by=by, now=now)

    return write_


def form(**more):
    return {
        "audience": "all",
        "subject": "Hello {person}",
        "body": "Welcome to {round}.",
        "when": "now",
        "once": ONCE,
        "do": "send",
    } | more


def reached(told, audience, by, now):
    people = queries.reached(told, audience, by=by, today=now.date()).people
    return {one.handle for one in people}


def addresses():
    return sorted(one.to[0].split("@")[0] for one in mail.outbox)


def test_each_of_them_gets_one_mail_with_her_own_name(write, now, prof_lindqvist):
    write()

    assert release_messages(now=now + HOLD - timedelta(seconds=1)) == 0
    assert release_messages(now=now + HOLD) == 5
    assert release_messages(now=now + HOLD) == 0

    assert len(mail.outbox) == 5
    [hers] = [one for one in mail.outbox if one.to == ["amara_nwosu@example.org"]]
    assert hers.subject == "Hello Amara Nwosu"
    assert "See you at Spring 2026." in hers.body
    assert hers.extra_headers["Reply-To"] == prof_lindqvist.account.email
    assert "?to=ingrid_lindqvist" in hers.body
    assert not [one for one in mail.outbox if len(one.to) > 1]


def test_whom_each_audience_means(told, prof_lindqvist, dr_osei, now):
    def of(audience):
        return reached(told, audience, prof_lindqvist, now)

    mentees, mentors = of(Audience.MENTEES), of(Audience.MENTORS)
    open_matches = list(Match.objects.filter(round=told, state="proposed"))
    waiting = {one.mentor.profile.handle for one in open_matches}
    matched = {one.mentee.profile.handle for one in open_matches}

    assert mentors == {"kwame_osei", "helen_vaughan"}
    assert of(Audience.ALL) == mentees | mentors
    assert of(Audience.UNANSWERED) == waiting
    assert of(Audience.UNMATCHED) == mentees - matched
    assert of(Audience.NO_MEETING) == set()
    his = next(one for one in open_matches if one.mentor.profile == dr_osei)
    matches.accept_match(match_id=his.pk, side="mentor", by=dr_osei, now=now)
    assert of(Audience.NO_MEETING) == {"kwame_osei", his.mentee.profile.handle}


def test_before_matches_are_told_nothing_of_them_can_be_asked_for(spring, prof_lindqvist, now):
    new = NewMessage(audience=Audience.UNMATCHED, subject="x", body="x", once=uuid4())

    with pytest.raises(messaging.NoSuchAudience):
        messaging.write_to_round(spring, new, by=prof_lindqvist, now=now)
    assert set(queries.audiences(spring)) == {Audience.ALL, Audience.MENTEES, Audience.MENTORS}


def test_who_is_among_them_is_decided_when_it_goes_out(write, told, dr_osei, now):
    write(Audience.UNANSWERED)
    for match in Match.objects.filter(round=told, mentor__profile=dr_osei):
        matches.decline_match(match_id=match.pk, said=matches.NotNow(), by=dr_osei, now=now)
    mail.outbox.clear()

    release_messages(now=now + HOLD)

    assert "kwame_osei" not in addresses()


def test_it_is_looked_at_as_one_of_them_reads_it_and_nothing_is_sent(
    signed_in, page, prof_lindqvist
):
    answer = signed_in(prof_lindqvist).post(page, form(do="look"))

    assert "5 people get this" in answer.text
    assert "Hello Amara Nwosu" in answer.text
    assert "Welcome to Spring 2026." in answer.text
    assert not RoundMessage.objects.exists()


def test_pressed_twice_it_is_sent_once(signed_in, page, prof_lindqvist):
    client = signed_in(prof_lindqvist)

    client.post(page, form())
    client.post(page, form())

    assert RoundMessage.objects.count() == 1
    assert TeamDeed.objects.filter(kind="messaged").count() == 1
    release_messages(now=timezone.now() + HOLD)
    assert len(mail.outbox) == 5


def test_a_form_that_is_sent_again_loses_nothing(signed_in, page, prof_lindqvist):
    """She goes back in her browser: to other words, and to those that she took back."""
    client = signed_in(prof_lindqvist)
    client.post(page, form())
    first = RoundMessage.objects.get()

    client.post(page, form(body="Welcome, all of you."))
    client.post(f"{page}{first.pk}/end/")
    client.post(page, form())
    client.post(page, form())

    waits = [one.words["body"] for one in RoundMessage.objects.filter(stopped_at=None)]
    assert sorted(waits) == ["Welcome to {round}.", "Welcome, all of you."]
    assert RoundMessage.objects.count() == 3


def test_the_form_of_one_round_is_sent_in_another_as_well(
    signed_in, page, told, programme, prof_lindqvist
):
    client = signed_in(prof_lindqvist)
    client.post(page, form())
    other = Round.objects.get(pk=told.pk)
    other.pk, other.name = None, "Another"
    other.save()
    for application in Application.objects.filter(round=told):
        application.pk, application.round = None, other
        application.save()

    answer = client.post(reverse("round-messages", args=["first-gen", other.pk]), form())

    assert answer.status_code == 302
    assert RoundMessage.objects.filter(round=other).count() == 1


def test_a_closed_account_sends_nothing(write, prof_lindqvist, now):
    written = write()
    prof_lindqvist.account.is_active = False
    prof_lindqvist.account.save()

    assert release_messages(now=now + HOLD) == 0
    assert mail.outbox == []
    written.refresh_from_db()
    assert not written.waits


def test_it_can_be_taken_back_until_it_goes_out(signed_in, page, write, prof_lindqvist, now):
    client = signed_in(prof_lindqvist)
    early, late = write(), write()
    release_messages(now=now - HOLD)

    client.post(f"{page}{early.pk}/end/")
    sent = release_messages(now=now + HOLD)
    too_late = client.post(f"{page}{late.pk}/end/", follow=True)

    early.refresh_from_db()
    assert early.stopped_at
    assert sent == 5
    assert "It went out, or was taken back, meanwhile." in too_late.text


def test_later_is_by_the_clock_of_the_programme(signed_in, page, prof_lindqvist, programme):
    programme.time_zone = "America/New_York"
    programme.save()
    day = (timezone.now() + timedelta(days=3)).date()

    signed_in(prof_lindqvist).post(page, form(when="at", at=f"{day}T09:30"))

    due_at = RoundMessage.objects.get().due_at
    assert (due_at.date(), due_at.minute) == (day, 30)
    assert due_at.hour in {13, 14}


def test_who_wants_no_such_mails_gets_none(client, write, told, amara, prof_lindqvist, now):
    write()
    release_messages(now=now + HOLD)
    [hers] = [one for one in mail.outbox if one.to == [amara.account.email]]
    path = re.search(r"/round-messages/\S+/end/", hers.body)[0]

    assert client.get(path).status_code == 200
    assert not NoRoundMessages.objects.exists()
    client.post(path, {"List-Unsubscribe": "One-Click"})
    client.post(path)
    mail.outbox.clear()
    write()
    release_messages(now=now + HOLD)

    assert "amara_nwosu" not in addresses()
    assert len(mail.outbox) == 4
    spared = queries.reached(told, Audience.ALL, by=prof_lindqvist, today=now.date()).spared
    assert spared == 1
    assert client.get("/round-messages/made-up/end/").status_code == 404


def test_the_same_link_lets_them_come_again(client, write, told, amara, now):
    write()
    release_messages(now=now + HOLD)
    [hers] = [one for one in mail.outbox if one.to == [amara.account.email]]
    path = re.search(r"/round-messages/\S+/end/", hers.body)[0]
    client.post(path)
    stopped = client.get(path).text

    again = client.post(path, {"again": "yes"}).text

    assert "Let them come again" in stopped
    assert NoRoundMessages.objects.count() == 0
    assert "They come again from now on" in again


def test_nobody_hears_from_whom_she_keeps_away(write, amara, prof_lindqvist, now):
    block(blocker=amara, blocked=prof_lindqvist, now=now)
    write()

    release_messages(now=now + HOLD)

    assert "amara_nwosu" not in addresses()


def test_only_who_may_write_to_a_round_finds_the_page(
    signed_in, page, write, mallory, amara, programme
):
    reader = TeamMember.objects.create(programme=programme, profile=amara, role=TeamRole.READER)
    assert signed_in(mallory).get(page).status_code == 404
    assert signed_in(amara).post(page, form()).status_code == 404
    with pytest.raises(NotInTeam):
        write(by=mallory)
    reader.messages = True
    reader.save()
    assert signed_in(amara).get(page).status_code == 200
    assert not RoundMessage.objects.exists()


def test_whoever_lost_the_right_meanwhile_sends_nothing(write, amara, programme, now):
    part = TeamMember.objects.create(
        programme=programme, profile=amara, role=TeamRole.READER, messages=True
    )
    written = write(by=amara)
    part.delete()

    assert release_messages(now=now + HOLD) == 0
    written.refresh_from_db()
    assert written.stopped_at


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"subject": ""}, "This field is required"),
        ({"body": "Dear {mentor}"}, "{mentor} means nothing here"),
        ({"audience": "strangers"}, "Select a valid choice"),
        ({"audience": "no_meeting"}, "Nobody is among these"),
        ({"when": "at", "at": "2020-01-01T09:00"}, "That time has passed"),
        ({"when": "at", "at": ""}, "Say which day and time"),
        ({"when": "at", "at": "9999-12-31T23:59"}, "more than 90 days ahead"),
        ({"once": "x"}, "Enter a valid UUID"),
        ({"body": "x\0"}, "Null characters are not allowed"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_lost(wrong, says, signed_in, page, prof_lindqvist):
    answer = signed_in(prof_lindqvist).post(page, form(**wrong))

    assert answer.status_code == 422
    assert says in answer.text
    assert "Welcome to {round}." in answer.text or "body" in wrong
    assert not RoundMessage.objects.exists()


def test_what_was_written_lies_sealed(write):
    write(subject="Sandalwood", body="and thunder")

    assert not any(b"Sandalwood" in value for value in every_stored_value())


def test_the_page_asks_as_many_questions_however_many_were_written(
    signed_in, page, write, prof_lindqvist, django_assert_max_num_queries
):
    client = signed_in(prof_lindqvist)
    for number in range(6):
        write(subject=f"Number {number}")
    client.get(page)

    with django_assert_max_num_queries(50):
        client.get(page)
