from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.models import Approval, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class AlreadyApproved(Exception):
    """Somebody approved this proposal before."""


@transaction.atomic
def approve_proposal(*, proposal: Proposal, by: "Profile", now: datetime) -> None:
    """Raises NotDirector, RoundNotUnderReview, RunIsOutdated or AlreadyApproved."""
    hold_run_for_review(proposal.run, by=by)
    if Approval.objects.filter(proposal=proposal).exists():
        raise AlreadyApproved

    Approval.objects.create(proposal=proposal, by=by, at=now)
    Override.about(proposal, kind=Override.Kind.APPROVE, by=by, at=now).save()
