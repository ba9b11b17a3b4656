"""What time does: breaks end, words begin to count, things are forgotten, appeals are granted."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from corridor.programmes.actions.consequences.follow import (
    Decided,
    appeal_waiting,
    end_appeal,
    hold_consequence,
    make,
    reconsider,
)
from corridor.programmes.models import Consequence, Counted
from corridor.programmes.states_of_consequences import CLEAR, CLOCK

APPEAL_WAITS = timedelta(days=14)
"""What nobody decides in this time is granted."""


def tend_consequences(*, programme_id: int | None = None, now: datetime) -> None:
    """As often as it likes, of one programme or of all: each move is made once."""
    counted = Counted.objects.filter(
        programme=OuterRef("programme"), profile=OuterRef("profile"), ended_at=None
    )
    rows = Consequence.objects.filter(~Q(step=CLEAR) | Exists(counted))
    if programme_id is not None:
        rows = rows.filter(programme=programme_id)
    for one in rows.select_related("programme").order_by("pk").iterator(chunk_size=200):
        _tend(one, now)


@transaction.atomic
def _tend(one: Consequence, now: datetime) -> None:
    held = hold_consequence(one.programme, one.profile_id, now=now)
    waiting = appeal_waiting(held)
    if waiting is not None and waiting.at + APPEAL_WAITS <= now:
        decided = Decided(by=CLOCK, at=now)
        end_appeal(waiting, "grant", decided)
        make(held, "grant", decided)
    reconsider(held, now=now)
