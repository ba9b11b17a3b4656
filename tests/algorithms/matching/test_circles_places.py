"""A programme has places for so many circles and no more."""

import pytest

from corridor.algorithms.matching.options import Circles, Options
from corridor.algorithms.matching.people import Mentee, Mentor
from corridor.algorithms.matching.run import match_people

AIRWAY, PAIN = frozenset({"airway"}), frozenset({"pain"})
MENTEES = [
    *(Mentee(id=name, interests=PAIN) for name in ("amara", "bala", "chidi", "dina")),
    *(Mentee(id=name, interests=AIRWAY) for name in ("emeka", "femi", "gita")),
]
MENTORS = [Mentor(id="osei", interests=AIRWAY), Mentor(id="vaughan", interests=PAIN)]
LEADING_TOGETHER = [*MENTORS, Mentor(id="eze"), Mentor(id="lindqvist")]


def formed(people, places, **circles):
    options = Options(circles=Circles(largest=4, **circles), places=places)
    return match_people(mentees=MENTEES, mentors=people, options=options).outcome


def test_a_circle_takes_one_place_of_the_programme():
    outcome = formed(MENTORS, places=1)

    assert [circle.mentors for circle in outcome.circles] == [("vaughan",)]
    assert [one.mentee for one in outcome.unmatched] == ["emeka", "femi", "gita"]
    assert outcome.proof.is_optimal


def test_whoever_is_left_out_reads_that_no_more_circles_could_be_formed():
    outcome = formed(MENTORS, places=1)

    idle = next(load for load in outcome.loads if load.mentor == "osei")
    for reasons in (outcome.unmatched[0].reasons, idle.unused):
        assert [(one.code, one.values) for one in reasons] == [("circles_full", {"circles": 1})]


@pytest.mark.parametrize(("places", "circles"), [(0, 0), (1, 1), (2, 2), (9, 2)])
def test_more_places_never_form_fewer_circles(places, circles):
    assert len(formed(MENTORS, places=places).circles) == circles


@pytest.mark.parametrize(("places", "circles"), [(1, 0), (2, 1), (3, 1), (4, 2)])
def test_a_circle_of_two_mentors_takes_two_places(places, circles):
    assert len(formed(LEADING_TOGETHER, places=places, mentors=2).circles) == circles
