"""A director forms a circle of people in the round; whoever withdraws is asked into none."""

import pytest

from corridor.mentoring import queries as mentoring
from corridor.mentoring.actions import KeptApart, circles
from corridor.people.actions import block
from corridor.programmes import actions, queries
from corridor.programmes.actions import publishing
from corridor.programmes.actions.applying import withdraw_application
from corridor.programmes.actions.publishing import ByHand
from corridor.programmes.models import (
    Application,
    CircleOfRound,
    Consequence,
    Programme,
    Round,
)
from tests.programmes.circles_stage import *  # noqa: F403 - pytest finds fixtures by name


@pytest.fixture
def told_round(circles_run, seat_of, eilidh, prof_lindqvist, now):
    """Published with the circle of Dr Vaughan alone: Amara, Sam and Tọ́mi have nobody."""
    actions.approve_proposal(proposal=seat_of(eilidh), by=prof_lindqvist, now=now)
    publishing.schedule_publication(run=circles_run, by=prof_lindqvist, now=now)
    publishing.release_due(now=now + publishing.HOLD)
    return Round.objects.get(pk=circles_run.round_id)


@pytest.fixture
def by_hand(told_round, prof_lindqvist, now):
    def form(leaders, members, *, by=prof_lindqvist, at=now, **more):
        several = {one.profile_id: one for one in told_round.applications.select_related("profile")}
        new = {
            "name": "Writing",
            "purpose": "",
            "places": 4,
            "leaders": [several[one.pk] for one in leaders],
            "members": [several[one.pk] for one in members],
        }
        return publishing.form_by_hand(ByHand(**new | more), round=told_round, by=by, now=at)

    return form


@pytest.fixture
def rests(circles_run, now):
    """`rests(amara)`: she has a break."""
    programme = circles_run.round.programme

    def rests(profile):
        Programme.objects.filter(pk=programme.pk).update(counts_silence=True)
        Consequence.objects.create(programme=programme, profile=profile, step="resting", since=now)

    return rests


def test_everybody_is_asked_and_has_somebody_then(
    by_hand, told_round, dr_osei, amara, sam, tomi, mailoutbox
):
    assert {one.profile for one in queries.unserved(told_round)} == {amara, sam, tomi}
    mailoutbox.clear()

    circle = by_hand([dr_osei], [amara, sam])

    assert {one.to[0] for one in mailoutbox} == {one.account.email for one in (dr_osei, amara, sam)}
    assert CircleOfRound.objects.get(circle=circle).run is None
    assert {one.profile for one in queries.unserved(told_round)} == {tomi}
    ((shown, seats),) = [
        (one, seats) for one, seats in queries.circles_of_round(told_round) if one == circle
    ]
    assert (shown.name, len(seats)) == ("Writing", 3)


def test_a_place_that_falls_free_in_it_is_offered_to_nobody_by_itself(
    by_hand, dr_osei, amara, sam, now
):
    circle = by_hand([dr_osei], [amara, sam])

    circles.decline_seat(circle.pk, by=amara, now=now)

    assert circle.seats.filter(state="invited").count() == 2


def test_what_is_refused_forms_nothing(
    by_hand, told_round, dr_osei, dr_vaughan, amara, sam, tomi, mallory, now
):
    before = CircleOfRound.objects.count()
    block(blocker=tomi, blocked=dr_osei, now=now)
    for refusal, form in (
        (actions.NotDirector, lambda: by_hand([dr_osei], [amara, sam], by=mallory)),
        (publishing.NotInThisRound, lambda: by_hand([amara], [sam])),
        (publishing.NotInThisRound, lambda: by_hand([dr_osei], [])),
        (KeptApart, lambda: by_hand([dr_osei], [amara, tomi])),
        (circles.CircleNeedsName, lambda: by_hand([dr_osei], [amara, sam], name=" ")),
        (circles.WrongNumber, lambda: by_hand([dr_osei], [amara, sam], places=1)),
    ):
        with pytest.raises(refusal):
            form()
    Round.objects.filter(pk=told_round.pk).update(state=Round.State.FINISHED)
    with pytest.raises(publishing.RoundTellsNobody):
        by_hand([dr_osei], [amara, sam])
    assert CircleOfRound.objects.count() == before


def test_whoever_has_a_break_is_asked_into_no_circle(
    by_hand, told_round, rests, dr_osei, amara, sam, tomi, now
):
    rests(amara)
    circle = CircleOfRound.objects.get(round=told_round).circle

    with pytest.raises(publishing.SomebodyRests):
        by_hand([dr_osei], [amara, sam])
    assert amara not in {one.profile for one in queries.mentees_for_circle(told_round)}
    for one in (sam, tomi):
        rests(one)
    assert publishing.offer_place(circle.pk, now=now) == 0


def test_whoever_has_a_break_when_the_run_is_published_is_asked_into_no_circle(
    circles_run, seat_of, rests, sam, tomi, amara, dr_osei, prof_lindqvist, now
):
    actions.approve_proposal(proposal=seat_of(amara), by=prof_lindqvist, now=now)
    publishing.schedule_publication(run=circles_run, by=prof_lindqvist, now=now)
    rests(sam)
    publishing.release_due(now=now + publishing.HOLD)

    circle = CircleOfRound.objects.get(round=circles_run.round_id).circle
    assert {one.profile for one in circle.seats.all()} == {dr_osei, amara, tomi}


def test_whoever_withdraws_from_the_round_is_asked_no_longer(
    by_hand, told_round, dr_osei, amara, sam, now
):
    circle = by_hand([dr_osei], [amara, sam])
    hers = Application.objects.get(profile=amara, round=told_round)

    withdraw_application(application=hers, by=amara, now=now)

    assert circle.seats.get(profile=amara).state == "declined"
    assert mentoring.circles_of(amara) == []
    assert circle.seats.get(profile=sam).state == "invited"


def test_a_circle_counts_as_one_in_the_loads_of_the_round(
    by_hand, told_round, dr_osei, dr_vaughan, amara, sam, prof_lindqvist, now
):
    circle = by_hand([dr_osei], [amara, sam])
    circles.accept_seat(circle.pk, version=1, by=dr_osei, now=now)

    loads = dict(queries.health(told_round, viewer=prof_lindqvist, now=now).loads.by_mentor)

    assert (loads[dr_osei], loads[dr_vaughan]) == (1, 0)
