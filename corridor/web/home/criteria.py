"""The parts of a match's fit, in words and with the weights that hold unless changed."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.matching.options import DEFAULT_WEIGHTS, MUST
from corridor.algorithms.matching.people import Criterion

LABELS: dict[Criterion, Promise] = {
    Criterion.NEEDS: _("Needs the mentor can help with"),
    Criterion.INTERESTS: _("Interests in common"),
    Criterion.CHOICES: _("Each side’s own choices"),
    Criterion.STAGE: _("Distance on the career ladder"),
    Criterion.TIME: _("Time in common"),
    Criterion.SPECIALTY: _("Same specialty"),
    Criterion.EXPERIENCE: _("Shared experience, if asked for"),
    Criterion.LANGUAGE: _("Language in common"),
}


@dataclass(frozen=True, kw_only=True)
class Weight:
    label: Promise
    weight: int

    @property
    def percent(self) -> int:
        return self.weight * 100 // MUST


def default_weights() -> list[Weight]:
    """Heaviest first."""
    weights = [
        Weight(label=label, weight=DEFAULT_WEIGHTS[criterion])
        for criterion, label in LABELS.items()
    ]
    return sorted(weights, key=lambda part: -part.weight)
