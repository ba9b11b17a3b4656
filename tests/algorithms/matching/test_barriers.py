from dataclasses import replace

import pytest

from corridor.algorithms.matching.barriers import barrier_between, barrier_in_role
from corridor.algorithms.matching.options import MUST, Barrier, Options, Rules
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor, Role

AMARA = Mentee(
    id="amara",
    stage=3,
    specialty="anaesthesiology",
    institutions=frozenset({"accra"}),
    languages=frozenset({"english"}),
    free=(0b11111111,),
    needs=frozenset({"research"}),
    interests=frozenset({"teaching"}),
)
OSEI = Mentor(
    id="osei",
    stage=9,
    specialty="anaesthesiology",
    institutions=frozenset({"boston"}),
    languages=frozenset({"english", "twi"}),
    free=(0b00111100,),
    covers=frozenset({"research"}),
    interests=frozenset({"teaching"}),
    experience=frozenset({"first generation"}),
)
NO_RULES = Options(
    rules=Rules(
        other_institution=False, shared_language=False, senior_mentor=False, overlap_minutes=0
    )
)


def must(criterion: Criterion) -> Options:
    return replace(NO_RULES, weights={criterion: MUST})


def test_nothing_stands_between_two_who_fit_the_rules():
    assert barrier_between(AMARA, OSEI, Options()) is None


@pytest.mark.parametrize(
    ("changes", "barrier"),
    [
        ({"institutions": frozenset({"accra", "boston"})}, Barrier.SAME_INSTITUTION),
        ({"stage": 3}, Barrier.NOT_SENIOR),
        ({"stage": 2}, Barrier.NOT_SENIOR),
        ({"languages": frozenset({"twi"})}, Barrier.NO_SHARED_LANGUAGE),
        ({"free": (0b11000000,)}, Barrier.TOO_FEW_HOURS),
        ({"offers": frozenset({Role.SPONSOR})}, Barrier.ROLE_NOT_OFFERED),
        ({"avoid": frozenset({"amara"})}, Barrier.AVOIDED),
    ],
)
def test_each_rule_bars_a_pair(changes, barrier):
    assert barrier_between(AMARA, replace(OSEI, **changes), Options()) == barrier


@pytest.mark.parametrize(
    "changes",
    [
        {"institutions": frozenset({"accra"})},
        {"stage": 2},
        {"languages": frozenset({"twi"})},
        {"free": (0b11000000,)},
    ],
)
def test_a_rule_that_is_switched_off_bars_nobody(changes):
    assert barrier_between(AMARA, replace(OSEI, **changes), NO_RULES) is None


@pytest.mark.parametrize(
    "silence",
    [{"stage": None}, {"languages": frozenset()}, {"free": ()}, {"institutions": frozenset()}],
)
def test_a_rule_is_not_asked_of_what_somebody_left_out(silence):
    assert barrier_between(replace(AMARA, **silence), OSEI, Options()) is None
    assert barrier_between(AMARA, replace(OSEI, **silence), Options()) is None


def test_a_mentee_may_avoid_a_mentor():
    careful = replace(AMARA, avoid=frozenset({"osei"}))

    assert barrier_between(careful, OSEI, Options()) == Barrier.AVOIDED


def test_a_declared_relation_is_named_before_any_rule():
    evaluated = replace(NO_RULES, must_not={("amara", "osei"): Barrier.EVALUATOR})

    assert barrier_between(AMARA, replace(OSEI, stage=1), evaluated) == Barrier.EVALUATOR


@pytest.mark.parametrize(
    ("criterion", "hers", "theirs", "barrier"),
    [
        (Criterion.NEEDS, {}, {"covers": frozenset({"exams"})}, Barrier.NEEDS_NOT_COVERED),
        (Criterion.INTERESTS, {}, {"interests": frozenset()}, Barrier.NO_SHARED_INTEREST),
        (Criterion.SPECIALTY, {}, {"specialty": "surgery"}, Barrier.OTHER_SPECIALTY),
        (Criterion.SPECIALTY, {}, {"specialty": ""}, Barrier.OTHER_SPECIALTY),
        (Criterion.STAGE, {}, {"stage": 14}, Barrier.STAGE_TOO_FAR),
        (Criterion.STAGE, {}, {"stage": None}, Barrier.STAGE_TOO_FAR),
        (Criterion.TIME, {}, {"free": ()}, Barrier.TOO_FEW_HOURS),
        (Criterion.LANGUAGE, {}, {"languages": frozenset()}, Barrier.NO_SHARED_LANGUAGE),
        (Criterion.CHOICES, {"choices": ("lindqvist",)}, {}, Barrier.NOT_CHOSEN),
        (
            Criterion.EXPERIENCE,
            {"shares": frozenset({"rural"})},
            {},
            Barrier.NO_SHARED_EXPERIENCE,
        ),
    ],
)
def test_a_must_bars_a_pair_that_does_not_meet_it_at_all(criterion, hers, theirs, barrier):
    mentee, mentor = replace(AMARA, **hers), replace(OSEI, **theirs)

    assert barrier_between(mentee, mentor, must(criterion)) == barrier
    assert barrier_between(mentee, mentor, NO_RULES) is None


@pytest.mark.parametrize("criterion", list(Criterion))
def test_a_must_is_not_asked_of_a_mentee_who_left_it_empty(criterion):
    assert barrier_between(Mentee(id="amara"), OSEI, must(criterion)) is None


def test_a_mentor_who_offers_another_role_is_still_barred_from_this_one():
    sponsor = replace(OSEI, offers=frozenset({Role.MENTOR, Role.SPONSOR}))

    assert barrier_in_role(AMARA, sponsor, role=Role.SPONSOR, options=Options()) is None
    assert (
        barrier_in_role(AMARA, sponsor, role=Role.COACH, options=Options())
        == Barrier.ROLE_NOT_OFFERED
    )
