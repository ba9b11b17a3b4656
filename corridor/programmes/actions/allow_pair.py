from datetime import datetime
from typing import TYPE_CHECKING

from corridor.programmes import queries
from corridor.programmes.actions.match_around import match_around
from corridor.programmes.actions.review_rights import check_review
from corridor.programmes.models import MatchingJob, MatchingRun, Override

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotParted(Exception):
    """The two may be matched already."""


def allow_pair(*, parting: Override, by: "Profile", now: datetime) -> MatchingRun | MatchingJob:
    """Undo of a parting: match everybody again, and these two may be matched.

    Raises NotDirector, RoundNotUnderReview, PublicationWaits, NotParted, RunIsOutdated,
    ImpossibleSettings or RoundChanged.
    """
    round = parting.run.round
    check_review(round, by=by)
    if parting not in queries.partings(round):
        raise NotParted

    allow = Override.about(parting, kind=Override.Kind.ALLOW, by=by, at=now)
    allow.run = queries.current_run(round) or parting.run
    return match_around(allow, by=by, now=now)
