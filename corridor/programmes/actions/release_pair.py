from datetime import datetime
from typing import TYPE_CHECKING

from corridor.programmes import queries
from corridor.programmes.actions.match_around import match_around
from corridor.programmes.actions.review_rights import check_run_for_review
from corridor.programmes.models import MatchingJob, MatchingRun, Override, Proposal

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotHeld(Exception):
    """The matching decides about this mentee already."""


def release_pair(
    pair: Proposal | Override, *, by: "Profile", now: datetime
) -> MatchingRun | MatchingJob:
    """Undo of a swap, a hold or a choice by hand: the matching decides about this mentee in this
    role again. ``pair`` is a match held so, or the decision itself while no run has it.

    Raises NotDirector, RoundNotUnderReview, RunIsOutdated, NotHeld, ImpossibleSettings or
    RoundChanged.
    """
    check_run_for_review(pair.run, by=by)
    about = queries.pair_of(pair)
    held = queries.pins(pair.run.round)
    if (about.mentee, about.role) not in {(pin.mentee, pin.role) for pin in held}:
        raise NotHeld

    release = Override.about(pair, kind=Override.Kind.RELEASE, by=by, at=now)
    return match_around(release, by=by, now=now)
