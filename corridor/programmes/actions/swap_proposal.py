from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.matching.conflicts import ImpossibleSettings
from corridor.programmes import queries
from corridor.programmes.actions.record_run import record_run, solve
from corridor.programmes.actions.review_rights import check_run_for_review, hold_run_for_review
from corridor.programmes.models import Application, MatchingRun, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class SwapImpossible(Exception):
    """The two may not be matched, or every place of the mentor is pinned to somebody else."""


def swap_proposal(
    *, proposal: Proposal, mentor: Application, by: "Profile", now: datetime
) -> MatchingRun:
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
        solved = solve(queries.given(round, with_also=swap))
    except ImpossibleSettings as impossible:
        raise SwapImpossible from impossible
    with transaction.atomic():
        held = hold_run_for_review(proposal.run, by=by)
        swap.save()
        return record_run(held, solved, by=by, now=now)
