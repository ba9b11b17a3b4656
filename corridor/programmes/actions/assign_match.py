from datetime import datetime
from typing import TYPE_CHECKING

from corridor.algorithms.matching.conflicts import ImpossibleSettings
from corridor.algorithms.matching.options import Pair
from corridor.algorithms.matching.people import Role
from corridor.programmes import queries
from corridor.programmes.actions.match_around import match_around
from corridor.programmes.actions.review_rights import check_review
from corridor.programmes.models import Application, MatchingJob, MatchingRun, Override, Round
from corridor.programmes.queries.consequences import resting

if TYPE_CHECKING:
    from corridor.people.models import Profile


class AssignImpossible(Exception):
    """The two may not be matched now, or there is no place left for either."""


class NotMatchedYet(Exception):
    """The matching has not run: there is nothing to put it beside."""


class AlreadyTogetherHere(Exception):
    """A director put them together already."""


def assign_match(
    *, mentee: Application, mentor: Application, role: Role, by: "Profile", now: datetime
) -> MatchingRun | MatchingJob:
    """A director puts two people together; everybody else is matched best around it.

    Raises NotDirector, RoundNotUnderReview, PublicationWaits, NotMatchedYet, AlreadyTogetherHere,
    AssignImpossible or RoundChanged.
    """
    round = Round.objects.select_related("programme").get(pk=mentee.round_id)
    check_review(round, by=by)
    run = queries.current_run(round)
    if run is None:
        raise NotMatchedYet
    if mentor.round_id != round.pk or mentor.side != Application.Side.MENTOR:
        raise AssignImpossible
    if not resting(round.programme).isdisjoint({mentee.profile_id, mentor.profile_id}):
        raise AssignImpossible
    pair = Pair(mentee=mentee.profile.handle, mentor=mentor.profile.handle, role=role)
    if pair in queries.pins(round):
        raise AlreadyTogetherHere

    hold = Override(
        run=run, kind=Override.Kind.HOLD, by=by, at=now, mentee=mentee, mentor=mentor, role=role
    )
    try:
        return match_around(hold, by=by, now=now)
    except ImpossibleSettings as impossible:
        raise AssignImpossible from impossible
