import pytest

from corridor.programmes import actions
from corridor.programmes.models import Approval, Override


def record():
    return [
        (override.kind, override.mentee.profile.handle)
        for override in Override.objects.order_by("pk")
    ]


def test_an_approval_says_who_and_when_and_goes_on_record(proposal_of, prof_lindqvist, now):
    actions.approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)

    approval = Approval.objects.get()
    assert (approval.by, approval.at) == (prof_lindqvist, now)
    assert record() == [("approve", "amara_nwosu")]


def test_a_withdrawn_approval_is_gone_and_stays_on_record(proposal_of, prof_lindqvist, now):
    proposal = proposal_of("amara_nwosu")
    actions.approve_proposal(proposal=proposal, by=prof_lindqvist, now=now)

    actions.withdraw_approval(proposal=proposal, by=prof_lindqvist, now=now)

    assert Approval.objects.count() == 0
    assert record() == [("approve", "amara_nwosu"), ("withdraw", "amara_nwosu")]


def test_many_are_approved_at_once_but_none_that_needs_a_look(run, prof_lindqvist, now):
    approved = actions.approve_many(run=run, by=prof_lindqvist, now=now)

    assert approved == 2
    assert sorted(record()) == [("approve", "amara_nwosu"), ("approve", "tomi_lawal")]


def test_an_approved_proposal_is_not_approved_again(proposal_of, prof_lindqvist, now):
    proposal = proposal_of("amara_nwosu")
    actions.approve_proposal(proposal=proposal, by=prof_lindqvist, now=now)

    with pytest.raises(actions.AlreadyApproved):
        actions.approve_proposal(proposal=proposal, by=prof_lindqvist, now=now)

    assert record() == [("approve", "amara_nwosu")]


def test_what_was_not_approved_is_not_withdrawn(proposal_of, prof_lindqvist, now):
    with pytest.raises(actions.NotApproved):
        actions.withdraw_approval(proposal=proposal_of("sam_whitlock"), by=prof_lindqvist, now=now)

    assert record() == []


def test_when_nothing_waits_nothing_is_approved(run, prof_lindqvist, now):
    actions.approve_many(run=run, by=prof_lindqvist, now=now)

    with pytest.raises(actions.NothingToApprove):
        actions.approve_many(run=run, by=prof_lindqvist, now=now)

    assert Approval.objects.count() == 2


def test_nobody_but_a_director_approves(run, proposal_of, mallory, now):
    with pytest.raises(actions.NotDirector):
        actions.approve_proposal(proposal=proposal_of("amara_nwosu"), by=mallory, now=now)
    with pytest.raises(actions.NotDirector):
        actions.approve_many(run=run, by=mallory, now=now)

    assert Approval.objects.count() == 0
    assert record() == []


def test_nobody_but_a_director_withdraws(proposal_of, prof_lindqvist, mallory, now):
    proposal = proposal_of("amara_nwosu")
    actions.approve_proposal(proposal=proposal, by=prof_lindqvist, now=now)

    with pytest.raises(actions.NotDirector):
        actions.withdraw_approval(proposal=proposal, by=mallory, now=now)

    assert Approval.objects.count() == 1
    assert record() == [("approve", "amara_nwosu")]


def test_a_proposal_of_an_earlier_run_is_not_approved(
    run, proposal_of, spring, prof_lindqvist, now
):
    del run
    outdated = proposal_of("amara_nwosu")
    actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    with pytest.raises(actions.RunIsOutdated):
        actions.approve_proposal(proposal=outdated, by=prof_lindqvist, now=now)

    assert Approval.objects.count() == 0


def test_the_review_of_a_finished_round_is_over(run, proposal_of, prof_lindqvist, now):
    actions.finish_round(round=run.round, by=prof_lindqvist)

    with pytest.raises(actions.RoundNotUnderReview):
        actions.approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)

    assert Approval.objects.count() == 0


def test_what_was_approved_together_is_taken_back_together(run, proposal_of, prof_lindqvist, now):
    actions.approve_proposal(
        proposal=proposal_of("sam_whitlock"), by=prof_lindqvist, now=now.replace(hour=8)
    )
    actions.approve_many(run=run, by=prof_lindqvist, now=now)

    withdrawn = actions.withdraw_many(
        run=run, approved_at=now, by=prof_lindqvist, now=now.replace(hour=10)
    )

    assert withdrawn == 2
    left = [approval.proposal.mentee.profile.handle for approval in Approval.objects.all()]
    assert left == ["sam_whitlock"]
    assert [kind for kind, _ in record()][-2:] == ["withdraw", "withdraw"]


def test_what_is_taken_back_already_is_not_taken_back_again(run, prof_lindqvist, now):
    actions.approve_many(run=run, by=prof_lindqvist, now=now)
    actions.withdraw_many(run=run, approved_at=now, by=prof_lindqvist, now=now)

    with pytest.raises(actions.NothingToWithdraw):
        actions.withdraw_many(run=run, approved_at=now, by=prof_lindqvist, now=now)


def test_nobody_but_a_director_takes_many_back(run, prof_lindqvist, mallory, now):
    actions.approve_many(run=run, by=prof_lindqvist, now=now)

    with pytest.raises(actions.NotDirector):
        actions.withdraw_many(run=run, approved_at=now, by=mallory, now=now)

    assert Approval.objects.count() == 2
