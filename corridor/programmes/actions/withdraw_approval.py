from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.models import Approval, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotApproved(Exception):
    """There is no approval to take back."""


@transaction.atomic
def withdraw_approval(*, proposal: Proposal, by: "Profile", now: datetime) -> None:
    """Raises NotDirector, RoundNotUnderReview, RunIsOutdated or NotApproved."""
    hold_run_for_review(proposal.run, by=by)
    withdrawn, _ = Approval.objects.filter(proposal=proposal).delete()
    if not withdrawn:
        raise NotApproved

    Override.about(proposal, kind=Override.Kind.WITHDRAW, by=by, at=now).save()
