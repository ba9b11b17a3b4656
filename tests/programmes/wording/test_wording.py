"""Every code of a run has a sentence, and the sentences are English."""

import re
from pathlib import Path

import pytest

from corridor.algorithms.matching.options import Barrier
from corridor.algorithms.matching.outcome import Reason
from corridor.algorithms.matching.people import Criterion, Role
from corridor.programmes.wording import (
    CODES,
    STEPS,
    barrier_sentence,
    criterion_name,
    enumerated,
    hours,
    ordinal,
    points,
    role_name,
    sentence,
)

MATCHING = Path("corridor/algorithms/matching")
RECORDING = Path("corridor/programmes/actions/record_run.py")
MADE_BY = re.compile(r'(?:Reason\(code=|_reason\(|_problem\(|_tags\()\s*"([a-z_]+)"')

EXAMPLES = [
    ("covers", {"tags": ("boards", "research", "wellbeing")},
     "Can help with boards, research, and wellbeing."),
    ("shares_interests", {"tags": ("airway", "trauma")}, "Both care about airway and trauma."),
    ("same_specialty", {"specialty": "surgery"}, "Same specialty: surgery."),
    ("stage_ahead", {"rungs": 1}, "The mentor is 1 career stage ahead."),
    ("stage_ahead", {"rungs": 4}, "The mentor is 4 career stages ahead."),
    ("shared_hours", {"minutes": 90}, "1 hour and 30 minutes a week in common."),
    ("shared_languages", {"tags": ("english",)}, "Both speak English."),
    ("her_choice", {"place": 2}, "The mentee’s 2nd choice."),
    ("mentors_choice", {"place": 11}, "The mentor’s 11th choice."),
    ("shares_experience", {"tags": ("first-generation",)},
     "Shares an experience asked for: first-generation."),
    ("overrides_barrier", {"barrier": "evaluator"},
     "Pinned or kept although one of them evaluates the other."),
    ("carries_many", {"mentees": 6, "usual": 5},
     "The mentor would look after 6; experienced mentors usually have 5."),
    ("far_below_best", {"fit": 3000, "best": 8000},
     "Fit 30, when the mentee’s best possible is 80."),
    ("low_fit", {"fit": 3050, "median": 8000}, "Among the lowest fits: 31; typical is 80."),
    ("few_hours", {"minutes": 0}, "They have no free time in common."),
    ("few_hours", {"minutes": 60}, "Only 1 hour a week in common."),
    ("not_chosen", {"choices": 1}, "The mentee named 1 choice, and this mentor is not it."),
    ("wish_not_met", {"tags": ("rural",)},
     "The mentee asked for a shared experience (rural) that this mentor has not told of."),
    ("barrier", {"barrier": "blocked", "mentors": 2}, "2 people: one has blocked the other."),
    ("nobody_offers", {"role": "coach"}, "Nobody offers to be a coach."),
    ("no_candidates", {"role": "mentor", "mentors": 4},
     "4 mentors were considered and all ruled out."),
    ("no_places", {"role": "sponsor", "mentors": 1},
     "1 sponsor would suit and has no place in this programme."),
    ("programme_full", {"places": 9}, "All 9 places of the programme are taken."),
    ("all_full", {"role": "mentor", "mentors": 4, "specialty": "paediatric anaesthesia"},
     "All 4 mentors possible, in paediatric anaesthesia, are full."),
    ("all_full", {"role": "coach", "mentors": 1, "specialty": ""},
     "The only possible choice (1 coach) is full."),
    ("has_another", {"role": "mentor", "mentor": "osei"},
     "Dr Osei is already given to the same mentee in another role or place."),
    ("choice_barred", {"role": "mentor", "mentor": "osei", "place": 1, "barrier": "blocked"},
     "The 1st choice, Dr Osei: one has blocked the other."),
    ("choice_without_places", {"role": "mentor", "mentor": "osei", "place": 2},
     "The 2nd choice, Dr Osei, has no place in this programme."),
    ("choice_full", {"role": "mentor", "mentor": "osei", "place": 3},
     "The 3rd choice, Dr Osei, is full."),
    ("choice_limited", {"role": "mentor", "mentor": "osei", "place": 1},
     "The 1st choice, Dr Osei: a limit on places stands in the way."),
    ("would_displace", {"mentor": "osei", "fit": 8700, "mentee": "bala", "points": 3},
     "The nearest offer is Dr Osei (fit 87); then bala would have nobody."),
    ("would_move", {"mentor": "osei", "fit": 8700, "mentees": 1, "points": 3},
     "The nearest offer is Dr Osei (fit 87); 1 other mentee would get somebody else."),
    ("no_common_meeting", {},
     "A circle meets together, and none has an hour and a language in common with them."),
    ("no_circle_of_pinned", {"mentor": "osei", "smallest": 3, "largest": 6},
     "Pinned to Dr Osei, around whom no circle of 3 to 6 mentees could be formed."),
    ("circles_full", {"circles": 2},
     "The places of the programme are enough for 2 circles, and all are formed."),
    ("no_circle", {"smallest": 3, "largest": 6},
     "No circle of 3 to 6 mentees could be formed around this person."),
    ("nobody_asked", {"roles": ("coach", "sponsor")}, "Nobody asked for a coach or sponsor."),
    ("no_mentee_possible", {"mentees": 1}, "1 mentee was considered and ruled out."),
    ("others_fit_better", {"mentees": 3},
     "Suits 3 mentees, who all fit better with somebody else."),
    ("her_limits", {"mentees": 1},
     "Suits 1 mentee; only a limit of the mentor’s own stands in the way."),
    ("no_mentees", {}, "There are no mentees."),
    ("no_mentors", {}, "There are no mentors."),
    ("duplicate_mentee", {"id": "amara"}, "“amara” is among the mentees twice."),
    ("duplicate_mentor", {"id": "osei"}, "“osei” is among the mentors twice."),
    ("unknown_mentee", {"id": "amara", "setting": "pins"},
     "“amara” in pins is no mentee of this round."),
    ("unknown_mentor", {"id": "osei", "setting": "existing"},
     "“osei” in existing matches is no mentor of this round."),
    ("pin_forbidden", {"mentee": "amara", "mentor": "osei", "barrier": "conflict"},
     "amara is pinned to Dr Osei, and must not be: a conflict of interest is declared."),
    ("pin_in_two_roles", {"mentee": "amara", "mentor": "osei"},
     "amara is pinned to Dr Osei in two roles."),
    ("pin_role_not_offered", {"mentee": "amara", "mentor": "osei", "role": "coach"},
     "amara is pinned to Dr Osei, who does not offer to be a coach."),
    ("pins_over_capacity", {"mentor": "osei", "pins": 3, "places": 2},
     "Pins for Dr Osei: 3; free places: 2."),
    ("pins_over_role_capacity", {"mentor": "osei", "role": "coach", "pins": 3, "places": 2},
     "Pins for Dr Osei as coach: 3; places for that: 2."),
    ("pins_over_experience_capacity", {"mentor": "osei", "pins": 3, "places": 2},
     "Pins for Dr Osei by a shared experience: 3; places for that: 2."),
    ("pins_over_wishes", {"mentee": "amara", "role": "mentor", "pins": 3, "wishes": 1},
     "Pins for amara in the role of mentor: 3; asked for: 1."),
    ("pins_over_circle", {"mentee": "amara", "pins": 2, "mentors": 1},
     "amara is pinned to 2 mentors and sits in one circle; mentors of a circle: 1."),
    ("pins_over_programme", {"pins": 3, "places": 2},
     "Pins in all: 3; places of the programme: 2."),
    ("circle_sizes", {"smallest": 6, "largest": 3},
     "Circles of 6 to 3 are not possible: the smaller number is first."),
    ("circle_mentors", {"mentors": 3}, "A circle has one or two mentors, not 3."),
    ("must_unanswered", {"criterion": "needs"},
     "“Needs covered” is a must, every mentee asks for it, and no mentor can answer it."),
    ("weight_out_of_range", {"criterion": "language", "weight": 11},
     "The weight of “Languages” is 11; 0 to 10 is expected."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "values", "text"), EXAMPLES)
def test_a_reason_is_an_english_sentence(code, values, text):
    assert sentence(Reason(code=code, values=values), {"osei": "Dr Osei"}) == text


def test_every_code_that_the_engine_makes_has_a_sentence():
    made = {code for path in MATCHING.glob("*.py") for code in MADE_BY.findall(path.read_text())}

    assert len(made) > 30
    assert made - CODES == set()


def test_every_sentence_is_among_the_examples():
    assert {code for code, _, _ in EXAMPLES} == CODES


def test_every_barrier_criterion_and_role_has_a_name():
    assert all(map(barrier_sentence, Barrier))
    assert all(map(criterion_name, [*Criterion, "load"]))
    assert all(map(role_name, Role))


def test_every_step_of_a_run_has_a_name():
    told = re.compile(r'(?:tell|progress)\("([a-z]+)"')

    files = [*MATCHING.glob("*.py"), RECORDING]
    steps = {step for path in files for step in told.findall(path.read_text())}

    assert steps == set(STEPS)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (12, "12th"), (21, "21st")]
)
def test_ordinals(number, text):
    assert ordinal(number) == text


def test_lists_end_in_and():
    assert [enumerated(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b, and c",
    ]


def test_hours_and_points():
    assert [hours(30), hours(60), hours(150)] == ["30 minutes", "1 hour", "2 hours and 30 minutes"]
    assert [points(0), points(8749), points(8750), points(10_000)] == ["0", "87", "88", "100"]
