"""A director publishes now or at a time; until then it can be stopped, and nobody is told."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import policies, queries
from corridor.programmes.actions.matching_jobs import AlreadyMatching
from corridor.programmes.actions.review_rights import NotDirector, hold_run_for_review
from corridor.programmes.models import MatchingRun, Publication
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile

HOLD = timedelta(minutes=5)
"""So long a mistake can be taken back before anybody reads it."""
LONGEST_WAIT = timedelta(days=90)


class NothingToPublish(Exception):
    """No match is approved."""


class PublicationInThePast(Exception):
    """That time has passed."""


class PublicationTooFar(Exception):
    """More than 90 days ahead."""


@transaction.atomic
def schedule_publication(
    *, run: MatchingRun, by: "Profile", now: datetime, at: datetime | None = None
) -> Publication:
    """Now, which leaves five minutes to stop it, or ``at`` a time.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated, PublicationWaits, AlreadyMatching,
    NothingToPublish, PublicationInThePast or PublicationTooFar.
    """
    if not policies.can(by, run.round.programme, Right.PUBLISH):
        raise NotDirector
    held = hold_run_for_review(run, by=by)
    if queries.open_job(held) is not None:
        raise AlreadyMatching
    approved = queries.approved(held, run=run)
    if not approved:
        raise NothingToPublish
    if at is not None and at < now:
        raise PublicationInThePast
    if at is not None and at > now + LONGEST_WAIT:
        raise PublicationTooFar

    due_at = max(at or now, now + HOLD)
    return Publication.objects.create(round=held, run=run, by=by, made_at=now, due_at=due_at)
