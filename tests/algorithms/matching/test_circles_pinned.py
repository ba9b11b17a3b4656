"""A director puts a mentee into the circle of a certain mentor."""

from corridor.algorithms.matching.options import Circles, Options, Pair
from corridor.algorithms.matching.people import Mentee, Mentor, Role
from corridor.algorithms.matching.run import match_people

EVENING = 0b1111
MORNING = 0b1111 << 40


def formed(mentees, mentors, *pins, led_by=1):
    options = Options(circles=Circles(mentors=led_by), pins=frozenset(pins), load_weight=0)
    return match_people(mentees=mentees, mentors=mentors, options=options).outcome


def pinned(mentee, mentor, role=Role.MENTOR):
    return Pair(mentee=mentee, mentor=mentor, role=role)


def who_like(tag, *names):
    return [Mentee(id=name, interests=frozenset({tag})) for name in names]


def test_amara_sits_in_the_circle_of_the_mentor_she_is_pinned_to():
    mentees = [*who_like("pain", "amara", "bala", "chidi", "dina"), *who_like("airway", "emeka")]
    mentees += who_like("airway", "femi")
    osei = Mentor(id="osei", interests=frozenset({"airway"}))
    vaughan = Mentor(id="vaughan", interests=frozenset({"pain"}))

    free = formed(mentees, [osei, vaughan])
    outcome = formed(mentees, [osei, vaughan], pinned("amara", "osei"))

    # Somebody of the four has to sit with Osei, or his two are too few: now it is she.
    hers = next(match for match in outcome.matches if match.mentee == "amara")
    assert (hers.mentor, hers.is_pinned) == ("osei", True)
    assert len(outcome.matches) == len(free.matches) == 6
    assert sum(match.is_pinned for match in outcome.matches) == 1


def test_a_pin_stands_above_hours_and_is_marked_for_a_look():
    mentees = [Mentee(id=name, free=(EVENING,)) for name in ("bala", "chidi")]
    mentees.append(Mentee(id="amara", free=(MORNING,)))
    osei = Mentor(id="osei", free=(EVENING,))

    assert formed(mentees, [osei]).circles == ()
    outcome = formed(mentees, [osei], pinned("amara", "osei"))

    assert [circle.mentees for circle in outcome.circles] == [("amara", "bala", "chidi")]
    hers = next(match for match in outcome.matches if match.mentee == "amara")
    assert hers.looks[0].code == "overrides_barrier"


def test_the_hour_is_chosen_so_that_whoever_is_pinned_can_come():
    evening = [Mentee(id=f"evening-{number}", free=(EVENING,)) for number in range(4)]
    morning = [Mentee(id=f"morning-{number}", free=(MORNING,)) for number in range(2)]
    amara = Mentee(id="amara", free=(MORNING,))
    osei = Mentor(id="osei", free=(EVENING | MORNING,))

    outcome = formed([*evening, *morning, amara], [osei], pinned("amara", "osei"))

    assert [circle.mentees for circle in outcome.circles] == [
        ("amara", "morning-0", "morning-1"),
    ]


def test_a_pin_whose_circle_cannot_be_formed_is_told_by_name():
    mentees = [Mentee(id=name) for name in ("amara", "bala", "chidi", "dina")]
    osei, vaughan = Mentor(id="osei", offers=frozenset({Role.COACH})), Mentor(id="vaughan")

    outcome = formed(mentees, [osei, vaughan], pinned("amara", "osei", Role.COACH))

    (left,) = outcome.unmatched
    assert (left.mentee, left.role) == ("amara", Role.COACH)
    assert [(one.code, one.values) for one in left.reasons] == [
        (
            "no_circle_of_pinned",
            {"role": Role.COACH, "mentor": "osei", "smallest": 3, "largest": 6},
        )
    ]
    assert [circle.mentees for circle in outcome.circles] == [("bala", "chidi", "dina")]


def test_with_two_mentors_a_mentee_may_be_pinned_to_both():
    mentees = [Mentee(id=name) for name in ("amara", "bala", "chidi")]
    mentors = [Mentor(id=name) for name in ("lindqvist", "osei", "vaughan", "eze")]
    pins = pinned("amara", "osei"), pinned("amara", "vaughan")

    outcome = formed(mentees, mentors, *pins, led_by=2)

    (circle,) = outcome.circles
    assert circle.mentors == ("osei", "vaughan")
    assert {match.mentor for match in outcome.matches if match.is_pinned} == {"osei", "vaughan"}
