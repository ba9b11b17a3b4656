"""Somebody answers, or skips, a question about how it goes."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.reviews import OutOfRange, Rated
from corridor.mentoring.actions.hold_relationship import NotYourRelationship, hold_relationship
from corridor.mentoring.actions.meetings.hold_meeting import side_of
from corridor.mentoring.meeting_choices import Area, Occasion, Pulse
from corridor.mentoring.models import ScaleAnswers, Survey
from corridor.mentoring.queries.instruments import instrument_for

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_AREAS = 6
LONGEST_AREA, LONGEST_WORDS = 80, 1000


class NotYourSurvey(Exception):
    """It was put to somebody else, or there is none."""


class SurveyClosed(Exception):
    """It was answered, skipped or let be."""


class InstrumentChanged(Exception):
    """The programme asks by another scale, or by none, since she opened the page."""


class NoAreas(Exception):
    """A review has one area at least, and six at most, each of them once."""


@dataclass(frozen=True, kw_only=True)
class RatedArea:
    """An area and what she says of it; `words` where it is one of her own."""

    area: str
    words: str = ""
    weight: int
    rating: int


@dataclass(frozen=True, kw_only=True)
class NewReview:
    areas: Sequence[RatedArea]
    words: str = ""
    shows_words: bool = False
    """Her words are for the other, too, once both have answered."""


@transaction.atomic
def answer_pulse(survey_id: int, rating: Pulse, *, by: "Profile", now: datetime) -> Survey:
    """Raises NotYourSurvey or SurveyClosed."""
    survey = _hold(survey_id, by)
    if survey.occasion != Occasion.PULSE:
        raise NotYourSurvey
    return _keep(survey, {"rating": int(rating)}, now)


@dataclass(frozen=True, kw_only=True)
class NewScale:
    """What she says to the items of an instrument, in their order; None to what she leaves out."""

    instrument_id: int
    numbers: Sequence[int | None]


@transaction.atomic
def answer_review(
    survey_id: int,
    review: NewReview,
    *,
    by: "Profile",
    now: datetime,
    scale: NewScale | None = None,
) -> Survey:
    """Raises NotYourSurvey, SurveyClosed, NoAreas, OutOfRange or InstrumentChanged."""
    survey = _hold(survey_id, by)
    if survey.occasion == Occasion.PULSE:
        raise NotYourSurvey
    named = [(one.area, " ".join(one.words.split())) for one in review.areas]
    if not 0 < len(named) <= MOST_AREAS or len(set(named)) < len(named):
        raise NoAreas
    for one in review.areas:
        if one.area not in Area.values and not (one.area == "" and one.words.strip()):
            raise NoAreas
        Rated(weight=one.weight, rating=one.rating)
    answers = {
        "areas": [
            asdict(one) | {"words": " ".join(one.words.split())[:LONGEST_AREA]}
            for one in review.areas
        ],
        "words": review.words.strip()[:LONGEST_WORDS],
        "shows_words": review.shows_words,
    }
    if scale is not None:
        _keep_scale(survey, scale)
    return _keep(survey, answers, now)


@transaction.atomic
def skip_survey(survey_id: int, *, by: "Profile", now: datetime) -> None:
    """Nobody asks why. Raises NotYourSurvey or SurveyClosed."""
    survey = _hold(survey_id, by)
    survey.skipped_at = now
    survey.save(update_fields=["skipped_at"])


def _keep_scale(survey: Survey, scale: NewScale) -> None:
    """Nothing of whoever left out all of it."""
    asked = instrument_for(survey)
    if asked is None or asked.pk != scale.instrument_id:
        raise InstrumentChanged
    points = range(1, len(asked.points) + 1)
    is_whole = len(scale.numbers) == asked.items.count()
    if not is_whole or any(one is not None and one not in points for one in scale.numbers):
        raise OutOfRange(scale.numbers)
    if any(one is not None for one in scale.numbers):
        kept = ScaleAnswers(survey=survey, instrument=asked)
        kept.numbers = list(scale.numbers)
        kept.save()


def _hold(survey_id: int, by: "Profile") -> Survey:
    found = Survey.objects.filter(pk=survey_id).values_list("relationship", flat=True).first()
    if found is None:
        raise NotYourSurvey
    try:
        relationship = hold_relationship(found, by=by, is_over=True)
    except NotYourRelationship as other:
        raise NotYourSurvey from other
    survey = Survey.objects.select_for_update().get(pk=survey_id)
    if survey.side != side_of(relationship, by):
        raise NotYourSurvey
    if not survey.is_waiting:
        raise SurveyClosed
    return survey


def _keep(survey: Survey, answers: object, now: datetime) -> Survey:
    survey.answers, survey.answered_at = answers, now
    survey.save(update_fields=["sealed_answers", "answered_at"])
    return survey
