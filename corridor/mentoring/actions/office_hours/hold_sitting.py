"""For whatever changes a queue: the row of its sitting is locked until all is done."""

from typing import TYPE_CHECKING

from corridor.mentoring.models import Sitting

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NoSuchSitting(Exception):
    """There is none, or only its mentor does this."""


class SittingIsOver(Exception):
    """It was held or called off."""


def hold_sitting(sitting_id: int) -> Sitting:
    """In a transaction, locked, in whichever state. Raises NoSuchSitting."""
    rows = Sitting.objects.select_for_update(of=("self",))
    held = rows.select_related("hours__mentor__account").filter(pk=sitting_id).first()
    if held is None:
        raise NoSuchSitting
    return held


def hold_waiting(sitting_id: int) -> Sitting:
    """Raises NoSuchSitting or SittingIsOver."""
    held = hold_sitting(sitting_id)
    if not held.is_waiting:
        raise SittingIsOver
    return held


def hold_own(sitting_id: int, *, by: "Profile") -> Sitting:
    """For its mentor. Raises NoSuchSitting or SittingIsOver."""
    held = hold_waiting(sitting_id)
    if not held.hours.is_of(by):
        raise NoSuchSitting
    return held
