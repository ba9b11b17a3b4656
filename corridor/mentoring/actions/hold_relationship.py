"""For whatever changes a relationship: the row is locked until all is done."""

from typing import TYPE_CHECKING

from corridor.mentoring import policies
from corridor.mentoring.models import Relationship

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotYourRelationship(Exception):
    """She is neither of the two."""


class Resting(Exception):
    """It is paused: nothing new comes to the other until it is taken up again."""


class NotOpen(Exception):
    """It is over."""


def hold_active(relationship_id: int, *, by: "Profile") -> Relationship:
    """For what the other is to see. Raises NotYourRelationship, NotOpen or Resting."""
    held = hold_relationship(relationship_id, by=by)
    if held.is_paused:
        raise Resting
    return held


def hold_relationship(
    relationship_id: int, *, by: "Profile", is_over: bool = False
) -> Relationship:
    """In a transaction, locked. Raises NotYourRelationship or, unless it may be over, NotOpen."""
    held = (
        Relationship.objects.select_for_update(of=("self",))
        .select_related("mentor__account", "mentee__account")
        .filter(pk=relationship_id)
        .first()
    )
    if held is None or not policies.takes_part(by, held):
        raise NotYourRelationship
    if not is_over and not held.is_open:
        raise NotOpen
    return held
