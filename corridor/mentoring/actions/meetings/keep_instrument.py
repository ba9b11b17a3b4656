"""A scale is asked in the reviews of a programme from now on. The caller asks who may do that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corridor.mentoring.instrument_file import NewItem
from corridor.mentoring.models import Instrument, InstrumentItem

FEWEST_POINTS, MOST_POINTS = 2, 10


@dataclass(frozen=True, kw_only=True)
class NewInstrument:
    title: str
    source: str
    permission: str
    answered_by: str
    labels: Sequence[str]
    """Of its points, the least first."""
    items: Sequence[NewItem]


class InstrumentIncomplete(Exception):
    """It says whose it is and that it may be used, has items, and two to ten points."""


@transaction.atomic
def keep_instrument(programme_address: str, new: NewInstrument, *, now: datetime) -> Instrument:
    """In place of the one before, whose answers stay. Raises InstrumentIncomplete."""
    said = (new.title.strip(), new.source.strip(), new.permission.strip())
    if not (all(said) and new.items and FEWEST_POINTS <= len(new.labels) <= MOST_POINTS):
        raise InstrumentIncomplete
    end_instrument(programme_address, now=now)
    before = Instrument.objects.filter(programme_address=programme_address)
    newest = before.order_by("-number").first()
    title, source, permission = said
    kept = Instrument.objects.create(
        programme_address=programme_address,
        number=newest.number + 1 if newest else 1,
        title=title,
        source=source,
        permission=permission,
        answered_by=new.answered_by,
        labels="\n".join(new.labels),
        begun_at=now,
    )
    InstrumentItem.objects.bulk_create(
        InstrumentItem(instrument=kept, place=place, words=one.words, subscale=one.subscale)
        for place, one in enumerate(new.items, start=1)
    )
    return kept


def end_instrument(programme_address: str, *, now: datetime) -> bool:
    """Whether one was in use."""
    rows = Instrument.objects.filter(programme_address=programme_address, ended_at=None)
    return bool(rows.update(ended_at=now))
