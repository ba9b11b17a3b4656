from collections.abc import Mapping

import pytest

from corridor.algorithms.matching.conflicts import ImpossibleSettings, places_of, refuse_impossible
from corridor.algorithms.matching.options import Barrier, Circles, Options, Pair
from corridor.algorithms.matching.outcome import Reason
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor, Role

AMARA, BILAL = Mentee(id="amara"), Mentee(id="bilal")
OSEI, LINDQVIST = Mentor(id="osei", capacity=1), Mentor(id="lindqvist", capacity=3)


def problems(
    mentees: list[Mentee], mentors: list[Mentor], options: Options
) -> list[tuple[str, Mapping[str, object]]]:
    with pytest.raises(ImpossibleSettings) as refused:
        refuse_impossible(mentees, mentors, options)
    return [(problem.code, problem.values) for problem in refused.value.problems]


def pins(*pairs: tuple[str, str]) -> Options:
    return Options(pins=frozenset(Pair(mentee=mentee, mentor=mentor) for mentee, mentor in pairs))


def test_settings_that_can_be_met_are_not_refused():
    refuse_impossible([AMARA, BILAL], [OSEI, LINDQVIST], pins(("amara", "osei")))


def test_a_programme_without_people_is_refused():
    assert problems([], [], Options()) == [("no_mentees", {}), ("no_mentors", {})]


def test_two_people_with_one_id_are_refused():
    assert problems([AMARA, AMARA], [OSEI], Options()) == [("duplicate_mentee", {"id": "amara"})]


def test_a_pin_that_is_forbidden_is_refused_with_the_barrier():
    options = Options(
        pins=pins(("amara", "osei")).pins, must_not={("amara", "osei"): Barrier.EVALUATOR}
    )

    assert problems([AMARA], [OSEI], options) == [
        ("pin_forbidden", {"mentee": "amara", "mentor": "osei", "barrier": "evaluator"})
    ]


def test_a_pin_to_somebody_who_asked_not_to_be_matched_with_her_is_refused():
    mentor = Mentor(id="osei", avoid=frozenset({"amara"}))

    assert problems([AMARA], [mentor], pins(("amara", "osei"))) == [
        ("pin_forbidden", {"mentee": "amara", "mentor": "osei", "barrier": "avoided"})
    ]


def test_a_pin_in_a_role_that_the_mentor_does_not_offer_is_refused():
    mentee = Mentee(id="amara", wishes={Role.COACH: 1})
    options = Options(pins=frozenset({Pair(mentee="amara", mentor="osei", role=Role.COACH)}))

    assert problems([mentee], [OSEI], options) == [
        ("pin_role_not_offered", {"mentee": "amara", "mentor": "osei", "role": "coach"})
    ]


def test_more_pins_than_a_mentor_has_places_are_refused():
    assert problems([AMARA, BILAL], [OSEI], pins(("amara", "osei"), ("bilal", "osei"))) == [
        ("pins_over_capacity", {"mentor": "osei", "pins": 2, "places": 1})
    ]


def test_a_mentor_who_is_full_elsewhere_cannot_be_pinned():
    mentor = Mentor(id="osei", capacity=3, carries=3)

    assert problems([AMARA], [mentor], pins(("amara", "osei"))) == [
        ("pins_over_capacity", {"mentor": "osei", "pins": 1, "places": 0})
    ]


def test_more_pins_than_a_mentor_takes_in_that_role_are_refused():
    mentor = Mentor(id="osei", capacity=3, role_capacity={Role.MENTOR: 1})

    assert problems([AMARA, BILAL], [mentor], pins(("amara", "osei"), ("bilal", "osei"))) == [
        ("pins_over_role_capacity", {"mentor": "osei", "role": "mentor", "pins": 2, "places": 1})
    ]


def test_more_pins_than_a_mentor_takes_over_shared_experience_are_refused():
    rural = frozenset({"rural"})
    mentor = Mentor(id="osei", experience=rural, capacity=3, experience_capacity=0)

    assert problems([Mentee(id="amara", shares=rural)], [mentor], pins(("amara", "osei"))) == [
        ("pins_over_experience_capacity", {"mentor": "osei", "pins": 1, "places": 0})
    ]


def test_more_pins_than_a_mentee_wishes_are_refused():
    assert problems(
        [AMARA], [OSEI, LINDQVIST], pins(("amara", "osei"), ("amara", "lindqvist"))
    ) == [("pins_over_wishes", {"mentee": "amara", "role": "mentor", "pins": 2, "wishes": 1})]


def test_one_mentor_pinned_to_one_mentee_in_two_roles_is_refused():
    both = {Role.MENTOR: 1, Role.COACH: 1}
    options = Options(
        pins=frozenset(Pair(mentee="amara", mentor="lindqvist", role=role) for role in both)
    )
    mentor = Mentor(id="lindqvist", capacity=3, offers=frozenset(both))

    assert problems([Mentee(id="amara", wishes=both)], [mentor], options) == [
        ("pin_in_two_roles", {"mentee": "amara", "mentor": "lindqvist"})
    ]


def test_more_pins_than_the_programme_has_places_are_refused():
    options = Options(pins=pins(("amara", "osei"), ("bilal", "lindqvist")).pins, places=1)

    assert problems([AMARA, BILAL], [OSEI, LINDQVIST], options) == [
        ("pins_over_programme", {"pins": 2, "places": 1})
    ]


def test_pins_and_existing_matches_of_strangers_are_refused_all_at_once():
    options = Options(
        pins=pins(("zoë", "osei")).pins,
        existing=frozenset({Pair(mentee="amara", mentor="nobody")}),
    )

    assert problems([AMARA], [OSEI], options) == [
        ("unknown_mentee", {"id": "zoë", "setting": "pins"}),
        ("unknown_mentor", {"id": "nobody", "setting": "existing"}),
    ]


@pytest.mark.parametrize(
    ("circles", "expected"),
    [
        (Circles(smallest=5, largest=4), ("circle_sizes", {"smallest": 5, "largest": 4})),
        (Circles(smallest=0, largest=4), ("circle_sizes", {"smallest": 0, "largest": 4})),
        (Circles(mentors=3), ("circle_mentors", {"mentors": 3})),
    ],
)
def test_circles_that_cannot_be_formed_are_refused(circles, expected):
    assert problems([AMARA], [OSEI], Options(circles=circles)) == [expected]


def test_a_mentee_in_a_circle_is_pinned_to_no_more_than_those_who_lead_one():
    options = Options(circles=Circles(), pins=pins(("amara", "osei"), ("amara", "lindqvist")).pins)

    found = problems([AMARA], [OSEI, Mentor(id="lindqvist")], options)

    assert found == [("pins_over_circle", {"mentee": "amara", "pins": 2, "mentors": 1})]


def test_a_mentor_is_pinned_to_as_many_as_her_circles_hold():
    mentees = [Mentee(id=f"mentee-{number}") for number in range(5)]
    pinned = pins(*((one.id, "osei") for one in mentees)).pins

    four, five = (Options(circles=Circles(largest=size), pins=pinned) for size in (4, 5))

    over = ("pins_over_capacity", {"mentor": "osei", "pins": 5, "places": 4})
    assert problems(mentees, [OSEI], four) == [over]
    refuse_impossible(mentees, [OSEI], five)


def test_a_mentee_who_asked_for_nobody_is_pinned_to_no_circle():
    amara = Mentee(id="amara", wishes={})
    options = Options(circles=Circles(), pins=pins(("amara", "osei")).pins)

    wishes = {"mentee": "amara", "role": "mentor", "pins": 1, "wishes": 0}
    assert problems([amara], [OSEI], options) == [("pins_over_wishes", wishes)]


def test_a_must_that_no_mentor_answers_is_refused():
    mentee = Mentee(id="amara", free=(0b111,))
    options = Options(weights={Criterion.TIME: 10})

    assert problems([mentee], [OSEI], options) == [("must_unanswered", {"criterion": "time"})]


def test_a_must_that_one_mentee_does_not_ask_about_is_no_obstacle_for_her():
    options = Options(weights={Criterion.TIME: 10})

    refuse_impossible([Mentee(id="amara", free=(0b111,)), BILAL], [OSEI], options)


def test_a_weight_beyond_the_scale_is_refused():
    assert problems([AMARA], [OSEI], Options(weights={Criterion.NEEDS: 11})) == [
        ("weight_out_of_range", {"criterion": "needs", "weight": 11})
    ]


@pytest.mark.parametrize(
    ("mentor", "per_mentor", "places"),
    [
        (Mentor(id="osei", capacity=4, carries=1), None, 3),
        (Mentor(id="osei", capacity=4, carries=1), 2, 2),
        (Mentor(id="osei", capacity=1, carries=4), None, 0),
    ],
)
def test_places_are_what_capacity_load_and_programme_leave(mentor, per_mentor, places):
    assert places_of(mentor, Options(places_per_mentor=per_mentor)) == places


def test_the_problems_are_reasons():
    with pytest.raises(ImpossibleSettings) as refused:
        refuse_impossible([], [OSEI], Options())

    assert refused.value.problems == (Reason(code="no_mentees"),)
