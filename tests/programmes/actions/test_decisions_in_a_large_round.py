"""In a large round a decision is kept at once, and a worker matches everybody around it."""

import pytest

from corridor.algorithms.matching.options import Barrier
from corridor.algorithms.matching.people import Role
from corridor.programmes import actions, queries
from corridor.programmes.actions import matching_jobs, publishing
from corridor.programmes.answers import Answers
from corridor.programmes.documents import to_document
from corridor.programmes.models import (
    Application,
    MatchingJob,
    MatchingRun,
    Override,
    Proposal,
    TeamMember,
)


@pytest.fixture(autouse=True)
def _large(run, monkeypatch):
    """After the first run every round counts as large, and no worker begins by itself."""
    monkeypatch.setattr(matching_jobs, "AT_ONCE", 0)
    monkeypatch.setattr(matching_jobs.events, "publish", print)


@pytest.fixture
def co_director(programme, prof_raman):
    TeamMember.objects.create(programme=programme, profile=prof_raman, role="director")
    return prof_raman


@pytest.fixture
def swap(proposal_of, everybody, prof_lindqvist, now):
    """`swap("amara_nwosu", "dr_vaughan")`, on the first run."""

    def swap(mentee, mentor, by=prof_lindqvist):
        return actions.swap_proposal(
            proposal=proposal_of(mentee), mentor=everybody[mentor], by=by, now=now
        )

    return swap


def work(now):
    """What a worker does; who is with whom afterwards."""
    actions.do_job(MatchingJob.objects.latest("pk").pk, now=now)
    return mentor_of(queries.current_run(MatchingRun.objects.latest("pk").round))


def mentor_of(run):
    return {
        proposal.mentee.profile.handle: proposal.mentor.profile.handle
        for proposal in queries.proposals(run)
    }


def test_a_swap_is_kept_at_once_and_matched_around_by_a_worker(run, swap, now):
    job = swap("amara_nwosu", "dr_vaughan")

    assert (job.state, MatchingRun.objects.get()) == ("waiting", run)
    assert work(now) == {
        "amara_nwosu": "helen_vaughan",
        "sam_whitlock": "kwame_osei",
        "tomi_lawal": "kwame_osei",
    }


def test_what_two_directors_decide_at_once_is_all_in_the_next_run(
    run, swap, proposal_of, co_director, now
):
    swap("amara_nwosu", "dr_vaughan")
    actions.forbid_pair(
        proposal=proposal_of("sam_whitlock"), reason="They asked.", by=co_director, now=now
    )

    after = work(now)

    assert (after["amara_nwosu"], "sam_whitlock" in after) == ("helen_vaughan", False)
    assert MatchingJob.objects.get().run == queries.current_run(run.round)


def test_what_is_decided_while_a_worker_is_at_it_makes_it_begin_anew(
    swap, proposal_of, co_director, monkeypatch, now
):
    swap("amara_nwosu", "dr_vaughan")
    solve, times = matching_jobs.solve, []

    def interrupted(given, *, progress):
        times.append(given)
        if len(times) == 1:
            actions.forbid_pair(
                proposal=proposal_of("sam_whitlock"), reason="They asked.", by=co_director, now=now
            )
        return solve(given, progress=progress)

    monkeypatch.setattr(matching_jobs, "solve", interrupted)

    after = work(now)

    assert (after["amara_nwosu"], "sam_whitlock" in after) == ("helen_vaughan", False)
    assert (len(times), MatchingRun.objects.count()) == (2, 2)
    assert MatchingJob.objects.get().state == "done"


def test_a_match_held_while_a_worker_is_at_it_is_kept_by_it(
    swap, proposal_of, prof_lindqvist, monkeypatch, now
):
    swap("amara_nwosu", "dr_vaughan")
    solve, times = matching_jobs.solve, []

    def interrupted(given, *, progress):
        times.append(given)
        if len(times) == 1:
            held = proposal_of("sam_whitlock")
            actions.hold_proposal(proposal=held, by=prof_lindqvist, now=now)
        return solve(given, progress=progress)

    monkeypatch.setattr(matching_jobs, "solve", interrupted)

    assert work(now)["sam_whitlock"] == "kwame_osei"
    assert len(times[1].options.pins) == 2


@pytest.fixture
def came_late(run, eilidh, now):
    """A mentor whom nobody has yet."""
    late = Application(round=run.round, profile=eilidh, side="mentor", state="in", applied_at=now)
    late.answers = to_document(Answers(capacity=1))
    late.save()
    return late


def test_who_is_parted_from_one_of_two_mentors_can_be_given_another_for_the_other(
    run, proposal_of, everybody, came_late, prof_lindqvist, now
):
    first = proposal_of("amara_nwosu")
    second = Proposal.objects.create(
        run=run,
        mentee=first.mentee,
        mentor=everybody["dr_vaughan"],
        role=first.role,
        fit=first.fit,
        needs_look=False,
    )
    actions.forbid_pair(proposal=first, reason="They asked.", by=prof_lindqvist, now=now)

    actions.swap_proposal(proposal=second, mentor=came_late, by=prof_lindqvist, now=now)

    assert {(pin.mentee, pin.mentor) for pin in queries.pins(run.round)} == {
        ("amara_nwosu", came_late.profile.handle)
    }


def test_of_two_swaps_of_one_match_the_later_counts(swap, proposal_of, came_late, co_director, now):
    swap("amara_nwosu", "dr_vaughan")

    actions.swap_proposal(
        proposal=proposal_of("amara_nwosu"), mentor=came_late, by=co_director, now=now
    )

    after = work(now)
    assert (after["amara_nwosu"], after["tomi_lawal"]) == (
        came_late.profile.handle,
        "helen_vaughan",
    )


def test_a_place_that_one_director_gave_away_is_not_given_again(run, swap, co_director):
    swap("amara_nwosu", "dr_vaughan")

    with pytest.raises(actions.SwapImpossible):
        swap("sam_whitlock", "dr_vaughan", by=co_director)

    assert Override.objects.count() == 1
    assert MatchingJob.objects.get().state == "waiting"


def test_a_swap_to_somebody_who_evaluates_the_mentee_is_refused_at_once(
    run, swap, amara, dr_vaughan, prof_lindqvist, now
):
    relation = actions.NewRelation(mentee=amara, mentor=dr_vaughan, barrier=Barrier.EVALUATOR)
    actions.declare_relation(round=run.round, new=relation, by=prof_lindqvist, now=now)

    with pytest.raises(actions.SwapImpossible):
        swap("amara_nwosu", "dr_vaughan")

    assert (Override.objects.count(), MatchingJob.objects.count()) == (0, 0)


def test_nobody_but_a_director_decides(swap, mallory):
    with pytest.raises(actions.NotDirector):
        swap("amara_nwosu", "dr_vaughan", by=mallory)

    assert (Override.objects.count(), MatchingJob.objects.count()) == (0, 0)


def test_a_swap_is_taken_back_before_anybody_matched_around_it(run, swap, prof_lindqvist, now):
    swap("amara_nwosu", "dr_vaughan")
    choice = Override.objects.get()

    actions.release_pair(choice, by=prof_lindqvist, now=now)

    assert work(now) == mentor_of(run)
    with pytest.raises(actions.RunIsOutdated):
        actions.release_pair(choice, by=prof_lindqvist, now=now)


def test_a_choice_by_hand_is_taken_back_before_anybody_matched_around_it(
    run, everybody, prof_lindqvist, now
):
    actions.assign_match(
        mentee=everybody["tomi"],
        mentor=everybody["dr_osei"],
        role=Role.MENTOR,
        by=prof_lindqvist,
        now=now,
    )
    choice = Override.objects.get()
    assert queries.pins(run.round)

    actions.release_pair(choice, by=prof_lindqvist, now=now)

    assert queries.pins(run.round) == set()
    assert work(now) == mentor_of(run)
    assert MatchingJob.objects.count() == 1


def test_a_stopped_worker_loses_no_decision(run, swap, prof_lindqvist, now):
    swap("amara_nwosu", "dr_vaughan")
    actions.stop_job(round=run.round, by=prof_lindqvist, now=now)

    actions.ask_for_run(round=run.round, by=prof_lindqvist, now=now)

    assert work(now)["amara_nwosu"] == "helen_vaughan"


def test_approvals_given_meanwhile_are_kept_where_the_match_stays(
    swap, proposal_of, prof_lindqvist, now
):
    swap("amara_nwosu", "dr_vaughan")
    for mentee in ("sam_whitlock", "tomi_lawal"):
        actions.approve_proposal(proposal=proposal_of(mentee), by=prof_lindqvist, now=now)

    work(now)

    run = MatchingRun.objects.latest("number")
    approved = run.proposals.filter(approval__isnull=False)
    assert [one.mentee.profile.handle for one in approved] == ["sam_whitlock"]


def test_nothing_is_published_while_everybody_is_matched_again(
    run, swap, proposal_of, prof_lindqvist, now
):
    actions.approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)
    swap("amara_nwosu", "dr_vaughan")

    with pytest.raises(actions.AlreadyMatching):
        publishing.schedule_publication(run=run, by=prof_lindqvist, now=now)

    assert queries.publication_waiting(run.round) is None
