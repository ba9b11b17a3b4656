"""What the two say of how it goes: to each other after both have answered, to others as figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from corridor.algorithms.reviews import Rated, in_lots, score
from corridor.mentoring.meeting_choices import Area, Occasion, Side
from corridor.mentoring.models import Meeting, Relationship, Survey
from corridor.mentoring.queries.inside import are_apart

if TYPE_CHECKING:
    from corridor.people.models import Profile

SMALLEST = 5
"""Answers below this number are no figure, and figures grow by as many."""
PULSES = 3
"""From so many meetings on, both see what the other thinks of them on average."""


@dataclass(frozen=True, kw_only=True)
class ReadArea:
    name: str
    weight: int
    rating: int


@dataclass(frozen=True, kw_only=True)
class ReadReview:
    areas: Sequence[ReadArea]
    score: float | None
    words: str


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """One occasion, as the viewer may know it."""

    occasion: Occasion
    own: Survey
    mine: ReadReview | None
    theirs: ReadReview | None
    """None until both have answered."""


@dataclass(frozen=True, kw_only=True)
class SurveyFigure:
    answers: int
    """How many it is made of; a multiple of five."""
    mean: float
    """Of scores from 1 to 5; of the pulse from 1 to 4. To one decimal."""


def survey(survey_id: int, *, viewer: "Profile") -> Survey | None:
    """One that was put to the viewer."""
    return _hers(viewer).filter(pk=survey_id).first()


def waiting_surveys(viewer: "Profile") -> list[Survey]:
    rows = _hers(viewer).filter(answered_at=None, skipped_at=None)
    return list(rows.select_related("meeting").order_by("asked_at", "pk"))


def pulse_of(meeting: Meeting, *, viewer: "Profile") -> Survey | None:
    return meeting.surveys.filter(side=meeting.relationship.side_of(viewer)).first()


def reviews(relationship: Relationship, *, viewer: "Profile", today: date) -> list[Reviewed]:
    """In the order of time; words of the other only while nothing stands between the two."""
    hides = are_apart(relationship, today=today)
    rows = relationship.surveys.filter(meeting=None).order_by("asked_at", "pk")
    side = Side(relationship.side_of(viewer))
    other = side.other
    by_occasion: dict[str, dict[str, Survey]] = {}
    for one in rows:
        by_occasion.setdefault(one.occasion, {})[one.side] = one
    return [
        _reviewed(
            occasion,
            by_occasion[occasion][side],
            by_occasion[occasion].get(other),
            hides_words=hides,
        )
        for occasion in Occasion
        if side in by_occasion.get(occasion, {})
    ]


def shared_pulse(relationship: Relationship, *, viewer: "Profile") -> tuple[float, float] | None:
    """Means of the viewer and of the other over meetings that both rated; None for a few."""
    rows = relationship.surveys.filter(occasion=Occasion.PULSE, answered_at__isnull=False)
    by_meeting: dict[int | None, dict[str, int]] = {}
    for one in rows.order_by("pk"):
        by_meeting.setdefault(one.meeting_id, {})[one.side] = one.answers["rating"]
    both = [pair for pair in by_meeting.values() if len(pair) == len(Side)]
    both = both[: len(both) // PULSES * PULSES]
    if not both:
        return None
    side = Side(relationship.side_of(viewer))
    mine, theirs = (sum(pair[one] for pair in both) / len(both) for one in (side, side.other))
    return mine, theirs


def survey_figures(
    programme_address: str, *, round_name: str
) -> Mapping[Occasion, Mapping[Side, SurveyFigure]]:
    """Of one round of a programme, for whoever may see its figures: the caller asks.

    Suppressed below five people, and counted in lots of five (`algorithms.reviews.in_lots`). There
    is none over all rounds, since taking rounds off it would leave a few.
    """
    rows = Survey.objects.filter(
        relationship__programme_address=programme_address,
        relationship__round_name=round_name,
        answered_at__isnull=False,
    ).select_related("relationship")
    given: dict[tuple[Occasion, Side], list[tuple[int, float]]] = {}
    for one in rows.order_by("answered_at", "pk"):
        key = (Occasion(one.occasion), Side(one.side))
        given.setdefault(key, []).append((_person(one), _number(one)))
    figures: dict[Occasion, dict[Side, SurveyFigure]] = {}
    for (occasion, side), answers in given.items():
        numbers = in_lots(answers, people=SMALLEST)
        if numbers:
            figures.setdefault(occasion, {})[side] = SurveyFigure(
                answers=len(numbers), mean=round(sum(numbers) / len(numbers), 1)
            )
    return figures


def _person(survey: Survey) -> int:
    relationship = survey.relationship
    return relationship.mentee_id if survey.side == Side.MENTEE else relationship.mentor_id


def _number(survey: Survey) -> float:
    answers = survey.answers
    if survey.occasion == Occasion.PULSE:
        return float(answers["rating"])
    return _score(answers) or 0.0


def _reviewed(
    occasion: Occasion, own: Survey, other: Survey | None, *, hides_words: bool
) -> Reviewed:
    mine = _read(own, shows_words=True)
    theirs = None
    if mine is not None and other is not None and other.answered_at is not None:
        theirs = _read(other, shows_words=other.answers["shows_words"] and not hides_words)
    return Reviewed(occasion=occasion, own=own, mine=mine, theirs=theirs)


def _read(survey: Survey, *, shows_words: bool) -> ReadReview | None:
    if survey.answered_at is None:
        return None
    answers = survey.answers
    return ReadReview(
        areas=[
            ReadArea(
                name=one["words"] or str(Area(one["area"]).label),
                weight=one["weight"],
                rating=one["rating"],
            )
            for one in answers["areas"]
        ],
        score=_score(answers),
        words=answers["words"] if shows_words else "",
    )


def _score(answers: Mapping[str, Any]) -> float | None:
    return score(Rated(weight=one["weight"], rating=one["rating"]) for one in answers["areas"])


def _hers(viewer: "Profile") -> QuerySet[Survey]:
    people = ("relationship__mentor__account", "relationship__mentee__account")
    mine = Q(side=Side.MENTEE, relationship__mentee=viewer) | Q(
        side=Side.MENTOR, relationship__mentor=viewer
    )
    return Survey.objects.filter(mine).select_related(*people)
