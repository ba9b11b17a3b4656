"""Applications close and the review begins; the review ends and the round is finished."""

from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import policies
from corridor.programmes.actions.apply_to_round import RoundNotOpen
from corridor.programmes.actions.review_rights import NotDirector, hold_for_review
from corridor.programmes.models import Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


class AnotherRoundUnderReview(Exception):
    """A programme reviews one round at a time: finish that one first."""


@transaction.atomic
def close_applications(*, round: Round, by: "Profile") -> Round:
    """Raises NotDirector, RoundNotOpen or AnotherRoundUnderReview."""
    if not policies.can_direct(by, round.programme):
        raise NotDirector
    held = Round.objects.select_for_update().get(pk=round.pk)
    if held.state != Round.State.OPEN:
        raise RoundNotOpen
    if held.programme.rounds.filter(state=Round.State.REVIEW).exists():
        raise AnotherRoundUnderReview

    held.begin_review()
    return held


@transaction.atomic
def finish_round(*, round: Round, by: "Profile") -> Round:
    """Raises NotDirector or RoundNotUnderReview."""
    held = hold_for_review(round, by=by)
    held.finish()
    return held
