"""What was in somebody's way: kept as counts of a programme, with nothing that leads to her."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from corridor.programmes.models import BarrierAnswer, Programme


class NotABarrier(Exception):
    """None of those that are asked for."""


@dataclass(frozen=True, kw_only=True)
class NewBarriers:
    moment: str
    """`BarrierAnswer.Moment`."""
    side: str
    barriers: Collection[str]


def note_barriers(*, programme: Programme, new: NewBarriers, today: date) -> None:
    """Raises NotABarrier."""
    known = set(BarrierAnswer.Barrier.values)
    if not new.barriers or not known.issuperset(new.barriers):
        raise NotABarrier
    BarrierAnswer.objects.bulk_create(
        BarrierAnswer(
            programme=programme,
            moment=new.moment,
            side=new.side,
            barrier=barrier,
            month=today.replace(day=1),
        )
        for barrier in set(new.barriers)
    )
