"""Dr Osei has two places: Amara's and Sam's matches ask for both. Others wait in the same round."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.mentoring.actions import Origin, end_relationship, open_relationship
from corridor.mentoring.choices import Ending, OriginKind
from corridor.mentoring.models import Relationship
from corridor.notifications.models import Notification
from corridor.people import actions as people
from corridor.people.choices import Kind
from corridor.programmes.actions import matches
from corridor.programmes.actions.matches import NotNow
from corridor.programmes.models import Match, NextBest, Round


@pytest.fixture
def amaras(match_of):
    match = match_of("amara_nwosu")
    mail.outbox.clear()
    return match


def asked_about(application):
    found = Match.objects.filter(mentee=application, state="proposed")
    return [match.mentor.profile.handle for match in found]


def subjects(of):
    return [one.subject for one in mail.outbox if one.to == [of.account.email]]


def test_a_no_asks_about_whoever_waited_longest(wait, amaras, eilidh, mallory, dr_osei, now):
    first, longest = wait(eilidh), wait(mallory, waited=2)

    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    assert asked_about(longest) == ["kwame_osei"]
    assert asked_about(first) == []
    assert len(subjects(mallory)) == 1
    assert matches.offer_place(application_id=amaras.mentor_id, now=now) == 0


def test_a_mentor_who_is_back_by_the_calendar_is_asked_about_whoever_waits(
    wait, amaras, eilidh, dr_osei, now
):
    back = (now + timedelta(days=21)).date()
    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)
    people.set_away(profile=dr_osei, starts_on=now.date(), ends_on=back, by=dr_osei)
    waiting = wait(eilidh)
    assert matches.offer_places_of_returned(now=now + timedelta(days=20)) == 0

    assert matches.offer_places_of_returned(now=now + timedelta(days=22)) == 1
    assert asked_about(waiting) == ["kwame_osei"]
    assert matches.offer_places_of_returned(now=now + timedelta(days=23)) == 0


def test_a_mentor_who_says_that_he_is_back_is_asked_about_whoever_waits(
    wait, amaras, eilidh, dr_osei, now
):
    waiting = wait(eilidh)
    people.set_away(profile=dr_osei, starts_on=now.date(), ends_on=None, by=dr_osei)
    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)
    assert asked_about(waiting) == []

    people.end_away(profile=dr_osei, by=dr_osei)

    assert asked_about(waiting) == ["kwame_osei"]


def test_who_takes_no_more_is_asked_about_nobody(wait, amaras, eilidh, dr_osei, now):
    waiting = wait(eilidh)

    said = NotNow(takes_no_more=True)
    matches.decline_match(match_id=amaras.pk, said=said, by=dr_osei, now=now)

    assert asked_about(waiting) == []


def test_mentoring_that_ends_makes_a_place(wait, amaras, eilidh, amara, dr_osei, now):
    matches.accept_match(match_id=amaras.pk, side="mentor", by=dr_osei, now=now)
    waiting = wait(eilidh)
    assert matches.offer_place(application_id=amaras.mentor_id, now=now) == 0

    end_relationship(Relationship.objects.get().pk, by=amara, ending=Ending.STOPPED, now=now)

    assert asked_about(waiting) == ["kwame_osei"]


def test_a_round_that_is_finished_asks_about_nobody(wait, amaras, eilidh, dr_osei, now):
    waiting = wait(eilidh)
    Round.objects.update(state="finished")

    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    assert asked_about(waiting) == []


@pytest.fixture
def a_director_looks_first(amaras):
    del amaras
    Round.objects.update(asks_before_next=True)


@pytest.mark.usefixtures("a_director_looks_first")
def test_where_a_director_looks_first_who_never_had_a_match_is_put_before_her(
    wait, amaras, eilidh, dr_osei, prof_lindqvist, now
):
    waiting = wait(eilidh)

    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    assert asked_about(waiting) == []
    suggested = NextBest.objects.get()
    assert (suggested.mentee, suggested.mentor, suggested.after) == (waiting, amaras.mentor, None)
    assert Notification.objects.filter(kind="next_best", recipient=prof_lindqvist).count() == 1
    assert matches.offer_place(application_id=amaras.mentor_id, now=now) == 0


@pytest.mark.usefixtures("a_director_looks_first")
def test_a_director_lets_the_mentor_be_asked_about_her(
    wait, amaras, eilidh, dr_osei, prof_lindqvist, now
):
    waiting = wait(eilidh)
    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    matches.decide_next_best(
        suggested=NextBest.objects.get(), is_wanted=True, by=prof_lindqvist, now=now
    )

    assert asked_about(waiting) == ["kwame_osei"]
    assert len(subjects(eilidh)) == 1


@pytest.mark.usefixtures("a_director_looks_first")
def test_a_director_who_leaves_it_sees_the_two_no_more(
    wait, amaras, eilidh, mallory, dr_osei, prof_lindqvist, now
):
    first, second = wait(eilidh, waited=1), wait(mallory)
    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    matches.decide_next_best(
        suggested=NextBest.objects.get(mentee=first), is_wanted=False, by=prof_lindqvist, now=now
    )
    matches.offer_place(application_id=amaras.mentor_id, now=now)

    assert subjects(eilidh) == []
    assert [one.mentee for one in NextBest.objects.filter(decided_at=None)] == [second]


@pytest.mark.usefixtures("a_director_looks_first")
def test_one_place_is_put_before_a_director_once(wait, amaras, eilidh, mallory, dr_osei, now):
    wait(eilidh), wait(mallory)

    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)
    matches.offer_place(application_id=amaras.mentor_id, now=now)

    assert NextBest.objects.count() == 1


def test_nobody_is_asked_about_whom_she_mentors_already(wait, amaras, eilidh, dr_osei, now):
    waiting = wait(eilidh)
    Match.objects.exclude(pk=amaras.pk).delete()
    open_relationship(
        mentor=dr_osei,
        mentee=eilidh,
        role=Kind.MENTORSHIP,
        origin=Origin(kind=OriginKind.FIRST_CONTACT, places=2),
        now=now,
    )

    matches.decline_match(match_id=amaras.pk, said=NotNow(), by=dr_osei, now=now)

    assert asked_about(waiting) == []


def test_a_block_ends_an_open_match_and_says_no_reason(amaras, sam, amara, dr_osei, now):
    people.block(blocker=amara, blocked=dr_osei, now=now)

    amaras.refresh_from_db()
    assert (amaras.state, amaras.cause) == ("withdrawn", "apart")
    assert Match.objects.get(mentee__profile=sam).state == "proposed"
    assert subjects(dr_osei) == ["It does not go on with Amara Nwosu"]
    assert subjects(amara) == ["First-Gen in Medicine: nobody is free at the moment"]
