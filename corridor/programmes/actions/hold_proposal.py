from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.models import Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class AlreadyHeld(Exception):
    """Every run keeps this match as it is."""


@transaction.atomic
def hold_proposal(*, proposal: Proposal, by: "Profile", now: datetime) -> None:
    """This match stays, in every run that follows; nobody else moves by it now.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated or AlreadyHeld.
    """
    held = hold_run_for_review(proposal.run, by=by)
    if queries.pair_of(proposal) in queries.pins(held):
        raise AlreadyHeld

    Override.about(proposal, kind=Override.Kind.HOLD, by=by, at=now).save()
