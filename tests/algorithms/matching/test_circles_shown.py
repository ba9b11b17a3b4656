"""What a circle is told by: its hours and languages, and who else could join."""

from corridor.algorithms.matching.options import Circles, Options
from corridor.algorithms.matching.people import Mentee, Mentor
from corridor.algorithms.matching.run import match_people

MONDAY_EIGHT_TO_TEN = 0b1111_1111 << 32
MONDAY_NINE_TO_ELEVEN = 0b1111_1111 << 36
MONDAY_NINE_TO_TEN = 0b1111 << 36
TUESDAY = 0b1111_1111 << 130

OSEI = Mentor(id="osei", free=(MONDAY_EIGHT_TO_TEN,), languages=frozenset({"english", "twi"}))
VAUGHAN = Mentor(id="vaughan", free=(TUESDAY | MONDAY_NINE_TO_TEN,))


def formed(mentees, mentors, **circles):
    options = Options(circles=Circles(**circles), load_weight=0)
    return match_people(mentees=mentees, mentors=mentors, options=options).outcome.circles


def on_mondays(*names):
    return [
        Mentee(id=name, free=(MONDAY_NINE_TO_ELEVEN,), languages=frozenset({"english", "french"}))
        for name in names
    ]


def test_a_circle_says_when_all_are_free_and_what_all_speak():
    (circle,) = formed([*on_mondays("amara", "bala"), Mentee(id="silent")], [OSEI])

    assert circle.mentees == ("amara", "bala", "silent")
    assert circle.free == (MONDAY_NINE_TO_TEN,)
    assert circle.languages == ("english",)


def test_whoever_could_come_to_another_circle_could_join_it():
    # Each mentor has three who could only come to her; Amara could come to either.
    tuesdays = [Mentee(id=name, free=(TUESDAY,)) for name in ("tola", "temi", "tari")]
    amara, *mondays = on_mondays("amara", "bala", "chidi", "dina")

    circles = formed([amara, *mondays, *tuesdays], [OSEI, VAUGHAN])

    joiners = {circle.mentors: [one.mentee for one in circle.could_join] for circle in circles}
    assert sorted(circle.mentees for circle in circles) == [
        ("amara", "bala", "chidi", "dina"),
        ("tari", "temi", "tola"),
    ]
    # Nobody of Tuesday shares an hour with Monday, nor the other way round.
    assert joiners == {("osei",): [], ("vaughan",): []}


def test_with_an_hour_in_common_the_fit_with_all_mentors_is_told():
    mentees = [Mentee(id=name) for name in "abcdef"]
    circles = formed(mentees, [Mentor(id="osei"), Mentor(id="eze")], largest=3)

    for circle in circles:
        others = [one.mentee for one in circle.could_join]
        assert others == sorted({*"abcdef"} - {*circle.mentees})
        assert len({one.fit for one in circle.could_join}) == 1
