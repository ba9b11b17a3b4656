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
    """A circle is approved as a whole, by any of its proposals.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated, PairRuledOut or AlreadyApproved.
    """
    held = hold_run_for_review(proposal.run, by=by)
    together = list(queries.together_with(proposal))
    if queries.ruled_out(held, proposals=together):
        raise PairRuledOut
    waiting = [one for one in together if not hasattr(one, "approval")]
    if not waiting:
        raise AlreadyApproved

    Approval.objects.bulk_create(Approval(proposal=one, by=by, at=now) for one in waiting)
    Override.objects.bulk_create(
        Override.about(one, kind=Override.Kind.APPROVE, by=by, at=now) for one in waiting
    )
