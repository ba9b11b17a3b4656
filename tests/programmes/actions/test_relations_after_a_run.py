"""Somebody declares a relation when the matches are proposed already."""

import pytest

from corridor.algorithms.matching.options import Barrier
from corridor.programmes import actions
from corridor.programmes.models import Approval, MatchingRun


@pytest.fixture
def declare(run, prof_lindqvist, now):
    def evaluates(mentee, mentor):
        relation = actions.NewRelation(mentee=mentee, mentor=mentor, barrier=Barrier.EVALUATOR)
        actions.declare_relation(round=run.round, new=relation, by=prof_lindqvist, now=now)

    return evaluates


def test_a_match_that_is_ruled_out_now_is_not_approved(
    declare, proposal_of, amara, dr_osei, prof_lindqvist, now
):
    declare(amara, dr_osei)

    with pytest.raises(actions.PairRuledOut):
        actions.approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)

    assert Approval.objects.count() == 0


def test_approving_many_leaves_out_what_is_ruled_out_now(
    run, declare, amara, dr_osei, prof_lindqvist, now
):
    declare(amara, dr_osei)

    actions.approve_many(run=run, by=prof_lindqvist, now=now)

    approved = [approval.proposal.mentee.profile.handle for approval in Approval.objects.all()]
    assert approved == ["tomi_lawal"]


def test_what_changes_while_the_matching_runs_is_noticed(
    spring, declare, amara, dr_osei, prof_lindqvist, now, monkeypatch
):
    solve = actions.run_matching.__globals__["solve"]

    def slow_solve(given):
        solved = solve(given)
        declare(amara, dr_osei)
        return solved

    monkeypatch.setitem(actions.run_matching.__globals__, "solve", slow_solve)

    with pytest.raises(actions.RoundChanged):
        actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    assert MatchingRun.objects.count() == 1


def test_swapping_one_of_two_mentors_keeps_the_other(
    apply, open_spring, amara, dr_osei, dr_vaughan, prof_raman, prof_lindqvist, now
):
    research = frozenset({"research"})
    apply(amara, needs=research, wishes={"mentor": 2}, choices=(dr_osei.handle, dr_vaughan.handle))
    apply(dr_osei, is_mentor=True, covers=research)
    apply(dr_vaughan, is_mentor=True, covers=research)
    third = apply(prof_raman, is_mentor=True, covers=research)
    spring = actions.close_applications(round=open_spring, by=prof_lindqvist)
    run = actions.run_matching(round=spring, by=prof_lindqvist, now=now)
    assert _mentors(run) == {"kwame_osei", "helen_vaughan"}

    swapped = actions.swap_proposal(
        proposal=run.proposals.get(mentor__profile=dr_osei),
        mentor=third,
        by=prof_lindqvist,
        now=now,
    )

    assert _mentors(swapped) == {prof_raman.handle, "helen_vaughan"}


def _mentors(run):
    return {proposal.mentor.profile.handle for proposal in run.proposals.all()}
