"""What counts how much in the next run."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.matching.options import MUST
from corridor.algorithms.matching.people import Criterion
from corridor.programmes import policies
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.documents import to_document
from corridor.programmes.models import Round
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile

HEAVIEST_LOAD = 5_000


class WeightOutOfRange(Exception):
    """A weight is a whole number from 0 to 10, and that of the load from 0 to 5,000."""


class NothingCounts(Exception):
    """With every weight at 0 nothing would set one match apart from another."""


class RoundFinished(Exception):
    """There will be no further run."""


@dataclass(frozen=True, kw_only=True)
class Weights:
    of: Mapping[Criterion, int]
    load: int


@transaction.atomic
def set_weights(*, round: Round, weights: Weights, by: "Profile") -> Round:
    """Raises NotDirector, RoundFinished, WeightOutOfRange or NothingCounts. Matches stay as they
    are until the matching runs again.
    """
    if not policies.can(by, round.programme, Right.REVIEW):
        raise NotDirector
    held = Round.objects.select_for_update().get(pk=round.pk)
    if held.state == Round.State.FINISHED:
        raise RoundFinished
    in_range = all(0 <= weight <= MUST for weight in weights.of.values())
    if not in_range or not 0 <= weights.load <= HEAVIEST_LOAD:
        raise WeightOutOfRange
    if not any(weights.of.values()):
        raise NothingCounts

    held.set(weights=to_document(weights.of), load_weight=weights.load)
    return held
