"""Somebody takes back what she put before the reviewers; a document is deleted at once."""

from datetime import datetime

from django.db import transaction

from corridor.people import policies
from corridor.people.actions.record_access import record_access
from corridor.people.choices import ClaimState, Deed
from corridor.people.models import Claim, Profile


class NotYourClaim(Exception):
    """Only whoever made it takes it back."""


class DecidedAlready(Exception):
    """Somebody was quicker."""


@transaction.atomic
def withdraw_claim(*, claim: Claim, by: Profile, now: datetime) -> None:
    """Raises NotYourClaim or DecidedAlready."""
    if not policies.owns(by, claim.profile):
        raise NotYourClaim
    locked = Claim.objects.select_for_update().get(pk=claim.pk)
    if locked.state != ClaimState.OPEN:
        raise DecidedAlready

    if locked.document:
        record_access(subject=locked.profile, by=by, deed=Deed.DOCUMENT_DELETED, now=now)
    locked.close(state=ClaimState.WITHDRAWN, at=now)
