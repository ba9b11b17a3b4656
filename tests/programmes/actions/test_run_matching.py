import pytest

from corridor.algorithms.matching import certificate
from corridor.programmes import actions, queries
from corridor.programmes.actions import applying
from corridor.programmes.documents import to_document
from corridor.programmes.models import MatchingRun


def matches(run):
    return {
        (proposal.mentee.profile.handle, proposal.mentor.profile.handle)
        for proposal in queries.proposals(run)
    }


def test_a_run_proposes_the_best_matches(spring, prof_lindqvist, now):
    run = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    assert matches(run) == {
        ("amara_nwosu", "kwame_osei"),
        ("sam_whitlock", "kwame_osei"),
        ("tomi_lawal", "helen_vaughan"),
    }


def test_a_run_says_who_made_it_and_when(run, prof_lindqvist, now):
    assert (run.number, run.by, run.at) == (1, prof_lindqvist, now)


def test_what_stands_out_needs_a_look(run):
    needs_look = run.proposals.filter(needs_look=True)

    assert [proposal.mentee.profile.handle for proposal in needs_look] == ["sam_whitlock"]


def test_the_same_inputs_give_the_same_run(run, spring, prof_lindqvist, now):
    again = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    assert again.number == 2
    assert again.record.given == run.record.given
    assert again.record.outcome == run.record.outcome


def test_a_run_keeps_what_it_was_made_from(run, spring):
    assert run.record.given == to_document(queries.given(spring))


def test_the_stored_certificate_passes_the_independent_check(run):
    run.record.refresh_from_db()

    assert certificate.check(run.record.certificate).is_optimal


def test_approvals_of_matches_that_stay_are_kept(run, spring, proposal_of, prof_lindqvist, now):
    del run
    actions.approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)

    again = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    approved = again.proposals.filter(approval__isnull=False)
    assert [proposal.mentee.profile.handle for proposal in approved] == ["amara_nwosu"]


def test_nobody_but_a_director_runs_the_matching(spring, mallory, now):
    with pytest.raises(actions.NotDirector):
        actions.run_matching(round=spring, by=mallory, now=now)

    assert MatchingRun.objects.count() == 0


def test_an_open_round_is_not_matched(everybody, open_spring, prof_lindqvist, now):
    del everybody
    with pytest.raises(actions.RoundNotUnderReview):
        actions.run_matching(round=open_spring, by=prof_lindqvist, now=now)

    assert MatchingRun.objects.count() == 0


def test_a_round_without_mentors_is_not_matched(apply, open_spring, amara, prof_lindqvist, now):
    apply(amara)
    alone = actions.close_applications(round=open_spring, by=prof_lindqvist)

    with pytest.raises(actions.NobodyToMatch):
        actions.run_matching(round=alone, by=prof_lindqvist, now=now)

    assert MatchingRun.objects.count() == 0


def test_a_mentee_may_have_named_somebody_who_takes_no_part(
    spring, everybody, prof_lindqvist, dr_osei, now
):
    applying.withdraw_application(application=everybody["dr_osei"], by=dr_osei, now=now)

    run = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    assert not run.proposals.filter(mentor__profile=dr_osei).exists()
    assert run.proposals.count() == 1
