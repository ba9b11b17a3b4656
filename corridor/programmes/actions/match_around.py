"""What a director decides about two people, with everybody else matched best around it."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.matching.conflicts import refuse_impossible_pins
from corridor.programmes import queries
from corridor.programmes.actions.matching_jobs import ask_worker, is_large
from corridor.programmes.actions.record_run import record_run, solve
from corridor.programmes.actions.review_rights import hold_run_for_review
from corridor.programmes.models import MatchingJob, MatchingRun, Override

if TYPE_CHECKING:
    from corridor.people.models import Profile


def match_around(decision: Override, *, by: "Profile", now: datetime) -> MatchingRun | MatchingJob:
    """A small round is matched at once. In a large one the decision is kept at once, and a worker
    matches around it and whatever else is decided meanwhile.

    Raises NotDirector, RoundNotUnderReview, PublicationWaits, RunIsOutdated, ImpossibleSettings,
    and in a small round NobodyToMatch or RoundChanged.
    """
    if is_large(decision.run.round):
        return _match_later(decision, by=by, now=now)
    solved = solve(queries.given(decision.run.round, with_also=decision))
    with transaction.atomic():
        held = hold_run_for_review(decision.run, by=by)
        decision.save()
        return record_run(held, solved, by=by, now=now)


@transaction.atomic
def _match_later(decision: Override, *, by: "Profile", now: datetime) -> MatchingJob:
    held = hold_run_for_review(decision.run, by=by)
    decided = queries.given_of_decided(decision)
    refuse_impossible_pins(decided.mentees, decided.mentors, decided.options)
    decision.save()
    return ask_worker(held, by=by, now=now)
