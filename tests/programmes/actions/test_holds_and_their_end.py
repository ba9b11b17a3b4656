"""A director's decisions can be taken back: holds, swaps and partings."""

import pytest

from corridor.algorithms.matching.options import Barrier
from corridor.programmes import actions, queries
from corridor.programmes.models import MatchingRun, Override


def mentor_of(run):
    return {
        proposal.mentee.profile.handle: proposal.mentor.profile.handle
        for proposal in queries.proposals(run)
    }


@pytest.fixture
def swapped(run, everybody, proposal_of, prof_lindqvist, now):
    """Amara was given Dr Vaughan."""
    return actions.swap_proposal(
        proposal=proposal_of("amara_nwosu"),
        mentor=everybody["dr_vaughan"],
        by=prof_lindqvist,
        now=now,
    )


@pytest.fixture
def parted(run, proposal_of, prof_lindqvist, now):
    """Amara and Dr Osei were parted."""
    actions.forbid_pair(
        proposal=proposal_of("amara_nwosu"), reason="They asked.", by=prof_lindqvist, now=now
    )
    return queries.partings(run.round)[0]


def test_a_swap_is_undone_by_letting_the_matching_decide(
    run, swapped, everybody, prof_lindqvist, now
):
    proposal = swapped.proposals.get(mentee=everybody["amara"])

    after = actions.release_pair(proposal, by=prof_lindqvist, now=now)

    assert mentor_of(after) == mentor_of(run)
    assert queries.pins(run.round) == set()


def test_a_held_match_stays_through_later_runs(
    run, everybody, proposal_of, dr_osei, prof_lindqvist, now
):
    actions.hold_proposal(proposal=proposal_of("sam_whitlock"), by=prof_lindqvist, now=now)

    later = actions.run_matching(round=run.round, by=prof_lindqvist, now=now)

    assert mentor_of(later)["sam_whitlock"] == "kwame_osei"
    assert [(pin.mentee, pin.mentor) for pin in queries.given(run.round).options.pins] == [
        ("sam_whitlock", "kwame_osei")
    ]


def test_holding_twice_is_refused(run, proposal_of, prof_lindqvist, now):
    held = proposal_of("amara_nwosu")
    actions.hold_proposal(proposal=held, by=prof_lindqvist, now=now)

    with pytest.raises(actions.AlreadyHeld):
        actions.hold_proposal(proposal=held, by=prof_lindqvist, now=now)

    assert Override.objects.filter(kind="hold").count() == 1


def test_what_is_not_held_cannot_be_released(run, proposal_of, prof_lindqvist, now):
    with pytest.raises(actions.NotHeld):
        actions.release_pair(proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)

    assert MatchingRun.objects.count() == 1


def test_a_parting_is_lifted_and_the_two_are_matched_again(run, parted, prof_lindqvist, now):
    after = actions.allow_pair(parting=parted, by=prof_lindqvist, now=now)

    assert mentor_of(after) == mentor_of(run)
    assert queries.partings(run.round) == []
    assert Barrier.FORBIDDEN not in queries.given(run.round).options.must_not.values()


def test_a_parting_is_lifted_once(run, parted, prof_lindqvist, now):
    actions.allow_pair(parting=parted, by=prof_lindqvist, now=now)

    with pytest.raises(actions.NotParted):
        actions.allow_pair(parting=parted, by=prof_lindqvist, now=now)

    assert Override.objects.filter(kind="allow").count() == 1


def test_nobody_else_holds_releases_or_allows(run, parted, mallory, now):
    proposal = queries.proposals(queries.current_run(run.round)).first()

    for deed in (
        lambda: actions.hold_proposal(proposal=proposal, by=mallory, now=now),
        lambda: actions.release_pair(proposal, by=mallory, now=now),
        lambda: actions.allow_pair(parting=parted, by=mallory, now=now),
    ):
        with pytest.raises(actions.NotDirector):
            deed()
    assert queries.pins(run.round) == set()
    assert queries.partings(run.round) == [parted]
    assert queries.parting(parted.pk, viewer=mallory) is None
