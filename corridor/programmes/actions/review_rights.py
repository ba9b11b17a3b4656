"""What every decision of a review asks first."""

from typing import TYPE_CHECKING

from corridor.programmes import policies, queries
from corridor.programmes.models import MatchingRun, Round
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotDirector(Exception):
    """Only a director of the programme reviews its matches."""


class RoundNotUnderReview(Exception):
    """The round is open, running or finished."""


class RunIsOutdated(Exception):
    """Another run is reviewed now: somebody swapped, chose it, or ran the matching again."""


class PublicationWaits(Exception):
    """What is about to be published stays as it is: stop the publication first."""


def check_review(round: Round, *, by: "Profile") -> None:
    """Before long work, without holding anything.

    Raises NotDirector, RoundNotUnderReview or PublicationWaits.
    """
    if not policies.can(by, round.programme, Right.REVIEW):
        raise NotDirector
    if not round.is_under_review:
        raise RoundNotUnderReview
    if queries.publication_waiting(round) is not None:
        raise PublicationWaits


def hold_for_review(round: Round, *, by: "Profile") -> Round:
    """The round, locked until the decision is stored.

    Raises NotDirector, RoundNotUnderReview or PublicationWaits.
    """
    held = Round.objects.select_for_update().get(pk=round.pk)
    check_review(held, by=by)
    return held


def check_run_for_review(run: MatchingRun, *, by: "Profile") -> None:
    """Before long work. Raises NotDirector, RoundNotUnderReview or RunIsOutdated."""
    check_review(run.round, by=by)
    if queries.current_run(run.round) != run:
        raise RunIsOutdated


def hold_run_for_review(run: MatchingRun, *, by: "Profile") -> Round:
    """Raises NotDirector, RoundNotUnderReview or RunIsOutdated."""
    held = hold_for_review(run.round, by=by)
    if queries.current_run(held) != run:
        raise RunIsOutdated
    return held
