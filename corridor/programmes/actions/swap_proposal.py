from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.matching.conflicts import ImpossibleSettings
from corridor.programmes.actions.record_run import record_run
from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.models import Application, MatchingRun, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class SwapImpossible(Exception):
    """The two may not be matched, or every place of the mentor is pinned to somebody else."""


@transaction.atomic
def swap_proposal(
    *, proposal: Proposal, mentor: Application, by: "Profile", now: datetime
) -> MatchingRun:
    """Give the mentee this mentor and match everybody else best around it.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated or SwapImpossible.
    """
    held = hold_run_for_review(proposal.run, by=by)
    is_mentor_here = mentor.round_id == held.pk and mentor.side == Application.Side.MENTOR
    if not is_mentor_here or mentor.pk == proposal.mentor_id:
        raise SwapImpossible

    swap = Override.about(proposal, kind=Override.Kind.SWAP, by=by, at=now)
    swap.becomes = mentor
    swap.save()
    try:
        return record_run(held, by=by, now=now)
    except ImpossibleSettings as impossible:
        raise SwapImpossible from impossible
