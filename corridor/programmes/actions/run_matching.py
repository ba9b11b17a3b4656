from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.record_run import record_run
from corridor.programmes.actions.review_rights import hold_for_review
from corridor.programmes.models import MatchingRun, Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def run_matching(
    *,
    round: Round,
    by: "Profile",
    now: datetime,
) -> MatchingRun:
    """Raises NotDirector, RoundNotUnderReview, NobodyToMatch or ImpossibleSettings."""
    held = hold_for_review(round, by=by)
    return record_run(held, by=by, now=now)
