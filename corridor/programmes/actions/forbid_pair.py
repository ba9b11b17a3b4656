from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.record_run import record_run, solve
from corridor.programmes.actions.review_rights import check_run_for_review, hold_run_for_review
from corridor.programmes.actions.words_for_record import words_for_record
from corridor.programmes.models import MatchingRun, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class ReasonMissing(Exception):
    """Whoever reads the record later must find out why."""


def forbid_pair(*, proposal: Proposal, reason: str, by: "Profile", now: datetime) -> MatchingRun:
    """Not these two: match everybody again without this pair.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated, ReasonMissing, TooLongForRecord,
    ImpossibleSettings or RoundChanged.
    """
    check_run_for_review(proposal.run, by=by)
    words = words_for_record(reason)
    if not words:
        raise ReasonMissing

    forbid = Override.about(proposal, kind=Override.Kind.FORBID, by=by, at=now)
    forbid.text = words
    solved = solve(queries.given(proposal.run.round, with_also=forbid))
    with transaction.atomic():
        held = hold_run_for_review(proposal.run, by=by)
        forbid.save()
        return record_run(held, solved, by=by, now=now)
