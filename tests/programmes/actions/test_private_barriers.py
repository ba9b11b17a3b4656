"""What people keep to themselves keeps them apart in matching as well."""

import pytest

from corridor.algorithms.matching.options import Barrier
from corridor.people import actions as people
from corridor.people.choices import EvaluationKind
from corridor.programmes import actions, queries
from corridor.programmes.models import Approval


def partner_of(handle, run):
    found = queries.proposals(run).filter(mentee__profile__handle=handle).first()
    return found and found.mentor.profile.handle


def test_who_blocked_somebody_is_not_matched_with_her(spring, amara, dr_osei, prof_lindqvist, now):
    people.block(blocker=dr_osei, blocked=amara, now=now)

    run = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    assert partner_of("amara_nwosu", run) != "kwame_osei"


def test_an_evaluator_is_not_matched_with_whom_she_evaluates(
    spring, amara, dr_osei, prof_lindqvist, now
):
    people.declare_evaluation(
        profile=amara, other=dr_osei, kind=EvaluationKind.EVALUATES_ME, now=now
    )

    run = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    assert partner_of("amara_nwosu", run) != "kwame_osei"


def test_an_evaluation_that_ends_before_the_round_starts_is_no_barrier(
    spring, amara, dr_osei, prof_lindqvist, now
):
    people.declare_evaluation(
        profile=amara,
        other=dr_osei,
        kind=EvaluationKind.EVALUATES_ME,
        ends_on=spring.starts_on,
        now=now,
    )

    run = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    assert partner_of("amara_nwosu", run) == "kwame_osei"


def test_the_director_reads_of_a_conflict_and_not_of_a_block(spring, amara, dr_osei, now):
    people.block(blocker=amara, blocked=dr_osei, now=now)

    assert set(queries.given(spring).options.must_not.values()) == {Barrier.CONFLICT}


def test_a_match_between_people_kept_apart_since_is_not_approved(
    run, proposal_of, amara, dr_osei, prof_lindqvist, now
):
    people.block(blocker=amara, blocked=dr_osei, now=now)

    with pytest.raises(actions.PairRuledOut):
        actions.approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)

    assert Approval.objects.count() == 0
