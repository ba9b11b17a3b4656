"""The parts of a match's fit, in words and with the weights that hold unless changed."""

from dataclasses import dataclass

from django.utils.functional import Promise

from corridor.algorithms.matching.options import DEFAULT_WEIGHTS, MUST
from corridor.programmes.wording import CRITERIA


@dataclass(frozen=True, kw_only=True)
class Weight:
    label: str | Promise
    weight: int

    @property
    def percent(self) -> int:
        return self.weight * 100 // MUST


def default_weights() -> list[Weight]:
    """Heaviest first."""
    weights = [
        Weight(label=CRITERIA[criterion], weight=weight)
        for criterion, weight in DEFAULT_WEIGHTS.items()
    ]
    return sorted(weights, key=lambda part: -part.weight)
