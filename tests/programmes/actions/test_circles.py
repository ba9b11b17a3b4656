"""Circles of a round: stored, approved as a whole, changed by a director."""

import pytest

from corridor.algorithms.matching.options import Barrier
from corridor.mentoring import queries as mentoring
from corridor.mentoring.actions import circles
from corridor.people.choices import Kind
from corridor.programmes import actions, queries
from corridor.programmes.actions import publishing
from corridor.programmes.models import Approval, Match, Override, Round
from tests.programmes.circles_stage import *  # noqa: F403 - pytest finds fixtures by name


def told(run):
    return {
        tuple(one.profile.handle for one in circle.mentors): {
            one.profile.handle for one in circle.mentees
        }
        for circle in queries.circles(run)
    }


def test_circles_are_stored_with_everybody_in_them(circles_run):
    assert told(circles_run) == {
        ("kwame_osei",): {"amara_nwosu", "sam_whitlock", "tomi_lawal"},
        ("helen_vaughan",): {"eilidh_o_briain", "jin_woo_park"},
    }
    assert not any(circle.is_approved for circle in queries.circles(circles_run))


def test_single_matches_are_no_circles(run):
    assert queries.circles(run) == []
    assert set(run.proposals.values_list("circle", flat=True)) == {None}


def test_approving_a_member_approves_the_whole_circle(seat_of, amara, prof_lindqvist, now):
    actions.approve_proposal(proposal=seat_of(amara), by=prof_lindqvist, now=now)

    approved = [one.is_approved for one in queries.circles(seat_of(amara).run)]
    assert sorted(approved) == [False, True]
    assert Approval.objects.count() == 3
    assert Override.objects.filter(kind="approve").count() == 3


def test_a_circle_is_not_approved_twice(seat_of, amara, sam, prof_lindqvist, now):
    actions.approve_proposal(proposal=seat_of(amara), by=prof_lindqvist, now=now)

    with pytest.raises(actions.AlreadyApproved):
        actions.approve_proposal(proposal=seat_of(sam), by=prof_lindqvist, now=now)

    assert Approval.objects.count() == 3


def test_a_relation_of_one_member_keeps_the_whole_circle_from_approval(
    circles_run, seat_of, amara, sam, dr_osei, prof_lindqvist, now
):
    relation = actions.NewRelation(mentee=sam, mentor=dr_osei, barrier=Barrier.EVALUATOR)
    actions.declare_relation(round=circles_run.round, new=relation, by=prof_lindqvist, now=now)

    with pytest.raises(actions.PairRuledOut):
        actions.approve_proposal(proposal=seat_of(amara), by=prof_lindqvist, now=now)

    assert Approval.objects.count() == 0


def test_taking_an_approval_back_takes_back_the_circle(seat_of, amara, sam, prof_lindqvist, now):
    actions.approve_proposal(proposal=seat_of(amara), by=prof_lindqvist, now=now)

    actions.withdraw_approval(proposal=seat_of(sam), by=prof_lindqvist, now=now)

    assert Approval.objects.count() == 0
    with pytest.raises(actions.NotApproved):
        actions.withdraw_approval(proposal=seat_of(sam), by=prof_lindqvist, now=now)


def test_approving_many_leaves_out_circles_of_which_somebody_needs_a_look(
    circles_run, seat_of, sam, prof_lindqvist, now
):
    circles_run.proposals.update(needs_look=False)
    circles_run.proposals.filter(pk=seat_of(sam).pk).update(needs_look=True)

    approved = actions.approve_many(run=circles_run, by=prof_lindqvist, now=now)

    assert approved == 2
    assert [one.is_approved for one in queries.circles(circles_run) if not one.needs_look] == [True]


def test_a_member_is_moved_to_another_circle_and_stays_there(
    circles_run, seat_of, amara, prof_lindqvist, now
):
    vaughan = queries.mentor_application(circles_run.round, handle="helen_vaughan")

    after = actions.swap_proposal(
        proposal=seat_of(amara), mentor=vaughan, by=prof_lindqvist, now=now
    )
    again = actions.run_matching(round=circles_run.round, by=prof_lindqvist, now=now)

    for run in (after, again):
        assert told(run) == {
            ("kwame_osei",): {"sam_whitlock", "tomi_lawal"},
            ("helen_vaughan",): {"amara_nwosu", "eilidh_o_briain", "jin_woo_park"},
        }


def test_a_circle_keeps_its_approval_only_if_the_same_people_sit_in_it(
    circles_run, seat_of, amara, eilidh, prof_lindqvist, now
):
    for one in (amara, eilidh):
        actions.approve_proposal(proposal=seat_of(one), by=prof_lindqvist, now=now)

    same = actions.run_matching(round=circles_run.round, by=prof_lindqvist, now=now)
    assert all(circle.is_approved for circle in queries.circles(same))

    vaughan = queries.mentor_application(circles_run.round, handle="helen_vaughan")
    hers = same.proposals.get(mentee__profile=amara)
    other = actions.swap_proposal(proposal=hers, mentor=vaughan, by=prof_lindqvist, now=now)
    assert not any(circle.is_approved for circle in queries.circles(other))


def test_not_these_two_takes_a_mentee_from_the_circle_of_that_mentor(
    circles_run, seat_of, tomi, prof_lindqvist, now
):
    after = actions.forbid_pair(
        proposal=seat_of(tomi), reason="Her uncle.", by=prof_lindqvist, now=now
    )

    assert "tomi_lawal" in told(after)["helen_vaughan",]
    assert "tomi_lawal" in told(circles_run)["kwame_osei",]


@pytest.fixture
def published(circles_run, seat_of, amara, eilidh, prof_lindqvist, now):
    """Both circles, told to everybody in them."""
    for one in (amara, eilidh):
        actions.approve_proposal(proposal=seat_of(one), by=prof_lindqvist, now=now)
    publishing.schedule_publication(run=circles_run, by=prof_lindqvist, now=now)
    publishing.release_due(now=now + publishing.HOLD)
    return Round.objects.get(pk=circles_run.round_id)


def test_publication_asks_everybody_in_the_circles_and_makes_no_match_of_two(
    published, amara, dr_osei, mailoutbox, now
):
    assert published.state == Round.State.PUBLISHED
    assert not Match.objects.exists()
    (hers,) = mentoring.circles_of(amara)
    assert (hers.hers.state, hers.circle.programme_address) == ("invited", "first-gen")
    assert [one.hers.leads for one in mentoring.circles_of(dr_osei)] == [True]
    assert len(mailoutbox) == 7
    assert queries.unserved(published) == []


def test_a_mentor_of_one_place_leads_a_circle_of_three(published, amara, sam, tomi, dr_osei, now):
    (hers,) = mentoring.circles_of(amara)

    for one in (dr_osei, amara, sam, tomi):
        circles.accept_seat(hers.circle.pk, version=1, by=one, now=now)

    assert mentoring.carried_in(dr_osei, Kind.MENTORSHIP) == 1
    (begun,) = mentoring.circles_of(sam)
    assert begun.circle.state == "active"
    assert begun.circle.conversation is not None


def test_a_place_that_falls_free_is_offered_to_who_suits_and_has_nobody(
    published, amara, eilidh, jin_woo, now
):
    (theirs,) = mentoring.circles_of(eilidh)
    circles.decline_seat(theirs.circle.pk, by=eilidh, now=now)
    (hers,) = mentoring.circles_of(amara)

    circles.decline_seat(hers.circle.pk, by=amara, now=now)

    assert {one.profile for one in queries.unserved(published)} <= {amara, eilidh}
    asked = {one.circle.pk for one in mentoring.circles_of(eilidh)}
    assert asked == {hers.circle.pk}
