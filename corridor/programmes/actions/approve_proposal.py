from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.models import Approval, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class AlreadyApproved(Exception):
    """Somebody approved this proposal before."""


class PairRuledOut(Exception):
    """A relation was declared after the run that keeps the two apart: run the matching again."""


@transaction.atomic
def approve_proposal(*, proposal: Proposal, by: "Profile", now: datetime) -> None:
    """Raises NotDirector, RoundNotUnderReview, RunIsOutdated, PairRuledOut or AlreadyApproved."""
    held = hold_run_for_review(proposal.run, by=by)
    if proposal.pk in queries.ruled_out(held, proposals=[proposal]):
        raise PairRuledOut
    if Approval.objects.filter(proposal=proposal).exists():
        raise AlreadyApproved

    Approval.objects.create(proposal=proposal, by=by, at=now)
    Override.about(proposal, kind=Override.Kind.APPROVE, by=by, at=now).save()
