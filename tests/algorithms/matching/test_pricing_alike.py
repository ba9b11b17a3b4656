"""Where everybody is alike, a run ends, and claims no more than it has shown."""

import pytest

from corridor.algorithms.matching import Mentee, Mentor, Options, match_people
from corridor.algorithms.matching.jit import HAS_NUMBA


@pytest.mark.skipif(not HAS_NUMBA, reason="in plain Python so many pairs take minutes")
def test_thousands_of_people_who_are_all_alike_are_matched():
    mentees = [Mentee(id=f"mentee-{n}") for n in range(2_400)]
    mentors = [Mentor(id=f"mentor-{n}") for n in range(1_200)]

    outcome = match_people(
        mentees=mentees, mentors=mentors, options=Options(), explore=False
    ).outcome

    assert len(outcome.matches) == 1_200
    assert outcome.proof.is_optimal
    assert not outcome.proof.over_all_pairs
