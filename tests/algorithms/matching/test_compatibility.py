from dataclasses import replace
from datetime import date

import pytest

from corridor.algorithms.matching.compatibility import compare, worths
from corridor.algorithms.matching.options import Barrier, Options, Rules
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor
from corridor.algorithms.matching.week import Span, free_quarters

MONDAYS = [date(2026, 1, 5), date(2026, 3, 9), date(2026, 3, 30)]
AMARA = Mentee(
    id="amara",
    stage=3,
    specialty="anaesthesiology",
    interests=frozenset({"paediatrics", "teaching", "global health", "simulation"}),
    languages=frozenset({"english", "french"}),
    free=free_quarters([Span("mon", 18 * 60, 20 * 60)], zone="America/New_York", mondays=MONDAYS),
    choices=("osei",),
    needs=frozenset({"research", "exams", "life outside work"}),
)
OSEI = Mentor(
    id="osei",
    stage=9,
    specialty="anaesthesiology",
    interests=frozenset({"teaching", "global health", "patient safety"}),
    languages=frozenset({"english", "french", "twi"}),
    free=free_quarters([Span("mon", 22 * 60, 1 * 60)], zone="Europe/London", mondays=MONDAYS),
    choices=("mallory", "amara"),
    covers=frozenset({"research", "life outside work", "careers"}),
)


def shares(mentee: Mentee, mentor: Mentor, options: Options) -> dict[Criterion, int]:
    return {part.criterion: part.share for part in compare(mentee, mentor, options).parts}


def share(criterion: Criterion, mentee: Mentee, mentor: Mentor) -> int | None:
    anything = Options(rules=Rules(shared_language=False), weights={criterion: 1})
    return shares(mentee, mentor, anything).get(criterion)


def test_the_worked_example_of_the_documentation():
    # Hers: (6666x8 + 5000x7 + 10000x3 + 7000x4 + 5000x4 + 10000x2 + 10000x6) / 34 = 7244
    # Osei's: (6666x7 + 7000x4 + 5000x4 + 10000x2 + 9000x6) / 23 = 7333
    compatibility = compare(AMARA, OSEI, Options())

    assert compatibility.shared_minutes == 120
    assert compatibility.mentee_view == 7_244
    assert compatibility.mentor_view == 7_333
    assert compatibility.fit == 7_279
    assert compatibility.barrier is None
    assert [(part.criterion, part.share, part.weight) for part in compatibility.parts] == [
        (Criterion.NEEDS, 6_666, 8),
        (Criterion.INTERESTS, 5_000, 7),
        (Criterion.SPECIALTY, 10_000, 3),
        (Criterion.STAGE, 7_000, 4),
        (Criterion.TIME, 5_000, 4),
        (Criterion.LANGUAGE, 10_000, 2),
        (Criterion.CHOICES, 10_000, 6),
    ]


def test_reasons_come_in_the_order_of_what_they_add():
    assert [
        (reason.code, dict(reason.values)) for reason in compare(AMARA, OSEI, Options()).reasons
    ] == [
        ("shares_interests", {"tags": ("global health", "teaching")}),
        ("her_choice", {"place": 1}),
        ("stage_ahead", {"rungs": 6}),
        ("covers", {"tags": ("life outside work", "research")}),
        ("mentors_choice", {"place": 2}),
        ("shared_hours", {"minutes": 120}),
        ("shared_languages", {"tags": ("english", "french")}),
        ("same_specialty", {"specialty": "anaesthesiology"}),
    ]


def test_a_pair_behind_a_barrier_is_still_compared():
    barred = Options(must_not={("amara", "osei"): Barrier.CONFLICT})

    assert compare(AMARA, OSEI, barred).barrier == Barrier.CONFLICT
    assert compare(AMARA, OSEI, barred).fit == 7_279


def test_the_top_criterion_counts_double_in_her_view_only():
    # Hers: 6666x8 more over 8 more: (246328 + 53328) / 42 = 7134
    keen = compare(replace(AMARA, top=Criterion.NEEDS), OSEI, Options())

    assert keen.mentee_view == 7_134
    assert keen.mentor_view == 7_333
    assert keen.parts[0].weight == 16


def test_what_she_left_empty_does_not_count_against_anybody():
    # (10000x3 + 7000x4 + 5000x4 + 10000x2 + 10000x6) / 19
    plain = replace(AMARA, needs=frozenset(), interests=frozenset())

    assert compare(plain, OSEI, Options()).mentee_view == 8_315


def test_a_mentor_gains_nothing_by_naming_no_interests():
    silent = replace(OSEI, interests=frozenset())

    assert compare(AMARA, silent, Options()).mentor_view == 5_304
    assert compare(AMARA, silent, Options()).fit < compare(AMARA, OSEI, Options()).fit


@pytest.mark.parametrize(
    ("criterion", "silence"),
    [
        (Criterion.SPECIALTY, {"specialty": ""}),
        (Criterion.STAGE, {"stage": None}),
        (Criterion.TIME, {"free": ()}),
        (Criterion.LANGUAGE, {"languages": frozenset()}),
    ],
)
def test_what_everybody_has_is_not_judged_where_either_did_not_say(criterion, silence):
    assert share(criterion, AMARA, OSEI) is not None
    assert share(criterion, replace(AMARA, **silence), OSEI) is None
    assert share(criterion, AMARA, replace(OSEI, **silence)) is None


@pytest.mark.parametrize(
    ("rungs", "expected"),
    [(-1, 0), (0, 2_000), (1, 7_000), (2, 10_000), (4, 10_000), (5, 8_500), (10, 1_000), (11, 0)],
)
def test_two_to_four_rungs_ahead_is_best(rungs, expected):
    assert share(Criterion.STAGE, AMARA, replace(OSEI, stage=3 + rungs)) == expected


@pytest.mark.parametrize(
    ("slots", "expected"), [(0, 0), (2, 1_250), (4, 2_500), (16, 10_000), (17, 10_000)]
)
def test_more_than_four_shared_hours_a_week_add_nothing(slots, expected):
    free = ((1 << slots) - 1,)

    assert (
        share(Criterion.TIME, replace(AMARA, free=(-1 % 2**672,)), replace(OSEI, free=free))
        == expected
    )


@pytest.mark.parametrize(
    ("place", "expected"), [(1, 10_000), (2, 9_000), (10, 1_000), (11, 1_000), (None, 0)]
)
def test_a_choice_falls_with_its_place(place, expected):
    others = [f"other {number}" for number in range(12)]
    if place is not None:
        others.insert(place - 1, "osei")

    assert share(Criterion.CHOICES, replace(AMARA, choices=tuple(others)), OSEI) == expected


def test_shared_experience_counts_only_for_a_mentee_who_asks():
    first = replace(OSEI, experience=frozenset({"first generation"}))
    asking = replace(AMARA, shares=frozenset({"first generation", "rural"}))

    assert share(Criterion.EXPERIENCE, AMARA, first) is None
    assert share(Criterion.EXPERIENCE, asking, first) == 5_000
    assert share(Criterion.EXPERIENCE, asking, OSEI) == 0


def test_language_does_not_count_where_the_rule_leaves_one_to_share():
    english = replace(AMARA, languages=frozenset({"english"}))

    assert Criterion.LANGUAGE not in shares(english, OSEI, Options())
    assert Criterion.LANGUAGE in shares(AMARA, OSEI, Options())


def test_a_weight_of_nought_leaves_a_criterion_out():
    assert shares(AMARA, OSEI, Options(weights={Criterion.STAGE: 4, Criterion.NEEDS: 0})) == {
        Criterion.STAGE: 7_000
    }


@pytest.mark.parametrize(("voice", "expected"), [(100, 7_244), (0, 7_333), (50, 7_288)])
def test_the_mentees_voice_decides_how_the_views_are_mixed(voice, expected):
    assert compare(AMARA, OSEI, Options(mentee_voice=voice)).fit == expected


def test_a_side_that_can_judge_nothing_leaves_the_fit_to_the_other():
    needs_only = Options(weights={Criterion.NEEDS: 8})

    assert compare(AMARA, OSEI, needs_only).mentor_view is None
    assert compare(AMARA, OSEI, needs_only).fit == 6_666
    assert compare(Mentee(id="amara"), Mentor(id="osei"), Options()).fit == 0


def test_worth_is_measured_against_her_own_best():
    # Her best view is 5000 and the best of theirs 10000:
    # 60 x 10000 and 40 x 5000; 60 x 5000 and 40 x 10000.
    options = Options(weights={Criterion.NEEDS: 1, Criterion.CHOICES: 1})
    amara = Mentee(id="amara", needs=frozenset({"research", "exams", "careers", "grants"}))
    osei = Mentor(
        id="osei",
        covers=frozenset({"research", "exams"}),
        choices=("a", "b", "c", "d", "e", "amara"),
    )
    lindqvist = Mentor(id="lindqvist", covers=frozenset({"research"}), choices=("amara",))
    pairs = [compare(amara, mentor, options) for mentor in (osei, lindqvist)]

    assert [pair.fit for pair in pairs] == [5_000, 5_500]
    assert worths(pairs, options) == (8_000, 7_000)
    assert worths(pairs, replace(options, own_best=False)) == (5_000, 5_500)
