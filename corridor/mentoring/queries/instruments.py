"""Scales that programmes ask by, and their figures: never an answer of one person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from corridor.algorithms.reviews import in_lots
from corridor.mentoring.meeting_choices import Occasion, Side
from corridor.mentoring.models import Instrument, InstrumentItem, ScaleAnswers, Survey

FEWEST = 5
"""People of whom a mean is made at least; means grow by as many."""
ASKED_ON = (Occasion.MIDPOINT, Occasion.FINAL)


@dataclass(frozen=True, kw_only=True)
class ScaleFigure:
    """A mean of people's means over the items of one subscale, to two decimals."""

    instrument: Instrument
    occasion: Occasion
    side: Side
    subscale: str
    items: int
    people: int
    mean: float


def instrument_in_force(programme_address: str) -> Instrument | None:
    rows = Instrument.objects.filter(programme_address=programme_address, ended_at=None)
    return rows.order_by("pk").first()


def instrument_for(survey: Survey) -> Instrument | None:
    """What is asked beside the areas of a review, of this person on this occasion."""
    address = survey.relationship.programme_address
    if survey.occasion not in ASKED_ON or not address:
        return None
    found = instrument_in_force(address)
    if found is None or found.answered_by not in {survey.side, Instrument.AnsweredBy.BOTH}:
        return None
    return found


def scale_figures(programme_address: str, *, round_name: str) -> list[ScaleFigure]:
    """Of one round, for whoever may see its figures: the caller asks.

    In lots of five people (`algorithms.reviews.in_lots`), subscale by subscale.
    """
    rows = ScaleAnswers.objects.filter(
        survey__relationship__programme_address=programme_address,
        survey__relationship__round_name=round_name,
    ).select_related("instrument", "survey__relationship")
    answered = list(rows.order_by("survey__answered_at", "pk"))
    if not answered:
        return []
    given: dict[tuple[Instrument, str, str, str], list[tuple[int, float]]] = {}
    items = _items(programme_address)
    for one in answered:
        survey = one.survey
        relationship, is_mentee = survey.relationship, survey.side == Side.MENTEE
        person = relationship.mentee_id if is_mentee else relationship.mentor_id
        for subscale, mean in _means(one.numbers, items[one.instrument_id]):
            key = (one.instrument, survey.occasion, survey.side, subscale)
            given.setdefault(key, []).append((person, mean))
    return sorted(
        (
            ScaleFigure(
                instrument=instrument,
                occasion=Occasion(occasion),
                side=Side(side),
                subscale=subscale,
                items=sum(one.subscale == subscale for one in items[instrument.pk]),
                people=len(numbers),
                mean=round(fmean(numbers), 2),
            )
            for (instrument, occasion, side, subscale), answers in given.items()
            if (numbers := in_lots(answers, people=FEWEST))
        ),
        key=lambda one: (
            -one.instrument.number,
            ASKED_ON.index(one.occasion),
            one.side,
            [item.subscale for item in items[one.instrument.pk]].index(one.subscale),
        ),
    )


def _items(programme_address: str) -> dict[int, list[InstrumentItem]]:
    found: dict[int, list[InstrumentItem]] = {}
    rows = InstrumentItem.objects.filter(instrument__programme_address=programme_address)
    for one in rows.order_by("instrument", "place"):
        found.setdefault(one.instrument_id, []).append(one)
    return found


def _means(
    numbers: Sequence[int | None], items: Sequence[InstrumentItem]
) -> Iterator[tuple[str, float]]:
    """Of each subscale of which she answered an item."""
    by_subscale: dict[str, list[int]] = {}
    for item, number in zip(items, numbers, strict=True):
        if number is not None:
            by_subscale.setdefault(item.subscale, []).append(number)
    for subscale, said in by_subscale.items():
        yield subscale, fmean(said)
