from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from corridor.programmes import queries
from corridor.programmes.actions.answering import open_account
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.actions.setting_up.plan_round import open_due
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Programme

if TYPE_CHECKING:
    from corridor.people.models import Profile


class HashtagTaken(Exception):
    """Another active programme has it."""


class NotReady(Exception):
    """Something of the set-up that nobody can do without is missing."""


@transaction.atomic
def publish_programme(programme: Programme, *, by: "Profile", now: datetime) -> Programme:
    """Everybody sees it now; it has an account of its own, and a round whose day has come opens.

    Publishing again does no harm. Raises NotInTeam, ProgrammeArchived, HashtagTaken or NotReady.
    """
    held = hold_to_set_up(programme, by=by)
    other = queries.active_with_hashtag(held.hashtag)
    if other is not None and other.pk != held.pk:
        raise HashtagTaken
    if not queries.is_ready(held):
        raise NotReady

    if held.is_draft:
        _activate(held)
        open_account(held, now=now)
        record_deed(held, TeamDeedKind.PUBLISHED, by=by, now=now)
    open_due(held, now=now)
    return held


def _activate(programme: Programme) -> None:
    """Of two with one hashtag that are published at once, the database keeps out the second.

    Raises HashtagTaken.
    """
    try:
        with transaction.atomic():
            programme.go(Programme.State.ACTIVE)
    except IntegrityError as taken_meanwhile:
        raise HashtagTaken from taken_meanwhile
