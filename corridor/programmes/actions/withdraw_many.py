from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.models import Approval, MatchingRun, Override

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NothingToWithdraw(Exception):
    """Nothing that was approved in that act is approved still."""


@transaction.atomic
def withdraw_many(*, run: MatchingRun, approved_at: datetime, by: "Profile", now: datetime) -> int:
    """Take back what was approved together at that moment; how many those were.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated or NothingToWithdraw.
    """
    hold_run_for_review(run, by=by)
    together = Approval.objects.filter(proposal__run=run, at=approved_at)
    withdrawn = [approval.proposal for approval in together.select_related("proposal")]
    if not withdrawn:
        raise NothingToWithdraw

    together.delete()
    Override.objects.bulk_create(
        Override.about(proposal, kind=Override.Kind.WITHDRAW, by=by, at=now)
        for proposal in sorted(withdrawn, key=lambda proposal: proposal.pk)
    )
    return len(withdrawn)
