"""A circle meets together, and leading is shared."""

from collections import Counter

from corridor.algorithms.matching.options import Circles, Options, Rules
from corridor.algorithms.matching.people import Mentee, Mentor
from corridor.algorithms.matching.run import match_people

EVENING = 0b1111
MORNING = 0b1111 << 40
NOON = 0b1111 << 80


def formed(mentees, mentors, **options):
    settings = Options(circles=Circles(), **options)
    return match_people(mentees=mentees, mentors=mentors, options=settings).outcome


def mentee(name, *hours, languages=()):
    return Mentee(id=name, free=tuple(hours), languages=frozenset(languages))


def reasons(outcome):
    return {one.mentee: [reason.code for reason in one.reasons] for one in outcome.unmatched}


def test_nobody_sits_in_a_circle_without_an_hour_that_suits_all():
    # Each shares an hour with the mentor; the three together have none.
    mentees = [mentee("amara", EVENING), mentee("bala", MORNING), mentee("chidi", NOON)]
    osei = Mentor(id="osei", free=(EVENING | MORNING | NOON,))

    outcome = formed(mentees, [osei])

    assert outcome.circles == ()
    assert set(reasons(outcome)) == {"amara", "bala", "chidi"}
    assert all(found == ["no_common_meeting"] for found in reasons(outcome).values())


def test_who_cannot_come_at_the_hour_of_the_circle_is_left_out_and_told_why():
    mentees = [mentee(name, EVENING) for name in ("amara", "bala", "chidi")]
    dana = mentee("dana", MORNING)
    osei = Mentor(id="osei", free=(EVENING | MORNING,))

    outcome = formed([*mentees, dana], [osei])

    assert [circle.mentees for circle in outcome.circles] == [("amara", "bala", "chidi")]
    assert reasons(outcome) == {"dana": ["no_common_meeting"]}
    assert not outcome.proof.is_optimal


def test_an_hour_must_hold_in_every_reference_week():
    mentees = [
        mentee("amara", EVENING, MORNING),
        mentee("bala", EVENING, MORNING),
        mentee("chidi", EVENING, NOON),
    ]
    osei = Mentor(id="osei", free=(EVENING | MORNING | NOON,) * 2)

    assert formed(mentees, [osei]).circles == ()


def test_nobody_sits_in_a_circle_without_a_language_that_all_speak():
    mentees = [
        mentee("amara", languages=["english"]),
        mentee("bala", languages=["french"]),
        mentee("chidi", languages=["english", "french"]),
        mentee("dana", languages=["english"]),
    ]
    osei = Mentor(id="osei", languages=frozenset({"english", "french"}))

    outcome = formed(mentees, [osei])

    assert [circle.mentees for circle in outcome.circles] == [("amara", "chidi", "dana")]
    assert reasons(outcome) == {"bala": ["no_common_meeting"]}


def test_a_mentor_who_did_not_say_her_languages_leads_no_circle_without_one_either():
    mentees = [
        mentee("amara", languages=["english"]),
        mentee("bala", languages=["french"]),
        mentee("chidi", languages=["english"]),
        mentee("dana"),
    ]

    outcome = formed(mentees, [Mentor(id="osei")])

    assert [circle.mentees for circle in outcome.circles] == [("amara", "chidi", "dana")]
    assert reasons(outcome) == {"bala": ["no_common_meeting"]}


def test_who_did_not_say_hours_or_languages_may_sit_anywhere():
    mentees = [mentee("amara", EVENING), mentee("bala"), mentee("chidi", languages=["french"])]
    osei = Mentor(id="osei", free=(EVENING,), languages=frozenset({"french"}))

    assert len(formed(mentees, [osei]).circles) == 1


def test_where_the_rules_are_off_circles_do_not_ask_for_hours():
    mentees = [mentee("amara", EVENING), mentee("bala", MORNING), mentee("chidi", NOON)]
    rules = Rules(overlap_minutes=0, shared_language=False)

    assert len(formed(mentees, [Mentor(id="osei", free=(EVENING,))], rules=rules).circles) == 1


def test_two_mentors_who_never_have_time_together_do_not_lead_together():
    mentees = [mentee(name, EVENING | MORNING) for name in ("amara", "bala", "chidi")]
    mentors = [
        Mentor(id="osei", free=(EVENING,)),
        Mentor(id="lindqvist", free=(MORNING,)),
        Mentor(id="vaughan", free=(MORNING,)),
    ]
    options = Options(circles=Circles(mentors=2))

    outcome = match_people(mentees=mentees, mentors=mentors, options=options).outcome

    assert [circle.mentors for circle in outcome.circles] == [("lindqvist", "vaughan")]


def test_mentors_who_are_alike_lead_one_circle_each_before_anybody_leads_two():
    mentees = [Mentee(id=f"mentee {number}") for number in range(12)]
    mentors = [Mentor(id=f"mentor {number}", capacity=4) for number in range(4)]

    outcome = formed(mentees, mentors)

    led = Counter(name for circle in outcome.circles for name in circle.mentors)
    assert len(outcome.circles) >= 2
    assert set(led.values()) == {1}
    assert not outcome.unmatched


def test_a_load_decides_between_few_circles_to_the_end():
    # Either could lead all six; Osei carries three of four already, Lindqvist nobody.
    mentees = [Mentee(id=f"mentee {number}") for number in range(6)]
    mentors = [
        Mentor(id="osei", capacity=4, carries=3),
        Mentor(id="lindqvist", capacity=1),
    ]

    outcome = formed(mentees, mentors)

    assert [circle.mentors for circle in outcome.circles] == [("lindqvist",)]
    assert outcome.proof.is_optimal
