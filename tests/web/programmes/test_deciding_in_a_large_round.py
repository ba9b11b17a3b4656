"""What the board says while a worker matches everybody around what directors decided."""

import pytest

from corridor.programmes import actions, queries
from corridor.programmes.actions import matching_jobs
from corridor.programmes.models import MatchingJob

REVIEW = "/p/first-gen/review/"


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


@pytest.fixture
def proposal(run, proposal_of, monkeypatch):
    """Amara with Dr Osei, in a round that counts as large; no worker begins by itself."""
    monkeypatch.setattr(matching_jobs, "AT_ONCE", 0)
    monkeypatch.setattr(matching_jobs.events, "publish", print)
    return proposal_of("amara_nwosu")


@pytest.fixture
def swapped(director, proposal):
    """The page after a swap."""
    chosen = {"mentor": "helen_vaughan"}
    return director.post(f"/proposals/{proposal.pk}/swap/", chosen, follow=True).text


def work(now):
    actions.do_job(MatchingJob.objects.latest("pk").pk, now=now)


def test_a_swap_is_kept_and_the_board_stays_usable(swapped):
    assert "Kept. Everybody else is matched best around it; go on meanwhile." in swapped
    assert "Everybody is being matched again" in swapped
    assert "It waits for a worker." in swapped
    assert "What you see is run 1, without the following." in swapped
    assert "Amara Nwosu with Dr Kwame Osei; Dr Helen Vaughan instead" in swapped
    assert "Review 3 proposed matches" in swapped
    assert "Run the matching again" not in swapped


def test_whoever_reads_the_old_run_is_told_when_the_new_one_is_ready(director, swapped, now):
    address = f"{REVIEW}progress/?seen=1"
    assert "0 % done" in director.get(address, headers={"HX-Request": "true"}).text

    work(now)

    ready = director.get(address, headers={"HX-Request": "true"})
    assert (ready.status_code, "Show run 2" in ready.text) == (200, True)
    page = director.get(REVIEW).text
    assert "Amara Nwosu with Dr Helen Vaughan" in page
    assert "without the following" not in page


def test_what_was_decided_is_taken_back_from_the_board(director, run, swapped):
    choice = run.overrides.get()
    assert f'action="/choices/{choice.pk}/end/"' in swapped

    page = director.post(f"/choices/{choice.pk}/end/", follow=True).text

    assert queries.pins(run.round) == set()
    assert f'action="/choices/{choice.pk}/end/"' not in page


def test_a_parting_is_taken_back_from_the_board(director, proposal):
    said = {"reason": "They asked for it."}
    page = director.post(f"/proposals/{proposal.pk}/parting/", said, follow=True).text

    assert page.count(f'action="/partings/{proposal.run.overrides.get().pk}/end/"') == 2


def test_only_a_choice_in_force_is_taken_back_as_one(director, run, proposal):
    for deed in ("hold", "hold/end", "hold"):
        director.post(f"/proposals/{proposal.pk}/{deed}/")
    page = director.get(REVIEW).text

    assert "without the following" in page
    assert "/choices/" not in page
    assert queries.pins(run.round)


def test_a_match_that_is_held_is_in_the_run_already(director, proposal):
    page = director.post(f"/proposals/{proposal.pk}/hold/", follow=True).text

    assert "Decided since this run" not in page


def test_a_stopped_worker_leaves_the_decision_on_the_board(director, swapped):
    page = director.post("/p/first-gen/runs/end/", follow=True).text

    assert "What was decided is kept for the next run." in page
    assert "Decided since this run" in page
    assert "Run the matching again" in page


def test_why_a_worker_gave_up_stands_on_the_board(director, run, swapped, now):
    run.round.applications.filter(side="mentor").update(state="withdrawn")

    work(now)

    page = director.get(REVIEW).text
    assert "The matching stopped" in page
    assert "One side of this round has no applications." in page
    assert "Amara Nwosu with Dr Kwame Osei; Dr Helen Vaughan instead" in page


def test_nothing_is_published_meanwhile_and_the_page_says_why(director, run, proposal, now):
    actions.approve_proposal(proposal=proposal, by=run.by, now=now)
    director.post(f"/proposals/{proposal.pk}/swap/", {"mentor": "helen_vaughan"})

    page = director.post(
        "/p/first-gen/publication/", {"when": "now", "run": run.number}, follow=True
    ).text

    assert "Everybody is being matched around what was decided." in page


def test_a_choice_is_taken_back_by_nobody_else(signed_in, mallory, run, swapped):
    choice = run.overrides.get()

    assert signed_in(mallory).post(f"/choices/{choice.pk}/end/").status_code == 404
    assert queries.pins(run.round)
