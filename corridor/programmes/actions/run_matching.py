from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.record_run import record_run, solve
from corridor.programmes.actions.review_rights import check_review, hold_for_review
from corridor.programmes.models import MatchingRun, Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


def run_matching(
    *,
    round: Round,
    by: "Profile",
    now: datetime,
) -> MatchingRun:
    """Nobody waits while it runs.

    Raises NotDirector, RoundNotUnderReview, NobodyToMatch, ImpossibleSettings or RoundChanged.
    """
    check_review(round, by=by)

    solved = solve(queries.given(round))
    with transaction.atomic():
        held = hold_for_review(round, by=by)
        return record_run(held, solved, by=by, now=now)
