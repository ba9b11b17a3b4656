from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.hold_proposal import pair_of
from corridor.programmes.actions.record_run import record_run, solve
from corridor.programmes.actions.review_rights import check_run_for_review, hold_run_for_review
from corridor.programmes.models import MatchingRun, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotHeld(Exception):
    """The matching decides about this mentee already."""


def release_proposal(*, proposal: Proposal, by: "Profile", now: datetime) -> MatchingRun:
    """Undo of a swap or a hold: match everybody again, with this mentee free in this role.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated, NotHeld, ImpossibleSettings or
    RoundChanged.
    """
    check_run_for_review(proposal.run, by=by)
    round = proposal.run.round
    if pair_of(proposal) not in queries.pins(round):
        raise NotHeld

    release = Override.about(proposal, kind=Override.Kind.RELEASE, by=by, at=now)
    solved = solve(queries.given(round, with_also=release))
    with transaction.atomic():
        held = hold_run_for_review(proposal.run, by=by)
        release.save()
        return record_run(held, solved, by=by, now=now)
