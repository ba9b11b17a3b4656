from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.models import Approval, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotApproved(Exception):
    """There is no approval to take back."""


@transaction.atomic
def withdraw_approval(*, proposal: Proposal, by: "Profile", now: datetime) -> None:
    """Of a circle as a whole, by any of its proposals.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated or NotApproved.
    """
    hold_run_for_review(proposal.run, by=by)
    approved = list(queries.together_with(proposal).filter(approval__isnull=False))
    if not approved:
        raise NotApproved

    Approval.objects.filter(proposal__in=approved).delete()
    Override.objects.bulk_create(
        Override.about(one, kind=Override.Kind.WITHDRAW, by=by, at=now) for one in approved
    )
