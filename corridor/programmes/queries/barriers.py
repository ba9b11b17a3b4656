"""What was in people's way, as counts that lead to nobody."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.algorithms.suppression import suppressed
from corridor.programmes.models import BarrierAnswer

if TYPE_CHECKING:
    from corridor.programmes.models import Programme

FEWEST = 5


@dataclass(frozen=True, kw_only=True)
class BarrierFigures:
    moment: str
    counts: Mapping[str, int | None]
    """Barrier -> how many named it; None where that is suppressed."""
    total: int | None
    """Of all that were named at this moment; None where it would give one away."""


def barriers(programme: "Programme") -> list[BarrierFigures]:
    """At each moment, in the order of `BarrierAnswer.Moment`; without those nobody answered at."""
    answers = BarrierAnswer.objects.filter(programme=programme).order_by()
    by_moment: dict[str, Counter[str]] = {}
    for moment, barrier in answers.values_list("moment", "barrier"):
        by_moment.setdefault(moment, Counter())[barrier] += 1
    return [
        _figures(moment, by_moment[moment])
        for moment in BarrierAnswer.Moment.values
        if moment in by_moment
    ]


def _figures(moment: str, counted: Counter[str]) -> BarrierFigures:
    cells = {barrier: counted[barrier] for barrier in BarrierAnswer.Barrier.values}
    shown, total = suppressed(cells, fewest=FEWEST)
    return BarrierFigures(moment=moment, counts=shown, total=total)
