"""Somebody begins an application: a draft, which nobody but her reads."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.answers import Answers
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, Round
from corridor.programmes.queries import Shut
from corridor.programmes.states_of_applications import APPLICANT

if TYPE_CHECKING:
    from corridor.people.models import Profile


class DoorShut(Exception):
    """She may not apply, or not now; ``shut`` says why."""

    def __init__(self, shut: Shut) -> None:
        super().__init__(shut)
        self.shut = shut


@transaction.atomic
def begin_application(*, round: Round, side: str, by: "Profile", now: datetime) -> Application:
    """Her own where she has one already; a withdrawn one becomes a draft again, words and all.

    Raises DoorShut.
    """
    held = Round.objects.select_for_update().get(pk=round.pk)
    kept = queries.own_application_in(held, side=side, viewer=by)
    if kept is not None and kept.state not in {kept.State.WITHDRAWN, kept.State.DRAFT}:
        return kept
    door = queries.door(held, side=side, profile=by, now=now)
    if door.shut is not None:
        raise DoorShut(door.shut)
    if kept is not None:
        if kept.state == kept.State.WITHDRAWN:
            kept.move("begin_again", who=APPLICANT, by=by, at=now)
        return kept

    begun = Application(round=held, profile=by, side=side, applied_at=now)
    begun.answers = to_document(Answers())
    begun.save()
    return begun
