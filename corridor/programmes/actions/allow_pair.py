from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.record_run import record_run, solve
from corridor.programmes.actions.review_rights import check_review, hold_for_review
from corridor.programmes.models import MatchingRun, Override

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotParted(Exception):
    """The two may be matched already."""


def allow_pair(*, parting: Override, by: "Profile", now: datetime) -> MatchingRun:
    """Undo of a parting: match everybody again, and these two may be matched.

    Raises NotDirector, RoundNotUnderReview, NotParted, ImpossibleSettings or RoundChanged.
    """
    round = parting.run.round
    check_review(round, by=by)
    if parting not in queries.partings(round):
        raise NotParted

    allow = Override(
        run=parting.run,
        kind=Override.Kind.ALLOW,
        by=by,
        at=now,
        mentee=parting.mentee,
        mentor=parting.mentor,
        role=parting.role,
    )
    solved = solve(queries.given(round, with_also=allow))
    with transaction.atomic():
        held = hold_for_review(round, by=by)
        if parting not in queries.partings(held):
            raise NotParted
        allow.save()
        return record_run(held, solved, by=by, now=now)
