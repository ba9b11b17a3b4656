from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from corridor.programmes import queries
from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.models import Approval, MatchingRun, Override

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NothingToApprove(Exception):
    """Every proposal is approved, or needs a look of its own first."""


@transaction.atomic
def approve_many(*, run: MatchingRun, by: "Profile", now: datetime) -> int:
    """Approve all that need no look and are not ruled out meanwhile; how many those were.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated or NothingToApprove.
    """
    held = hold_run_for_review(run, by=by)
    plain = run.proposals.filter(needs_look=False, approval__isnull=True)
    found = list(plain.select_related("mentee", "mentor").order_by("-fit", "pk"))
    ruled_out = queries.ruled_out(held, proposals=found)
    left = _circles_to_look_at(run, ruled_out)
    waiting = [one for one in found if one.pk not in ruled_out and one.circle not in left]
    if not waiting:
        raise NothingToApprove

    Approval.objects.bulk_create(Approval(proposal=proposal, by=by, at=now) for proposal in waiting)
    Override.objects.bulk_create(
        Override.about(proposal, kind=Override.Kind.APPROVE, by=by, at=now) for proposal in waiting
    )
    return len(waiting)


def _circles_to_look_at(run: MatchingRun, ruled_out: set[int]) -> set[int | None]:
    """A circle is approved as a whole, so one member who needs a look keeps it waiting."""
    waits = Q(needs_look=True, approval__isnull=True) | Q(pk__in=ruled_out)
    in_circles = run.proposals.filter(waits, circle__isnull=False)
    return set(in_circles.values_list("circle", flat=True))
