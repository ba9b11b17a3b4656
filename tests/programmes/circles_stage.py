"""A round that forms circles of two or three, each with one mentor.

Dr Osei covers research, which Amara, Sam and Tọ́mi need; Dr Vaughan covers publishing, which Eilidh
and Mallory need. Each mentor leads one circle; everybody could sit in either.
"""

from datetime import date

import pytest

from corridor.algorithms.matching.options import Circles, Options
from corridor.demo.cast import JIN_WOO
from corridor.programmes import actions
from corridor.programmes.answers import Answers

RESEARCH, PUBLISHING = frozenset({"research"}), frozenset({"publishing"})


@pytest.fixture
def circles_round(programme, prof_lindqvist):
    return actions.open_round(
        programme=programme,
        new=actions.NewRound(
            name="Circles 2026",
            opens_on=date(2026, 1, 12),
            closes_on=date(2026, 2, 15),
            starts_on=date(2026, 3, 30),
            ends_on=date(2026, 9, 25),
            options=Options(seed="circles", circles=Circles(smallest=2, largest=3)),
        ),
        by=prof_lindqvist,
    )


@pytest.fixture
def circles_run(circles_round, people_in_circles, prof_lindqvist, now):
    for profile, is_mentor, said in people_in_circles:
        actions.apply_to_round(
            round=circles_round,
            new=actions.NewApplication(is_mentor=is_mentor, answers=Answers(**said)),
            by=profile,
            now=now,
        )
    round = actions.close_applications(round=circles_round, by=prof_lindqvist)
    return actions.run_matching(round=round, by=prof_lindqvist, now=now)


@pytest.fixture
def jin_woo(meet):
    return meet(JIN_WOO)


@pytest.fixture
def people_in_circles(amara, sam, tomi, eilidh, jin_woo, dr_osei, dr_vaughan):
    researching = {"needs": RESEARCH, "choices": (dr_osei.handle,)}
    publishing = {"needs": PUBLISHING, "choices": (dr_vaughan.handle,)}
    return [
        *((one, False, researching) for one in (amara, sam, tomi)),
        *((one, False, publishing) for one in (eilidh, jin_woo)),
        (dr_osei, True, {"covers": RESEARCH, "capacity": 1}),
        (dr_vaughan, True, {"covers": PUBLISHING, "capacity": 1}),
    ]


@pytest.fixture
def seat_of(circles_run):
    """`seat_of(amara)` is her proposal in the first run."""
    return lambda profile: circles_run.proposals.get(mentee__profile=profile)
