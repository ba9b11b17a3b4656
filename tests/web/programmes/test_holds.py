"""Taking a decision back on the review board."""

import pytest

from corridor.programmes import queries


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


def test_a_match_is_held_and_left_to_the_matching_again(director, run, proposal_of):
    proposal = proposal_of("sam_whitlock")

    held = director.post(f"/proposals/{proposal.pk}/hold/", follow=True).text

    assert "stay together in every run" in held
    assert "A director decided this match" in held

    released = director.post(f"/proposals/{proposal.pk}/hold/end/", follow=True).text

    assert "The matching chose again" in released
    assert queries.pins(run.round) == set()


def test_a_parting_is_shown_with_its_reason_and_lifted(director, run, proposal_of):
    proposal = proposal_of("amara_nwosu")
    director.post(f"/proposals/{proposal.pk}/parting/", {"reason": "They asked for it."})
    board = director.get("/p/first-gen/review/").text
    assert "Kept apart by you" in board
    assert "They asked for it." in board
    parting = queries.partings(run.round)[0]

    lifted = director.post(f"/partings/{parting.pk}/end/", follow=True).text

    assert "These two may be matched again" in lifted
    assert "Kept apart by you" not in lifted


def test_a_parting_is_not_there_for_anybody_else(director, signed_in, mallory, run, proposal_of):
    proposal = proposal_of("amara_nwosu")
    director.post(f"/proposals/{proposal.pk}/parting/", {"reason": "They asked for it."})
    parting = queries.partings(run.round)[0]

    assert signed_in(mallory).post(f"/partings/{parting.pk}/end/").status_code == 404
    assert queries.partings(run.round) == [parting]
