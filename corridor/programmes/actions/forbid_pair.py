from datetime import datetime
from typing import TYPE_CHECKING

from corridor.programmes.actions.match_around import match_around
from corridor.programmes.actions.review_rights import check_run_for_review
from corridor.programmes.actions.words_for_record import words_for_record
from corridor.programmes.models import MatchingJob, MatchingRun, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class ReasonMissing(Exception):
    """Whoever reads the record later must find out why."""


def forbid_pair(
    *, proposal: Proposal, reason: str, by: "Profile", now: datetime
) -> MatchingRun | MatchingJob:
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
    return match_around(forbid, by=by, now=now)
