"""Runs have names, and one of them is reviewed and published."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.record_run import keep_approvals
from corridor.programmes.actions.review_rights import hold_for_review
from corridor.programmes.models import MatchingRun

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_NAME = 60


class AlreadyChosen(Exception):
    """It is the one that is reviewed."""


class NameTooLong(Exception):
    """At most 60 letters."""


@transaction.atomic
def choose_run(*, run: MatchingRun, by: "Profile", now: datetime) -> None:
    """This one is reviewed from now on; approvals of matches that both have come with it.

    A later run takes its place, as a later run always does. Raises NotDirector,
    RoundNotUnderReview, PublicationWaits or AlreadyChosen.
    """
    held = hold_for_review(run.round, by=by)
    before = queries.current_run(held)
    if before == run or before is None:
        raise AlreadyChosen

    held.runs.update(chosen_at=None)
    MatchingRun.objects.filter(pk=run.pk).update(chosen_at=now)
    keep_approvals(before, run)


@transaction.atomic
def name_run(*, run: MatchingRun, name: str, by: "Profile") -> None:
    """Raises NotDirector, RoundNotUnderReview, PublicationWaits or NameTooLong."""
    hold_for_review(run.round, by=by)
    words = " ".join(name.replace("\0", "").split())
    if len(words) > LONGEST_NAME:
        raise NameTooLong
    MatchingRun.objects.filter(pk=run.pk).update(name=words)
