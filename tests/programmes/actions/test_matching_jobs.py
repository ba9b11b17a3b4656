import pytest

from corridor.algorithms.matching.people import Criterion
from corridor.programmes import actions, queries
from corridor.programmes.actions import matching_jobs
from corridor.programmes.actions.set_mode import HowMatched, set_mode
from corridor.programmes.actions.set_weights import Weights, set_weights
from corridor.programmes.models import Application, MatchingJob, MatchingRun


@pytest.fixture
def large(monkeypatch):
    """From one pair on a round is left to a worker."""
    monkeypatch.setattr(matching_jobs, "AT_ONCE", 0)


@pytest.fixture
def waiting(monkeypatch, large, spring, prof_lindqvist, now):
    """A job that no worker has begun."""
    monkeypatch.setattr("corridor.programmes.actions.matching_jobs.events.publish", print)
    return actions.ask_for_run(round=spring, by=prof_lindqvist, now=now)


def test_a_small_round_is_matched_at_once(spring, prof_lindqvist, now):
    run = actions.ask_for_run(round=spring, by=prof_lindqvist, now=now)

    assert run == queries.current_run(spring)


def test_a_large_round_is_matched_by_a_worker(large, spring, prof_lindqvist, now):
    job = actions.ask_for_run(round=spring, by=prof_lindqvist, now=now)

    job.refresh_from_db()
    spring.refresh_from_db()
    assert (job.state, job.progress, job.run) == ("done", 100, queries.current_run(spring))
    assert spring.state == "review"


def test_while_it_waits_nobody_asks_again(waiting, spring, prof_lindqvist, now):
    spring.refresh_from_db()
    assert (waiting.state, spring.state) == ("waiting", "matching")

    with pytest.raises(actions.AlreadyMatching):
        actions.ask_for_run(round=spring, by=prof_lindqvist, now=now)

    assert MatchingJob.objects.count() == 1


def test_done_twice_it_stores_one_run(waiting, now):
    actions.do_job(waiting.pk, now=now)
    actions.do_job(waiting.pk, now=now)

    assert MatchingRun.objects.count() == 1


def test_a_worker_that_died_is_followed_by_another(waiting, now):
    MatchingJob.objects.update(state="running", progress=40)

    actions.do_job(waiting.pk, now=now)

    assert MatchingJob.objects.get().run == MatchingRun.objects.get()


def test_what_was_stopped_stores_nothing(waiting, spring, prof_lindqvist, now):
    actions.stop_job(round=spring, by=prof_lindqvist, now=now)

    actions.do_job(waiting.pk, now=now)

    spring.refresh_from_db()
    assert (MatchingRun.objects.count(), spring.state) == (0, "closed")
    with pytest.raises(actions.NothingRuns):
        actions.stop_job(round=spring, by=prof_lindqvist, now=now)


def test_what_is_stopped_while_it_runs_stores_nothing(
    monkeypatch, waiting, spring, prof_lindqvist, now
):
    solve = matching_jobs.solve

    def stopped_meanwhile(given, *, progress):
        solved = solve(given, progress=progress)
        actions.stop_job(round=spring, by=prof_lindqvist, now=now)
        return solved

    monkeypatch.setattr(matching_jobs, "solve", stopped_meanwhile)

    actions.do_job(waiting.pk, now=now)

    assert MatchingRun.objects.count() == 0
    assert MatchingJob.objects.get().state == "stopped"


def test_what_directors_set_up_while_it_runs_is_in_the_run(
    monkeypatch, run, large, spring, prof_lindqvist, now
):
    monkeypatch.setattr(matching_jobs.events, "publish", print)
    spring.refresh_from_db()
    job = actions.ask_for_run(round=spring, by=prof_lindqvist, now=now)
    solve, times = matching_jobs.solve, []

    def changed_meanwhile(given, *, progress):
        times.append(given)
        if len(times) == 1:
            set_mode(round=spring, how=HowMatched(mode="choice"), by=prof_lindqvist)
        return solve(given, progress=progress)

    monkeypatch.setattr(matching_jobs, "solve", changed_meanwhile)

    actions.do_job(job.pk, now=now)

    assert len(times) == 2
    assert MatchingJob.objects.get().run == queries.current_run(spring)
    assert MatchingRun.objects.count() == 2


def test_a_round_that_never_stands_still_is_given_up(
    monkeypatch, waiting, spring, prof_lindqvist, now
):
    solve, times = matching_jobs.solve, []

    def changed_meanwhile(given, *, progress):
        solved = solve(given, progress=progress)
        times.append(given)
        weights = Weights(of={Criterion.NEEDS: 1 + len(times) % 2}, load=0)
        set_weights(round=spring, weights=weights, by=prof_lindqvist)
        return solved

    monkeypatch.setattr(matching_jobs, "solve", changed_meanwhile)

    actions.do_job(waiting.pk, now=now)

    spring.refresh_from_db()
    assert len(times) == matching_jobs.PASSES
    assert queries.failed_job(spring).error == "RoundChanged"
    assert MatchingRun.objects.count() == 0


def test_why_it_failed_is_kept_in_a_word(waiting, spring, now):
    Application.objects.filter(side="mentor").update(state="withdrawn")

    actions.do_job(waiting.pk, now=now)

    spring.refresh_from_db()
    failed = queries.failed_job(spring)
    assert (failed.error, spring.state) == ("NobodyToMatch", "closed")


def test_only_who_reviews_asks_for_a_run_and_stops_it(waiting, spring, mallory, now):
    with pytest.raises(actions.NotDirector):
        actions.ask_for_run(round=spring, by=mallory, now=now)
    with pytest.raises(actions.NotDirector):
        actions.stop_job(round=spring, by=mallory, now=now)

    waiting.refresh_from_db()
    assert waiting.state == "waiting"


def test_an_earlier_run_is_reviewed_again_with_its_approvals(run, proposal_of, prof_lindqvist, now):
    actions.approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)
    later = actions.run_matching(round=run.round, by=prof_lindqvist, now=now)
    sams = later.proposals.get(mentee__profile__handle="sam_whitlock")
    actions.approve_proposal(proposal=sams, by=prof_lindqvist, now=now)

    actions.choose_run(run=run, by=prof_lindqvist, now=now)

    assert queries.current_run(run.round) == run
    assert run.proposals.filter(approval__isnull=False).count() == 2
    with pytest.raises(actions.AlreadyChosen):
        actions.choose_run(run=run, by=prof_lindqvist, now=now)
    with pytest.raises(actions.RunIsOutdated):
        actions.withdraw_approval(proposal=sams, by=prof_lindqvist, now=now)
    newest = actions.run_matching(round=run.round, by=prof_lindqvist, now=now)
    assert queries.current_run(run.round) == newest


def test_a_run_has_a_name(run, prof_lindqvist, mallory):
    actions.name_run(run=run, name="  More  weight on needs ", by=prof_lindqvist)
    with pytest.raises(actions.NameTooLong):
        actions.name_run(run=run, name="a" * 61, by=prof_lindqvist)
    with pytest.raises(actions.NotDirector):
        actions.name_run(run=run, name="Mine", by=mallory)

    run.refresh_from_db()
    assert run.name == "More weight on needs"
