"""What is new in a relationship, for the other of the two."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.kernel import events
from corridor.mentoring.events import RelationshipChanged

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile


def tell_other(relationship: "Relationship", *, by: "Profile", now: datetime) -> None:
    events.publish(
        RelationshipChanged(
            relationship_id=relationship.pk,
            by_id=by.pk,
            other_id=relationship.other_than(by).pk,
            at=now,
        )
    )
