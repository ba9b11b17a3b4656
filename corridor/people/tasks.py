"""What happens after the fact, at the time of the clock."""

from django.utils import timezone

from corridor.people import actions
from corridor.people.events import RoomChanged


def tell_who_waited(event: RoomChanged) -> None:
    actions.tell_who_waited(mentor_id=event.profile_id, now=timezone.now())
