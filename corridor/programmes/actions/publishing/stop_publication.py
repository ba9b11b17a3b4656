from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import policies
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.models import Publication, Round
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotWaiting(Exception):
    """It was stopped already, or everybody has been told."""


@transaction.atomic
def stop_publication(*, round: Round, by: "Profile", now: datetime) -> None:
    """Nobody was told anything. Raises NotDirector or NotWaiting."""
    if not policies.can(by, round.programme, Right.PUBLISH):
        raise NotDirector
    Round.objects.select_for_update().get(pk=round.pk)
    waiting = Publication.objects.filter(round=round, stopped_at=None, done_at=None)
    if not waiting.update(stopped_at=now):
        raise NotWaiting
