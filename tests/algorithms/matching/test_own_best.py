"""Who is served where places are few, with and without measuring people against themselves."""

import pytest

from corridor.algorithms.matching import Mentee, Mentor, Options, match_people

AMARA = Mentee(id="amara", interests=frozenset({"airway", "sleep"}))
BILAL = Mentee(id="bilal", interests=frozenset({"airway", "pain"}))
OSEI = Mentor(id="osei", interests=frozenset({"airway", "sleep"}), capacity=1)

SEEDS = "abcdefgh"
"""So that a draw, which Osei's best would be by their own best alone, is not taken for more."""


@pytest.mark.parametrize(("own_best", "served"), [(False, "amara"), (True, "bilal")])
def test_the_last_place_goes_to_whom_it_means_most_over_what_is_usual_for_her(own_best, served):
    """Osei is Amara's 10,000 among four of 7,000, and Bilal's among four of 0."""
    full = [
        Mentor(id=f"full {letter}", interests=frozenset({"sleep"}), carries=1, capacity=1)
        for letter in "abcd"
    ]

    results = [
        match_people(
            mentees=[AMARA, BILAL],
            mentors=[OSEI, *full],
            options=Options(load_weight=0, own_best=own_best, seed=seed),
            explore=False,
        )
        for seed in SEEDS
    ]

    assert {match.mentee for each in results for match in each.outcome.matches} == {served}
