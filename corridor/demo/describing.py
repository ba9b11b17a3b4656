"""What some people of the demo say of themselves, to whom, and what they agreed to."""

import random
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.demo.cast import AMARA, CAST, DR_OSEI, PROF_LINDQVIST
from corridor.demo.people import DemoPerson
from corridor.people import actions
from corridor.people.actions import NewAnswer
from corridor.people.choices import Audience, Purpose

if TYPE_CHECKING:
    from corridor.people.models import Profile

SEED = "self-description 2026"
PERCENT = 40
"""Of those who name an experience at all, beside the cast."""

QUESTION_OF = {
    "first in family at university": ("family", "first-in-family"),
    "international medical graduate": ("way", "img"),
    "parent or caregiver": ("caring", "caregiver"),
    "rural background": ("home", "rural"),
    "re-applicant": ("way", "re-applicant"),
    "disability or chronic illness": ("health", "disability"),
    "career changer": ("way", "career-changer"),
    "refugee background": ("refuge", "refugee"),
}
"""Experience as the demo words it -> question and option."""

AUDIENCES = (
    Audience.PUBLIC,
    Audience.PUBLIC,
    Audience.VERIFIED,
    Audience.RELATIONSHIPS,
    Audience.NOBODY,
)
OPENED = {
    AMARA.handle: Audience.PUBLIC,
    DR_OSEI.handle: Audience.PUBLIC,
    PROF_LINDQVIST.handle: Audience.VERIFIED,
}
"""Those whom one signs in as, or looks at, first."""


def describe(
    profiles: Mapping[str, "Profile"], everybody: Sequence[DemoPerson], *, now: datetime
) -> None:
    rng = random.Random(SEED)
    known = {who.handle for who in CAST}
    for who in everybody:
        says = who.handle in known or rng.random() * 100 < PERCENT
        audience = OPENED.get(who.handle, rng.choice(AUDIENCES))
        if who.experience and says:
            _describe(profiles[who.handle], who, audience=audience, now=now)


def _describe(profile: "Profile", who: DemoPerson, *, audience: Audience, now: datetime) -> None:
    answers: dict[str, NewAnswer] = {}
    for experience in who.experience:
        question, option = QUESTION_OF[experience]
        before = answers.get(question, NewAnswer()).options
        answers[question] = NewAnswer(options=(*before, option), audience=audience)
    actions.describe_self(profile=profile, answers=answers, by=profile, now=now)
    for purpose in (Purpose.DISPLAY, Purpose.MATCHING):
        actions.give_consent(profile=profile, purpose=purpose, by=profile, now=now)
