import pytest

from corridor.algorithms.matching.availability import UnreadableAvailability, parse_availability

HOUR = 60


def hours(text: str) -> list[tuple[str, float, float]]:
    return [(day, start / HOUR, end / HOUR) for day, start, end in parse_availability(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon 18-20; Thu 7pm-9pm", [("mon", 18, 20), ("thu", 19, 21)]),
        ("Tue/Thu evenings", [("tue", 17, 21), ("thu", 17, 21)]),
        ("Saturdays and Sundays 10:30 to 12", [("sat", 10.5, 12), ("sun", 10.5, 12)]),
        ("evenings on Wed", [("wed", 17, 21)]),
        (
            "Mon, Wed 18:30 – 20.00, Fri 8-10",
            [("mon", 18.5, 20), ("wed", 18.5, 20), ("fri", 8, 10)],
        ),
        ("Fri 8-10 and 17-19", [("fri", 8, 10), ("fri", 17, 19)]),
        ("fri to sun afternoons", [("fri", 12, 17), ("sat", 12, 17), ("sun", 12, 17)]),
        ("sat-mon mornings", [("sat", 8, 12), ("sun", 8, 12), ("mon", 8, 12)]),
        ("weekends", [("sat", 8, 21), ("sun", 8, 21)]),
        ("Wed 7-9pm", [("wed", 19, 21)]),
        ("Wed 11-1pm", [("wed", 11, 13)]),
        ("Wed 12-2pm", [("wed", 12, 14)]),
        ("Wed 9am-5pm", [("wed", 9, 17)]),
        ("Wed 18h30-20h", [("wed", 18.5, 20)]),
        ("Thursday noon-2pm", [("thu", 12, 14)]),
        ("Sun 10pm-midnight", [("sun", 22, 24)]),
        ("Sat 22-2", [("sat", 22, 2)]),
        ("MONDAY EVENING", [("mon", 17, 21)]),
        ("mon 8-9; mon 8-9", [("mon", 8, 9)]),
        ("  ", []),
    ],
)
def test_what_people_type_is_read_as_local_hours(text, expected):
    assert hours(text) == expected


def test_weekdays_are_monday_to_friday():
    assert hours("weekdays 12:00–13:00") == [
        ("mon", 12, 13),
        ("tue", 12, 13),
        ("wed", 12, 13),
        ("thu", 12, 13),
        ("fri", 12, 13),
    ]


def test_a_time_without_a_day_means_every_day():
    assert hours("mornings") == [
        ("mon", 8, 12),
        ("tue", 8, 12),
        ("wed", 8, 12),
        ("thu", 8, 12),
        ("fri", 8, 12),
        ("sat", 8, 12),
        ("sun", 8, 12),
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("whenever", "whenever"),
        ("Mon 18-20; flexible on Fri", "flexible on Fri"),
        ("Mon 18-20, perhaps Tue", "perhaps Tue"),
        ("Tue 18", "18"),
        ("Mon 9-5", "9-5"),
        ("Mon 18-18", "18-18"),
        ("Mon 25-26", "25-26"),
        ("Mon 18:75-20", "18:75-20"),
        ("Mon 13pm-15pm", "13pm-15pm"),
        ("monkey 3-4", "monkey 3-4"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused_with_the_part_that_cannot(text, part):
    with pytest.raises(UnreadableAvailability) as refusal:
        parse_availability(text)

    assert refusal.value.part == part
