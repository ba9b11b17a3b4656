from datetime import datetime
from typing import TYPE_CHECKING

from corridor.algorithms.matching.conflicts import ImpossibleSettings
from corridor.programmes.actions.match_around import match_around
from corridor.programmes.actions.review_rights import check_run_for_review
from corridor.programmes.models import (
    Application,
    MatchingJob,
    MatchingRun,
    Override,
    Proposal,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile


class SwapImpossible(Exception):
    """The two may not be matched, or every place of the mentor is pinned to somebody else."""


def swap_proposal(
    *, proposal: Proposal, mentor: Application, by: "Profile", now: datetime
) -> MatchingRun | MatchingJob:
    """Give the mentee this mentor and match everybody else best around it.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated, SwapImpossible or RoundChanged.
    """
    check_run_for_review(proposal.run, by=by)
    round = proposal.run.round
    is_mentor_here = mentor.round_id == round.pk and mentor.side == Application.Side.MENTOR
    if not is_mentor_here or not mentor.is_in or mentor.pk == proposal.mentor_id:
        raise SwapImpossible

    swap = Override.about(proposal, kind=Override.Kind.SWAP, by=by, at=now)
    swap.becomes = mentor
    try:
        return match_around(swap, by=by, now=now)
    except ImpossibleSettings as impossible:
        raise SwapImpossible from impossible
