"""A second programme of the demo, in which mentees meet in circles; its round is under review."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from corridor.algorithms.matching.options import Circles, Options
from corridor.demo.applications import applicants
from corridor.demo.cast import CAST, PROF_LINDQVIST
from corridor.demo.people import DemoPerson
from corridor.programmes import actions
from corridor.programmes.actions import setting_up
from corridor.programmes.choices import Cadence

if TYPE_CHECKING:
    from corridor.people.models import Profile

MENTEES, MENTORS = 26, 10


def form_circles(
    profiles: Mapping[str, "Profile"], everybody: Sequence[DemoPerson], *, now: datetime
) -> None:
    director = profiles[PROF_LINDQVIST.handle]
    programme = actions.start_programme(
        actions.NewProgramme(
            slug="writing-circles",
            name="Writing Circles",
            hashtag="WritingCircles",
            description=(
                "Three to six people who are writing their first paper or grant, and somebody who"
                " has written many. An hour every other week, everybody reads one page."
            ),
        ),
        directors=[director],
    )
    meet = {"cadence": Cadence.FORTNIGHTLY, "meeting_minutes": 60, "months": 4}
    programme = setting_up.change_set_up(programme, meet, by=director, now=now)
    round = actions.open_round(
        programme=programme,
        new=actions.NewRound(
            name="Spring 2026",
            opens_on=date(2026, 1, 19),
            closes_on=date(2026, 2, 22),
            starts_on=date(2026, 4, 6),
            ends_on=date(2026, 7, 31),
            options=Options(seed="writing 2026", circles=Circles()),
        ),
        by=director,
    )
    others = [who for who in everybody if who not in CAST]
    rng = random.Random("writing 2026")
    for applicant in applicants(others, mentees=MENTEES, mentors=MENTORS, rng=rng):
        actions.apply_to_round(
            round=round,
            new=actions.NewApplication(is_mentor=applicant.is_mentor, answers=applicant.answers),
            by=profiles[applicant.person.handle],
            now=now - timedelta(days=12),
        )
    round = actions.close_applications(round=round, by=director)
    actions.run_matching(round=round, by=director, now=now - timedelta(hours=3))
